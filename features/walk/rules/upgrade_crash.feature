Feature: upgrade-crash: the upgrade raises in the middle

  The database is the judge: nothing is reported that did not happen on it.

  Rule: An upgrade that dies on legal rows is an error, with the fewest rows that show it

    Scenario: Two users share an address that has to be unique from now on
      Given the chain "unique_on_the_way_up"
      When I walk it
      Then the errors are
        | rule          | revision | direction | hazard                                                     | rows |
        | upgrade-crash | r2       | upgrade   | users: two rows with the same email against ux_users_email | 2    |
      And among the errors are
        | rule          | at                           | statement                                           |
        | upgrade-crash | r2_one_user_an_address.py:10 | CREATE UNIQUE INDEX ux_users_email ON users (email) |

  Rule: An upgrade that dies without any rows is the revision's own fault, and what stands on it is named

    Scenario: A revision names a table that is nowhere
      Given the chain "refused_by_the_database"
      When I walk it
      Then the errors are
        | rule          | revision | direction | rows | at              | statement                           |
        | upgrade-crash | r2       | upgrade   | 0    | r2_broken.py:10 | INSERT INTO nowhere (id) VALUES (1) |
      And not exercised begins with
        | revision | direction | reason                        |
        | r3       | upgrade   | it needs what r2 did not do: |
        | r3       | downgrade | it needs what r2 did not do: |

  Rule: An upgrade that rows obey already is not spoken of, nor what it writes as it was

    Scenario: A wider key than the one that is there, an UPDATE and a DELETE that come to nothing
      Given the chain "obeyed_already"
      When I walk it
      Then there is no error, and no warning but of locks
