Feature: The way back from the back-fill takes back what it filled in

  Below m8_001 a root may be unknown. Whoever goes back finds unknown there what was unknown before;
  otherwise the next back-fill would take for given what only the last one had made up.

  Rule: What was filled in is NULL again, what was given stays

    @tdd_issue @tdd_issue_2418
    Scenario Outline: Trees with given roots and without
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id | root_plan_id | automation_profile |
        | P1      | NULL           | NULL         | NULL               |
        | P2      | P1             | NULL         | cautious           |
        | P3      | P2             | NULL         | NULL               |
        | P4      | P3             | P4           | balanced           |
        | P5      | P4             | NULL         | NULL               |
        | P6      | NULL           | P6           | NULL               |
      When I step up through "m8_001" and back
      Then both succeed
      And the table "v3_plans" still holds
        | plan_id | parent_plan_id | root_plan_id | automation_profile |
        | P1      | NULL           | NULL         | NULL               |
        | P2      | P1             | NULL         | cautious           |
        | P3      | P2             | NULL         | NULL               |
        | P4      | P3             | P4           | balanced           |
        | P5      | P4             | NULL         | NULL               |
        | P6      | NULL           | P6           | NULL               |
      And the database is unchanged

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: What has been changed since stays as it is

    Scenario: Another profile was chosen
      Given a database at revision "m4_003" of the chain "plans" as repaired
      And the table "v3_plans" holds
        | plan_id | parent_plan_id | automation_profile |
        | P1      | NULL           | NULL               |
        | P2      | P1             | cautious           |
      And the database was upgraded to "m8_001"
      And in the table "v3_plans" the automation_profile "balanced" was changed to "bold"
      When I downgrade to "m4_003"
      Then the downgrade succeeds
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id | automation_profile |
        | P1      | NULL           | NULL         | bold               |
        | P2      | P1             | NULL         | cautious           |
      And the schema is now that of revision "m4_003"

  Rule: A root that the next back-fill would not fill in again stays

    @tdd_issue @tdd_issue_2418 @sqlite @postgresql
    Scenario Outline: Plans on cycles were made their own roots
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P1             |
        | P2      | P3             |
        | P3      | P2             |
        | P4      | NULL           |
      When I step up through "m8_001" and back, with "on_incompatible=remap"
      Then both succeed
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | P1             | NULL         |
        | P2      | P3             | P2           |
        | P3      | P2             | P3           |
        | P4      | NULL           | NULL         |
      And the schema is still that of revision "m4_003"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
