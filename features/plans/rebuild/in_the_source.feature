Feature: The sources of the revisions say that nothing is rebuilt and nothing spins

  What the database shows for the rows at hand, the audit reads for all rows.

  Rule: No revision drops and recreates, loops without a bound, or goes row by row

    @tdd_issue @tdd_issue_2418
    Scenario Outline: The audit looks for <rule> in the chain <variant>
      When I audit the chain "plans" <variant>
      Then "<rule>" is not named

      @tdd_expected_fail
      Examples: as reported
        | variant     | rule                |
        | as reported | drop-and-recreate   |
        | as reported | unbounded-loop      |
        | as reported | row-by-row-backfill |

      Examples: as repaired
        | variant     | rule                |
        | as repaired | drop-and-recreate   |
        | as repaired | unbounded-loop      |
        | as repaired | row-by-row-backfill |
