Feature: Nothing that a step does to itself or to us stops the walk

  A step runs in a process of its own, under limits of time, of memory and of statements. A process that
  is lost or spoilt is replaced before the next step.

  Rule: A step that does not come back is told with its row

    Scenario: It sleeps when there are users
      Given the chain "sleeps"
      When I walk it and allow each step 0.2 s
      Then the errors are
        | rule         | revision | direction | message                                                      | rows |
        | endless-step | r2       | upgrade   | the upgrade was stopped after 0.2 s without coming to an end | 1    |
      And the notes but of locks are
        | rule      | revision | direction |
        | data-lost | r3       | downgrade |

  Rule: Whatever ends a step, or does not, is told of its revision, and the next one is walked

    Scenario: Each revision misbehaves in its own way, without any rows
      Given the chain "hostile"
      When I walk it without rows and allow each step 2 s and 64 MiB
      Then the errors are
        | rule          | revision              |
        | endless-step  | loops                 |
        | endless-step  | loops_in_the_database |
        | endless-step  | eats_the_limit        |
        | endless-step  | cannot_be_stopped     |
        | endless-step  | waits_for_itself      |
        | endless-step  | eats_memory           |
        | upgrade-crash | exits                 |
        | upgrade-crash | interrupts            |
        | upgrade-crash | ends_its_process      |
        | upgrade-crash | kills_its_process     |
        | upgrade-crash | closes_its_connection |
        | upgrade-crash | lets_go_of_its_files  |
        | upgrade-crash | comes_back_twice      |
      And among the errors are
        | revision              | message                                                                                                |
        | loops                 | the upgrade was stopped after 2 s without coming to an end                                           |
        | loops_in_the_database | the upgrade was stopped after 2 s without coming to an end                                           |
        | eats_the_limit        | the upgrade was stopped after 2 s without coming to an end                                           |
        | cannot_be_stopped     | the upgrade was stopped after 2 s without coming to an end, and had to be killed                     |
        | eats_memory           | the upgrade was stopped after taking more than 64 MiB of memory                                        |
        | exits                 | the upgrade crashes on an empty database: SystemExit: 3                                                |
        | interrupts            | the upgrade crashes on an empty database: KeyboardInterrupt                                            |
        | ends_its_process      | the upgrade crashes on an empty database: the process that ran the step ended with code 7              |
        | kills_its_process     | the upgrade crashes on an empty database: the process that ran the step ended with code -9             |
        | closes_its_connection | the upgrade crashes on an empty database: This Connection is closed                                    |
        | lets_go_of_its_files  | the upgrade crashes on an empty database: the process that ran the step let go of its files            |
      And the refusals are
        | revision                   | message                     |
        | cannot_say_it              | UnspeakableError            |
        | says_what_a_terminal_obeys | no \x1b[2J\x00\udcff users |

  Rule: What a step leaves behind in its process does no harm to the next one

    Scenario: Each revision leaves another thing, and the last one looks for all of them
      Given the chain "careless"
      When I walk it without rows and allow each step 5 s and 64 MiB
      Then there is no error and no warning
      And the refusals are none
      And nobody is left who sleeps for 86399 s

    @sqlite
    Scenario: What it prints is not in the report
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/careless/alembic.ini --only prints --data none --database sqlite --format json"
      Then it exits with code 0
      And it prints a match for `^\{\n  "handrail"`
      And it does not print "zzz"

  Rule: A chain that cannot be loaded is told in one line

    @sqlite
    Scenario Outline: A revision <does> as soon as it is imported
      Given the chain "<chain>"
      When I try to walk it and allow each step 0.2 s
      Then the walk is refused with "fixtures/chains/<chain>/<message>"

      Examples:
        | chain             | does             | message                                                                                         |
        | exits_when_loaded | leaves           | versions/r2_exits.py:8: a revision could not be loaded: SystemExit: 3                           |
        | loops_when_loaded | does not end     | versions/r2_loops.py:6: loading a revision was stopped after 1.2 s without coming to an end     |
        | ends_when_loaded  | ends its process | alembic.ini: the process that loads it ended with code 7                                        |

  Rule: The process that children are forked from may end, and the walk goes on

    @sqlite
    Scenario: It is killed while a child lives
      Given the chain "one_statement"
      When what its child was forked from is killed and I walk it
      Then there is no error and no warning
