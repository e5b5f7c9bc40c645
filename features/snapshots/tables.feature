Feature: What is seen of a table
  A snapshot shows columns, constraints and indexes as the database prints them.

  Rule: A condition is seen whole, however it is written

    @sqlite
    Scenario: SQLite keeps conditions and names in the text of the table alone
      Given a database made by the script "odd constraints"
      When I take a snapshot
      Then the table "the orders" is seen with the checks
        | name         | text                                                               |
        |              | note <> ')'                                                        |
        | a quantity   | quantity > 0 AND quantity IN (1, 2, 3)                             |
        | like_a_quote | note LIKE '%''%' OR note = "note"                                  |
        |              | json_valid("check") OR note GLOB '[a-z]*' OR note = x'00ff'        |
      And the table "the orders" is seen with the uniques
        | name     | columns        |
        |          | note           |
        | one each | quantity, note |
      And the table "the orders" is seen with the columns
        | name     | type           | nullable | default   | generated      | identity | collation |
        | id       | INTEGER        | no       |           |                | yes      |           |
        | note     | VARCHAR(30)    | no       | 'CHECK (' |                | no       | nocase    |
        | quantity | INT            | yes      |           |                | no       |           |
        | check    | TEXT           | yes      | 'it''s'   |                | no       |           |
        | price    | DECIMAL(10, 2) | no       | 1 + 2     |                | no       |           |
        | double   | INT            | yes      |           | quantity * (2) | no       |           |
        | shout    |                | yes      |           | note \|\| ','  | no       |           |
        | deferred | TEXT           | yes      | deferred  |                | no       |           |

    @sqlite
    Scenario: SQLite has tables with options and keys of several kinds
      Given a database made by the script "odd constraints"
      When I take a snapshot
      Then the schema is seen with the tables
        | name       | primary key | options               |
        | the orders | id          | AUTOINCREMENT         |
        | pairs      | a, b        | WITHOUT ROWID, STRICT  |
        | backwards  | id          |                       |
        | copied     |             |                       |
      And the table "pairs" is seen with the checks
        | name   | text   |
        | unlike | a <> b |
      And the table "backwards" is seen with the columns
        | name | nullable | identity |
        | id   | yes      | no       |
        | x)   | yes      | no       |
      And the table "copied" is seen with the columns
        | name     | type |
        | a number |      |

    @postgresql
    Scenario: PostgreSQL prints conditions in its own way
      Given a database made by the script "odd constraints"
      When I take a snapshot
      Then the table "the orders" is seen with the checks
        | name                  | text                                                                               |
        | a quantity            | quantity > 0                                                                       |
        | the orders_note_check | note::text = ANY (ARRAY['a'::character varying, 'b)'::character varying]::text[]) |
      And the table "the orders" is seen with the uniques
        | name     | columns        |
        | one each | quantity, note |
      And the table "the orders" is seen with the columns
        | name         | type                  | nullable | default                                  | generated    | identity | collation |
        | id           | integer               | no       | nextval('"the orders_id_seq"'::regclass) |              | yes      |           |
        | note         | character varying(30) | no       | 'CHECK ('::character varying             |              | no       | C         |
        | quantity     | integer               | yes      |                                          |              | no       |           |
        | check        | text                  | yes      |                                          |              | no       |           |
        | feeling      | mood                  | yes      | 'sad'::mood                              |              | no       |           |
        | zip          | character varying(7)  | no       | 'none'::character varying                |              | no       |           |
        | price        | numeric(10,2)[]       | yes      |                                          |              | no       |           |
        | double       | integer               | yes      |                                          | quantity * 2 | no       |           |
        | number       | integer               | no       | generated always as identity             |              | yes      |           |
        | other_number | integer               | no       | generated by default as identity         |              | yes      |           |
      And the table "rooms" is seen with the indexes
        | name              | parts  | definition                            |
        | one_at_a_time     | during | EXCLUDE USING gist (during WITH &&)   |

    @mariadb
    Scenario: MariaDB gives names to conditions and has a type for what is a condition
      Given a database made by the script "odd constraints"
      When I take a snapshot
      Then the table "the orders" is seen with the checks
        | name         | text                                  |
        |              | `note` <> ')'                         |
        | a quantity   | `quantity` > 0                        |
        | CONSTRAINT_1 | `quantity` < 9                        |
        | like_a_quote | `note` like '%\'%' or `note` = 'note' |
      And the table "the orders" is seen with the uniques
        | name     | columns        |
        | note     | note           |
        | one each | quantity, note |
      And the table "the orders" is seen with the columns
        | name     | type                                    | nullable | default             | generated      | identity | collation   |
        | id       | bigint(20) unsigned                     | no       |                     |                | yes      |             |
        | note     | varchar(30)                             | no       | 'CHECK ('           |                | no       | utf8mb4_bin |
        | quantity | int(11)                                 | yes      |                     |                | no       |             |
        | check    | text                                    | yes      | 'it\'s'             |                | no       |             |
        | price    | decimal(10,2)                           | no       | (1 + 2)             |                | no       |             |
        | double   | int(11)                                 | yes      |                     | `quantity` * 2 | no       |             |
        | phase    | enum('new','it''s')                     | no       | 'new'               |                | no       |             |
        | kinds    | set('a','b')                            | yes      |                     |                | no       |             |
        | said     | json                                    | yes      |                     |                | no       |             |
        | flags    | bit(3)                                  | yes      | b'101'              |                | no       |             |
        | changed  | timestamp on update current_timestamp() | no       | current_timestamp() |                | no       |             |
        | number   | int(11)                                 | yes      | nextval(`ticket`)   |                | no       |             |
      And the schema is seen with the tables
        | name       | primary key | options                                                                                                 |
        | days       | day         | ENGINE=Aria COLLATE utf8mb4_bin PARTITION BY RANGE year(`day`) old 2020, RANGE year(`day`) new MAXVALUE |
        | kept       |             | WITH SYSTEM VERSIONING                                                                                  |
        | the orders | id          |                                                                                                         |

  Rule: A foreign key is seen with everything it does

    @sqlite
    Scenario: SQLite lets a key refer to what does not exist
      Given a database made by the script "keys"
      When I take a snapshot
      Then the table "letters" is seen with the foreign keys
        | name      | columns     | referred table | referred columns | on delete | on update | timing                        |
        |           | sender      | people         | id               | NO ACTION | NO ACTION |                               |
        | to_whom   | receiver    | people         | id               | CASCADE   | NO ACTION |                               |
        | answers   | answered    | letters        | id               | NO ACTION | NO ACTION |                               |
        |           | stamp       | stamps         |                  | NO ACTION | SET NULL  | DEFERRABLE INITIALLY DEFERRED |
        | full_name | last, first | people         | last, first      | NO ACTION | NO ACTION |                               |

    @postgresql
    Scenario: PostgreSQL lets a key wait
      Given a database made by the script "keys"
      When I take a snapshot
      Then the table "letters" is seen with the foreign keys
        | name      | columns     | referred table | referred columns | on delete   | on update | timing                        |
        | answers   | answered    | letters        | id               | SET DEFAULT | NO ACTION | DEFERRABLE                    |
        | by_whom   | sender      | people         | id               | NO ACTION   | NO ACTION |                               |
        | full_name | last, first | people         | last, first      | NO ACTION   | SET NULL  | DEFERRABLE INITIALLY DEFERRED |
        | to_whom   | receiver    | people         | id               | CASCADE     | RESTRICT  |                               |

    @mariadb
    Scenario: MariaDB makes an index for a key, and leaves it behind
      Given a database made by the script "keys"
      When I take a snapshot
      Then the table "letters" is seen with the foreign keys
        | name           | columns     | referred table | referred columns | on delete | on update |
        | full_name      | last, first | people         | last, first      | NO ACTION | SET NULL  |
        | letters_ibfk_1 | sender      | people         | id               | NO ACTION | NO ACTION |
        | to_whom        | receiver    | people         | id               | CASCADE   | NO ACTION |
      And the table "letters" is seen with the indexes
        | name      | parts    |
        | answers   | answered |
        | to_sender | sender   |
