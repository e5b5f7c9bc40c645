Feature: The walk goes on beyond a file that fails

  A broken file counts as not applied, since the ones behind it know nothing of it.

  Rule: What follows is walked, but for what fails since the broken file made nothing

    Scenario: One file is broken, one stands by itself, one needs what the broken one makes
      Given the SQL files "fails_half_way"
      When I walk it
      Then the notes are
        | rule      | revision | direction |
        | data-lost | 003      | downgrade |
      And not exercised begins with
        | revision | direction | reason                          |
        | 004      | upgrade   | it needs what 002 did not do: |
        | 004      | downgrade | it needs what 002 did not do: |

  Rule: A database that the chain was not written for is left out, and that is said

    @sqlite
    Scenario: The first file is in the words of SQLite
      Given the SQL files "for_sqlite", from the first on
      When I walk it on every database that it was written for, with "none" data
      Then there is no error and no warning
      And not exercised begins with
        | revision | direction | database   | reason                                                  |
        | 001      | upgrade   | postgresql | postgresql is left out, since the chain begins with: syntax error |

    @sqlite
    Scenario: The first file is in nobody's words, and so nothing is left out
      Given the SQL files "for_nobody", from the first on
      When I walk it on every database that it was written for, with "none" data
      Then the errors are
        | rule          | revision | direction | at                 | database   |
        | upgrade-crash | 001      | upgrade   | 001_users.up.sql:1 | postgresql |
        | upgrade-crash | 001      | upgrade   | 001_users.up.sql:1 | sqlite     |

    @postgresql
    Scenario: The database was asked for
      Given the SQL files "for_sqlite", from the first on
      When I walk it with "none" data
      Then the errors are
        | rule          | revision | direction | at                 |
        | upgrade-crash | 001      | upgrade   | 001_users.up.sql:1 |
