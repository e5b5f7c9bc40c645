Feature: The audit names statements that PostgreSQL does not run in a transaction

  A migration with such a statement in its transaction has never run as it is. The revisions below
  are kept in fixtures/audit/concurrently_in_transaction.

  Rule: Such a statement is named where the migration runs in a transaction

    Scenario Outline: Revision <revision> runs it in a transaction
      When the rule "concurrently-in-transaction" reads the revision "<revision>"
      Then "concurrently-in-transaction" is named at each marked line

      Examples:
        | revision                   |
        | inside                     |
        | pairs/001_with_others      |
        | pairs/002_in_its_own       |
        | dbmate/001_wrapped         |
        | dbmate/003_on_the_way_back |

    Scenario: The finding tells the statement
      When the rule "concurrently-in-transaction" reads the revision "dbmate/001_wrapped"
      Then the audit names
        | severity | direction | message                                                                                                    |
        | error    | upgrade   | PostgreSQL does not run this inside a transaction: CREATE INDEX CONCURRENTLY ix_plans_id ON plans (id) |

  Rule: What runs outside of the transaction is not named

    Scenario Outline: Revision <revision> keeps it out of the transaction
      When the rule "concurrently-in-transaction" reads the revision "<revision>"
      Then "concurrently-in-transaction" is not named

      Examples:
        | revision               |
        | outside                |
        | autocommit/by_itself   |
        | elsewhere/by_itself    |
        | pairs/003_alone        |
        | dbmate/002_not_wrapped |
