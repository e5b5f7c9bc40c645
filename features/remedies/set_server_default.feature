Feature: The default of a column is changed in place

  Rule: New rows get the new default, and rows that are there keep what they show

    Background:
      Given these plans
        | plan_id | phase      | owner |
        | P1      | strategize | Ann   |
        | P2      | apply      | NULL  |

    Scenario: The default is another
      When the default for "phase" of "plans" becomes "'apply'"
      Then the column "phase" of "plans" alone has changed
      And "plans" completes new rows to
        | plan_id | phase |
        | P9      | apply |
      And every table is still the same object

    Scenario: A mandatory column loses its default
      When the default for "phase" of "plans" is dropped
      Then the column "phase" of "plans" alone has changed
      And every table is still the same object

    Scenario: An optional column loses its default
      When the default for "state" of "plans" is dropped
      Then the column "state" of "plans" alone has changed
      And "plans" completes new rows to
        | plan_id | state |
        | P9      | NULL  |

    @sqlite @mariadb
    Scenario: A default is set and dropped again
      Given the default for "owner" of "plans" was set to "'Eve'"
      When the default for "owner" of "plans" is dropped
      Then the table "plans" is described as in "plans" again

    Scenario: There was none to be dropped
      When the default for "owner" of "plans" is dropped
      Then nothing at all has changed

    Scenario: The column came later, and older rows show its default without storing it
      Given beside them "a late column"
      When the default for "priority" of "plans" becomes "'LOW'"
      Then "plans" has these rows still
        | plan_id | priority |
        | P1      | low      |
        | P2      | low      |
      And the column "priority" of "plans" alone has changed
      And "plans" completes new rows to
        | plan_id | priority |
        | P9      | LOW      |
      And every table is still the same object

    @sqlite
    Scenario: A trigger would see that such rows are written out
      Given beside them "a late column"
      And beside them "a trigger"
      When the default for "priority" of "plans" becomes "'LOW'"
      Then the operation says no: "plans: 2 rows older than the column 'priority' must be written out before its default is changed, and the triggers of the table would see that (nothing was changed: drop the triggers first, create them again afterwards)"

    Scenario: A trigger is no hindrance where all rows store the value
      Given beside them "a trigger"
      When the default for "phase" of "plans" becomes "'apply'"
      Then the column "phase" of "plans" alone has changed
      And "plans" has these rows still
        | plan_id | phase      |
        | P1      | strategize |
        | P2      | apply      |

  Rule: Words in literals, comments and names are no defaults

    Scenario Outline: The default of the column "<column>" becomes <default>
      Given a database for remedies with "odd words"
      When the default for "<column>" of "odd) plans (" becomes "<default>"
      Then the column "<column>" of "odd) plans (" alone has changed
      And "odd) plans (" completes new rows to
        | plan id | <column> |
        | P9      | <shown>  |
      And every table is still the same object

      Examples:
        | column     | default      | shown      |
        | a "phase"  | 'DEFAULT (x' | DEFAULT (x |
        | constraint | NULL         | NULL       |
        | check      | 4 - 7        | -3.0       |

  Rule: What is not there gives a clear error, and nothing has changed

    Background:
      Given these plans
        | plan_id | phase |
        | P1      | apply |

    Scenario Outline: <what> is given a default
      When the default for "<column>" of "<table>" becomes "<default>"
      Then the operation says no: "<words>"

      Examples:
        | what              | column                       | table  | default         | words                                                                          |
        | An unknown column | faze                         | plans  | 'x'             | plans: there is no column 'faze' (nothing was changed)                         |
        | An unknown table  | phase                        | planes | 'x'             | planes: there is no table 'planes' (nothing was changed)                       |
        | A name with SQL   | phase"; DROP TABLE notes; -- | plans  | 'x'             | plans: there is no column 'phase"; DROP TABLE notes; --' (nothing was changed) |
        | No expression     | phase                        | plans  | 'x' NOT NULL -- | "'x' NOT NULL --": this is not one SQL expression (nothing was changed)        |

    @requires_transactional_ddl
    Scenario: The migration that changes a default is rolled back after it
      Given the migration is rolled back in the end
      When the default for "phase" of "plans" becomes "'apply'"
      Then nothing at all has changed
