Feature: A walk that several machines share

  Each shard visits a stretch of the chain, and its JSON says what is needed to join it with the others.

  Rule: All shards together tell what the undivided walk tells

    @sqlite
    Scenario Outline: <what>
      Given the chain "<chain>"
      When I walk it whole, and in <counts> shards
      Then joined they tell what the whole walk tells, in every form

      Examples:
        | what                              | chain           | counts  |
        | Few shards, and many              | resumes         | 2 and 7 |
        | Bytes, which JSON has no word for | unique_pictures | 2       |

    @sqlite
    Scenario: A file that fails, one that needs what it would have made, and what is beyond them
      Given the SQL files "leans_on_a_broken_one"
      When I walk it whole, and in 3 shards
      Then joined they tell what the whole walk tells, in every form

    @sqlite
    Scenario: Kinds of database that part at one revision and meet again at another
      Given the chain "parted"
      When I walk it on every kind of database, whole and in 3 shards
      Then joined they tell what the whole walk tells, in every form

  Rule: The longest share, with the way there, is as short as it can be

    Scenario Outline: <what>
      When revisions that cost "<costs>" are shared among <count>
      Then the shares are "<shares>"

      Examples:
        | what                                      | costs       | count | shares                   |
        | Equal ones                                | 9 9 9 9     | 2     | r1 r2 \| r3 r4           |
        | One that takes as long as all             | 3 3 30 3 3  | 2     | r1 r2 r3 \| r4 r5        |
        | The same, and machines that have time     | 3 3 3 3 30  | 4     | r1 r2 \| r3 \| r4 \| r5  |
        | More shards than revisions                | 9 9         | 3     | r1 \| r2 \| nothing      |
