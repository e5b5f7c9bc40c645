@mariadb
Feature: MariaDB has the same schema as SQLite and PostgreSQL

  Each is held against each. The schemas are kept in fixtures/drift.

  Rule: What each writes in its own way is no difference

    Scenario: Types of one family, and what defaults are
      Given a table with these columns
        | column | on SQLite                      | on PostgreSQL               | on MariaDB                    |
        | a1     | INTEGER                        | INTEGER                     | INTEGER                       |
        | a2     | BIGINT                         | BIGINT                      | BIGINT                        |
        | a3     | SMALLINT                       | SMALLINT                    | SMALLINT UNSIGNED             |
        | a4     | BOOLEAN DEFAULT 1              | BOOLEAN DEFAULT true        | BOOLEAN DEFAULT true          |
        | a5     | BOOLEAN                        | BOOLEAN                     | BIT(1)                        |
        | b1     | VARCHAR(20) DEFAULT 'it''s'    | VARCHAR(20) DEFAULT 'it''s' | VARCHAR(20) DEFAULT 'it''s'   |
        | b2     | TEXT                           | TEXT                        | LONGTEXT                      |
        | b3     | CHAR(32)                       | UUID                        | UUID                          |
        | b4     | TEXT                           | UUID                        | CHAR(32)                      |
        | c1     | FLOAT                          | DOUBLE PRECISION            | FLOAT                         |
        | c2     | NUMERIC(10, 2) DEFAULT 0       | NUMERIC(10, 2) DEFAULT 0    | NUMERIC(10, 2) DEFAULT 0      |
        | d1     | DATETIME                       | TIMESTAMP WITH TIME ZONE    | DATETIME(6)                   |
        | d2     | TIMESTAMP DEFAULT (datetime()) | TIMESTAMP DEFAULT now()     | TIMESTAMP NULL DEFAULT now()  |
        | d3     | DATETIME                       | INTERVAL                    | DATETIME                      |
        | e1     | JSON                           | JSON                        | JSON                          |
        | f1     | BLOB                           | BYTEA                       | LONGBLOB                      |
        | f2     | TEXT                           | INET                        | VARCHAR(40)                   |
      When all schemas are compared
      Then all schemas are alike

    Scenario: Keys, conditions, indexes, enumerations
      Given the schemas "on three"
      When all schemas are compared
      Then all schemas are alike

  Rule: What holds something else is told

    Scenario: Beside SQLite
      Given a table with these columns
        | column | on SQLite         | on MariaDB          |
        | a1     | BIGINT            | INTEGER             |
        | a2     | INTEGER           | DATETIME            |
        | b1     | VARCHAR(20)       | VARCHAR(30)         |
        | b2     | TEXT              | LONGBLOB            |
        | c1     | NUMERIC(10, 2)    | NUMERIC(12, 2)      |
        | d1     | INTEGER DEFAULT 1 | INTEGER DEFAULT 2   |
        | e1     | INTEGER           | INTEGER NOT NULL    |
      When all schemas are compared
      Then they differ in these things
        | thing            | in          |
        | column things.a1 | type        |
        | column things.a2 | type        |
        | column things.b1 | type        |
        | column things.b2 | type        |
        | column things.c1 | type        |
        | column things.d1 | default     |
        | column things.e1 | nullability |

    Scenario: Beside PostgreSQL
      Given a table with these columns
        | column | on PostgreSQL | on MariaDB    |
        | a1     | BIGINT        | INTEGER       |
        | a2     | BOOLEAN       | INTEGER       |
        | b1     | UUID          | BIGINT        |
        | b2     | JSONB         | BLOB          |
      When all schemas are compared
      Then they differ in these things
        | thing            | in   |
        | column things.a1 | type |
        | column things.a2 | type |
        | column things.b1 | type |
        | column things.b2 | type |
