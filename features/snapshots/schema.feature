Feature: What is seen of a schema
  Beside tables a schema holds indexes on expressions, views, triggers, types and more.

  Rule: An index is seen with its expressions, its order and its condition

    @sqlite
    Scenario: Indexes of SQLite
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the table "notes" is seen with the indexes
        | name     | parts                | unique | where             | definition                                         |
        | by_title | lower(title) DESC, id | no     | title > 'where (' | (lower(title) DESC, id) WHERE title > 'where (' |
        | one_body | body                 | yes    |                   | (body COLLATE nocase)                              |

    @postgresql
    Scenario: Indexes of PostgreSQL
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the table "notes" is seen with the indexes
        | name     | parts            | unique | where                   | definition                                                                    |
        | by_title | lower(title), id | no     | title > 'USING ('::text | btree (lower(title) DESC, id) INCLUDE (body) WHERE (title > 'USING ('::text) |
        | one_body | body             | yes    |                         | btree (body)                                                                  |

    @mariadb
    Scenario: Indexes of MariaDB
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the table "notes" is seen with the indexes
        | name       | parts                   | unique | definition             |
        | beginnings | substr(`body`, 1, 3)     | yes    | (body(3))              |
        | by_title   | title, substr(`body`, 1, 10) | no     | (title DESC, body(10)) |
        | words      | body                    | no     | FULLTEXT (body)        |
      And the table "notes" is seen with the uniques
        | name      | columns |
        | one_title | title   |

  Rule: Views and triggers are seen with their texts

    @sqlite
    Scenario: Views and triggers of SQLite
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the schema is seen with the views
        | name    | text                               |
        | titles  | SELECT title FROM notes            |
        | renamed | (heading) AS SELECT title FROM notes |
      And the table "notes" is seen with the triggers
        | name  | text                                                           |
        | stamp | CREATE TRIGGER stamp AFTER INSERT ON Notes BEGIN SELECT 1; END |
      And the schema is seen with the others
        | name             | text                                                                     |
        | trigger redirect | CREATE TRIGGER redirect INSTEAD OF INSERT ON titles BEGIN SELECT 1; END |

    @postgresql
    Scenario: Views, triggers and what else PostgreSQL knows
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the schema is seen with the views
        | name   | text                     |
        | ids    | SELECT id FROM notes;    |
        | titles | SELECT title FROM notes; |
      And the table "notes" is seen with the triggers
        | name  | text                                                                          |
        | stamp | CREATE TRIGGER stamp BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION touch() |
      And the schema is seen with the others
        | name              |
        | domain postcode   |
        | extension vector  |
        | function touch()  |
        | schema archive    |
        | trigger redirect  |
      And the schema is seen with the enums
        | name          | values |
        | archive.state | b, a   |
      And the schema is seen with the sequences
        | name   |
        | ticket |

    @mariadb
    Scenario: Views, triggers and what else MariaDB knows
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the schema is seen with the views
        | name   | text                                           |
        | titles | select `notes`.`title` AS `title` from `notes` |
      And the table "notes" is seen with the triggers
        | name  | text                                                                     |
        | stamp | BEFORE INSERT ON notes FOR EACH ROW SET NEW.body = concat(NEW.body, '!') |
      And the schema is seen with the others
        | name            | text                                        |
        | event nightly   | RECURRING 1 DAY DELETE FROM notes           |
        | function twice  | (IN x int(11)) RETURNS int(11) RETURN 2 * x |
        | procedure clear | (OUT gone int(11)) DELETE FROM notes        |
      And the schema is seen with the sequences
        | name   |
        | ticket |

  Rule: Tables of the default schema are named plainly, others with their schema

    @postgresql
    Scenario: Tables in two schemas, and one with a dot in its name
      Given a database made by the script "around tables"
      When I take a snapshot
      Then the schema is seen with the tables
        | name                | options  |
        | archive.notes       |          |
        | notes               |          |
        | public.notes.old    |          |
        | owner_of_a_sequence |          |
        | quick               | UNLOGGED |

  Rule: What the database keeps for itself is left alone

    @sqlite
    Scenario: The shadows of a full-text table
      Given a database made by the script "kept by the database"
      When I take a snapshot
      Then the schema is seen with the tables
        | name  | options                 | holds rows |
        | plain | AUTOINCREMENT           | yes        |
        | found | USING fts5(title, body) | no         |
      And rows are seen in "plain" alone

    @postgresql
    Scenario: The parent of partitions
      Given a database made by the script "kept by the database"
      When I take a snapshot
      Then the schema is seen with the tables
        | name      | options                                                                  | holds rows |
        | days      | PARTITION BY RANGE (day)                                                 | no         |
        | days_2020 | PARTITION OF days FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') | yes        |
        | plain     |                                                                          | yes        |
      And rows are seen in "days_2020, plain" alone
