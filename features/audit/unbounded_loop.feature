Feature: The audit names loops that may never end

  One row that a round cannot change, such as a cycle or an orphan, keeps such a loop spinning.
  The revisions below are kept in fixtures/audit/unbounded_loop.

  Rule: A loop that ends only when a query happens to answer so is named

    Scenario Outline: The loop of revision <revision> may never end
      When the rule "unbounded-loop" reads the revision "<revision>"
      Then "unbounded-loop" is named at each marked line

      Examples:
        | revision              |
        | until_nothing_is_left |
        | while_the_query_finds |
        | flag_for_every_row    |
        | no_way_out            |
        | leaves_the_function   |

    Scenario: The finding tells what the loop goes round
      When the rule "unbounded-loop" reads the revision "no_way_out"
      Then the audit names
        | severity | direction | message                                                                                               |
        | warning  | upgrade   | nothing but the answers of the database ends this loop around: UPDATE plans SET attempt = attempt + 1 |

  Rule: A loop in which something moves towards an end is not named

    Scenario Outline: Revision <revision> comes to an end
      When the rule "unbounded-loop" reads the revision "<revision>"
      Then "unbounded-loop" is not named

      Examples:
        | revision                     |
        | counted                      |
        | in_batches                   |
        | hands_all_rows_back          |
        | compared_with_the_last_round |
        | work_list                    |
        | ends_elsewhere               |
