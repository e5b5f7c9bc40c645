@postgresql
Feature: The whole chain, run again

  Rule: A second run of the whole chain changes nothing

    @tdd_issue @tdd_issue_10
    Scenario Outline: An empty database is brought up twice
      Given a database of the agents at "nothing"
      And the migrations <variant>
      And the runner <variant> was told "up"
      And the agents
        | hostname |
        | alder    |
      When the runner <variant> is told "up"
      Then the runner succeeds
      And schema, rows and ledger are as they were
      And the ledger still holds "001, 016, 017, 021, 022"
      And the schema is still that of migration "022"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
