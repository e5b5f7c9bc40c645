Feature: A downgrade meets values that the older CHECK forbids

  Revision a5_005 allows the phase "action" and the states "applied" and "constrained". Report 6648
  tells what its way back does to a database that holds one of them by now.

  Rule: A plan that the older CHECK forbids stops the downgrade before anything is touched

    @tdd_issue @tdd_issue_6648
    Scenario Outline: One plan has the <column> "<value>"
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase      | processing_state |
        | P1      | <phase>    | <state>          |
        | P2      | strategize | complete         |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column   | value   | rows |
        | v3_plans | <column> | <value> | 1    |
      And the refusal shows
        | plan_id |
        | P1      |
      And the database is still at revision "a5_005"
      And the table "v3_plans" still holds
        | plan_id | phase      | processing_state |
        | P1      | <phase>    | <state>          |
        | P2      | strategize | complete         |
      And the schema is still that of revision "a5_005"

      @tdd_expected_fail
      Examples: as reported
        | variant     | phase   | state       | column           | value       |
        | as reported | action  | queued      | phase            | action      |
        | as reported | apply   | applied     | processing_state | applied     |
        | as reported | execute | constrained | processing_state | constrained |

      Examples: as repaired
        | variant     | phase   | state       | column           | value       |
        | as repaired | action  | queued      | phase            | action      |
        | as repaired | apply   | applied     | processing_state | applied     |
        | as repaired | execute | constrained | processing_state | constrained |

    @tdd_issue @tdd_issue_6648
    Scenario Outline: All that the older CHECK forbids, in one plan and in several
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase      | processing_state |
        | P1      | action     | constrained      |
        | P2      | action     | queued           |
        | P3      | apply      | applied          |
        | P4      | strategize | complete         |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column           | value       | rows |
        | v3_plans | phase            | action      | 2    |
        | v3_plans | processing_state | applied     | 1    |
        | v3_plans | processing_state | constrained | 1    |
      And the refusal shows
        | plan_id |
        | P1      |
        | P2      |
        | P3      |
      And the database is still at revision "a5_005"
      And the table "v3_plans" still holds
        | plan_id | phase      | processing_state |
        | P1      | action     | constrained      |
        | P2      | action     | queued           |
        | P3      | apply      | applied          |
        | P4      | strategize | complete         |
      And the schema is still that of revision "a5_005"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_6648
    Scenario Outline: A plan that nobody gave a phase is in the first one
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id |
        | P1      |
      When I downgrade to "b1_001"
      Then the downgrade is refused because of
        | table    | column | value  | rows |
        | v3_plans | phase  | action | 1    |
      And the database is unchanged

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: A plan that the older CHECK allows is in nobody's way

    Scenario Outline: Plans in every phase and state of before, <variant>
      Given a database at revision "a5_005" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | phase      | processing_state |
        | P1      | strategize | queued           |
        | P2      | strategize | processing       |
        | P3      | execute    | errored          |
        | P4      | apply      | complete         |
        | P5      | apply      | cancelled        |
      When I downgrade to "b1_001"
      Then the downgrade succeeds
      And the database is now at revision "b1_001"
      And the table "v3_plans" still holds
        | plan_id | phase      | processing_state |
        | P1      | strategize | queued           |
        | P2      | strategize | processing       |
        | P3      | execute    | errored          |
        | P4      | apply      | complete         |
        | P5      | apply      | cancelled        |
      And the schema is now that of revision "b1_001"

      Examples:
        | variant     |
        | as reported |
        | as repaired |

  Rule: Who asks for neither a refusal nor other values is told what there is

    @sqlite
    Scenario: A choice that is none
      Given a copy of the folder "fixtures/plans" as "plans"
      When I run "handrail walk plans/repaired/alembic.ini --database sqlite -x on_incompatible=perhaps"
      Then it exits with code 2
      And it prints "env.py failed: CommandError: -x on_incompatible=perhaps: give refuse or remap" on standard error
