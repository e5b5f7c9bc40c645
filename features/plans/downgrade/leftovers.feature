Feature: A downgrade that cannot be done leaves nothing of itself behind

  As reported, what a failure leaves depends on the database: Python's driver for SQLite commits
  each table that is made or dropped by itself, PostgreSQL takes all of them back. The plans, which
  report 6648 takes for dropped by then, are still there on both.

  Rule: Whatever stops the downgrade, the tables are still the same

    @tdd_issue @tdd_issue_6648
    Scenario Outline: No backup is left behind, no child is gone
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase  |
        | P1      | action |
      When I downgrade to "b1_001"
      Then the tables are still the same
      And the downgrade is refused because of
        | table    | column | value  | rows |
        | v3_plans | phase  | action | 1    |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: Once the plans are mended, the downgrade can be run again

    @tdd_issue @tdd_issue_6648
    Scenario Outline: The phase that was in the way is changed by hand
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase  | processing_state |
        | P1      | action | queued           |
      And the table "plan_projects" holds
        | plan_id | name     |
        | P1      | local/p1 |
      And a downgrade to "b1_001" failed
      And in the table "v3_plans" the phase "action" was changed to "strategize"
      When I downgrade to "b1_001"
      Then the downgrade succeeds
      And the database is now at revision "b1_001"
      And the table "v3_plans" still holds
        | plan_id | phase      | processing_state |
        | P1      | strategize | queued           |
      And the table "plan_projects" still holds
        | plan_id | name     |
        | P1      | local/p1 |
      And the schema is now that of revision "b1_001"

      @sqlite @tdd_expected_fail
      Examples: as reported, where each table is committed by itself
        | variant     |
        | as reported |

      @postgresql
      Examples: as reported, where all of them are taken back
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: As reported, a crash takes the children of the plans away on SQLite

    @sqlite @tdd_issue @tdd_issue_6648
    Scenario Outline: What is orphaned after the <column> "<value>"
      Given a database at revision "a5_005" of the chain "plans" as reported
      And the table "v3_plans" holds
        | plan_id | phase   | processing_state |
        | P1      | <phase> | <state>          |
      And the table "plan_projects" holds
        | plan_id | name     |
        | P1      | local/p1 |
        | P1      | local/p2 |
      And the table "plan_invariants" holds
        | plan_id | position | text       |
        | P1      | 1        | tests pass |
      When I downgrade to "b1_001"
      Then the downgrade crashes with "CHECK constraint failed: <constraint>"
      And these tables are left behind
        | table                | rows |
        | _plan_arguments_bak  | 0    |
        | _plan_invariants_bak | 1    |
        | _plan_projects_bak   | 2    |
        | _v3_plans_new        | 0    |
      And these tables are gone
        | table           |
        | plan_arguments  |
        | plan_invariants |
        | plan_projects   |
      And the database is still at revision "a5_005"
      And the table "v3_plans" still holds
        | plan_id | phase   | processing_state |
        | P1      | <phase> | <state>          |

      Examples:
        | phase   | state       | column           | value       | constraint        |
        | action  | queued      | phase            | action      | ck_v3_plans_phase |
        | apply   | applied     | processing_state | applied     | ck_v3_plans_state |
        | execute | constrained | processing_state | constrained | ck_v3_plans_state |

    @sqlite @tdd_issue @tdd_issue_6648
    Scenario: The next try does not get beyond its first statement
      Given a database at revision "a5_005" of the chain "plans" as reported
      And the table "v3_plans" holds
        | plan_id | phase  |
        | P1      | action |
      And a downgrade to "b1_001" failed
      And in the table "v3_plans" the phase "action" was changed to "strategize"
      When I downgrade to "b1_001"
      Then the downgrade crashes with "table _plan_projects_bak already exists"
      And the database is unchanged

  Rule: As reported, a crash changes nothing on PostgreSQL

    @postgresql @tdd_issue @tdd_issue_6648
    Scenario Outline: What is taken back after the <column> "<value>"
      Given a database at revision "a5_005" of the chain "plans" as reported
      And the table "v3_plans" holds
        | plan_id | phase   | processing_state |
        | P1      | <phase> | <state>          |
      And the table "plan_projects" holds
        | plan_id | name     |
        | P1      | local/p1 |
      When I downgrade to "b1_001"
      Then the downgrade crashes with "violates check constraint "<constraint>""
      And the tables are still the same
      And the database is unchanged

      Examples:
        | phase   | state       | column           | value       | constraint        |
        | action  | queued      | phase            | action      | ck_v3_plans_phase |
        | apply   | applied     | processing_state | applied     | ck_v3_plans_state |
        | execute | constrained | processing_state | constrained | ck_v3_plans_state |
