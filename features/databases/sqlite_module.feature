@sqlite
Feature: Another SQLite than that of Python

  Rule: The module that is named is the one that opens databases

    Scenario Outline: Databases are asked for by "<option>"
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/other_sqlite/alembic.ini --data none <option>"
      Then it exits with code 0
      And it prints "opened by <module>"

      Examples:
        | option                                      | module    |
        | --database sqlite                           | sqlite3   |
        | --database sqlite --sqlite-module pysqlite3 | pysqlite3 |

    Scenario: What it alone can do is done, undone and done again, with rows in the way
      Given a copy of the folder "fixtures/sql_files/constraint_by_itself" as "files"
      When I run "handrail walk files --database sqlite:pysqlite3 --fail-on never"
      Then it exits with code 0
      And it prints "error upgrade-crash: upgrade of 002 on sqlite"
      And it prints "constraint failed"
      And it prints "1 error, 0 warnings"
      And it prints "--only 002 --database sqlite:pysqlite3"

    Scenario: A chain that mends its CHECKs in place builds no table anew
      Given a copy of the folder "fixtures/plans" as "plans"
      When I run "handrail walk plans/repaired/alembic.ini --only a5_005 --data plain --database sqlite:pysqlite3"
      Then it exits with code 0
      And it prints "0 errors, 0 warnings"

  Rule: A module that cannot be used is told in one line

    Scenario Outline: <what>
      Given a copy of the folder "fixtures/sql_files/constraint_by_itself" as "files"
      When I run "handrail walk files --database <database> --sqlite-module <module>"
      Then it exits with code 2
      And it prints "handrail: --sqlite-module: <words>" on standard error

      Examples:
        | what                              | database   | module    | words                                                                                        |
        | Nobody has installed it           | sqlite     | nosqlite  | No module named 'nosqlite' (install it beside Handrail, as in pip install pysqlite3)         |
        | It has nothing to do with SQLite  | sqlite     | json      | 'json' cannot be used as sqlite3 is: it has no apilevel (known to do: pysqlite3, sqlcipher3) |
        | There is no SQLite to use it for  | postgresql | pysqlite3 | no SQLite is asked for, but postgresql (add --database sqlite)                               |
