Feature: The walk finds the bugs of the reports by itself

  Nobody tells the walk where to look: it is given the chain and nothing else.

  Rule: On the chain as reported the walk finds what reports 6648 and 2418 tell, and the mirror of it

    Scenario: The chain of plans as reported
      Given the chain of "plans" as reported
      When I walk it
      Then the errors are
        | rule            | revision | direction | hazard                                                           | rows |
        | upgrade-crash   | a5_005   | upgrade   | v3_plans: phase 'applied' against ck_v3_plans_phase              | 1    |
        | downgrade-crash | a5_005   | downgrade | v3_plans: phase 'action' against ck_v3_plans_phase               | 1    |
        | downgrade-crash | a5_005   | downgrade | v3_plans: processing_state 'applied' against ck_v3_plans_state   | 1    |
        | downgrade-crash | a5_005   | downgrade | v3_plans: processing_state 'constrained' against ck_v3_plans_state | 1    |
        | endless-step    | m8_001   | upgrade   | v3_plans: a self-loop through parent_plan_id                     | 1    |

  Rule: On the chain as repaired there is nothing to find

    Scenario: The chain of plans as repaired
      Given the chain of "plans" as repaired
      When I walk it
      Then there is no error and no warning
