Feature: swallowed-error: the database raised, and nobody passed it on

  The step counts as done, and what failed is found out about by somebody else, later.

  Rule: An error of the database inside a step that is done is an error

    Scenario: A revision looks away
      Given the chain "swallows"
      When I walk it with "none" data
      Then the errors are
        | rule            | revision | direction | at            | rows | statement                      |
        | swallowed-error | r2       | upgrade   | r2_ages.py:15 | 0    | INSERT INTO nowhere VALUES (1) |

    Scenario: A runner looks away, and records the file
      Given the SQL files "one_fails"
      And a runner that "records failures"
      When I walk the revision "002" of it
      Then the errors are
        | rule            | revision | direction | at                 |
        | upgrade-crash   | 002      | upgrade   | 002_email.up.sql:3 |
        | ledger-lies     | 002      | upgrade   | 002_email.up.sql:3 |
        | swallowed-error | 002      | upgrade   | 002_email.up.sql:3 |

  Rule: An error that ends the step has been passed on

    Scenario: A revision that the database stops
      Given the chain "refused_by_the_database"
      When I walk it with "none" data
      Then the errors are
        | rule          | revision | direction |
        | upgrade-crash | r2       | upgrade   |
