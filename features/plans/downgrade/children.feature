Feature: A downgrade leaves the children of the plans alone

  Report 6648 tells of projects, arguments and invariants that are moved to backup tables before the
  downgrade finds out that it cannot go on.

  Rule: Whatever becomes of the plans, their projects, arguments and invariants stay

    @tdd_issue @tdd_issue_6648
    Scenario Outline: The plan above them stops the downgrade
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase  |
        | P1      | action |
      And the table "plan_projects" holds
        | plan_id | name     | alias |
        | P1      | local/p1 | one   |
        | P1      | local/p2 | NULL  |
      And the table "plan_arguments" holds
        | plan_id | name  | value | position |
        | P1      | depth | 3     | 1        |
      And the table "plan_invariants" holds
        | plan_id | position | text          | source  |
        | P1      | 1        | tests pass    | plan    |
        | P1      | 2        | no new errors | project |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column | value  | rows |
        | v3_plans | phase  | action | 1    |
      And the table "plan_projects" still holds
        | plan_id | name     | alias |
        | P1      | local/p1 | one   |
        | P1      | local/p2 | NULL  |
      And the table "plan_arguments" still holds
        | plan_id | name  | value | position |
        | P1      | depth | 3     | 1        |
      And the table "plan_invariants" still holds
        | plan_id | position | text          | source  |
        | P1      | 1        | tests pass    | plan    |
        | P1      | 2        | no new errors | project |
      And the database is unchanged

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_6648
    Scenario Outline: The plan above them is mapped
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase  |
        | P1      | action |
      And the table "plan_projects" holds
        | plan_id | name     | alias |
        | P1      | local/p1 | one   |
      And the table "plan_arguments" holds
        | plan_id | name  | value | position |
        | P1      | depth | 3     | 1        |
      And the table "plan_invariants" holds
        | plan_id | position | text       | source |
        | P1      | 1        | tests pass | plan   |
      When I downgrade to "b1_001" with the option "on_incompatible=remap"
      Then the downgrade succeeds
      And the table "plan_projects" still holds
        | plan_id | name     | alias |
        | P1      | local/p1 | one   |
      And the table "plan_arguments" still holds
        | plan_id | name  | value | position |
        | P1      | depth | 3     | 1        |
      And the table "plan_invariants" still holds
        | plan_id | position | text       | source |
        | P1      | 1        | tests pass | plan   |
      And the schema is now that of revision "b1_001"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
