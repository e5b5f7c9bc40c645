@mariadb
Feature: A step on MariaDB is a process of its own, and so is what the server does for it

  Rule: What the server is still at work at when a step is stopped is ended with it

    Scenario: A table that takes a minute to be filled
      Given the chain "outlives_its_step"
      When I walk it and allow each step 1 s
      Then the errors are
        | rule         | revision | direction | left behind | at              |
        | endless-step | r2       | upgrade   |             | r2_report.py:10 |

  Rule: A driver that a revision uses by itself opens the database of the run, and no other

    Scenario: One connects to where Alembic is, the next to another database of the same server
      Given the chain "own_pymysql"
      When I walk it with "none" data
      Then the errors are
        | rule          | revision | direction | at                 |
        | upgrade-crash | r3       | upgrade   | r3_elsewhere.py:14 |
