Feature: A migration says no before it touches anything

  Rule: Rows that stand in the way are named by table, column, value and number

    Background:
      Given these plans
        | plan_id | phase      | state    | owner |
        | P1      | strategize | queued   | Ann   |
        | P2      | apply      | complete | Ann   |
        | P3      | apply      | queued   | NULL  |
        | P4      | apply      | NULL     | NULL  |

    Scenario: One value of one column
      When "plans" may hold no other values than
        | column | values |
        | phase  | apply  |
      Then the operation is refused because of
        | table | column | value      | rows |
        | plans | phase  | strategize | 1    |
      And the operation says no: "plans: 1 row stands in the way: phase 'strategize' in 1 row; for example plan_id 'P1' (remap them first)"

    Scenario: Several values of several columns, in one refusal
      When "plans" may hold no other values than
        | column | values        |
        | phase  | strategize, x |
        | state  | queued        |
        | owner  | Eve           |
      Then the operation is refused because of
        | table | column | value    | rows |
        | plans | phase  | apply    | 3    |
        | plans | state  | complete | 1    |
        | plans | owner  | Ann      | 2    |
      And the operation says no: "plans: 4 rows stand in the way: phase 'apply' in 3 rows, state 'complete' in 1 row, owner 'Ann' in 2 rows; for example plan_id 'P1'; plan_id 'P2'; plan_id 'P3' (remap them first)"

    Scenario: A predicate
      When "phase = 'strategize' OR state = 'queued'" is required of "plans"
      Then the operation is refused because of
        | table | column       | value | rows |
        | plans | phase, state | NULL  | 1    |
      And the operation says no: "plans: 1 row stands in the way of phase = 'strategize' OR state = 'queued'; for example plan_id 'P2' (nothing was changed)"

    Scenario: A predicate, told by the values of columns
      When told by "owner, state", "phase <> 'apply'" is required of "plans"
      Then the operation is refused because of
        | table | column | value    | rows |
        | plans | owner  | Ann      | 1    |
        | plans | owner  | NULL     | 2    |
        | plans | state  | complete | 1    |
        | plans | state  | queued   | 1    |
        | plans | state  | NULL     | 1    |

    Scenario: Rows without a key are counted, and none is shown
      Given these rows in "notes"
        | plan_id | note |
        | P1      | mine |
      When "notes" may hold no other values than
        | column | values |
        | note   | ours   |
      Then the operation says no: "notes: 1 row stands in the way: note 'mine' in 1 row (remap them first)"

  Rule: Where nothing stands in the way, nothing happens

    Background:
      Given these plans
        | plan_id | phase | state |
        | P1      | apply | NULL  |

    Scenario: All values are allowed
      When "plans" may hold no other values than
        | column | values            |
        | phase  | apply, strategize |
      Then nothing at all has changed

    Scenario: A value is NULL, which no CHECK minds
      When "plans" may hold no other values than
        | column | values |
        | state  | queued |
      Then nothing at all has changed

    Scenario: The predicate is NULL, which no CHECK minds
      When "state = 'queued' AND phase LIKE 'a%'" is required of "plans"
      Then nothing at all has changed

  Rule: What cannot be asked gives a clear error

    Background:
      Given these plans
        | plan_id | phase |
        | P1      | apply |

    Scenario Outline: Values are asked of <what>
      When "<table>" may hold no other values than
        | column   | values |
        | <column> | x      |
      Then the operation says no: "<words>"

      Examples:
        | what              | table                   | column                      | words                                                                                      |
        | an unknown table  | planes                  | phase                       | planes: there is no table 'planes' (nothing was changed)                                   |
        | an unknown column | plans                   | faze                        | plans: there is no column 'faze' (nothing was changed)                                     |
        | a table with SQL  | plans; DROP TABLE notes | phase                       | plans; DROP TABLE notes: there is no table 'plans; DROP TABLE notes' (nothing was changed) |
        | a column with SQL | plans                   | phase" IS NULL; DROP "notes | plans: there is no column 'phase" IS NULL; DROP "notes' (nothing was changed)              |

    Scenario: An allowed value carries SQL of its own
      When "plans" may hold no other values than
        | column | values                        |
        | phase  | apply'); DROP TABLE notes; -- |
      Then the operation is refused because of
        | table | column | value | rows |
        | plans | phase  | apply | 1    |

    Scenario: The predicate is not one expression
      When "1 = 1; DROP TABLE notes" is required of "plans"
      Then the operation says no: "'1 = 1; DROP TABLE notes': this is not one SQL expression (nothing was changed)"

    Scenario: Neither values nor a predicate are given
      When nothing is required of "plans"
      Then the operation says no: "require plans: give either a predicate or allowed values"
