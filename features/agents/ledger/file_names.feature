@postgresql
Feature: Names of files, and the order in which they run

  Rule: Files run in the order of their names where that is the order of their numbers

    Scenario: 009, 009b and 10, each of which needs the one before it
      Given a database of the agents at "nothing"
      And a folder with these migrations
        | file                | holds     |
        | 009_notes.up.sql    | a table   |
        | 009_notes.down.sql  | no table  |
        | 009b_author.up.sql  | a column  |
        | 009b_author.down.sql | no column |
        | 10_index.up.sql     | an index  |
        | 10_index.down.sql   | no index  |
      When the runner as repaired is told "up"
      Then the runner succeeds
      And the ledger now holds "009, 009b, 10"

  Rule: Names that sort in another order than their numbers are refused before anything runs

    Scenario Outline: <one> and <other>
      Given a database of the agents at "nothing"
      And a folder with these migrations
        | file                 | holds     |
        | <one>_first.up.sql   | a table   |
        | <one>_first.down.sql | no table  |
        | <other>_next.up.sql  | a column  |
        | <other>_next.down.sql | no column |
      When the runner as repaired is told "up"
      Then the runner fails with "<words>"
      And schema, rows and ledger are as they were

      Examples:
        | one  | other | words                                                                              |
        | 9    | 10    | 10_next.up.sql would run before 9_first.up.sql: write all numbers with as many digits |
        | 10   | 011   | 011_next.up.sql would run before 10_first.up.sql                                   |
        | 009  | 009   | 009_first.up.sql and 009_next.up.sql have the same number                          |
        | 009  | 9     | 009_first.up.sql and 9_next.up.sql have the same number                            |
        | x    | 009   | x_first.up.sql begins with no number                                               |
