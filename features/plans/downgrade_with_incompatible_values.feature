Feature: A downgrade meets values that the older CHECK forbids

  Revision a5_005 allows the phase "action" and the states "applied" and "constrained". Report 6648
  tells what its way back does to a database that holds one of them by now.

  Rule: A plan that the older CHECK forbids stops the downgrade before anything is touched

    @tdd_issue @tdd_issue_6648
    Scenario Outline: One plan is still in the phase "action"
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase      | processing_state |
        | P1      | action     | queued           |
        | P2      | strategize | complete         |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column | value  | rows |
        | v3_plans | phase  | action | 1    |
      And the database is still at revision "a5_005"
      And the table "v3_plans" still holds
        | plan_id | phase      | processing_state |
        | P1      | action     | queued           |
        | P2      | strategize | complete         |
      And the schema is still that of revision "a5_005"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
