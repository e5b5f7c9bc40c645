Feature: The fewest rows that still fail

  Rule: Not one row that is left can be spared

    Scenario Outline: Some rows together make a step fail
      When <rows> rows are reduced that fail for the sake of <culprits> in 200 questions
      Then the rows left are <culprits>

      Examples:
        | rows | culprits   |
        | 1    | 1          |
        | 24   | 17         |
        | 24   | 3, 4, 20   |
        | 5    | 1, 2, 3, 4, 5 |

    Scenario: Whatever the reason of the failure
      When rows are reduced that fail for whatever reason
      Then what is left always fails, and never without any one of its rows

  Rule: There is an end to asking

    Scenario: Few questions
      When 64 rows are reduced that fail for the sake of 1, 64 in 5 questions
      Then at most 5 questions were asked
