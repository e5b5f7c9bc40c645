Feature: The audit names back-fills that write row by row

  A hundred thousand rows are a hundred thousand statements while the migration holds its locks.
  The revisions below are kept in fixtures/audit/row_by_row_backfill.

  Rule: A write inside a loop over the rows of a query is named

    Scenario Outline: The loop of revision <revision> is named
      When the rule "row-by-row-backfill" reads the revision "<revision>"
      Then "row-by-row-backfill" is named at each marked line

      Examples:
        | revision       |
        | in_a_loop      |
        | by_helpers     |
        | from_a_list    |
        | by_expressions |

    Scenario: The finding tells what is written for each row of which query
      When the rule "row-by-row-backfill" reads the revision "from_a_list"
      Then the audit names
        | severity | direction | message                                                                                                      |
        | warning  | upgrade   | one UPDATE of plans for each row of the loop in line 15 over: WITH p AS (SELECT 1) SELECT id FROM plans |
        | warning  | downgrade | one DELETE of slugs for each row of the loop in line 23 over: SELECT id FROM plans                        |

  Rule: Writes whose number does not grow with the rows are not named

    Scenario Outline: Revision <revision> does not write row by row
      When the rule "row-by-row-backfill" reads the revision "<revision>"
      Then the audit names nothing

      Examples:
        | revision     |
        | many_at_once |
        | over_names   |
