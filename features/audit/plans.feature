Feature: The audit finds the migrations of report 2418 in their sources

  Rule: Nothing in the sources of the chain hurts

    @tdd_issue @tdd_issue_2418
    Scenario Outline: The sources of the chain <variant>
      When I audit the chain "plans" <variant>
      Then the audit names nothing

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: Exactly the revisions of the report are named

    Scenario: The four migrations of the report
      When I audit the chain "plans" as reported
      Then the audit names
        | rule                | revision | direction |
        | drop-and-recreate   | a5_003   | upgrade   |
        | drop-and-recreate   | a5_003   | downgrade |
        | drop-and-recreate   | a5_004   | upgrade   |
        | drop-and-recreate   | a5_004   | downgrade |
        | drop-and-recreate   | a5_005   | upgrade   |
        | drop-and-recreate   | a5_005   | downgrade |
        | drop-and-recreate   | m8_001   | upgrade   |
        | drop-and-recreate   | m8_001   | downgrade |
        | unbounded-loop      | m8_001   | upgrade   |
        | row-by-row-backfill | m8_001   | upgrade   |
