@sqlite
Feature: A walk needs nothing but its scratch databases to itself

  Rule: Two walks of one target do not disturb each other, and write nothing into it

    Scenario: At the same time, from one checkout that can only be read
      Given a copy of the folder "fixtures/chains/live_database" as "chain"
      And the empty folder "scratch"
      And nobody may write into the folder "chain"
      When I run "env -u PYTHONDONTWRITEBYTECODE HANDRAIL_SCRATCH=scratch bash -c 'handrail walk chain --format json=first.json & handrail walk chain --format json=second.json && wait $! && cmp first.json second.json'"
      Then it exits with code 0
      And nobody has written into it
      And the file "first.json" is there
      And the file "live.db" is not there
      And the folder "scratch" is empty again

    @requires_mounts
    Scenario Outline: On a file system that can only be read: <command>
      Given a copy of the folder "fixtures/chains/live_database" as "chain"
      When I run "env -u PYTHONDONTWRITEBYTECODE handrail <command> chain/alembic.ini --format json=report.json" where the folder "chain" is mounted so that it can only be read
      Then it exits with code 0
      And it does not print "Traceback"
      And the file "report.json" is there

      Examples:
        | command |
        | walk    |
        | audit   |
