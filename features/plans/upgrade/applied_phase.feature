Feature: An upgrade meets a phase that the newer CHECK forbids

  The mirror of report 6648, which it does not tell of: the phase "applied" is legal before a5_005
  and illegal after it. There "applied" is a state of the phase "apply".

  Rule: A plan in the phase "applied" becomes one in the phase "apply" and the state "applied"

    @tdd_issue @tdd_issue_6648
    Scenario Outline: One plan was applied
      Given a database at revision "b1_001" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase   | processing_state |
        | P1      | applied | complete         |
        | P2      | apply   | queued           |
      And the table "plan_projects" holds
        | plan_id | name     |
        | P1      | local/p1 |
      When I upgrade to "a5_005"
      Then the upgrade succeeds
      And the database is now at revision "a5_005"
      And the table "v3_plans" now holds
        | plan_id | phase | processing_state |
        | P1      | apply | applied          |
        | P2      | apply | queued           |
      And the table "plan_projects" still holds
        | plan_id | name     |
        | P1      | local/p1 |
      And the schema is now that of revision "a5_005"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: The way back gives such a plan the phase and the state that it had

    @tdd_issue @tdd_issue_6648
    Scenario Outline: Plans were applied in every state
      Given a database at revision "b1_001" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase   | processing_state |
        | P1      | applied | queued           |
        | P2      | applied | processing       |
        | P3      | applied | errored          |
        | P4      | applied | complete         |
        | P5      | applied | cancelled        |
        | P6      | apply   | complete         |
      When I step up through "a5_005" and back
      Then both succeed
      And the table "v3_plans" still holds
        | plan_id | phase   | processing_state |
        | P1      | applied | queued           |
        | P2      | applied | processing       |
        | P3      | applied | errored          |
        | P4      | applied | complete         |
        | P5      | applied | cancelled        |
        | P6      | apply   | complete         |
      And the database is unchanged

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    Scenario: Another plan has been applied since
      Given a database at revision "b1_001" of the chain "plans" as repaired
      And the table "v3_plans" holds
        | plan_id | phase   | processing_state |
        | P1      | applied | errored          |
      And the database was upgraded to "a5_005"
      And the table "v3_plans" holds
        | plan_id | phase | processing_state |
        | P2      | apply | applied          |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column           | value   | rows |
        | v3_plans | processing_state | applied | 1    |
      And the refusal shows
        | plan_id |
        | P2      |
      And the database is still at revision "a5_005"
      And the table "v3_plans" still holds
        | plan_id | phase | processing_state |
        | P1      | apply | applied          |
        | P2      | apply | applied          |
      And the schema is still that of revision "a5_005"

    Scenario: Another plan has been applied since, and is mapped
      Given a database at revision "b1_001" of the chain "plans" as repaired
      And the table "v3_plans" holds
        | plan_id | phase   | processing_state |
        | P1      | applied | errored          |
      And the database was upgraded to "a5_005"
      And the table "v3_plans" holds
        | plan_id | phase | processing_state |
        | P2      | apply | applied          |
      When I downgrade to "b1_001" with the option "on_incompatible=remap"
      Then the downgrade succeeds
      And the database is now at revision "b1_001"
      And the table "v3_plans" now holds
        | plan_id | phase   | processing_state |
        | P1      | applied | errored          |
        | P2      | apply   | complete         |
      And the schema is now that of revision "b1_001"
