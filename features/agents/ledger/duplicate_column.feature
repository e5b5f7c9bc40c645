@postgresql
Feature: 017 adds a column that 016 has added

  The post-mortem: 016 and 017 both add machine_id to agents, so that 017 can run nowhere. The runner
  is the one as repaired, which hides nothing.

  Rule: A migration does not add what the one before it has added

    @tdd_issue @tdd_issue_9
    Scenario Outline: A database with agents goes through 017
      Given a database of the agents at "016"
      And the migrations <variant>
      And the agents
        | hostname |
        | alder    |
        | birch    |
      When the runner as repaired is told "up"
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022"
      And the schema is now that of migration "022"
      And the table "agents" of the agents still holds
        | hostname | machine_id |
        | alder    | NULL       |
        | birch    | NULL       |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
