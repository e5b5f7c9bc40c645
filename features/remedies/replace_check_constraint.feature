Feature: The condition of a CHECK is replaced in place

  Rule: The CHECK has the new condition for everybody, and no table is built anew

    Background:
      Given these plans
        | plan_id | phase      | state    | owner |
        | P1      | strategize | queued   | Ann   |
        | P2      | apply      | complete | NULL  |
      And these rows in "notes"
        | plan_id | note |
        | P1      | mine |

    @sqlite @postgresql
    Scenario: The CHECK of a column
      When the CHECK "ck_plans_phase" of "plans" becomes "phase IN ('action', 'strategize', 'apply')"
      Then "plans" admits
        | plan_id | phase   | admitted |
        | P3      | action  | yes      |
        | P3      | apply   | yes      |
        | P3      | applied | no       |
      And every table is still the same object
      And "plans" has these rows still
        | plan_id | phase      | state    | owner |
        | P1      | strategize | queued   | Ann   |
        | P2      | apply      | complete | NULL  |
      And "notes" has these rows still
        | plan_id | note |
        | P1      | mine |

    @sqlite @postgresql
    Scenario: The CHECK of a table
      When the CHECK "ck_plans_state" of "plans" becomes "state IN ('queued', 'complete', 'applied')"
      Then "plans" admits
        | plan_id | state     | admitted |
        | P3      | applied   | yes      |
        | P3      | complete  | yes      |
        | P3      | cancelled | no       |
      And every table is still the same object

    @sqlite @postgresql
    Scenario: A CHECK whose name holds quotes, a percent sign and a colon
      When the CHECK "Ck "Owner" 100% :new" of "plans" becomes "owner NOT LIKE '%x:no%' AND owner <> 'it''s (%s'"
      Then "plans" admits
        | plan_id | owner    | admitted |
        | P3      | nobody   | yes      |
        | P3      | ax:no    | no       |
        | P3      | it's (%s | no       |
      And every table is still the same object

    Scenario: Rows for which the condition is NULL fit, as with any CHECK
      When the CHECK "Ck "Owner" 100% :new" of "plans" becomes "owner = 'Ann'"
      Then "plans" admits
        | plan_id | owner | admitted |
        | P3      | Ann   | yes      |
        | P3      | NULL  | yes      |
        | P3      | Bob   | no       |

    @postgresql
    Scenario: A table in another schema
      Given beside them "an archive"
      When in the schema "old plans" the CHECK "ck_plans_phase" of "plans" becomes "phase = 'apply'"
      Then "plans" admits
        | plan_id | phase      | admitted |
        | P3      | strategize | yes      |
      And "old plans.plans" has these rows still
        | plan_id | phase |
        | O1      | apply |

  Rule: Words in literals, comments and names are no constraints

    Background:
      Given a database for remedies with "odd words"
      And these rows in "odd) plans ("
        | plan id | a "phase" |
        | 1       | older     |

    @sqlite @postgresql
    Scenario: The CHECK between them is the one that is replaced
      When the CHECK "Ck_Odd" of "odd) plans (" becomes ""a ""phase""" NOT IN ('CHECK (yes)')"
      Then "odd) plans (" admits
        | plan id | a "phase"   | constraint | admitted |
        | 2       | CHECK (no)  | NULL       | yes      |
        | 2       | it's -- no  | NULL       | yes      |
        | 2       | CHECK (yes) | NULL       | no       |
        | 2       | other       | 10         | no       |
      And every table is still the same object

    @sqlite @postgresql
    Scenario: The name of the other ends in a bracket
      When the CHECK "ck_odd)" of "odd) plans (" becomes ""constraint" IS NULL OR "constraint" < 0"
      Then "odd) plans (" admits
        | plan id | a "phase"  | constraint | admitted |
        | 2       | other      | NULL       | yes      |
        | 2       | other      | 1          | no       |
        | 2       | CHECK (no) | NULL       | no       |
      And every table is still the same object

  Rule: What does not fit gives a clear error, and nothing has changed

    Background:
      Given these plans
        | plan_id | phase      | state    |
        | P1      | strategize | queued   |
        | P2      | apply      | complete |
        | P3      | apply      | queued   |

    Scenario Outline: <what>
      When the CHECK "<name>" of "<table>" becomes "<condition>"
      Then the operation says no: "<words>"

      Examples: Rows and names
        | what                             | name           | table  | condition          | words                                                                                                         |
        | One row is there that breaks it  | ck_plans_phase | plans  | phase IN ('apply') | plans: 1 row would break the constraint ck_plans_phase (nothing was changed: mend or remap these rows first)  |
        | Two rows are there that break it | ck_plans_phase | plans  | phase <> 'apply'   | plans: 2 rows would break the constraint ck_plans_phase (nothing was changed: mend or remap these rows first) |
        | No such CHECK                    | ck_phase       | plans  | phase <> ''        | plans: there is no CHECK constraint 'ck_phase' (nothing was changed)                                          |
        | A column has the name            | phase          | plans  | phase <> ''        | plans: there is no CHECK constraint 'phase' (nothing was changed)                                             |
        | No such table                    | ck_plans_phase | planes | phase <> ''        | planes: there is no table 'planes' (nothing was changed)                                                      |

      Examples: Texts that are not one expression
        | what                                  | name           | table | condition               | words                                                                           |
        | It is nothing but a comment           | ck_plans_phase | plans | /* any */               | '/* any */': this is not one SQL expression (nothing was changed)               |
        | It closes a bracket of its own accord | ck_plans_phase | plans | 1 = 1), CHECK (2 = 2    | '1 = 1), CHECK (2 = 2': this is not one SQL expression (nothing was changed)    |
        | It leaves a bracket open              | ck_plans_phase | plans | (1 = 1                  | '(1 = 1': this is not one SQL expression (nothing was changed)                  |
        | It goes on to another statement       | ck_plans_phase | plans | 1 = 1; DROP TABLE notes | '1 = 1; DROP TABLE notes': this is not one SQL expression (nothing was changed) |
        | Its comment would swallow the rest    | ck_plans_phase | plans | 1 = 1 --                | '1 = 1 --': this is not one SQL expression (nothing was changed)                |
        | It hides its bracket with a comment   | ck_plans_phase | plans | 1 = 1) --               | '1 = 1) --': this is not one SQL expression (nothing was changed)               |
        | Its comment is left open              | ck_plans_phase | plans | 1 = 1 /*                | '1 = 1 /*': this is not one SQL expression (nothing was changed)                |
        | It is a statement                     | ck_plans_phase | plans | SELECT 1                | 'SELECT 1': this is not one SQL expression (nothing was changed)                |
        | It is two expressions                 | ck_plans_phase | plans | phase, state            | 'phase, state': this is not one SQL expression (nothing was changed)            |

    @sqlite
    Scenario: It names a column that SQLite does not find
      When the CHECK "ck_plans_phase" of "plans" becomes "faze <> ''"
      Then the operation says no: "plans: no such column: faze (nothing was changed)"

    @postgresql
    Scenario: It names a column that PostgreSQL does not find
      When the CHECK "ck_plans_phase" of "plans" becomes "faze <> ''"
      Then the operation says no: "plans: column "faze" does not exist (nothing was changed)"

    @sqlite
    Scenario: SQLite lets two constraints have one name
      Given beside them "two of one name"
      When the CHECK "ck_twins" of "twins" becomes "phase <> 'b'"
      Then the operation says no: "twins: 2 CHECK constraints have the name 'ck_twins' (nothing was changed)"

    @sqlite
    Scenario: A view is no table
      When the CHECK "ck_plans_phase" of "open_plans" becomes "phase <> ''"
      Then the operation says no: "open_plans: there is no table 'open_plans' (nothing was changed)"

    @sqlite
    Scenario: SQLite finds names in any case
      When the CHECK "CK_Plans_PHASE" of "Plans" becomes "phase <> 'action'"
      Then "plans" admits
        | plan_id | phase   | admitted |
        | P4      | applied | yes      |
        | P4      | action  | no       |

  Rule: A name can be no more than a name

    Background:
      Given these plans
        | plan_id | phase |
        | P1      | apply |

    Scenario Outline: <where> carries a statement of its own
      When the CHECK "<name>" of "<table>" becomes "phase <> ''"
      Then the operation says no: "<words>"

      Examples:
        | where     | name                      | table                        | words                                                                                                |
        | The name  | ck"; DROP TABLE notes; -- | plans                        | plans: there is no CHECK constraint 'ck"; DROP TABLE notes; --' (nothing was changed)                |
        | The table | ck_plans_phase            | plans"; DROP TABLE notes; -- | plans"; DROP TABLE notes; --: there is no table 'plans"; DROP TABLE notes; --' (nothing was changed) |

  Rule: The operation keeps to the transaction of the migration

    Background:
      Given these plans
        | plan_id | phase |
        | P1      | apply |

    @requires_transactional_ddl
    Scenario: The migration is rolled back after it
      Given the migration is rolled back in the end
      When the CHECK "ck_plans_phase" of "plans" becomes "phase = 'apply'"
      Then nothing at all has changed

    @sqlite @postgresql
    Scenario Outline: It is done with <kind>
      Given the migration has <kind>
      When the CHECK "ck_plans_phase" of "plans" becomes "phase = 'apply'"
      Then "plans" admits
        | plan_id | phase      | admitted |
        | P2      | apply      | yes      |
        | P2      | strategize | no       |
      And every table is still the same object

      Examples:
        | kind                          |
        | the driver's own transactions |
        | a commit after each statement |

    Scenario Outline: It says no with <kind>
      Given the migration has <kind>
      When the CHECK "ck_plans_phase" of "plans" becomes "phase <> 'apply'"
      Then the operation says no: "plans: 1 row would break the constraint ck_plans_phase (nothing was changed: mend or remap these rows first)"

      Examples:
        | kind                          |
        | the driver's own transactions |
        | a commit after each statement |
