Feature: reupgrade-crash: the upgrade cannot be run again after its own downgrade

  Whoever had to go back once cannot go forward again.

  Rule: What the downgrade left behind is told with the crash that it causes, once

    Scenario: The way back forgets one of two tables
      Given the chain "leftover_table"
      When I walk it
      Then the errors are
        | rule            | revision | direction | left behind                                    | at               |
        | reupgrade-crash | r2       | upgrade   | after the downgrade: table drafts is left over | r2_letters.py:12 |
      And the warnings are none

  Rule: A leftover that the upgrade gets along with is no crash

    Scenario: The way back forgets an index that may be there already
      Given the chain "leftover_index"
      When I walk it
      Then the errors are none
