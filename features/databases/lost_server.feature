@sqlite
Feature: A walk that loses its server, or its process, in the middle of a step

  The second revision of the chain "loses_the_server" sleeps in the database when it is run for the
  first time.

  Background:
    Given a copy of the folder "fixtures/chains" as "chains"

  Rule: The loss is told of the step, and the walk goes on with a new server

    Scenario: The server is killed once; later steps take it with them each time, or all sessions
      When I run "handrail walk chains/loses_the_server/alembic.ini --database postgresql", and in the middle of a step its own server is killed
      Then it exits with code 1
      And it prints "not exercised: upgrade of r2 on postgresql: the server was lost in the middle of this step, and not when it was tried again on a new one"
      And it prints
        """
        error upgrade-crash: upgrade of r3 on postgresql
          the upgrade takes the database server with it with rows in its way
        """
      And it prints
        """
        error upgrade-crash: upgrade of r4 on postgresql
          the upgrade takes the database server with it on an empty database
        """
      And it prints "not exercised: downgrade of r3 on postgresql: it was not tried further, since the server was lost each time"
      And it prints "note data-lost: downgrade of r5 on postgresql"
      And it prints "3 revisions walked on postgresql, "
      And no folder of the walk is left

    @requires_mariadb
    Scenario: The server is one of MariaDB's
      When I run "handrail walk chains/loses_the_server/alembic.ini --only r2 --database mariadb", and in the middle of a step its own server is killed
      Then it exits with code 0
      And it prints "not exercised: upgrade of r2 on mariadb: the server was lost in the middle of this step, and not when it was tried again on a new one"
      And it prints "1 revision walked on mariadb, "
      And no folder of the walk is left

    Scenario: A server that the user has ends all sessions, and comes back
      When I run "handrail walk chains/loses_the_server/alembic.ini --only r2 --database SERVER", and in the middle of a step its session on that server is killed
      Then it exits with code 0
      And it prints "not exercised: upgrade of r2 on postgresql: the server was lost in the middle of this step, and not when it was tried again on a new one"
      And it prints "1 revision walked on postgresql, "
      And that server is there, without a database of a run

    Scenario: A server that the user has does not come back
      When I run "handrail walk chains/loses_the_server/alembic.ini --only r2 --database SERVER", and in the middle of a step that server is killed
      Then it exits with code 3
      And it prints "Connection refused" on standard error
      And it does not print "Traceback"

  Rule: A process that was killed in the middle of a step is told of it, and the step is run again

    Scenario: It is killed once
      When I run "handrail walk chains/loses_the_server/alembic.ini --only r2 --database postgresql", and in the middle of a step the process that runs it is killed
      Then it exits with code 0
      And it prints "not exercised: upgrade of r2 on postgresql: the process that ran the step ended with code -9, and not when the step was run again"
      And it prints "1 revision walked on postgresql, "
