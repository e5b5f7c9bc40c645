Feature: The audit names what is added though it is there already

  A database that is migrated from the start stops at the second. The revisions below are kept in
  fixtures/audit/duplicate_add.

  Rule: A table, column or index that an ancestor has brought is named where it is added again

    Scenario Outline: Revision <revision> adds what is there
      When the rule "duplicate-add" reads the revision "<revision>"
      Then "duplicate-add" is named at each marked line

      Examples: Of Alembic
        | revision            |
        | added_again         |
        | after_it_went       |
        | where_branches_meet |

      Examples: Of SQL files
        | revision                     |
        | pairs/002_added_again        |
        | pairs/004_under_the_new_name |

    Scenario: The finding tells who brought it before
      When the rule "duplicate-add" reads the revision "pairs/004_under_the_new_name"
      Then the audit names
        | severity | direction | message                                                                     |
        | error    | upgrade   | the column state of plans_of_old is there already, from 001, line 1         |
        | error    | upgrade   | the index ix_plans_state of plans_of_old is there already, from 003, line 9 |

    Scenario: A table that comes twice is one finding, not one for each of its columns
      When the rule "duplicate-add" reads the revision "pairs/002_added_again"
      Then the audit names
        | rule                        | message                                                                                                     |
        | duplicate-add               | the column phase of plans is there already, from 001, line 1                                                |
        | duplicate-add               | the column price of plans is there already, from 001, line 1                                                |
        | concurrently-in-transaction | PostgreSQL does not run this inside a transaction: CREATE INDEX CONCURRENTLY ix_plans_phase ON plans (phase) |
        | duplicate-add               | the index ix_plans_phase of plans is there already, from 001, line 8                                        |
        | duplicate-add               | the table plans is there already, from 001, line 1                                                          |
        | duplicate-add               | the table reports is there already, from 002, line 13                                                       |

  Rule: What may not be there, or may not be added, is not named

    Scenario Outline: Revision <revision> adds nothing for certain that is there
      When the rule "duplicate-add" reads the revision "<revision>"
      Then "duplicate-add" is not named

      Examples:
        | revision             |
        | said_to_be_there     |
        | gone_before          |
        | gone_on_the_way      |
        | beside_it            |
        | perhaps              |
        | anything_may_be_gone |
        | circle/round_one     |
        | pairs/003_moved      |
