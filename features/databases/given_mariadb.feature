@sqlite @requires_mariadb
Feature: A MariaDB or MySQL server that the user has

  Its URL names a database in use, which holds orders and which no run needs. The user "maker" may do
  what it likes in databases with the prefix, and nothing elsewhere; "chief" may do everything. The
  database "handrail_shop" there bears the prefix, but was made by somebody else.

  Background:
    Given that server is one of MariaDB's

  Rule: A run makes and drops databases of its own, and leaves everything else as it was

    Scenario: A walk on MariaDB, in every form, of a chain that tells all that it can learn
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/tell_tale/alembic.ini --database SERVER --format text --format json=r.json --format html=r.html --format sarif=r.sarif --format junit=r.xml --format github=r.txt" on that server
      Then it exits with code 1
      And it prints of that server "handrail walk chains/tell_tale/alembic.ini --only r1 --database HIDDEN"
      And the file "chains/tell_tale/versions/learned.txt" is there
      And the password is nowhere
      And the database in use is as it was
      And the server has no database of a run

    Scenario: A revision reaches for another database, on the account of somebody who may enter it
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/other_database/alembic.ini --database CHIEF" on that server
      Then it exits with code 1
      And it prints "command denied to user"
      And the database in use holds what it held
      And the server has no database of a run

  Rule: Where no database can be had, one line says why, before anything is made

    Scenario Outline: A MariaDB server <place>
      When a database is asked for on a server <place>
      Then in one line it says "<words>"
      And the server has no database of a run

      Examples:
        | place                           | words                                                            |
        | with a wrong password           | Access denied for user 'maker'@'127.0.0.1' (using password: YES) |
        | whose user may create none      | GRANT ALL ON `handrail\_%`.* lets the user                       |
        | whose user may change everything | the user may change databases that are not Handrail's            |
        | where nobody listens            | mariadb://maker@127.0.0.1:1/shop: Can't connect to MySQL server  |
        | that says nothing               | during query (timed out)                                         |
        | with an @ as it is              | the URL cannot be read as that of a MariaDB or MySQL server      |
        | with a passphrase               | a URL with ssl_key_password in its query is not taken            |
        | that calls itself older         | the server is MariaDB 9.                                         |

    Scenario: The name of a database of MariaDB's is taken
      Given the run "first" has made a database on that server
      And somebody else has made the next database of "first"
      When the run "first" makes a database on that server
      Then in one line it says "database exists"

  Rule: What a killed run left is removed by the next one, as far as it is certainly dead

    Scenario: On MariaDB a run goes on, one was killed, one has ended on another machine
      Given the run "living" has made a database on that server
      And a dead run of another machine has left a database there
      And "python -m benches.scratch_run SERVER 2" on that server was killed once it printed "ready"
      When the run "next" makes a database on that server
      Then the server has of runs' databases
        | database            |
        | handrail_elsewher_0 |
        | of a run            |
        | of a run            |
        | of a run            |
        | of a run            |

  Rule: What --keep leaves is told by its name, listed by handrail clean, and removed by it

    Scenario: A walk on MariaDB without rows
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/one_statement/alembic.ini --only r1 --data none --database SERVER --keep" on that server
      Then it exits with code 0
      And each database of a run that is there is told as kept

    Scenario: What is kept and what is dead is removed, what lives and what was not made by a run is left
      Given the run "first" has made a database to be kept, and has ended
      And a dead run of another machine has left a database there
      And a living run of another machine has made a database there
      And the empty folder "scratch"
      When I run "env HANDRAIL_SCRATCH=scratch handrail clean --database SERVER" on that server
      Then it exits with code 0
      And it prints of that server "on HIDDEN: kept by --keep"
      And it prints of that server "handrail_elsewher_0 on HIDDEN: its run, on another machine, is dead"
      And it prints of that server "handrail_shop on HIDDEN: nothing says that Handrail made it; left alone"
      And it prints "removed: 0 folders, 3 databases"
      And the password is nowhere
      And the server has of runs' databases
        | database            |
        | handrail_livesfar_0 |
