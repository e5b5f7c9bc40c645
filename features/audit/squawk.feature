Feature: The audit passes on what squawk says of the SQL for PostgreSQL

  Squawk is a linter for PostgreSQL. The migrations below are kept in fixtures/audit/squawk.

  Rule: Operations are given to it as the SQL that they send, with the SQL beside them

    Scenario: Each revision by itself, so that only what it makes is new
      When squawk is asked about the folder "operations"
      Then the audit names
        | rule                                     | revision | direction | line | statement                                                                  |
        | squawk/require-concurrent-index-creation | altered  | upgrade   | 11   | CREATE INDEX ix_plans_facts ON plans (facts);                              |
        | squawk/require-lock-timeout              | altered  | upgrade   | 11   | CREATE INDEX ix_plans_facts ON plans (facts);                              |
        | squawk/require-statement-timeout         | altered  | upgrade   | 11   | CREATE INDEX ix_plans_facts ON plans (facts);                              |
        | squawk/changing-column-type              | altered  | upgrade   | 13   | ALTER TABLE plans ALTER COLUMN plan_id TYPE NUMERIC(20, 0);                |
        | squawk/constraint-missing-not-valid      | altered  | upgrade   | 14   | ALTER TABLE plans ADD CONSTRAINT ck_plans_facts CHECK (facts IS NOT NULL); |
        | squawk/changing-column-type              | altered  | downgrade | 22   | ALTER TABLE plans ALTER COLUMN plan_id TYPE BIGINT;                        |
        | squawk/prefer-robust-stmts               | apart    | upgrade   | 13   | CREATE INDEX CONCURRENTLY ix_phase ON plans (phase);                       |

  Rule: Files of SQL are given to it as they are, each way by itself

    Scenario: Pairs of files, with a comment for squawk in one of them
      When squawk is asked about the folder "pairs"
      Then the audit names
        | rule                                     | revision | direction | line | statement                                          |
        | squawk/prefer-text-field                 | 001      | upgrade   | 3    | phase varchar(20)                                  |
        | squawk/require-lock-timeout              | 001      | upgrade   | 5    | CREATE INDEX ix_plans_phase ON plans (phase);      |
        | squawk/require-statement-timeout         | 001      | upgrade   | 5    | CREATE INDEX ix_plans_phase ON plans (phase);      |
        | squawk/constraint-missing-not-valid      | 002      | upgrade   | 7    | ADD CONSTRAINT ck_plans_stage CHECK (stage <> ''); |
        | squawk/require-concurrent-index-creation | 002      | upgrade   | 8    | CREATE INDEX ix_plans_stage ON plans (stage);      |
        | squawk/require-concurrent-index-deletion | 002      | downgrade | 1    | DROP INDEX ix_plans_stage;                         |
        | squawk/renaming-column                   | 002      | downgrade | 3    | ALTER TABLE plans RENAME COLUMN stage TO phase;    |

    Scenario: One file for both ways, and one that is run without a transaction
      When squawk is asked about the folder "dbmate"
      Then the audit names
        | rule                                     | revision | direction | line | statement                               |
        | squawk/require-lock-timeout              | 001      | upgrade   | 2    | ALTER TABLE plans ADD COLUMN stage text; |
        | squawk/require-statement-timeout         | 001      | upgrade   | 2    | ALTER TABLE plans ADD COLUMN stage text; |
        | squawk/prefer-robust-stmts               | 002      | upgrade   | 2    | ALTER TABLE plans ADD COLUMN phase text; |
        | squawk/require-concurrent-index-deletion | 002      | downgrade | 6    | DROP INDEX ix_plans_phase;               |

    Scenario: Files for SQLite are none of its business
      When squawk is asked about the folder "sqlite"
      Then the audit names nothing

  Rule: Its findings are notes in its own words

    Scenario: The settings of the folder hold: rules and a file are left out
      When squawk is asked about the folder "settings"
      Then the audit names
        | severity | rule                                     | message                                                                                                                           | remedy                                                                                                  |
        | note     | squawk/require-concurrent-index-creation | During normal index creation, table updates are blocked, but reads are still allowed.                                             | Use `concurrently` to avoid blocking writes. https://squawkhq.com/docs/require-concurrent-index-creation |
        | note     | squawk/require-concurrent-index-deletion | A normal `DROP INDEX` acquires an `ACCESS EXCLUSIVE` lock on the table, blocking other accesses until the index drop can complete. | Drop the index `CONCURRENTLY`. https://squawkhq.com/docs/require-concurrent-index-deletion               |

  Rule: Where it does not answer, one line says why, and nothing fails

    Scenario: It is not there
      When "no-squawk" is asked about the folder "pairs"
      Then nothing is said, for "squawk is not there: its rules were not asked"

    Scenario: Its settings cannot be read
      When squawk is asked about the folder "torn"
      Then nothing is said, for "squawk cannot be asked: Configuration error: unexpected eof encountered at line 2 column 1"
