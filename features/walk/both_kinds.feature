Feature: What is walked makes no difference: Alembic's revisions and SQL files are told the same

  Rule: The same chain has the same findings

    Scenario Outline: A unique index comes, written as <kind>
      Given the chain "unique_on_the_way_up" of <kind>
      When I walk the revision "<revision>" of it
      Then the errors are
        | rule          | direction | hazard                                                     | rows |
        | upgrade-crash | upgrade   | users: two rows with the same email against ux_users_email | 2    |
      And the warnings but of locks are none
      And the notes but of locks are none

      Examples: in Alembic's words
        | kind              | revision |
        | Alembic revisions | r2       |

      @sqlite @postgresql
      Examples: in SQL that drops an index by its name alone
        | kind      | revision |
        | SQL files | 002      |

    Scenario Outline: Nobody wrote the way back, in <kind>
      Given the chain "no_way_back" of <kind>
      When I walk the revision "<revision>" of it with "none" data
      Then the errors are none
      And the warnings are
        | rule              | direction | left behind                |
        | downgrade-missing | downgrade | table letters is left over |

      Examples:
        | kind              | revision |
        | Alembic revisions | r2       |
        | SQL files         | 002      |

  Rule: A revision that is not there is said not to be there

    Scenario Outline: Another revision of <kind> is asked for
      Given the chain "no_way_back" of <kind>
      When I try to walk the revision "r9" of it
      Then the walk is refused with "<target>: there is no revision "r9" in this chain (it has 2, heads: <head>)"

      Examples:
        | kind              | target                                  | head |
        | Alembic revisions | fixtures/chains/no_way_back/alembic.ini | r2   |
        | SQL files         | fixtures/sql_files/no_way_back          | 002  |

  Rule: A chain goes to the revision that is named, through what is pending or applied, and no further

    @sqlite
    Scenario Outline: To <destination> of <kind>, after it was taken to <first>
      Given an empty database and the chain "no_way_back" of <kind>
      And the chain was taken up to "<first>"
      When I take the chain <direction> to "<destination>"
      Then the chain has made the tables "<tables>"

      Examples: Alembic's revisions
        | kind              | first | direction | destination | tables         |
        | Alembic revisions | r1    | up        | head        | letters, users |
        | Alembic revisions | r1    | up        | r1          | users          |
        | Alembic revisions | head  | down      | base        | letters        |
        | Alembic revisions | r1    | down      | base        | none           |

      Examples: SQL files
        | kind              | first | direction | destination | tables         |
        | SQL files         | 001   | up        | head        | letters, users |
        | SQL files         | 001   | up        | 001         | users          |
        | SQL files         | head  | down      | base        | letters        |
        | SQL files         | 001   | down      | base        | none           |

    Scenario Outline: To a revision that is not in <kind>
      Given an empty database and the chain "no_way_back" of <kind>
      When I take the chain up to "r9"
      Then the chain is not taken there: "<words>"

      Examples:
        | kind              | words                                      |
        | Alembic revisions | Can't locate revision identified by 'r9'   |
        | SQL files         | there is no revision "r9" in this chain    |
