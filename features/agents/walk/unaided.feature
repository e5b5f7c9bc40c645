@postgresql
Feature: The walk finds the bugs of the agents' migrations by itself

  It is given the files and the runner, and nothing else.

  Rule: On files and runner as reported it finds the column that is there, the record made twice, and the lies

    Scenario: The chain of agents as reported
      Given the SQL files of "agents" as reported with their runner
      When I walk it on every database that it was written for
      Then the errors are
        | rule            | revision | direction | at                                   |
        | upgrade-crash   | 017      | upgrade   | 017_add_machine_id.up.sql:3          |
        | ledger-lies     | 017      | upgrade   | 017_add_machine_id.up.sql:3          |
        | swallowed-error | 017      | upgrade   | 017_add_machine_id.up.sql:3          |
        | upgrade-crash   | 021      | upgrade   | 021_create_storage_metrics.up.sql:20 |
      And the warnings but of locks are none
      And not exercised begins with
        | revision | direction | database | reason                 |
        | 001      | upgrade   | sqlite   | sqlite is left out     |

  Rule: On files and runner as repaired there is nothing to find

    Scenario: The chain of agents as repaired
      Given the SQL files of "agents" as repaired with their runner
      When I walk it
      Then there is no error, and no warning but of locks
      And nothing was left unexercised
