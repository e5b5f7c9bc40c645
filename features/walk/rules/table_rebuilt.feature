Feature: table-rebuilt: a table is another object after the step

  Every row is written again under a lock, and a failure in the middle leaves the pieces.

  Rule: A table that was dropped and made again is a warning

    Scenario: Copy, drop, rename
      Given the chain "whole_copy"
      When I walk it
      Then among the warnings are
        | rule          | revision | direction | message                    |
        | table-rebuilt | r2       | upgrade   | the upgrade rebuilds notes |

  Rule: A table that was altered is still the same

    Scenario: A column is added and dropped
      Given the chain "one_statement"
      When I walk it
      Then there is no error, and no warning but of locks
