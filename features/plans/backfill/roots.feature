Feature: The back-fill gives every plan the root above it

  Since m8_001 every plan names the root of its hierarchy. Where the hierarchy is sound, the chain
  as reported gets this right too.

  Rule: A plan without a parent is its own root, every other one takes over its parent's

    Scenario Outline: Two trees, no root known yet, <variant>
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | NULL           |
        | P2      | P1             |
        | P3      | P2             |
        | P4      | P2             |
        | P5      | NULL           |
        | P6      | P5             |
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the database is now at revision "m8_001"
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | NULL           | P1           |
        | P2      | P1             | P1           |
        | P3      | P2             | P1           |
        | P4      | P2             | P1           |
        | P5      | NULL           | P5           |
        | P6      | P5             | P5           |
      And the schema is now that of revision "m8_001"

      Examples:
        | variant     |
        | as reported |
        | as repaired |

  Rule: A root that was given is never replaced, and is the root of those below

    Scenario Outline: A branch of a tree has a root of its own, <variant>
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | NULL           | NULL         |
        | P2      | P1             | P2           |
        | P3      | P2             | NULL         |
        | P4      | P1             | NULL         |
        | P5      | P1             | P4           |
        | P6      | P5             | NULL         |
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id |
        | P1      | NULL           | P1           |
        | P2      | P1             | P2           |
        | P3      | P2             | P2           |
        | P4      | P1             | P1           |
        | P5      | P1             | P4           |
        | P6      | P5             | P4           |

      Examples:
        | variant     |
        | as reported |
        | as repaired |

  Rule: A plan without an automation profile gets the balanced one, any other keeps its own

    Scenario Outline: Two plans, one with a profile, <variant>
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | automation_profile |
        | P1      | NULL               |
        | P2      | cautious           |
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the table "v3_plans" now holds
        | plan_id | automation_profile | effective_profile_snapshot |
        | P1      | balanced           | {}                         |
        | P2      | cautious           | {}                         |

      Examples:
        | variant     |
        | as reported |
        | as repaired |
