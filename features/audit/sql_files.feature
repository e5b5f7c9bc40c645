Feature: The rules of the audit hold for SQL files as they do for Python

  What stands in blocks of PL/pgSQL is read too. The files are kept in a folder of each rule below
  fixtures/audit.

  Rule: What a rule names in Python it names in SQL

    Scenario Outline: <rule> in the file <revision>
      When the rule "<rule>" reads the revision "pairs/<revision>"
      Then "<rule>" is named at each marked line

      Examples:
        | rule                | revision          |
        | drop-and-recreate   | 002_anew          |
        | empty-downgrade     | 001_missing       |
        | empty-downgrade     | 002_rows_alone    |
        | row-by-row-backfill | 001_in_a_loop     |
        | unbounded-loop      | 001_may_never_end |

    Scenario Outline: <rule> has nothing to say of the file <revision>
      When the rule "<rule>" reads the revision "pairs/<revision>"
      Then "<rule>" is not named

      Examples:
        | rule                | revision       |
        | drop-and-recreate   | 003_in_place   |
        | empty-downgrade     | 003_undoes     |
        | empty-downgrade     | 004_refuses    |
        | row-by-row-backfill | 002_over_names |
        | unbounded-loop      | 002_ends       |

  Rule: A missing way back is a note where rows alone were changed, else a warning

    Scenario: Two files without a way back
      When the rule "empty-downgrade" reads the folder "pairs"
      Then the audit names
        | severity | revision | message                                                                               |
        | warning  | 001      | the downgrade is missing, so what the upgrade did stays while the ledger forgets it   |
        | note     | 002      | the downgrade does nothing, so what the upgrade did stays while the ledger forgets it |

    Scenario Outline: No way back is meant in the folder <folder>
      When the rule "empty-downgrade" reads the folder "<folder>"
      Then the audit names nothing

      Examples: It only goes forwards, or what has no way back is run again and again
        | folder  |
        | forward |
        | flyway  |
