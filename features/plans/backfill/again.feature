Feature: The back-fill can be run again

  Rule: Where every root is known, the back-fill changes nothing

    Scenario Outline: Every root was known before, <variant>
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id | root_plan_id | automation_profile |
        | P1      | NULL           | P1           | balanced           |
        | P2      | P1             | P1           | cautious           |
        | P3      | P2             | P3           | balanced           |
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the table "v3_plans" still holds
        | plan_id | parent_plan_id | root_plan_id | automation_profile |
        | P1      | NULL           | P1           | balanced           |
        | P2      | P1             | P1           | cautious           |
        | P3      | P2             | P3           | balanced           |

      Examples:
        | variant     |
        | as reported |
        | as repaired |

  Rule: A second upgrade to the same revision changes nothing

    Scenario Outline: The upgrade is run twice, <variant>
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | NULL           |
        | P2      | P1             |
      And the database was upgraded to "m8_001"
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the database is unchanged

      Examples:
        | variant     |
        | as reported |
        | as repaired |
