Feature: The audit names identifiers that are too long for the ledger

  Alembic's ledger takes 32 characters. SQLite does not look at the length, PostgreSQL refuses.
  The revisions below are kept in fixtures/audit/revision_id_too_long.

  Rule: One character more than the ledger takes is named

    Scenario: 33 characters
      When the rule "revision-id-too-long" reads the revision "a_reason_for_refusals_of_33_chars"
      Then "revision-id-too-long" is named at each marked line

    Scenario: It says how many there are and how many the ledger takes
      When the rule "revision-id-too-long" reads the revision "a_reason_for_refusals_of_33_chars"
      Then the audit names
        | severity | message                                                   |
        | error    | its identifier has 33 characters, and the ledger takes 32 |

  Rule: What the ledger takes, or may take, is not named

    Scenario Outline: <what>
      When the rule "revision-id-too-long" reads the revision "<revision>"
      Then the audit names nothing

      Examples:
        | what                                    | revision                                |
        | 32 characters                           | a_reason_for_refusals_32_letters        |
        | A chain that has made that column wider | wider/a_reason_for_refusals_of_33_chars |
