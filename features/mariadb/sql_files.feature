@mariadb
Feature: Files of SQL are split as MariaDB's own clients split them

  Rule: DELIMITER, bodies between BEGIN and END, and comments that are statements are understood

    Scenario: Triggers in both ways of writing, and a block that says no by SIGNAL
      Given the SQL files "for_mariadb", from the first on
      When I walk it
      Then there is no error and no warning
      And the refusals are
        | revision | direction | message                                   |
        | 003      | upgrade   | orders: 1 row or more would lose its note |

  Rule: A file is no transaction here, so each of its statements may be the last

    Scenario: The record fails when the file is done
      Given the SQL files "for_mariadb"
      When I walk the revision "003" of it and let each statement fail
      Then the errors are
        | rule          | revision | direction | left behind                            |
        | not-resumable | 003      | upgrade   | table orders: column note is gone      |
        | not-resumable | 003      | downgrade | table orders: column note is left over |

  Rule: A runner that uses MariaDB's driver by itself is watched as any other

    Scenario: It records a file that failed
      Given the SQL files "one_fails"
      And the runner is given as "fixtures.sql_files.pymysql_runner:careless"
      When I walk the revision "002" of it with "none" data
      Then the errors are
        | rule            | revision | direction | at                 |
        | upgrade-crash   | 002      | upgrade   | 002_email.up.sql:3 |
        | ledger-lies     | 002      | upgrade   | 002_email.up.sql:3 |
        | swallowed-error | 002      | upgrade   | 002_email.up.sql:3 |
