@postgresql
Feature: Two runners at once

  Two servers start at the same time, and each of them migrates. Here both are held at the table of
  the agents, or one there and the other in front of the lock, before either may go on.

  Background:
    Given a database of the agents at "022"
    And the migrations as repaired

  Rule: One waits for the other, and nothing runs twice

    @tdd_issue @tdd_issue_10
    Scenario Outline: A migration that adds an agent
      Given beside them these
        | file                  | holds          |
        | 023_one_more.up.sql   | one more agent |
        | 023_one_more.down.sql | one agent less |
      When two runners <variant> are told "up" at once
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022, 023"
      And the table "agents" of the agents now holds
        | hostname |
        | one-more |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    Scenario: An index that is made concurrently waits for everybody, but not for the other runner
      Given beside them these
        | file                   | holds               |
        | 023_hostnames.up.sql   | a concurrent index  |
        | 023_hostnames.down.sql | no concurrent index |
      When two runners as repaired are told "up" at once
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022, 023"
