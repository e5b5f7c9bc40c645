Feature: A walk that is called again finds the same again

  Whoever reads a report wants to see for himself, and compares today's with yesterday's.

  Rule: The command that goes with an error shows it again

    @sqlite
    Scenario: A folder with a blank in its name, options for env.py and for the rows
      Given a copy of the folder "fixtures/chains" as "their chains"
      And I have run "handrail walk 'their chains/parent_rebuilt/alembic.ini' -x foreign_keys=on --data plain --database sqlite --timeout 20"
      When I run what each error says that shows it again
      Then each error is shown again by its command among
        | command                                                                                                                                 |
        | handrail walk 'their chains/parent_rebuilt/alembic.ini' -x foreign_keys=on --data plain --timeout 20 --only r2 --database sqlite |

    @sqlite
    Scenario: A chain with a name, and a runner that records what failed
      Given a copy of the folder "fixtures/sql_files" as "sql"
      And the file "pyproject.toml" holds
        """
        [tool.handrail.chains.letters]
        target = "sql/one_fails"
        runner = "sql.runners:records_failures"
        databases = ["sqlite"]
        """
      And I have run "handrail walk letters --data none"
      When I run what each error says that shows it again
      Then each error is shown again by its command among
        | command                                                                                          |
        | handrail walk sql/one_fails --runner sql.runners:records_failures --data none --only 002 --database sqlite |

    @postgresql
    Scenario: Rows that a server refuses
      Given a copy of the folder "fixtures/chains" as "chains"
      And I have run "handrail walk chains/unique_on_the_way_up/alembic.ini --data plain --database postgresql"
      When I run what each error says that shows it again
      Then each error is shown again by its command among
        | command                                                                                       |
        | handrail walk chains/unique_on_the_way_up/alembic.ini --data plain --only r2 --database postgresql |

  Rule: The same chain gives the same report, wherever and in whatever order it is walked

    @postgresql
    Scenario: Both databases after each other and at the same time
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/unique_on_the_way_up/alembic.ini" in these circumstances
        | PYTHONHASHSEED | TMPDIR | jobs |
        | 1              | here   | 1    |
        | 2              | there  | 2    |
      Then the reports are the same, byte for byte
