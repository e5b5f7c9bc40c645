@postgresql
Feature: A failed migration in the ledger

  The post-mortem: where the database says "already exists" or "duplicate key", the runner takes the
  migration for an old one, rolls it back, records it and goes on.

  Rule: A migration that fails is not recorded, and those behind it wait

    @tdd_issue @tdd_issue_11
    Scenario Outline: 021 fails with "<error>", <variant>
      Given a database of the agents at "017"
      And the migrations as repaired
      And "021" fails at its end with "<error>"
      When the runner <variant> is told "up"
      Then the runner fails at "021_create_storage_metrics.up.sql" with "<error>"
      And the ledger still holds "001, 016, 017"
      And the schema is still that of migration "017"

      @tdd_expected_fail
      Examples: as reported
        | variant     | error          |
        | as reported | already exists |
        | as reported | duplicate key  |

      Examples: as repaired
        | variant     | error            |
        | as repaired | already exists   |
        | as repaired | duplicate key    |
        | as repaired | division by zero |

    Scenario: The runner as reported takes another error for one
      Given a database of the agents at "017"
      And the migrations as repaired
      And "021" fails at its end with "division by zero"
      When the runner as reported is told "up"
      Then the runner fails at "021_create_storage_metrics.up.sql" with "division by zero"
      And the ledger still holds "001, 016, 017"
      And the schema is still that of migration "017"

    @tdd_issue @tdd_issue_11
    Scenario Outline: The table of 021 is there, but nobody recorded it
      Given a database of the agents at "022"
      And the migrations as repaired
      And somebody took "021" out of the ledger
      When the runner <variant> is told "up"
      Then the runner fails at "021_create_storage_metrics.up.sql" with "already exists"
      And the ledger still holds "001, 016, 017, 022"
      And schema, rows and ledger are as they were

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: A migration that cannot be recorded leaves nothing

    Scenario Outline: 021 runs to its end, but the ledger takes nothing, <variant>
      Given a database of the agents at "017"
      And the migrations as repaired
      And somebody has brought about "a ledger that takes nothing"
      When the runner <variant> is told "up"
      Then the runner fails at "021_create_storage_metrics.up.sql" with "ledger_takes_nothing"
      And the ledger still holds "001, 016, 017"
      And the schema is still that of migration "017"

      Examples:
        | variant     |
        | as reported |
        | as repaired |

    @tdd_issue @tdd_issue_11
    Scenario Outline: 022 fails, and the ledger takes nothing
      Given a database of the agents at "021"
      And the migrations as repaired
      And "022" fails at its end with "already exists"
      And somebody has brought about "a ledger that takes nothing"
      When the runner <variant> is told "up"
      Then the runner fails at "022_add_subsystem_to_logs.up.sql" with "already exists"
      And the ledger still holds "001, 016, 017, 021"
      And the schema is still that of migration "021"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: The ledger is asked what became of a migration that failed

    Scenario: Somebody without a lock records a migration that is being run
      Given a database of the agents at "022"
      And the migrations as repaired
      And beside them these
        | file                  | holds          |
        | 023_one_more.up.sql   | one more agent |
        | 023_one_more.down.sql | one agent less |
      When somebody records "023" while the runner as repaired runs it
      Then the runner fails at "023_one_more.up.sql" with "it is recorded as applied"
      And the ledger now holds "001, 016, 017, 021, 022, 023"
      And the schema is still that of migration "022"
