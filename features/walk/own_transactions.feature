@postgresql
Feature: Steps that see to their transactions themselves are seen as they are

  On PostgreSQL most passages are rehearsed in a session of which everything is taken back. What cannot be
  taken back is run on a copy, and nothing of it is left where the next passage begins.

  Rule: What a step commits in the middle stays when it crashes, and no other passage finds it

    Scenario: A commit in the middle, an index outside of transactions, a connection and settings of its own
      Given the chain "own_transactions"
      When I walk it
      Then the errors are
        | rule          | revision | direction | left behind                          | values        |
        | upgrade-crash | r2       | upgrade   | table users: column age is left over | users: id = 1 |
