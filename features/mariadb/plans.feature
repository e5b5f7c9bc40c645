@mariadb
Feature: The chain of plans as repaired runs on MariaDB

  It is the chain that SQLite and PostgreSQL are given. Nothing of a step is taken back here, so what it refuses it has
  to refuse before anything else.

  Rule: There is nothing to find, up and down, with rows that are legal on one side alone

    Scenario: Every revision
      Given the chain of "plans" as repaired
      When I walk it
      Then there is no error and no warning
      And every refusal names the table and how many rows stand in the way
      And nothing was left unexercised

  Rule: The downgrade of report 6648 says no before anything is touched

    Scenario: Two plans have a phase and a state that the older CHECKs forbid
      Given a database at revision "a5_005" of the chain "plans" as repaired
      And the table "v3_plans" holds
        | plan_id | phase  | processing_state |
        | P1      | action | queued           |
        | P2      | apply  | constrained      |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column           | value       | rows |
        | v3_plans | phase            | action      | 1    |
        | v3_plans | processing_state | constrained | 1    |
      And the database is still at revision "a5_005"
      And the table "v3_plans" still holds
        | plan_id | phase  | processing_state |
        | P1      | action | queued           |
        | P2      | apply  | constrained      |
      And the schema is still that of revision "a5_005"
