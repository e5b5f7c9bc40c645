Feature: The reports of all shards, joined

  Each machine of a CI matrix walks its share and leaves JSON; whoever has all of it has the report of the whole walk.

  Rule: Joined, they are what the undivided walk would have written, and the exit code is its own

    Scenario: In every form
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/unique_on_the_way_up" as "chains/unique"
      And the reports of "handrail walk chains/unique/alembic.ini --database sqlite --format json=whole.json --format junit=whole.xml --format html=whole.html"
      And the reports of "handrail walk chains/unique/alembic.ini --database sqlite --shard 1/2 --fail-on never --format json=1.json"
      And the reports of "handrail walk chains/unique/alembic.ini --database sqlite --shard 2/2 --fail-on never --format json=2.json"
      When I run "handrail report merge 2.json 1.json --format json=joined.json --format junit=joined.xml --format html=joined.html"
      Then it exits with code 1
      And it prints "error upgrade-crash"
      And the JSON file "1.json" obeys the schema of reports
      And the files "joined.json" and "whole.json" are the same but for times
      And the files "joined.xml" and "whole.xml" are the same but for times
      And the files "joined.html" and "whole.html" are the same but for times

  Rule: What is accepted is stale where no shard matches it

    Scenario: One entry is matched in the second shard
      Given the shards have left
        | file   | number | shares     | unmatched |
        | a.json | 1      | r1, r2, r3 | old known |
        | b.json | 2      | r1, r2, r3 | old       |
        | c.json | 3      | r1, r2, r3 | known old |
      When "a.json b.json c.json" are joined
      Then of what is accepted "old" is stale

  Rule: What does not belong together is not joined, and that is said in one line

    Scenario Outline: <what>
      Given the shards have left
        | file   | number   | shares   | call    | databases   | version   |
        | a.json | 1        | r1, r2   | walk it | sqlite      | 0.1.0     |
        | b.json | <number> | <shares> | <call>  | <databases> | <version> |
      When "<files>" are joined
      Then joining is refused with "<line>"

      Examples:
        | what                         | files         | number | shares     | call      | databases  | version | line |
        | One is missing               | a.json        | 2      | r1, r2     | walk it   | sqlite     | 0.1.0   | of 2 shards 2 is missing (give the report of each) |
        | One is there twice           | a.json b.json | 1      | r1, r2     | walk it   | sqlite     | 0.1.0   | b.json: it is shard 1, and so is a.json |
        | Another walk                 | a.json b.json | 2      | r1, r2     | walk that | sqlite     | 0.1.0   | b.json: it is of "walk that", and a.json is of "walk it" |
        | Other databases              | a.json b.json | 2      | r1, r2     | walk it   | postgresql | 0.1.0   | b.json: it is on "postgresql", and a.json is on "sqlite" |
        | Another number of shards     | a.json b.json | 2      | r1, r2, r3 | walk it   | sqlite     | 0.1.0   | b.json: it is one of "3", and a.json is one of "2" |
        | Divided in another way       | a.json b.json | 2      | r1 r2, r3  | walk it   | sqlite     | 0.1.0   | b.json: its walk was divided in another way than that of a.json (*) |
        | A shard that cannot be       | a.json b.json | 3      | r1, r2     | walk it   | sqlite     | 0.1.0   | b.json: this is no report of a shard: it does not tell which shard it is of (*) |
        | Another version              | a.json b.json | 2      | r1, r2     | walk it   | sqlite     | 0.0.9   | b.json: this is no report of a shard: it is of handrail 0.0.9, and this is 0.1.0 (*) |
        | No such file                 | a.json c.json | 2      | r1, r2     | walk it   | sqlite     | 0.1.0   | c.json: it cannot be read: No such file or directory |

    Scenario Outline: A file with <what>
      Given the file "a.json" holds
        """
        <text>
        """
      When "a.json" are joined
      Then joining is refused with "a.json: this is no report of a shard: <why> (handrail walk --shard K/N --format json=FILE writes them)"

      Examples:
        | what                     | text                                                   | why                            |
        | half a document          | {"handrail":                                           | Expecting value: *             |
        | the report of a whole walk | {"handrail": "0.1.0", "findings": []}                | it tells of no shard           |
        | another shape            | {"handrail": "0.1.0", "shard": {"report": {"target": 7}}} | Expected `str`, got `int` - at `$.target` |
        | no object                | []                                                     | it tells of no shard           |

  Rule: What is no shard is said before anything is done

    Scenario Outline: "--shard <shard>"
      When I call "walk nowhere --shard <shard>"
      Then it exits with code 2
      And it says "handrail: --shard: "<shard>" is no K/N, K being one of the numbers from 1 to N (1/3, 2/3 and 3/3 are three shards)" and nothing else

      Examples:
        | shard |
        | 0/3   |
        | 4/3   |
        | x     |

    Scenario: Features would get each other's numbers
      When I call "walk nowhere --shard 1/2 --write-features features"
      Then it exits with code 2
      And it says "handrail: --write-features: shards would give different issues the same number (walk without --shard)" and nothing else
