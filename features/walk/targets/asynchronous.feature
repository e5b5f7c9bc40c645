Feature: Asynchronous environments are walked through the synchronous driver

  Neither aiosqlite nor asyncpg is installed where these scenarios run.

  Rule: What Alembic makes for an asynchronous driver is walked as it is

    Scenario: Alembic's own template
      Given the target "asynchronous"
      When I walk the revision "r2" of it
      Then the errors are
        | rule          | hazard                                                     |
        | upgrade-crash | users: two rows with the same email against ux_users_email |

  Rule: An engine that the application made when it was imported keeps what it does on connecting

    @sqlite
    Scenario: It has SQLite mind foreign keys, and greenlet is not installed
      Given the target "asynchronous_application"
      When I walk the revision "r2" of it
      Then among the errors are
        | rule         | revision | direction |
        | cascade-lost | r2       | upgrade   |
