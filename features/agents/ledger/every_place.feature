@postgresql
Feature: A failure at every place of every migration

  Before the first statement of each file, between any two of them, and behind the last one, before
  the record; on databases that stand where the migration is the next one.

  Rule: The ledger never claims what the schema does not show

    @tdd_issue @tdd_issue_11
    Scenario Outline: "<error>" at every place on the way up, <variant>
      When the runner <variant> is told "up" with "<error>" at every place
      Then after each run the ledger claims what the schema shows
      And each run fails and names the migration
      And the next run without the failure comes to its end

      @tdd_expected_fail
      Examples: as reported
        | variant     | error          |
        | as reported | already exists |

      Examples: as repaired
        | variant     | error            |
        | as repaired | already exists   |
        | as repaired | division by zero |

    Scenario: On the way down
      When the runner as repaired is told "down" with "already exists" at every place
      Then after each run the ledger claims what the schema shows
      And each run fails and names the migration
      And the next run without the failure comes to its end
