Feature: database-drift: two databases end in different schemas

  Tests run on the one, users on the other. What each kind of database has its own way of is no
  drift, and neither is what a later revision levels.

  @sqlite
  Rule: What one database has and the other lacks is a warning at the revision that parted them

    Scenario: A key and a default that SQLite was not given, and an index that it gets later
      Given the chain "parted"
      When I walk it on every database that it was written for, with "none" data
      Then the warnings but of locks are
        | rule           | revision | message                                                                                                                                                                |
        | database-drift | r2       | the databases part: unique key (address) of users is on postgresql alone; column users.visits is INTEGER on sqlite, bigint DEFAULT '0'::bigint on postgresql (default) |

  @sqlite
  Rule: What each writes in its own way is no drift

    Scenario: Keys, enumerations, booleans, moments, JSON, conditions, expressions
      Given the chain "own_ways"
      When I walk it on every database that it was written for, with "none" data
      Then there is no error and no warning

  Rule: One database by itself has nothing to differ from

    Scenario: The same chain on one of them
      Given the chain "parted"
      When I walk it with "none" data
      Then there is no error, and no warning but of locks
