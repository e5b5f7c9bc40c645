Feature: What is seen of rows and of the ledger

  Rule: Rows are ordered by their primary key, without one by all their columns

    Scenario: A table with a key, one without, and a ledger
      Given a database made by the script "shop"
      When I take a snapshot
      Then the table "orders" is seen to hold
        | id | customer | status |
        | 1  | c1       | open   |
        | 2  | c1       | paid   |
      And the table "customers" is seen to hold
        | id | name |
        | c1 | Ada  |
        | c2 | Bob  |
      And rows are seen in "customers, orders, scans" alone
      And the ledger is seen to hold "a1, b2"

    @sqlite
    Scenario: SQLite puts NULL first
      Given a database made by the script "shop"
      When I take a snapshot
      Then the table "scans" is seen to hold
        | code | seen |
        | a    | NULL |
        | x    | a    |
        | x    | a    |
        | x    | b    |

    @sqlite
    Scenario: Names that need quotes on SQLite
      Given a database made by the script "odd names"
      When I take a snapshot
      Then the table "100% a.b "c"" is seen to hold
        | the % of "it" | select |
        | 1             | x      |
      And rows are seen in "100% a.b "c"" alone

    @postgresql
    Scenario: Names that need quotes on PostgreSQL
      Given a database made by the script "odd names"
      When I take a snapshot
      Then the table "public.100% a.b "c"" is seen to hold
        | the % of "it" | select |
        | 1             | x      |
      And rows are seen in "public.100% a.b "c"" alone

    @mariadb
    Scenario: Names that need quotes on MariaDB
      Given a database made by the script "odd names"
      When I take a snapshot
      Then the table "100% a.b "c`d" is seen to hold
        | the % of "it" | select |
        | 1             | x      |
      And rows are seen in "100% a.b "c`d" alone

    @mariadb
    Scenario: Values that are no text, and those beyond what Python knows
      Given a database made by the script "odd values"
      When I take a snapshot
      Then the table "kinds" is seen to hold
        | id | flags | bytes       | lasted        | day        | year | kinds | document   | amount       | ratio | address | letters |
        | 1  | 5     | b'\x00\xff' | 120:00:01.500 | 0000-00-00 | 2024 | p,q   | {"a": "é"} | 0.0000000010 | 1e300 | ::1     | ü       |
        | 2  | NULL  | NULL        | NULL          | NULL       | NULL | NULL  | NULL       | NULL         | NULL  | NULL    | NULL    |

    @postgresql
    Scenario: A table without columns
      Given a database made by the script "around tables"
      When I take a snapshot
      Then nothing is seen in the table "quick"

  Rule: The ledger is no part of schema and rows

    Scenario: There is no ledger
      Given a database made by the script "shop"
      And the script "ledger gone" ran
      When I take a snapshot
      Then the ledger is seen to be empty

    @postgresql
    Scenario: The ledger is in a schema of its own
      Given a database made by the script "shop"
      And the script "ledger apart" ran
      When I take a snapshot with the ledger "applied" of the schema "bookkeeping"
      Then the ledger is seen to hold "c3"

    @postgresql
    Scenario: The ledger is in the default schema, which is named
      Given a database made by the script "shop"
      And the script "ledger apart" ran
      When I take a snapshot with the ledger "applied" of the schema "public"
      Then the ledger is seen to hold "d4"

  Rule: Checksums are equal exactly where contents are

    Scenario: The same rows in another order
      Given a database made by the script "shop"
      When the script "same rows otherwise" runs on a clone
      Then the clone agrees on "scans"

    @sqlite
    Scenario: The same rows in columns of another order
      Given a database made by the script "shop"
      When the script "columns in another order" runs on a clone
      Then the clone agrees on "scans"

    Scenario: Other rows
      Given a database made by the script "shop"
      When the script "changed rows" runs on a clone
      Then the clone does not agree on "scans"
      And the clone does not agree on "customers"
      And the clone agrees on "orders"

    @sqlite @postgresql
    Scenario: The same values in other rows, and values of another type that look the same
      Given a database made by the script "values of any type"
      When the script "values of other types" runs on a clone
      Then the clone does not agree on "swapped"
      And the clone does not agree on "whole"
      And the clone does not agree on "written"
      And the clone does not agree on "bytes"
      And the clone does not agree on "precise"
      And the clone agrees on "rewritten"

    @postgresql
    Scenario: Empty tables, even one without columns
      Given a database made by the script "around tables"
      When the script "shop" runs on a clone
      Then the clone agrees on "notes"
      And the clone agrees on "quick"

  Rule: A reference that dangles is found although the database let it in

    @sqlite
    Scenario: Keys were not enforced, and one refers to no table
      Given a database made by the script "keys"
      When I check the references
      Then these references dangle
        """
        table letters: 2 rows refer through sender to people, where nothing answers
        table letters: 1 row refers through receiver to people, where nothing answers
        table letters: 1 row refers through stamp to stamps, where nothing answers
        """

    @mariadb
    Scenario: A key was switched off
      Given a database made by the script "keys"
      When I check the references
      Then these references dangle
        """
        table letters: 2 rows refer through sender to people, where nothing answers
        """

    @postgresql
    Scenario: A key was never validated
      Given a database made by the script "keys"
      When I check the references
      Then these references dangle
        """
        table letters: 2 rows refer through sender to people, where nothing answers
        """
