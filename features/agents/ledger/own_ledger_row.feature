@postgresql
Feature: 021 records itself in the ledger

  The post-mortem: 021 inserts its own row, the runner inserts the same one. It says that the table
  was there afterwards and that 022 ran; neither can have been so, since all of 021 is rolled back
  and the runner stops.

  Rule: Only the runner records a migration

    @tdd_issue @tdd_issue_10
    Scenario Outline: The migrations <variant>, the runner <runner>
      Given a database of the agents at "017"
      And the migrations <variant>
      When the runner <runner> is told "up"
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022"
      And the schema is now that of migration "022"

      @tdd_expected_fail
      Examples: as reported
        | variant     | runner      |
        | as reported | as reported |
        | as reported | as repaired |

      Examples: as repaired
        | variant     | runner      |
        | as repaired | as reported |
        | as repaired | as repaired |

  Rule: What stands behind a migration that failed is pending, and the ledger says so

    Scenario Outline: 021 records itself, the runner <runner> stops before 022
      Given a database of the agents at "017"
      And the migrations as reported
      When the runner <runner> is told "up"
      Then the runner fails at "021_create_storage_metrics.up.sql" with "schema_migrations_pkey"
      And the ledger still holds "001, 016, 017"
      And the schema is still that of migration "017"

      Examples:
        | runner      |
        | as reported |
        | as repaired |
