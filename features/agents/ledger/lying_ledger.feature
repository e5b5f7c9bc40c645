@postgresql
Feature: A ledger that already lies

  Where the runner as reported has been, 017 is recorded and its index is not there. No mended 017
  runs there, since it is recorded. fixtures/agents/README.md tells what to do.

  Rule: A ledger that is true is called so

    Scenario Outline: The ledger is true at <number>
      Given a database of the agents at "<number>"
      And the migrations as repaired
      When the runner as repaired is told "<command>"
      Then the runner says "the ledger is true"
      And schema, rows and ledger are as they were

      Examples:
        | number | command |
        | 001    | verify  |
        | 016    | verify  |
        | 017    | verify  |
        | 021    | verify  |
        | 022    | verify  |
        | 022    | repair  |

  Rule: The lie is found and named

    Scenario: 017 is recorded, and its index is missing
      Given a database of the agents at "nothing"
      And the migrations as reported
      And the runner as reported was told "up"
      And the migrations as repaired
      When the runner as repaired is told "verify"
      Then the runner fails with
        | words                                                  |
        | 017_add_machine_id.up.sql is recorded, but             |
        | the index idx_agents_machine_id is still there         |
        | the index idx_agents_machine_id_unique is missing      |
      And schema, rows and ledger are as they were

    Scenario: 021 and 022 are recorded, and nothing of them is there
      Given a database of the agents at "017"
      And the migrations as repaired
      And somebody put "021" into the ledger
      And somebody put "022" into the ledger
      When the runner as repaired is told "verify"
      Then the runner fails with
        | words                                                                              |
        | 021_create_storage_metrics.up.sql is recorded, but the table storage_metrics is missing; |
        | 022_add_subsystem_to_logs.up.sql is recorded, but                                  |
        | the column update_logs.subsystem is missing                                        |
        | the constraint chk_update_logs_subsystem is missing                    |

    Scenario: A file that is recorded is no longer there
      Given a database of the agents at "022"
      And the migrations as repaired
      And "022_add_subsystem_to_logs.up.sql" is missing
      And "022_add_subsystem_to_logs.down.sql" is missing
      When the runner as repaired is told "verify"
      Then the runner fails with "022_add_subsystem_to_logs.up.sql is recorded, but there is no such file"

  Rule: What never ran is pending again, and runs

    Scenario: The ledger is repaired
      Given a database of the agents at "nothing"
      And the migrations as reported
      And the runner as reported was told "up"
      And the agents
        | hostname |
        | alder    |
      And the migrations as repaired
      When the runner as repaired is told "repair"
      Then the runner says "017_add_machine_id.up.sql is pending again"
      And the ledger now holds "001, 016"
      And the schema is still that of migration "016"
      And the table "agents" of the agents still holds
        | hostname |
        | alder    |

    Scenario: The migrations run after the repair
      Given a database of the agents at "nothing"
      And the migrations as reported
      And the runner as reported was told "up"
      And the migrations as repaired
      And the runner as repaired was told "repair"
      When the runner as repaired is told "up"
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022"
      And the schema is now that of migration "022"

    Scenario: The lie was believed, and more was run over it
      Given a database of the agents at "nothing"
      And the migrations as reported
      And the runner as reported was told "up"
      And the migrations as repaired
      And the runner as repaired was told "up"
      And the runner as repaired was told "repair"
      When the runner as repaired is told "up"
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022"
      And the schema is now that of migration "022"

  Rule: What is there in part is left to a person

    Scenario Outline: One index of 021 was dropped, "<command>"
      Given a database of the agents at "022"
      And the migrations as repaired
      And somebody has brought about "one index less"
      When the runner as repaired is told "<command>"
      Then the runner fails at "021_create_storage_metrics.up.sql" with "<words>"
      And schema, rows and ledger are as they were

      Examples:
        | command | words                                              |
        | verify  | the index idx_storage_metrics_mountpoint is missing |
        | repair  | mend by hand what is there in part                 |

  Rule: The commands are those of the documentation

    Scenario: A lie is named on the command line
      Given a database of the agents at "016"
      And the migrations as repaired
      And somebody put "017" into the ledger
      When the runner as repaired is called as a process with "verify"
      Then the runner fails with "017_add_machine_id.up.sql is recorded, but"

    Scenario: A lie is mended on the command line
      Given a database of the agents at "016"
      And the migrations as repaired
      And somebody put "017" into the ledger
      When the runner as repaired is called as a process with "repair"
      Then the runner says "017_add_machine_id.up.sql is pending again"
