@mariadb
Feature: MariaDB has two names

  SQLAlchemy has a dialect of each name, and revisions ask for it: options of tables bear it, too. Of the target's own
  URL nothing else is read.

  Rule: A step sees the name that it sees in production

    Scenario Outline: The URL <what>
      Given the chain "by_either_name"
      When I walk it with the option "url=<url>"
      Then there is no error and no warning
      And the refusals are
        | revision | direction | message         |
        | r2       | upgrade   | <name>: pymysql |

      Examples:
        | what                         | url                                              | name    |
        | says mysql                   | mysql+pymysql://app:secret@db.example.org/app    | mysql   |
        | says mariadb, asynchronously | mariadb+aiomysql://app:secret@db.example.org/app | mariadb |

    Scenario: The URL of alembic.ini says mysql
      Given the chain "by_either_name"
      When I walk it with "none" data
      Then the refusals are
        | revision | direction | message        |
        | r2       | upgrade   | mysql: pymysql |
