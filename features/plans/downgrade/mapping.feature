Feature: A downgrade maps values that the older CHECK forbids, when it is asked to

  The other remedy of report 6648. The phase "action" becomes "strategize", the states "applied" and
  "constrained" become "complete"; what they were is lost, which is why it must be asked for.

  Rule: Where it is asked to, the downgrade puts older values in place of newer ones

    @tdd_issue @tdd_issue_6648
    Scenario Outline: Each value by itself, two together, and none
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase      | processing_state |
        | P1      | action     | queued           |
        | P2      | apply      | applied          |
        | P3      | execute    | constrained      |
        | P4      | action     | constrained      |
        | P5      | strategize | errored          |
      When I downgrade to "b1_001" with the option "on_incompatible=remap"
      Then the downgrade succeeds
      And the database is now at revision "b1_001"
      And the table "v3_plans" now holds
        | plan_id | phase      | processing_state |
        | P1      | strategize | queued           |
        | P2      | apply      | complete         |
        | P3      | execute    | complete         |
        | P4      | strategize | complete         |
        | P5      | strategize | errored          |
      And the schema is now that of revision "b1_001"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: What was mapped can go up again, and keeps the older values

    @tdd_issue @tdd_issue_6648
    Scenario Outline: Mapped on the way down, taken along on the way up
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase  | processing_state |
        | P1      | action | constrained      |
        | P2      | apply  | applied          |
      When I step down through "a5_005" and back, with "on_incompatible=remap"
      Then both succeed
      And the database is still at revision "a5_005"
      And the table "v3_plans" now holds
        | plan_id | phase      | processing_state |
        | P1      | strategize | complete         |
        | P2      | apply      | complete         |
      And the schema is still that of revision "a5_005"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
