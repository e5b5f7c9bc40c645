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
