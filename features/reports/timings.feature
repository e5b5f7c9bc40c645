Feature: Where the time of a walk went

  Each second counts for one phase; databases are walked at the same time, and each has a column of its own.

  Rule: The profile is told on standard error where it is asked for, and in the JSON then

    Scenario: A walk on one database
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/unique_on_the_way_up" as "chains/unique"
      And the reports of "handrail walk chains/unique/alembic.ini --database sqlite --format json=plain.json"
      When I run "handrail walk chains/unique/alembic.ini --database sqlite --timings --format json=timed.json"
      Then it exits with code 1
      And the JSON file "timed.json" obeys the schema of reports
      And the files "plain.json" and "timed.json" are the same but for times
      And the profile tells
        | of     | phases                                                |
        | run    | start report other                                    |
        | sqlite | start load clone rows step snapshot judge other       |
      And in "timed.json" the phases of each make up its seconds
      And "timed.json" tells how long "r1 r2 r3" were visited

  Rule: A phase inside another takes its time from that one

    Scenario: A step that is run while a finding is judged
      When a "step" is run inside a "judge", a clock telling the next second each time
      Then the phases took "step 1, judge 2, other 2"

  Rule: Shards are cut after what revisions have cost, where that is given

    Background:
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/unique_on_the_way_up" as "chains/unique"
      And the file "costs.json" holds
        """
        {"timings": {"revisions": [
          {"revision": "r1", "database": "sqlite", "visit": 1, "climb": 0.1},
          {"revision": "r1", "database": "postgresql", "visit": 8, "climb": 0.1},
          {"revision": "r2", "database": "sqlite", "visit": 1, "climb": 0.1}
        ]}}
        """

    Scenario: The first revision takes longest; one that was not there yet counts as much as the others on average
      When I run "handrail walk chains/unique/alembic.ini --database sqlite --shard 2/2 --costs costs.json --timings --fail-on never --format json=2.json"
      Then it exits with code 0
      And the shard in "2.json" visits "r2 r3"
      And "2.json" tells how long "r2 r3" were visited

    Scenario Outline: <what>
      When I call "walk chains/unique/alembic.ini <arguments>"
      Then it exits with code 2
      And it says "handrail: <line>" and nothing else

      Examples:
        | what                        | arguments                                    | line                                                                                                                          |
        | Nothing is divided          | --costs costs.json                           | --costs: nothing is divided (give --shard K/N)                                                                                |
        | No such file of costs       | --shard 1/2 --costs gone.json                | gone.json: it cannot be read: No such file or directory                                                                       |
        | A file that tells of no costs | --shard 1/2 --costs chains/unique/alembic.ini | chains/unique/alembic.ini: it does not tell what revisions cost (handrail walk --timings --format json=FILE writes it) |
