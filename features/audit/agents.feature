Feature: The audit finds the bugs of the agents post-mortem in their sources

  Rule: Nothing in the sources of the chain and of its runner hurts

    @tdd_issue @tdd_issue_9
    Scenario Outline: No migration adds what is there, <variant>
      When I audit the chain "agents" <variant>
      Then "duplicate-add" is not named

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_10
    Scenario Outline: No migration writes the ledger, <variant>
      When I audit the chain "agents" <variant>
      Then "ledger-write" is not named

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_11
    Scenario Outline: The runner lets no migration fail without an error, <variant>
      When I audit the chain "agents" <variant>
      Then "swallowed-error" is not named

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: Unaided, the audit names each of them, and nothing else

    Scenario: The chain and its runner as reported
      When I audit the chain "agents" as reported
      Then the audit names
        | rule            | severity | revision                               | message                                                                 |
        | duplicate-add   | error    | 017                                    | the column machine_id of agents is there already, from 016, line 3      |
        | ledger-write    | error    | 021                                    | INSERT of schema_migrations, the ledger itself                          |
        | swallowed-error | error    | fixtures.agents.reported.runner:migrate | a migration that failed can be recorded as applied: except psycopg.Error |

    Scenario: The chain and its runner as repaired
      When I audit the chain "agents" as repaired
      Then the audit names nothing
