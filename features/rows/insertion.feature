Feature: The database is the judge of what is legal

  Rule: Rows that refer to each other in a circle come in with NULL first

    Scenario: One of two references may be NULL
      Given a step that drops every table of "circles"
      When I put in "one full row"
      Then the rows of "heads" are now
        | id | town_id |
        | 1  | 1       |
      And put into "heads" were
        | id | town_id |
        | 1  | 1       |
      And the rows of "towns" are now
        | id | head_id |
        | 1  | 1       |

    @postgresql
    Scenario: Neither may, but one can wait for the end of the transaction
      Given a step that drops every table of "deferred"
      When I put in "one full row"
      Then the rows of "heads" are now
        | id | town_id |
        | 1  | 1       |
      And the rows of "towns" are now
        | id | head_id |
        | 1  | 1       |

    Scenario: The row to come is refused
      Given a step that drops every table of "broken_circle"
      When I put in "one full row"
      Then the rows of "heads" are now
        | id | town_id |
        | 1  | NULL    |
      And the rows of "towns" are now
        | id | head_id |

    @sqlite
    Scenario: The reference itself is refused
      Given a step that drops every table of "hermits"
      When I put in "one full row"
      Then left out were
        | table | reason                            |
        | heads | CHECK constraint failed: ck_alone |
      And put into "heads" were
        | id | town_id |
        | 1  | NULL    |

  Rule: Rows that are there already are in nobody's way

    Scenario: Keys move, and what refers to them follows
      Given a step between the two sides of "family"
      When I put in "one full row" twice
      Then put into "plans" were
        | plan_id | parent_id | action_name |
        | 3       | NULL      | name-2      |
        | 4       | 3         | name-2      |
      And the rows of "owners" are now
        | plan_id | owner   |
        | 2       | owner-1 |
        | 4       | owner-1 |

    Scenario: References of a row to itself and to a row to come move as well
      Given a step between the two sides of "tree"
      And the rows of "plans" were
        | plan_id | parent_id | root_id |
        | 1       | NULL      | 1       |
      When I put in "plans: a two-cycle through parent_id"
      Then the rows of "plans" are now
        | plan_id | parent_id | root_id |
        | 1       | NULL      | 1       |
        | 2       | 3         | 2       |
        | 3       | 2         | 3       |

    Scenario: A table that can hold one row keeps the one it has
      Given a step that drops every table of "stubborn"
      And the rows of "settings" were
        | id | language |
        | 1  | en       |
      When I put in 1 rows of "beside"
      Then the rows of "settings" are now
        | id | language |
        | 1  | en       |

    @mariadb
    Scenario: A row has the number 0, for which MariaDB would take the next one
      Given a step that drops every table of "numbered"
      And the rows of "notes" were
        | id | word |
        | 0  | a    |
      When I put in 1 rows of "notes"
      Then the rows of "notes" are now
        | id | word   |
        | 0  | a      |
        | 1  | word-1 |

    @postgresql
    Scenario: Sequences go on behind the rows
      Given a step that drops every table of "sequences"
      When I put in "twins"
      Then the next row of "odd "names%" is numbered 3

  Rule: A refused row is tried again with other values where the database names a column or constraint

    @sqlite
    Scenario: A trigger that names a column, and one that names none
      Given a step that drops every table of "watched"
      When I put in "one full row"
      Then put into "logs" were
        | id | note | other | last   |
        | 1  | NULL | NULL  | last-1 |

    @mariadb
    Scenario: A trigger of MariaDB that names a column, and one that names none
      Given a step that drops every table of "watched"
      When I put in "one full row"
      Then put into "logs" were
        | id | note | other | last   |
        | 1  | NULL | NULL  | last-1 |

    @postgresql
    Scenario: A CHECK that only the database can judge, and a domain
      Given a step that drops every table of "watched"
      When I put in "one full row"
      Then put into "logs" were
        | id | note | other | last   |
        | 1  | b    | NULL  | last-1 |

  Rule: What the database will not have is told in its own words

    @sqlite
    Scenario: A plain load leaves it out, with what cannot be without it
      Given a step that drops every table of "stubborn"
      When I put in "children of children"
      Then left out were
        | table    | reason                            |
        | stubborn | CHECK constraint failed: ck_word  |
        | below    | CHECK constraint failed: ck_word  |
      And nothing was put into "below"
      And the rows of "beside" are now
        | id | stubborn_id |
        | 1  | NULL        |
        | 2  | NULL        |
        | 3  | NULL        |
        | 4  | NULL        |

    @postgresql
    Scenario: PostgreSQL's words
      Given a step that drops every table of "stubborn"
      When I put in "one full row"
      Then left out were
        | table    | reason                                                               |
        | stubborn | new row for relation "stubborn" violates check constraint "ck_word" |
        | below    | new row for relation "stubborn" violates check constraint "ck_word" |

    @mariadb
    Scenario: MariaDB's words
      Given a step that drops every table of "stubborn"
      When I put in "one full row"
      Then left out were
        | table    | reason                                     |
        | stubborn | CONSTRAINT `ck_word` failed for `stubborn` |
        | below    | CONSTRAINT `ck_word` failed for `stubborn` |

    @sqlite
    Scenario: A load without any row that is let in is rejected
      Given a step that drops every table of "stubborn"
      When I put in 2 rows of "stubborn"
      Then all of it is rejected because of "stubborn": CHECK constraint failed: ck_word

    @postgresql
    Scenario: What is found out only at the end of the transaction
      Given a step that drops every table of "late"
      When I put in "one full row" twice
      Then all of it is rejected because of "late": duplicate key value violates unique constraint "late_pkey"

    @sqlite
    Scenario: There is an end to trying
      Given a step that drops every table of "wide"
      When I put in "one full row"
      Then all of it is rejected because of "wide": CHECK constraint failed: ck_never

    Scenario: A hazard's load is put in whole or not at all
      Given a step between the two sides of "keys"
      When of "parts: two rows with the same place, alias against uq_place_alias" I put in nothing but the rows of "parts"
      Then all of it is rejected because of "parts": no row of machines has id 1

    Scenario: One row of two would be let in
      Given a step between the two sides of "keys"
      And the rows of "owners" were
        | name |
        | Ann  |
      And the rows of "machines" were
        | id | code | site | gone |
        | 1  | a    | Ann  | 0    |
      When of "parts: two rows with the same place, alias against uq_place_alias" I put in nothing but the rows of "parts"
      Then all of it is rejected because of "parts": no row of machines has id 2

    @postgresql
    Scenario: A circle that stays open until the end of the transaction
      Given a step that drops every table of "deferred"
      When of "one full row" I put in nothing but the rows of "towns"
      Then all of it is rejected because of "towns": no row of heads has id 1

  Rule: Values are legal for the declared type, and readable

    @sqlite
    Scenario: The types of SQLite
      Given a step that drops every table of "kinds"
      When I put in "every literal"
      Then the rows of "kinds" are now
        | id | flag | day        | hour     | moment              | price | ulid                       | guid                                 | hex_id                           | letter | data        | raw      | anything   | until |
        | 1  | 1    | 2024-03-01 | 12:00:01 | 2024-02-29 12:00:01 | 1.25  | 01HZ0000000000000000000001 | 00000000-0000-4000-8000-000000000001 | 00000000000040008000000000000001 | 1      | {"data": 1} | b'raw-1' | anything-1 | 2024-03-01 |
        | 2  | 0    | 1970-01-01 | 00:00:00 | 1970-01-01 00:00:00 | 2     | 01HZ0000000000000000000002 | 00000000-0000-4000-8000-000000000002 | 00000000000040008000000000000002 | Ü      | {}          | b''      | 2          | 1970-01-01 |

    @postgresql
    Scenario: The types of PostgreSQL
      Given a step that drops every table of "kinds"
      When I put in "every literal"
      Then the rows of "kinds" are now
        | id | flag  | day        | hour     | moment                 | price | ulid                       | guid                                 | letter | data        | raw          | list | pause  | until |
        | 1  | true  | 2024-03-01 | 12:00:01 | 2024-02-29 12:00:01+00 | 1.25  | 01HZ0000000000000000000001 | 00000000-0000-4000-8000-000000000001 | 1      | {"data": 1} | \x7261772d31 | {1}  | 1 day  | 2024-03-01 |
        | 2  | false | 1970-01-01 | 00:00:00 | 1970-01-01 00:00:00+00 | 2.00  | 01HZ0000000000000000000002 | 00000000-0000-4000-8000-000000000002 | Ü      | {}          | \x           | {}   | 2 days | 1970-01-01 |

    @mariadb
    Scenario: The types of MariaDB
      Given a step that drops every table of "kinds"
      When I put in "every literal"
      Then the rows of "kinds" are now
        | id | flag | day        | hour     | moment              | price | ulid                       | guid                                 | letter | data        | raw      | bits | year | address     | mood | flags | seen | tiny | doubled |
        | 1  | 1    | 2024-03-01 | 12:00:01 | 2024-02-29 12:00:01 | 1.25  | 01HZ0000000000000000000001 | 00000000-0000-4000-8000-000000000001 | 1      | {"data": 1} | b'raw-1' | 1    | 2001 | 2001:db8::1 | good | a     | 1    | 1    | 3       |
        | 2  | 0    | 1970-01-01 | 00:00:00 | 1970-01-01 00:00:00 | 2.00  | 01HZ0000000000000000000002 | 00000000-0000-4000-8000-000000000002 | Ü      | {}          | b''      | 2    | 2002 | 2001:db8::2 | bad  | b     | 0    | 0    | 4       |
