@postgresql
Feature: The way back, one migration at a time

  Rule: What was recorded last is taken back, together with its record

    Scenario Outline: From <from> to <to>
      Given a database of the agents at "<from>"
      And the migrations as repaired
      When the runner as repaired is told "down"
      Then the runner succeeds
      And the ledger now holds "<ledger>"
      And the schema is now that of migration "<to>"

      Examples:
        | from | to      | ledger             |
        | 022  | 021     | 001, 016, 017, 021 |
        | 021  | 017     | 001, 016, 017      |
        | 017  | 016     | 001, 016           |
        | 016  | 001     | 001                |
        | 001  | nothing | nothing            |

    Scenario: Nothing is recorded
      Given a database of the agents at "nothing"
      And the migrations as repaired
      When the runner as repaired is told "down"
      Then the runner says "nothing is recorded, so nothing was taken back"
      And the ledger still holds "nothing"

  Rule: A way back that is not there is named

    Scenario: The file of what was recorded last is gone
      Given a database of the agents at "022"
      And the migrations as repaired
      And "022_add_subsystem_to_logs.up.sql" is missing
      And "022_add_subsystem_to_logs.down.sql" is missing
      When the runner as repaired is told "down"
      Then the runner fails with "022_add_subsystem_to_logs.up.sql is recorded, but"
      And schema, rows and ledger are as they were
