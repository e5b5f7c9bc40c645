@postgresql
Feature: Two kinds of database have the same schema

  Each has its own words for types, its own ways to keep a key unique, and names of its own. What
  they admit is compared. The schemas are kept in fixtures/drift.

  Rule: Types of one family are the same

    Scenario: What SQLite's few types stand for
      Given a table with these columns
        | column | on SQLite        | on PostgreSQL            |
        | a1     | INTEGER          | INTEGER                  |
        | a2     | INTEGER          | BIGINT                   |
        | a3     | INT              | SMALLINT                 |
        | a4     | BIGINT           | BIGINT                   |
        | a5     | INTEGER          | BOOLEAN                  |
        | a6     | BOOLEAN          | BOOLEAN                  |
        | b1     | TEXT             | VARCHAR                  |
        | b2     | VARCHAR(20)      | VARCHAR(20)              |
        | b3     | TEXT             | VARCHAR(20)              |
        | b4     | NATIVE CHARACTER | TEXT                     |
        | b5     | TEXT             | UUID                     |
        | b6     | CHAR(32)         | UUID                     |
        | c1     | REAL             | DOUBLE PRECISION         |
        | c2     | DOUBLE PRECISION | NUMERIC                  |
        | c3     | NUMERIC(10, 2)   | NUMERIC(10, 2)           |
        | d1     | TEXT             | TIMESTAMP                |
        | d2     | DATETIME         | TIMESTAMP WITH TIME ZONE |
        | d3     | DATE             | DATE                     |
        | e1     | TEXT             | JSONB                    |
        | e2     | JSON             | JSON                     |
        | f1     | BLOB             | BYTEA                    |
        | f2     |                  | BYTEA                    |
        | f3     | TEXT             | TEXT[]                   |
      When both schemas are compared
      Then both schemas are alike

    Scenario: Types that hold something else
      Given a table with these columns
        | column | on SQLite      | on PostgreSQL  |
        | a1     | BIGINT         | INTEGER        |
        | a2     | INTEGER        | TEXT           |
        | a3     | TEXT           | BOOLEAN        |
        | b1     | VARCHAR(20)    | VARCHAR(30)    |
        | b2     | BLOB           | TEXT           |
        | c1     | NUMERIC(10, 2) | NUMERIC(12, 2) |
        | c2     | MONEYS         | TEXT           |
        | d1     | INTEGER        | TIMESTAMP      |
      When both schemas are compared
      Then they differ in these things
        | thing            | in   |
        | column things.a1 | type |
        | column things.a2 | type |
        | column things.a3 | type |
        | column things.b1 | type |
        | column things.b2 | type |
        | column things.c1 | type |
        | column things.c2 | type |
        | column things.d1 | type |

  Rule: Defaults are the same where they are the same constant, or both are computed

    Scenario: Constants in the words of each, and functions
      Given a table with these columns
        | column | on SQLite                          | on PostgreSQL                  |
        | a1     | INTEGER DEFAULT 0                  | BOOLEAN DEFAULT false          |
        | a2     | INTEGER DEFAULT (-1)               | INTEGER DEFAULT -1             |
        | a3     | NUMERIC DEFAULT '0.0'              | NUMERIC DEFAULT 0              |
        | a4     | TEXT DEFAULT 'idle'                | VARCHAR DEFAULT 'idle'         |
        | a5     | TEXT DEFAULT NULL                  | TEXT                           |
        | a6     | TEXT DEFAULT CURRENT_TIMESTAMP     | TIMESTAMP DEFAULT now()        |
        | a7     | TEXT DEFAULT (hex(randomblob(16))) | UUID DEFAULT gen_random_uuid() |
      When both schemas are compared
      Then both schemas are alike

    Scenario: Another constant, none, and a function
      Given a table with these columns
        | column | on SQLite           | on PostgreSQL           |
        | a1     | INTEGER DEFAULT 0   | BOOLEAN DEFAULT true    |
        | a2     | TEXT DEFAULT 'idle' | TEXT                    |
        | a3     | TEXT                | TIMESTAMP DEFAULT now() |
        | a4     | TEXT DEFAULT ''     | TIMESTAMP DEFAULT now() |
      When both schemas are compared
      Then they differ in these things
        | thing            | in      |
        | column things.a1 | default |
        | column things.a2 | default |
        | column things.a3 | default |
        | column things.a4 | default |

  Rule: Keys, conditions and indexes are known by what they admit

    Scenario: Written in the way of each
      Given the schemas "own ways"
      When both schemas are compared
      Then both schemas are alike

    Scenario: One of each kind is different
      Given the schemas "each kind"
      When both schemas are compared
      Then they differ in these things
        | thing                                                                                | in                     | on PostgreSQL                                                     |
        | table moments                                                                        |                        |                                                                   |
        | table voices                                                                         |                        | missing                                                           |
        | view idle                                                                            |                        | missing                                                           |
        | column agents.voice                                                                  |                        | missing                                                           |
        | column agents.id                                                                     | filled by the database | integer NOT NULL                                                  |
        | column agents.state                                                                  | nullability, default   | text DEFAULT 'busy'::text                                         |
        | column agents.created_at                                                             | default                | timestamp without time zone                                       |
        | column agents.twice                                                                  | generated              | integer GENERATED AS (2)                                          |
        | primary key (agent_id, cron) of schedules                                            |                        | (agent_id)                                                        |
        | unique key (name) of agents                                                          |                        | missing                                                           |
        | check (mood IN ('good', 'bad')) of agents                                            |                        | (mood IN ('bad', 'good', 'mixed'))                                |
        | check (priority > 0) of agents                                                       |                        | missing                                                           |
        | check (state IN ('idle', 'busy')) of agents                                          |                        | (state = ANY (ARRAY['idle'::text, 'busy'::text, 'gone'::text]))   |
        | index agents_by_state (state) WHERE state = 'idle' of agents                         |                        | agents_by_state (state) WHERE state = 'busy'::text                |
        | index agents_idle UNIQUE (priority) WHERE state = 'idle' of agents                   |                        | missing                                                           |
        | index agents_named UNIQUE (lower(name)) WHERE state = 'idle'::text of agents         |                        | agents_named UNIQUE (lower(name)) WHERE state = 'idle'::text      |
        | foreign key (agent_id) to agents (id) ON DELETE CASCADE ON UPDATE NO ACTION of loops |                        | (agent_id) to agents (id) ON DELETE NO ACTION ON UPDATE NO ACTION |
