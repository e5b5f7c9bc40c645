Feature: The end of a run

  Rule: A run leaves no process, no folder and no socket, however it ends

    Scenario Outline: It ends by <cause>
      Given the run "brief" with 2 databases
      When the run "brief" is ended by <cause>
      Then nothing is left of it

      Examples:
        | cause               |
        | the end of its work |
        | an exception        |
        | SIGINT              |
        | SIGTERM             |
        | SIGKILL             |

    @postgresql
    Scenario: It is killed before its server listens
      Given the run "hasty" whose server is just being started
      When the run "hasty" is ended by SIGKILL
      Then nothing is left of it

  Rule: A child that was forked off neither ends what belongs to its parent nor keeps it

    Scenario: The child ends first
      Given the run "parent" with 2 databases, and a forked child that leaves
      When the run "other" comes and goes
      Then the 2 databases of "parent" and one more can be used

    Scenario: The parent is killed while the child lives
      Given the run "parent" with 2 databases, and a forked child that stays
      When the run "parent" is ended by SIGKILL
      Then nothing is left of it
