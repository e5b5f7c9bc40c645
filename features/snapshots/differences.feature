Feature: What differs between two snapshots

  Rule: Another spelling is no difference

    Scenario: A table is built again in other words
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "respelt"
      Then there is no difference
      And the tables built anew are "orders"

    @postgresql
    Scenario: A list in another order admits the same
      Given a database made by the script "shop"
      And the script "changed schema" ran
      When I take a snapshot before and after the script "reordered list"
      Then there is no difference

    Scenario: Blanks, comments, capitals, quotes, brackets, the order of a list
      When I compare these texts
        | one                         | other                                        |
        | VARCHAR(30)                 | varchar (30)                                 |
        | double precision            | DOUBLE  PRECISION                            |
        | phase IN ('a', 'b')         | ([phase] in ('b', /* or */ 'a'))             |
        | x NOT IN ('a', 'b')         | NOT ("x" IN ('b', 'a'))                      |
        | a > 1 AND (b < 2)           | (a>1) and (b<2) -- that is it                |
        | x = ANY (ARRAY['a', 'b'])   | (x = ANY ((ARRAY['b', 'a'])))                |
        | x <> ALL (ARRAY['a', 'b'])  | x <> ALL (ARRAY['b', 'a'])                   |
        | BEGIN SELECT 1; END         | begin  select 1; end                         |
      Then they all say the same

    Scenario: What is no matter of spelling
      When I compare these texts
        | one                 | other               |
        | a OR b AND c        | (a OR b) AND c      |
        | x = 'A'             | x = 'a'             |
        | ARRAY[1, 2]         | ARRAY[2, 1]         |
        | f(ARRAY[1, 2])      | f(ARRAY[2, 1])      |
        | phase IN ('a', 'b') | phase IN ('a')      |
        | VARCHAR(30)         | VARCHAR(31)         |
      Then none of them says the same

  Rule: What is gone, left over or changed is said in one line each

    @sqlite
    Scenario: Much has changed in a schema of SQLite
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "changed schema"
      Then the difference is
        """
        table customers is gone
        table _new_scans is left over
        table orders: column id was INTEGER NOT NULL filled by the database, is INTEGER NOT NULL
        table orders: column customer was VARCHAR(5), is VARCHAR(5) NOT NULL
        table orders: column status was TEXT DEFAULT 'open', is VARCHAR(9) NOT NULL DEFAULT 'open' COLLATE nocase
        table orders: primary key was (id), is (id, customer)
        table orders: check ck_status was (status IN ('open', 'paid')), is (status IN ('open', 'paid') OR id = 1)
        table orders: check (id > 0) is gone
        table orders: foreign key (customer) to customers (id) ON DELETE NO ACTION ON UPDATE NO ACTION is gone
        table orders: column double is left over
        table orders: unique (customer) is left over
        table orders: index ix_status is left over
        table orders: trigger tr_orders is left over
        table orders: option WITHOUT ROWID is left over
        table orders: order of columns was id, customer, status, is customer, id, status
        view paid is left over
        table _new_scans: row code='x' is new
        table customers: row id='c1', name='Ada' is gone
        table customers: row id='c2', name='Bob' is gone
        table orders: row id=2, customer='c1', status='paid' is gone
        table orders: row customer='c2', id=2, status='paid', double=4 is new
        """
      And the tables built anew are "orders"

    @postgresql
    Scenario: Much has changed in a schema of PostgreSQL
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "changed schema"
      Then the difference is
        """
        table orders: column customer is gone
        table orders: check ck_status was (status = ANY (ARRAY['open'::text, 'paid'::text])), is (status <> ALL (ARRAY['lost'::text, 'void'::text]))
        table orders: foreign key fk_customer is gone
        table orders: column feeling is left over
        table orders: index ix_status is left over
        enum mood is left over
        sequence ticket is left over
        function touch() is left over
        """
      And no table is built anew

    @mariadb
    Scenario: Much has changed in a schema of MariaDB
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "changed schema"
      Then the difference is
        """
        table orders: column id was int(11) NOT NULL, is int(11) NOT NULL filled by the database
        table orders: column status was varchar(9) DEFAULT 'open', is varchar(9) NOT NULL COLLATE utf8mb4_bin
        table orders: check ck_id is gone
        table orders: check ck_status was (`status` in ('open','paid')), is (`status` not in ('lost','void'))
        table orders: foreign key fk_customer is gone
        table orders: column feeling is left over
        table orders: index fk_customer is left over
        table orders: index ix_status is left over
        table orders: trigger tr_orders is left over
        table scans: option ENGINE=MyISAM is left over
        view paid is left over
        sequence ticket is left over
        function twice is left over
        """
      And the tables built anew are "orders, scans"

    @postgresql
    Scenario: An enum gets a value and a sequence is dropped
      Given a database made by the script "shop"
      And the script "changed schema" ran
      When I take a snapshot before and after the script "changed enum"
      Then the difference is
        """
        enum mood was ('sad', 'glad'), is ('sad', 'glad', 'mad')
        sequence ticket is gone
        """

    @sqlite
    Scenario: Columns stand in another order
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "columns in another order"
      Then the difference is
        """
        table scans: order of columns was code, seen, is seen, code
        """
      And no difference is more than weak

  Rule: Rows are matched by their primary key, without one as a whole

    Scenario: Rows are changed, gone and new
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "changed rows"
      Then the difference is
        """
        table customers: row id='c1', name='Ada' now has name='Ida'
        table customers: row id='c2', name='Bob' is gone
        table customers: row id='c3', name='Eve' is new
        table scans: row code='a', seen=NULL is gone
        table scans: row code='x', seen='a' is gone
        table scans: row code='a', seen='b' is new
        """

    @sqlite
    Scenario: NULLs in a primary key name no single row
      Given a database made by the script "nulls in a key"
      When I take a snapshot before and after the script "one null less"
      Then the difference is
        """
        table words: row word=NULL, times=2 is gone
        """

  Rule: The ledger is compared, too

    Scenario: One revision is taken back
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "ledger back"
      Then the difference is
        """
        the ledger was a1, b2, is a1
        """

    Scenario: The ledger is dropped
      Given a database made by the script "shop"
      When I take a snapshot before and after the script "ledger gone"
      Then the difference is
        """
        the ledger was a1, b2, is empty
        """
