@mariadb
Feature: Remedies use MariaDB's own ALTER TABLE

  It makes the table anew where it has to, and forgets what it is not told of a column: comments, checks, what is done
  on update.

  Rule: What was asked for is so, and nothing else about the column has changed

    Background:
      Given these plans
        | plan_id | phase | owner |
        | P1      | apply | Ann   |

    Scenario: A column becomes mandatory that has a comment and a CHECK of its own
      When "owner" of "plans" becomes mandatory with the default "'Eve: 100%'"
      Then the column "owner" of "plans" alone has changed
      And "plans" admits
        | plan_id | owner | admitted |
        | P3      | NULL  | no       |
        | P3      | it's  | no       |
      And "plans" completes new rows to
        | plan_id | owner     |
        | P9      | Eve: 100% |
      And "plans" has these rows still
        | plan_id | phase | owner |
        | P1      | apply | Ann   |

    Scenario: A column becomes optional, on which an index and another column stand
      When "phase" of "plans" becomes optional without a default
      Then the column "phase" of "plans" alone has changed
      And "plans" completes new rows to
        | plan_id | phase |
        | P9      | NULL  |

    Scenario: A column that is set on each update has another default, and the old one again
      Given the default for "changed" of "plans" was set to "'2020-01-01'"
      When the default for "changed" of "plans" becomes "current_timestamp()"
      Then the table "plans" is described as in "plans" again

    Scenario: A CHECK has another condition, and quotes, percent signs and colons are only that
      When the CHECK "Ck "Owner" 100% :new" of "plans" becomes "owner NOT LIKE '%x:no%' AND owner <> 'it''s (%s'"
      Then "plans" admits
        | plan_id | owner    | admitted |
        | P3      | nobody   | yes      |
        | P3      | ax:no    | no       |
        | P3      | it's (%s | no       |

    Scenario: The labels of an enumeration change places
      Given beside them "an enumeration"
      When "kind" of "orders" is remapped
        | from  | to    |
        | small | large |
        | large | small |
      Then "orders" has these rows now
        | order_id | kind  |
        | 1        | large |
        | 2        | huge  |
        | 3        | small |

  Rule: What MariaDB does not have gives a clear error, and nothing has changed

    Scenario: A generated column is to be mandatory
      Given a database for remedies with "odd words"
      When "length" of "odd) plans (" becomes mandatory
      Then the operation says no: "odd) plans (: You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near 'NOT NULL' at line 1 (nothing was changed)"
