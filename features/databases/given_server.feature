@sqlite
Feature: A PostgreSQL server that the user has

  Its URL names a database in use, which holds orders; the user "maker" may create databases. The
  database "handrail_shop" there bears the prefix, but was made by somebody else.

  Rule: A run makes and drops databases of its own, and leaves everything else as it was

    Scenario: A walk that reports in every form, of a chain that tells all that it can learn
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/tell_tale/alembic.ini --database SERVER --format text --format json=r.json --format html=r.html --format sarif=r.sarif --format junit=r.xml --format github=r.txt" on that server
      Then it exits with code 1
      And it prints of that server "handrail walk chains/tell_tale/alembic.ini --only r1 --database HIDDEN"
      And the file "chains/tell_tale/versions/learned.txt" is there
      And the password is nowhere
      And the database in use is as it was
      And the server has no database of a run

    Scenario: Scenarios of behave's that run there
      Given a copy of the folder "fixtures/chains" as "chains"
      And the file "behave.ini" holds
        """
        [behave]
        runner = handrail.acceptance.behave_runner:HandrailRunner
        """
      And the file "steps/shipped.py" holds
        """
        from handrail.acceptance.behave_steps import *
        """
      And the file "features/notes.feature" holds
        """
        Feature: Notes
          Scenario: They are not given up
            Given a database at revision "r1" of the chain "chains/tell_tale"
            When I downgrade to "base"
            Then the downgrade succeeds

          @sqlite
          Scenario: In a file
            Then the ledger is empty
        """
      When I run "behave -D database=SERVER --junit" on that server
      Then it exits with code 1
      And it prints "0 scenarios passed, 1 failed, 1 skipped"
      And it prints "it is about sqlite, not about postgresql"
      And the password is nowhere
      And the server has no database of a run

  Rule: Where no database can be had, one line says why, before anything is made

    Scenario Outline: A server <place>
      When a database is asked for on a server <place>
      Then in one line it says "<words>"
      And the server has no database of a run

      Examples:
        | place                      | words                                                             |
        | with a wrong password      | FATAL: password authentication failed for user "maker"            |
        | whose user may create none | weak@127.0.0.1:PORT/shop: the user weak may not create databases  |
        | without that database      | database "nowhere" does not exist                                 |
        | where nobody listens       | postgresql://maker@127.0.0.1:1/shop: connection failed            |
        | with an @ as it is         | --database: the URL cannot be read as that of a PostgreSQL server |
        | with a passphrase          | --database: a URL with sslpassword is not taken                   |
        | that says it is older      | the server is PostgreSQL 14, Handrail needs 15 or newer           |

    Scenario: The name of a database is taken
      Given the run "first" has made a database on that server
      And somebody else has made the next database of "first"
      When the run "first" makes a database on that server
      Then in one line it says "already exists"
      And the server has of runs' databases
        | database |
        | of a run |
        | of a run |

    Scenario: A walk ends with exit code 3
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/one_statement/alembic.ini --database SERVER_of_nobody" on that server
      Then it exits with code 3
      And it prints "database "shop_of_nobody" does not exist" on standard error
      And the password is nowhere

    Scenario: The URL is mistaken for a chain
      When I run "handrail walk SERVER" on that server
      Then it exits with code 2
      And it prints "there is no such file or folder" on standard error
      And the password is nowhere

  Rule: Whatever a server keeps its texts in, it is walked on

    Scenario Outline: They are kept in <encoding>
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/kinds_of_values/alembic.ini --only r1 --data plain --database SERVER" on a server that keeps its texts in <encoding>
      Then it exits with code 0
      And it prints "1 revision walked on postgresql"

      Examples:
        | encoding  |
        | SQL_ASCII |
        | LATIN1    |

  Rule: What a killed run left is removed by the next one, as far as it is certainly dead

    Scenario: A run goes on, one was killed, one has ended on another machine
      Given the run "living" has made a database on that server
      And a dead run of another machine has left a database there
      And "python -m benches.scratch_run SERVER 2" on that server was killed once it printed "ready"
      When the run "next" makes a database on that server
      Then the server has of runs' databases
        | database            |
        | handrail_elsewher_1 |
        | of a run            |
        | of a run            |

    Scenario: A run takes away what it has made, and not what somebody else has
      Given the run "first" has made a database on that server
      And somebody else has made the next database of "first"
      When the run "first" comes to its end
      Then the server has of runs' databases
        | database |
        | of a run |

  Rule: What --keep leaves is told by its name

    Scenario: A walk without rows
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/one_statement/alembic.ini --only r1 --data none --database SERVER --keep" on that server
      Then it exits with code 0
      And each database of a run that is there is told as kept

  Rule: What is left over is listed by handrail clean and removed, and nothing else is

    Background:
      Given the run "living" has made a database on that server
      And the run "first" has made a database to be kept, and has ended
      And a dead run of another machine has left a database there
      And a living run of another machine has made a database there
      And the empty folder "scratch"

    Scenario: With --dry-run it is listed alone
      When I run "env HANDRAIL_SCRATCH=scratch handrail clean --dry-run --database SERVER" on that server
      Then it exits with code 0
      And it prints of that server "on HIDDEN: its run goes on, or somebody is connected; left alone"
      And it prints of that server "on HIDDEN: kept by --keep"
      And it prints of that server "handrail_elsewher_1 on HIDDEN: its run, on another machine, is dead"
      And it prints of that server "handrail_shop on HIDDEN: nothing says that Handrail made it; left alone"
      And it prints "to be removed: 0 folders, 2 databases"
      And the server has of runs' databases
        | database            |
        | handrail_elsewher_1 |
        | handrail_livesfar_1 |
        | of a run            |
        | of a run            |

    Scenario: Without it is removed
      When I run "env HANDRAIL_SCRATCH=scratch handrail clean --database SERVER" on that server
      Then it exits with code 0
      And it prints "removed: 0 folders, 2 databases"
      And the password is nowhere
      And the server has of runs' databases
        | database            |
        | handrail_livesfar_1 |
        | of a run            |

  Rule: A database that its run could not mark any more is known by how it began

    Scenario: A run is killed in between, and somebody else has a database that is called like one
      Given "python -m benches.scratch_run SERVER 1" on that server was killed as it was about to mark its database
      And somebody else has made the database "handrail_abcdefgh_1"
      When I run "handrail clean --database SERVER" on that server
      Then it exits with code 0
      And it prints ": its run died as it was about to mark it"
      And it prints of that server "handrail_abcdefgh_1 on HIDDEN: nothing says that Handrail made it; left alone"
      And the server has of runs' databases
        | database            |
        | handrail_abcdefgh_1 |
