Feature: Handrail runs SQL files honestly: what failed is rolled back and not recorded

  Rule: A file and its record are one transaction, and what fails is named with file and line

    @requires_transactional_ddl
    Scenario: The second statement of a file fails
      Given the SQL files "fails_half_way"
      When I walk the revision "002" of it
      Then the errors are
        | rule          | revision | direction | at                   | rows | left behind |
        | upgrade-crash | 002      | upgrade   | 002_letters.up.sql:3 | 0    |             |

    Scenario: A way back fails
      Given the SQL files "broken_way_back"
      When I walk it
      Then the errors are
        | rule            | revision | direction | at                     | rows |
        | downgrade-crash | 002      | downgrade | 002_letters.down.sql:3 | 0    |

    @requires_transactional_ddl
    Scenario: A file records itself, and so is recorded twice
      Given the SQL files "ledger_row_twice"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at                   | rows | left behind |
        | upgrade-crash | 002      | upgrade   | 002_letters.up.sql:3 | 0    |             |

  Rule: What a file wants outside of a transaction is done there, and stays when the rest fails

    Scenario: A file that says so fails half way
      Given the SQL files "fails_outside"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at                | left behind                |
        | upgrade-crash | 002      | upgrade   | 002_letters.sql:4 | table letters is left over |

    Scenario Outline: A file <does>
      Given the SQL files "<files>"
      When I walk it with "none" data
      Then there is no error and no warning

      Examples: on any database
        | files           | does                                     |
        | own_transaction | begins and ends a transaction of its own |

      @sqlite @postgresql
      Examples: in their words alone
        | files                   | does                                                |
        | outside_of_transactions | holds what the database runs outside of transactions |

    @postgresql
    Scenario: A file makes an index without stopping writers
      Given the SQL files "concurrent_index"
      When I walk it with "none" data
      Then there is no error and no warning

  Rule: Statements end where the database says so, and no quotation, comment or body is cut

    @sqlite
    Scenario: Only the last statement of an awkward text fails, on SQLite
      Given the SQL files "awkward_text_sqlite"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at                   |
        | upgrade-crash | 002      | upgrade   | 002_letters.up.sql:7 |

    @postgresql
    Scenario: Only the last statement of an awkward text fails, on PostgreSQL
      Given the SQL files "awkward_text_postgresql"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at                    |
        | upgrade-crash | 002      | upgrade   | 002_letters.up.sql:13 |

    @sqlite
    Scenario: A quotation that does not end is the database's to complain about
      Given the SQL files "endless_quotation"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at                   |
        | upgrade-crash | 002      | upgrade   | 002_letters.up.sql:2 |

  Rule: A file that says no in words before it changes anything has refused

    @postgresql
    Scenario: A file counts the rows that stand in its way
      Given the SQL files "refuses"
      When I walk it
      Then the refusals are
        | revision | direction | message                                                                                                           |
        | 002      | upgrade   | users holds 1 rows: give each an age first CONTEXT:  PL/pgSQL function inline_code_block line 4 at RAISE |

  Rule: What a file names aims the rows, as a program does

    Scenario: A value that is nowhere but in the file
      Given the SQL files "aims_by_its_text"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at                 | rows |
        | upgrade-crash | 002      | upgrade   | 002_shelf.up.sql:2 | 1    |

  Rule: A repeatable file has no way back, but stands being run again

    Scenario: Two views, of which one is made as if it were never there
      Given the SQL files "flyway", from the first on
      When I walk it with "none" data
      Then the errors are
        | rule            | revision     | direction | at                 |
        | reupgrade-crash | R__unstamped | upgrade   | R__unstamped.sql:1 |
      And the warnings are none
