Feature: A walk that is called off leaves nothing behind

  Rule: Whoever ends a walk is obeyed at once, without a traceback, and every database is gone

    @sqlite
    Scenario Outline: <signal> in the middle of the walk, on both kinds of database
      Given a copy of the folder "fixtures/plans" as "plans"
      And the empty folder "scratch"
      When I send <signal> to "env HANDRAIL_SCRATCH=scratch handrail walk plans/reported/alembic.ini" once it prints "a5_002"
      Then it exits with code <code>
      And it does not print "Traceback"
      And the folder "scratch" is empty again

      Examples:
        | signal  | code |
        | SIGINT  | 130  |
        | SIGTERM | 143  |

  Rule: A walk that ends by itself leaves nothing behind either

    @sqlite
    Scenario: To the end, on both kinds of database
      Given a copy of the folder "fixtures/plans" as "plans"
      And the empty folder "scratch"
      When I run "env HANDRAIL_SCRATCH=scratch handrail walk plans/repaired/alembic.ini --only a5_003 --fail-on error"
      Then it exits with code 0
      And the folder "scratch" is empty again
