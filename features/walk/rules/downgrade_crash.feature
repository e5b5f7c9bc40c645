Feature: downgrade-crash: the downgrade raises in the middle

  A downgrade is run when something is wrong already.

  Rule: A downgrade that dies on rows that came in since is an error

    Scenario: Two users share an address, and the way back wants it unique
      Given the chain "unique_on_the_way_down"
      When I walk it
      Then the errors are
        | rule            | revision | direction | hazard                                                     | rows |
        | downgrade-crash | r2       | downgrade | users: two rows with the same email against ux_users_email | 2    |
      And among the errors are
        | rule            | at                        | statement                                           |
        | downgrade-crash | r2_shared_addresses.py:14 | CREATE UNIQUE INDEX ux_users_email ON users (email) |

  Rule: A downgrade that no row can stop is not spoken of

    Scenario: The way back drops a column
      Given the chain "one_statement"
      When I walk it
      Then there is no error, and no warning but of locks
