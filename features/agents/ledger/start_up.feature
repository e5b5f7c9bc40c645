@postgresql
Feature: The server starts over a migration that fails

  The post-mortem: the server printed a warning and served all the same.

  Background:
    Given a database of the agents at "017"
    And the migrations as repaired

  Rule: The server does not start, and says which migration it was

    @tdd_issue @tdd_issue_11
    Scenario Outline: 021 divides by zero
      Given "021" fails at its end with "division by zero"
      When the server <variant> is started
      Then the server stops and names "021_create_storage_metrics.up.sql" and "division by zero"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: The server starts where nothing fails

    Scenario: 021 and 022 are pending
      When the server as repaired is started
      Then the server serves
