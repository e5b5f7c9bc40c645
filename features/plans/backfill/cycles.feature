Feature: The back-fill meets plans that are above themselves

  Nothing keeps a plan from being its own parent, or the parent of its parent. No root is above such
  plans, and the loop of report 2418 looks for one for ever.

  Rule: Plans on a cycle, and those below, stop the upgrade before anything is touched

    @tdd_issue @tdd_issue_2418
    Scenario Outline: One plan is its own parent
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P1             |
        | P2      | NULL           |
      When I upgrade to "m8_001"
      Then the upgrade is refused because of
        | table    | column       | value | rows |
        | v3_plans | root_plan_id | NULL  | 1    |
      And the refusal shows
        | plan_id |
        | P1      |
      And the database is still at revision "m4_003"
      And the table "v3_plans" still holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P1             | NULL         |
        | P2      | NULL           | NULL         |
      And the schema is still that of revision "m4_003"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_2418 @sqlite @postgresql
    Scenario Outline: Two plans are above each other, and one more is below them
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P2             |
        | P2      | P1             |
        | P3      | P2             |
        | P4      | NULL           |
        | P5      | P4             |
      When I upgrade to "m8_001"
      Then the upgrade is refused because of
        | table    | column       | value | rows |
        | v3_plans | root_plan_id | NULL  | 3    |
      And the refusal shows
        | plan_id |
        | P1      |
        | P2      |
        | P3      |
      And the database is still at revision "m4_003"
      And the table "v3_plans" still holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P2             | NULL         |
        | P2      | P1             | NULL         |
        | P3      | P2             | NULL         |
        | P4      | NULL           | NULL         |
        | P5      | P4             | NULL         |
      And the schema is still that of revision "m4_003"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: Where the upgrade is asked to, it makes each of these plans its own root

    @tdd_issue @tdd_issue_2418 @sqlite @postgresql
    Scenario Outline: A plan that is its own parent, and a cycle of two
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P1             |
        | P2      | P3             |
        | P3      | P2             |
        | P4      | P3             |
        | P5      | NULL           |
        | P6      | P5             |
      When I upgrade to "m8_001" with the option "on_incompatible=remap"
      Then the upgrade succeeds
      And the database is now at revision "m8_001"
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P1             | P1           |
        | P2      | P3             | P2           |
        | P3      | P2             | P3           |
        | P4      | P3             | P4           |
        | P5      | NULL           | P5           |
        | P6      | P5             | P5           |
      And the schema is now that of revision "m8_001"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: A plan on a cycle whose root is known is in nobody's way

    Scenario Outline: A plan is its own parent and its own root, <variant>
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P1             | P1           |
        | P2      | P1             | NULL         |
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P1             | P1           |
        | P2      | P1             | P1           |

      Examples:
        | variant     |
        | as reported |
        | as repaired |
