Feature: The walk finds the bugs of the reports by itself

  Nobody tells the walk where to look: it is given the chain and nothing else.

  Rule: On the chain as reported the walk finds what reports 6648 and 2418 tell, and the mirror of it

    Scenario: The chain of plans as reported
      Given the chain of "plans" as reported
      When I walk it
      Then the errors are
        | rule            | revision | direction | rows |
        | upgrade-crash   | a5_005   | upgrade   | 1    |
        | downgrade-crash | a5_005   | downgrade | 1    |
        | downgrade-crash | a5_005   | downgrade | 1    |
        | downgrade-crash | a5_005   | downgrade | 1    |
        | endless-step    | m8_001   | upgrade   | 1    |
      And among the errors are
        | rule            | hazard                                                             |
        | upgrade-crash   | v3_plans: phase 'applied' against ck_v3_plans_phase                |
        | downgrade-crash | v3_plans: phase 'action' against ck_v3_plans_phase                 |
        | downgrade-crash | v3_plans: processing_state 'applied' against ck_v3_plans_state     |
        | downgrade-crash | v3_plans: processing_state 'constrained' against ck_v3_plans_state |
      And among the warnings are
        | rule          | revision | direction |
        | table-rebuilt | a5_003   | upgrade   |
        | table-rebuilt | a5_003   | downgrade |
        | table-rebuilt | a5_004   | upgrade   |
        | table-rebuilt | a5_004   | downgrade |
        | table-rebuilt | a5_005   | upgrade   |
        | table-rebuilt | a5_005   | downgrade |
        | row-by-row    | m8_001   | upgrade   |

    @sqlite
    Scenario: What the crash of a5_005 leaves behind on SQLite
      Given the chain of "plans" as reported
      When I walk the revision "a5_005" of it
      Then the first downgrade-crash leaves behind
        | what                                                                         |
        | table plan_projects is gone                                                  |
        | table plan_arguments is gone                                                 |
        | table plan_invariants is gone                                                |
        | table _plan_projects_bak is left over                                        |
        | table _plan_arguments_bak is left over                                       |
        | table _plan_invariants_bak is left over                                      |
        | table _v3_plans_new is left over                                             |
        | run again, the step fails: table _plan_projects_bak already exists           |

  Rule: On the chain as repaired there is nothing to find, and what it refuses names table and rows

    Scenario: The chain of plans as repaired
      Given the chain of "plans" as repaired
      When I walk it
      Then there is no error, and no warning but of locks
      And every refusal names the table and how many rows stand in the way
