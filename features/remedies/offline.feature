Feature: Remedies in a script that Alembic writes

  Rule: What PostgreSQL's script does is what the migration would have done

    Background:
      Given these plans
        | plan_id | phase      | owner |
        | P1      | strategize | Ann   |
        | P2      | apply      | Bob   |

    @postgresql
    Scenario: The script replaces a CHECK
      Given the migration is written as a script for "postgresql"
      When the CHECK "Ck "Owner" 100% :new" of "plans" becomes "owner NOT LIKE 'C:%'"
      Then "plans" admits
        | plan_id | owner  | admitted |
        | P3      | nobody | yes      |
        | P3      | C:x    | no       |

    @postgresql
    Scenario: The script makes a column mandatory
      Given the migration is written as a script for "postgresql"
      When "owner" of "plans" becomes mandatory with the default "'Eve: 100%'"
      Then "plans" admits
        | plan_id | owner | admitted |
        | P3      | NULL  | no       |

    @postgresql
    Scenario: The script changes a default
      Given the migration is written as a script for "postgresql"
      When the default for "phase" of "plans" is dropped
      Then the column "phase" of "plans" alone has changed

    @postgresql
    Scenario: The script remaps values
      Given the migration is written as a script for "postgresql"
      When "owner" of "plans" is remapped
        | from | to        |
        | Ann  | it's 100% |
      Then "plans" has these rows now
        | plan_id | owner     |
        | P1      | it's 100% |
        | P2      | Bob       |

    @postgresql
    Scenario: The script says no where rows stand in the way
      Given the migration is written as a script for "postgresql"
      When "plans" may hold no other values than
        | column | values     |
        | phase  | it's, 100% |
        | owner  | Ann        |
      Then the operation says no: "plans: rows stand in the way: phase, owner (remap them first)"

    @postgresql
    Scenario: The script goes on where none does
      Given the migration is written as a script for "postgresql"
      When "phase <> 'x' OR owner <> 'it''s 100%'" is required of "plans"
      Then nothing at all has changed

    Scenario: MariaDB's script replaces a CHECK in one statement
      Given the migration is written as a script for "mariadb"
      When the CHECK "ck_plans_phase" of "plans" becomes "phase <> ''"
      Then the script is
        """
        ALTER TABLE plans DROP CONSTRAINT ck_plans_phase, ADD CONSTRAINT ck_plans_phase CHECK (phase <> '');
        """

  Rule: What cannot be written as a script says so

    Background:
      Given these plans
        | plan_id | phase |
        | P1      | apply |

    Scenario: SQLite's stored schema can be edited only where it is
      Given the migration is written as a script for "sqlite"
      When the CHECK "ck_plans_phase" of "plans" becomes "phase <> ''"
      Then the operation says no: "--sql for sqlite: what is to be done here depends on what the database holds (run this migration on the database itself)"

    Scenario: A script for MariaDB cannot look at rows
      Given the migration is written as a script for "mariadb"
      When "phase <> ''" is required of "plans"
      Then the operation says no: "--sql for mariadb: what is to be done here depends on what the database holds (run this migration on the database itself)"

    Scenario: Nobody knows how another database does it
      Given the migration is written as a script for "mssql"
      When the CHECK "ck_plans_phase" of "plans" becomes "phase <> ''"
      Then the operation says no: "mssql: there is no such operation here (known: sqlite, postgresql, mariadb)"
