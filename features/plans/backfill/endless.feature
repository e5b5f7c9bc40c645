Feature: The back-fill as reported never ends where no root is above a plan

  The loop of report 2418 goes on for as long as a root is missing. A scenario stops what sends 5,000
  statements without coming to an end; an operator has to notice it first. What is left then depends
  on the database: Python's driver for SQLite commits the new column by itself.

  Rule: As reported, the upgrade goes on until somebody stops it

    @sqlite @tdd_issue @tdd_issue_2418
    Scenario Outline: What stays on SQLite after <what>
      Given a database at revision "m4_003" of the chain "plans" as reported
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | <parent>       |
        | P2      | P1             |
        | P3      | NULL           |
      When I upgrade to "m8_001"
      Then the upgrade never ends
      And the database is still at revision "m4_003"
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | root_plan_id | effective_profile_snapshot |
        | P1      | <parent>       | NULL         | {}                         |
        | P2      | P1             | NULL         | {}                         |
        | P3      | NULL           | NULL         | {}                         |

      Examples:
        | what        | parent |
        | a self-loop | P1     |
        | a two-cycle | P2     |
        | an orphan   | P0     |

    @sqlite @tdd_issue @tdd_issue_2418
    Scenario: The next try stumbles over that column
      Given a database at revision "m4_003" of the chain "plans" as reported
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | P1             |
      And an upgrade to "m8_001" failed
      And in the table "v3_plans" the parent_plan_id "P1" was changed to "NULL"
      When I upgrade to "m8_001"
      Then the upgrade crashes with "duplicate column name: effective_profile_snapshot"

    @postgresql @tdd_issue @tdd_issue_2418
    Scenario Outline: Nothing stays on PostgreSQL after <what>
      Given a database at revision "m4_003" of the chain "plans" as reported
      And the table "v3_plans" holds
        | plan_id | parent_plan_id |
        | P1      | <parent>       |
        | P2      | P1             |
        | P3      | NULL           |
      When I upgrade to "m8_001"
      Then the upgrade never ends
      And the database is unchanged

      Examples:
        | what        | parent |
        | a self-loop | P1     |
        | a two-cycle | P2     |
