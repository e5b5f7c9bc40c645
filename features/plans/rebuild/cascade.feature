Feature: A revision loses no children where foreign keys are enforced

  SQLite enforces foreign keys for those who ask for it. Who drops a table there deletes its rows
  first, and their children go with them: ON DELETE CASCADE. The table that takes its place has the
  rows, but not the children. The batch mode of m8_001 does not even get that far: the rows of the
  copy still refer to those that are to go, and SQLite refuses to drop their table.

  @sqlite
  Rule: No child is lost with the table that its parent stood in

    @tdd_issue @tdd_issue_2418
    Scenario Outline: Up and down through "<revision>", with rows in every table
      Given a database at revision "<below>" of the chain "plans" <variant>
      And every table holds rows
      When I step up through "<revision>" and back, with "foreign_keys=on"
      Then both succeed
      And no row is lost
      And the database is unchanged

      @tdd_expected_fail
      Examples: as reported
        | variant     | below  | revision |
        | as reported | a5_002 | a5_003   |
        | as reported | m4_003 | m8_001   |

      Examples: as reported, where the children are moved out of the way
        | variant     | below  | revision |
        | as reported | a5_003 | a5_004   |
        | as reported | b1_001 | a5_005   |

      Examples: as repaired
        | variant     | below  | revision |
        | as repaired | a5_002 | a5_003   |
        | as repaired | a5_003 | a5_004   |
        | as repaired | b1_001 | a5_005   |
        | as repaired | m4_003 | m8_001   |

    @tdd_issue @tdd_issue_2418
    Scenario Outline: An action has invariants
      Given a database at revision "a5_002" of the chain "plans" <variant>
      And the table "actions" holds
        | namespaced_name | name   |
        | local/review    | review |
      And the table "action_invariants" holds
        | action_name  | position | invariant_text |
        | local/review | 1        | tests pass     |
        | local/review | 2        | docs are built |
      When I upgrade to "a5_003" with the option "foreign_keys=on"
      Then the upgrade succeeds
      And no row is lost
      And the table "action_invariants" still holds
        | action_name  | position | invariant_text |
        | local/review | 1        | tests pass     |
        | local/review | 2        | docs are built |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_2418
    Scenario Outline: An action has invariants on the way back
      Given a database at revision "a5_003" of the chain "plans" <variant>
      And the table "actions" holds
        | namespaced_name | name   |
        | local/review    | review |
      And the table "action_invariants" holds
        | action_name  | position | invariant_text |
        | local/review | 1        | tests pass     |
      When I downgrade to "a5_002" with the option "foreign_keys=on"
      Then the downgrade succeeds
      And no row is lost
      And the table "action_invariants" still holds
        | action_name  | position | invariant_text |
        | local/review | 1        | tests pass     |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_2418
    Scenario Outline: A plan has a project, an argument, an invariant and a correction
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id |
        | P1      |
      And the table "plan_projects" holds
        | plan_id | name     |
        | P1      | local/p1 |
      And the table "plan_arguments" holds
        | plan_id | name  | value |
        | P1      | depth | 3     |
      And the table "plan_invariants" holds
        | plan_id | position | text       |
        | P1      | 1        | tests pass |
      And the table "plan_corrections" holds
        | plan_id | position | guidance |
        | P1      | 1        | be brief |
      When I upgrade to "m8_001" with the option "foreign_keys=on"
      Then the upgrade succeeds
      And no row is lost
      And the table "plan_projects" still holds
        | plan_id | name     |
        | P1      | local/p1 |
      And the table "plan_arguments" still holds
        | plan_id | name  | value |
        | P1      | depth | 3     |
      And the table "plan_invariants" still holds
        | plan_id | position | text       |
        | P1      | 1        | tests pass |
      And the table "plan_corrections" still holds
        | plan_id | position | guidance |
        | P1      | 1        | be brief |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_2418
    Scenario Outline: A plan has a project on the way back
      Given a database at revision "m8_001" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | root_plan_id |
        | P1      | P1           |
      And the table "plan_projects" holds
        | plan_id | name     |
        | P1      | local/p1 |
      When I downgrade to "m4_003" with the option "foreign_keys=on"
      Then the downgrade succeeds
      And no row is lost
      And the table "plan_projects" still holds
        | plan_id | name     |
        | P1      | local/p1 |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
