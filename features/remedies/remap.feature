Feature: Values are mapped to others in one statement, and that is reported

  Rule: Each value becomes what it is mapped to, and the rows are counted by value

    Background:
      Given these plans
        | plan_id | phase      | state    | owner |
        | P1      | strategize | queued   | Ann   |
        | P2      | apply      | complete | Bob   |
        | P3      | apply      | queued   | NULL  |

    Scenario: Two values change places
      When "phase" of "plans" is remapped
        | from       | to         |
        | apply      | strategize |
        | strategize | apply      |
      Then "plans" has these rows now
        | plan_id | phase      | owner |
        | P1      | apply      | Ann   |
        | P2      | strategize | Bob   |
        | P3      | strategize | NULL  |
      And the operation reports
        | value      | rows |
        | strategize | 1    |
        | apply      | 2    |

    Scenario: What is done is told where Alembic tells its own
      When "phase" of "plans" is remapped
        | from  | to         |
        | apply | strategize |
      Then the log says "plans.phase: 2 rows 'apply' to 'strategize'"

    Scenario: Some rows only
      When "phase" of "plans" is remapped where "state = 'queued' AND owner IS NULL OR owner = ':x%'"
        | from  | to         |
        | apply | strategize |
      Then "plans" has these rows now
        | plan_id | phase      |
        | P1      | strategize |
        | P2      | apply      |
        | P3      | strategize |

    @requires_named_enums
    Scenario: The column is an enumeration
      Given beside them "an enumeration"
      When "kind" of "orders" is remapped
        | from | to    |
        | huge | large |
      Then "orders" has these rows now
        | order_id | kind  |
        | 1        | small |
        | 2        | large |
        | 3        | large |

  Rule: Nothing is written where there is nothing to change

    Background:
      Given these plans
        | plan_id | phase |
        | P1      | apply |
      And beside them "a trigger"

    Scenario: No row holds the value
      When "phase" of "plans" is remapped
        | from    | to    |
        | applied | apply |
      Then nothing at all has changed

    Scenario: A value maps to itself
      When "phase" of "plans" is remapped
        | from  | to    |
        | apply | apply |
      Then nothing at all has changed

  Rule: A value is no more than a value, and what does not fit gives a clear error

    Background:
      Given these plans
        | plan_id | phase | owner |
        | P1      | apply | Ann   |

    Scenario: The new value carries SQL of its own
      When "owner" of "plans" is remapped
        | from | to                                        |
        | Ann  | x' END, phase = 'y'; DROP TABLE notes; -- |
      Then "plans" has these rows now
        | plan_id | phase | owner                                     |
        | P1      | apply | x' END, phase = 'y'; DROP TABLE notes; -- |
      And every table is still the same object

    Scenario: The old value carries SQL of its own
      When "owner" of "plans" is remapped
        | from         | to  |
        | x' OR '1'='1 | Bob |
      Then nothing at all has changed

    Scenario Outline: Values are remapped in <what>
      When "<column>" of "<table>" is remapped where "<condition>"
        | from  | to         |
        | apply | strategize |
      Then the operation says no: "<words>"

      Examples:
        | what                        | column | table  | condition       | words                                                                   |
        | an unknown table            | phase  | planes | 1 = 1           | planes: there is no table 'planes' (nothing was changed)                |
        | an unknown column           | faze   | plans  | 1 = 1           | plans: there is no column 'faze' (nothing was changed)                  |
        | rows of no single condition | phase  | plans  | 1 = 1; SELECT 2 | '1 = 1; SELECT 2': this is not one SQL expression (nothing was changed) |

    @sqlite
    Scenario: SQLite forbids the new value
      When "phase" of "plans" is remapped
        | from  | to  |
        | apply | nix |
      Then the operation says no: "plans: CHECK constraint failed: ck_plans_phase (nothing was changed)"

    @postgresql
    Scenario: PostgreSQL forbids the new value
      When "phase" of "plans" is remapped
        | from  | to  |
        | apply | nix |
      Then the operation says no: "plans: new row for relation "plans" violates check constraint "ck_plans_phase" (nothing was changed)"
