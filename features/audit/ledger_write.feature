Feature: The audit names migrations that write the ledger

  The runner records what it ran; a migration that does so too makes two rows of one.
  The revisions below are kept in fixtures/audit/ledger_write.

  Rule: Whatever writes, empties, drops or renames the chain's own ledger is named

    Scenario Outline: Revision <revision> writes the ledger
      When the rule "ledger-write" reads the revision "<revision>"
      Then "ledger-write" is named at each marked line

      Examples: Of Alembic, whose environment may give the ledger another name
        | revision           |
        | writes_it          |
        | named/in_words     |
        | default/by_default |

      Examples: Of SQL files
        | revision                   |
        | pairs/001_records_itself   |
        | flyway/V1__of_flyway       |

    Scenario: The finding tells what is written
      When the rule "ledger-write" reads the revision "named/in_words"
      Then the audit names
        | severity | direction | message                                |
        | error    | upgrade   | DELETE of plan_versions, the ledger itself |

  Rule: Making the ledger, reading it, and another tool's ledger are not named

    Scenario Outline: Revision <revision> leaves the ledger alone
      When the rule "ledger-write" reads the revision "<revision>"
      Then "ledger-write" is not named

      Examples:
        | revision            |
        | leaves_it           |
        | pairs/002_leaves_it |
