Feature: An expected failure is shown as what it is

  Background:
    Given a copy of the folder "fixtures/expected_failures/behave" as "."
    And the file "features/shelf.feature" holds
      """
      Feature: Shelf
        @tdd_issue @tdd_issue_41 @tdd_expected_fail
        Scenario: Open
          Given a shelf with 3 books as reported
          When I add 2 books
          Then the shelf holds 5 books

        @tdd_issue @tdd_issue_42 @tdd_expected_fail
        Scenario: Fixed
          Given a shelf with 3 books as repaired
          When I add 2 books
          Then the shelf holds 5 books

        @tdd_issue @tdd_issue_42 @tdd_expected_fail
        Scenario: Other
          Given a shelf that collapses

        Scenario: Plain
          Given a shelf with 3 books as repaired
      """

  Rule: The summary lists the issues still open, and what is red though a failure was expected

    Scenario Outline: In the format <format>
      When I run "behave --format <format>"
      Then it exits with code 1
      And it prints "2 scenarios passed, 1 failed, 1 error, 0 skipped"
      And it prints
        """
        Issues still open: 1 (expected failures: 1)
          issue 41: Adding loses a book (https://tracker.example/41)
            features/shelf.feature:3
        Expected to fail, and red:
          features/shelf.feature:9: issue 42 appears to be fixed: remove @tdd_expected_fail
          features/shelf.feature:15: failed, but not as reported: "Given a shelf that collapses" is no check of issue 42: OSError: expected 5 books, found 4
        """

      Examples:
        | format    |
        | plain     |
        | pretty    |
        | progress  |
        | progress2 |
        | progress3 |
        | json      |

    Scenario: Only what is red is listed for another run
      When I run "behave --format rerun --outfile again.txt"
      Then it exits with code 1
      And the file "again.txt" now holds
        """
        features/shelf.feature:9
        features/shelf.feature:15
        """

    Scenario: Nothing was expected to fail
      When I run "behave --name Plain"
      Then it exits with code 0
      And it does not print "Issues still open"

  Rule: JUnit shows an expected failure as skipped, with type and message

    Scenario: One of each
      When I run "behave --junit --junit-directory reports"
      Then it exits with code 1
      And the JUnit files in "reports" tell
        | test  | outcome | type                      | message                                                                                                                         |
        | Open  | skipped | handrail.expected_failure | expected failure: issue 41 is still open (Adding loses a book)                                                                  |
        | Fixed | failure | AssertionError            | issue 42 appears to be fixed: remove @tdd_expected_fail                                                                         |
        | Other | error   | OSError                   | failed, but not as reported: "Given a shelf that collapses" is no check of issue 42: OSError: expected 5 books, found 4         |
        | Plain | passed  |                           |                                                                                                                                 |
      And the JUnit files in "reports" count
        | tests | failures | errors | skipped |
        | 4     | 1        | 1      | 1       |
