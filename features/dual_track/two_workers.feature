@postgresql
Feature: Two workers of the application start at once, and each of them migrates

  The database was born before the tokens, the voices and the loops. Neither worker may go on
  before both know what is pending.

  Rule: One waits for the other, and nothing happens twice

    @tdd_issue @tdd_issue_1342
    Scenario Outline: On the code-first track
      Given a database of SQLite that was born earlier
      When two workers <variant> migrate it at once
      Then both workers succeed
      And its ledger holds, each once
        | name              |
        | agent_timezone    |
        | agent_tokens_used |
        | agent_voice_name  |
        | agent_loops       |
      And its table "agents" has
        | column      |
        | id          |
        | name        |
        | state       |
        | timezone    |
        | is_shared   |
        | created_at  |
        | tokens_used |
        | voice_name  |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_1342
    Scenario Outline: On the Alembic track
      Given a database of PostgreSQL that was born earlier
      When two workers <variant> migrate it at once
      Then both workers succeed
      And its ledger holds, each once
        | name                   |
        | 0005_wider_tokens_used |
      And its table "agents" has
        | column      |
        | id          |
        | name        |
        | state       |
        | timezone    |
        | is_shared   |
        | created_at  |
        | tokens_used |
        | voice_name  |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
