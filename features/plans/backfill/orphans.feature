Feature: The back-fill meets plans whose parent does not exist

  PostgreSQL lets no such plan in. SQLite does, unless it is told to enforce foreign keys.

  @sqlite
  Rule: Orphans, and the plans below them, stop the upgrade before anything is touched

    @tdd_issue @tdd_issue_2418
    Scenario Outline: The parent of a plan was deleted
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P0             |
        | P2      | P1             |
        | P3      | NULL           |
      When I upgrade to "m8_001"
      Then the upgrade is refused because of
        | table    | column       | value | rows |
        | v3_plans | root_plan_id | NULL  | 2    |
      And the refusal shows
        | plan_id |
        | P1      |
        | P2      |
      And the database is still at revision "m4_003"
      And the table "v3_plans" still holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P0             | NULL         |
        | P2      | P1             | NULL         |
        | P3      | NULL           | NULL         |
      And the schema is still that of revision "m4_003"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  @sqlite
  Rule: Where the upgrade is asked to, an orphan is its own root and that of the plans below it

    @tdd_issue @tdd_issue_2418
    Scenario Outline: The parent of a plan was deleted, and the plan is made a root
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P0             |
        | P2      | P1             |
        | P3      | NULL           |
      When I upgrade to "m8_001" with the option "on_incompatible=remap"
      Then the upgrade succeeds
      And the database is now at revision "m8_001"
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P0             | P1           |
        | P2      | P1             | P1           |
        | P3      | NULL           | P3           |
      And the schema is now that of revision "m8_001"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
