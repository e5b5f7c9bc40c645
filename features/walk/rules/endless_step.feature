Feature: endless-step: the step does not come to an end

  It is stopped by its limits, and the walk goes on.

  Rule: A loop that waits for rows which never come is stopped and told with the row that it waits for

    Scenario: A back-fill that leaves one note out
      Given the chain "endless_loop"
      When I walk it
      Then the errors are
        | rule         | revision | direction | rows | at                | statement                                         |
        | endless-step | r2       | upgrade   | 1    | r2_remarked.py:15 | SELECT count(*) FROM notes WHERE remark IS NULL |

  Rule: A loop that comes to its end is not spoken of as endless

    Scenario: A loop over the rows that there are
      Given the chain "loop_over_rows"
      When I walk it
      Then the errors are none
