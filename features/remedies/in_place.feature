@sqlite
Feature: What is changed in place is not written anew

  SQLite 3.53 and newer change constraints themselves; for older ones the schema that they store is
  edited. Neither writes a row.

  Rule: However many rows there are, no page that holds one is written

    Background:
      Given these plans
        | plan_id | phase | state  | owner |
        | P1      | apply | queued | Ann   |
      And 4000 rows more in "plans", such as
        | plan_id | phase | state    | owner |
        | N       | apply | complete | Bob   |

    Scenario: A CHECK is replaced
      When the CHECK "ck_plans_phase" of "plans" becomes "phase IN ('action', 'apply')"
      Then at most 3 pages of the file were written
      And "plans" admits
        | plan_id | phase      | admitted |
        | P2      | action     | yes      |
        | P2      | strategize | no       |

    Scenario: A CHECK is replaced that is NULL for a row
      Given these rows in "plans"
        | plan_id | phase | owner |
        | P2      | apply | NULL  |
      When the CHECK "Ck "Owner" 100% :new" of "plans" becomes "owner <> 'Eve'"
      Then at most 3 pages of the file were written
      And "plans" admits
        | plan_id | owner | admitted |
        | P3      | NULL  | yes      |
        | P3      | Eve   | no       |

    Scenario: A column becomes mandatory
      When "owner" of "plans" becomes mandatory
      Then at most 3 pages of the file were written
      And the column "owner" of "plans" alone has changed

    Scenario: A column becomes optional
      When "phase" of "plans" becomes optional
      Then at most 3 pages of the file were written
      And the column "phase" of "plans" alone has changed
