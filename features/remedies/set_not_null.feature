Feature: A column becomes mandatory or optional in place

  Rule: The column refuses NULL, or takes it, for everybody, and no table is built anew

    Background:
      Given these plans
        | plan_id | phase | owner |
        | P1      | apply | Ann   |
        | P2      | apply | Bob   |
      And these rows in "notes"
        | plan_id | note |
        | P1      | mine |

    @sqlite @postgresql
    Scenario: It becomes mandatory
      When "owner" of "plans" becomes mandatory
      Then "plans" admits
        | plan_id | owner | admitted |
        | P3      | NULL  | no       |
        | P3      | Eve   | yes      |
      And the column "owner" of "plans" alone has changed
      And every table is still the same object
      And "notes" has these rows still
        | plan_id | note |
        | P1      | mine |

    @sqlite @postgresql
    Scenario: It becomes mandatory and has a default
      When "owner" of "plans" becomes mandatory with the default "'Eve: 100%'"
      Then "plans" admits
        | plan_id | owner | admitted |
        | P3      | NULL  | no       |
      And "plans" completes new rows to
        | plan_id | owner     |
        | P9      | Eve: 100% |
      And every table is still the same object
      And "plans" has these rows still
        | plan_id | owner |
        | P1      | Ann   |
        | P2      | Bob   |

    Scenario: It is mandatory already
      When "phase" of "plans" becomes mandatory
      Then nothing at all has changed

    @sqlite @postgresql
    Scenario: It becomes optional
      When "phase" of "plans" becomes optional
      Then "plans" admits
        | plan_id | phase | admitted |
        | P3      | NULL  | yes      |
        | P3      | nix   | no       |
      And the column "phase" of "plans" alone has changed
      And every table is still the same object

    @sqlite @postgresql
    Scenario: It becomes optional and loses its default
      When "phase" of "plans" becomes optional without a default
      Then the column "phase" of "plans" alone has changed
      And "plans" completes new rows to
        | plan_id | phase |
        | P9      | NULL  |
      And every table is still the same object

    @sqlite @mariadb
    Scenario: It becomes mandatory and optional again
      Given "owner" of "plans" became mandatory
      When "owner" of "plans" becomes optional
      Then the table "plans" is described as in "plans" again

    Scenario: It is optional already
      When "owner" of "plans" becomes optional
      Then nothing at all has changed

    @sqlite @postgresql
    Scenario: A generated column becomes mandatory
      When "reads" of "plans" becomes mandatory
      Then "plans" admits
        | plan_id | state    | admitted |
        | P3      | complete | yes      |
        | P3      | NULL     | no       |
      And every table is still the same object

  Rule: Words in literals, comments and names are no constraints

    Background:
      Given a database for remedies with "odd words"
      And these rows in "odd) plans ("
        | plan id | a "phase" | constraint | check |
        | 1       | older     | 1          | 1     |

    @sqlite @postgresql
    Scenario Outline: The column "<column>" becomes mandatory
      When "<column>" of "odd) plans (" becomes mandatory
      Then the column "<column>" of "odd) plans (" alone has changed
      And every table is still the same object

      Examples:
        | column     |
        | a "phase"  |
        | constraint |
        | check      |

    @sqlite @postgresql
    Scenario: The column "default" becomes optional
      When "default" of "odd) plans (" becomes optional
      Then the column "default" of "odd) plans (" alone has changed
      And every table is still the same object

  Rule: What does not fit gives a clear error, and nothing has changed

    Background:
      Given these plans
        | plan_id | phase | owner |
        | P1      | apply | Ann   |
        | P2      | apply | NULL  |
        | P3      | apply | NULL  |

    Scenario Outline: <what>
      When "<column>" of "<table>" becomes mandatory with the default "<default>"
      Then the operation says no: "<words>"

      Examples:
        | what                                     | column | table  | default  | words                                                                                                         |
        | Rows are NULL, though a default is given | owner  | plans  | 'Eve'    | plans.owner: 2 rows would break the constraint NOT NULL (nothing was changed: mend or remap these rows first) |
        | No such column                           | honour | plans  | 'Eve'    | plans: there is no column 'honour' (nothing was changed)                                                      |
        | The table is not there                   | owner  | planes | 'Eve'    | planes: there is no table 'planes' (nothing was changed)                                                      |
        | The default is not one expression        | phase  | plans  | 1), x (2 | '1), x (2': this is not one SQL expression (nothing was changed)                                              |

    @sqlite
    Scenario: The default is none that SQLite takes
      When "phase" of "plans" becomes mandatory with the default "state"
      Then the operation says no: "plans: malformed database schema (plans) - default value of column [phase] is not constant (nothing was changed)"

    @postgresql
    Scenario: The default is none that PostgreSQL takes
      When "phase" of "plans" becomes mandatory with the default "state"
      Then the operation says no: "plans: cannot use column reference in DEFAULT expression (nothing was changed)"

    @sqlite
    Scenario: A row has broken another constraint already, which the integrity check finds
      Given beside them "a broken row"
      When "phase" of "plans" becomes optional
      Then the operation says no: "plans: the integrity check says: CHECK constraint failed in plans (nothing was changed)"

  Rule: The operation keeps to the transaction of the migration

    Background:
      Given these plans
        | plan_id | phase | owner |
        | P1      | apply | Ann   |

    @requires_transactional_ddl
    Scenario: The migration that makes a column mandatory is rolled back after it
      Given the migration is rolled back in the end
      When "owner" of "plans" becomes mandatory with the default "'Eve'"
      Then nothing at all has changed

    @sqlite @postgresql
    Scenario Outline: The column becomes mandatory with <kind>
      Given the migration has <kind>
      When "owner" of "plans" becomes mandatory with the default "'Eve'"
      Then "plans" admits
        | plan_id | owner | admitted |
        | P3      | NULL  | no       |
        | P3      | Eve   | yes      |
      And every table is still the same object

      Examples:
        | kind                          |
        | the driver's own transactions |
        | a commit after each statement |
