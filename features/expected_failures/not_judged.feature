Feature: Who is not judged, and who is all the same

  Background:
    Given a copy of the folder "fixtures/expected_failures/behave" as "."
    And the file "features/shelf.feature" holds
      """
      Feature: Shelf
        @tdd_issue @tdd_issue_41 @tdd_expected_fail
        Scenario: Fixed
          Given a shelf with 3 books as repaired
          When I add 2 books
          Then the shelf holds 5 books

        @tdd_issue @tdd_issue_41 @tdd_expected_fail
        Scenario: Open
          Given a shelf with 3 books as reported
          When I add 2 books
          Then the shelf holds 5 books

        Scenario: Last
          Given a shelf with 3 books as repaired
      """

  Rule: What was not run has no verdict

    Scenario: A dry run
      When I run "behave --dry-run"
      Then it exits with code 0
      And it does not print "issue 41"

    Scenario: A scenario that the tags of the run leave out
      When I run "behave --tags 'not @tdd_expected_fail'"
      Then it exits with code 0
      And it prints "1 scenario passed, 0 failed, 2 skipped"
      And it does not print "issue 41"

    Scenario: A scenario that a hook skips
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail @skipped_by_hook
          Scenario: Fixed
            Given a shelf with 3 books as repaired
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "0 scenarios passed, 0 failed, 1 skipped"
      And it does not print "issue 41"

    Scenario: A scenario that the run stops short of
      When I run "behave --stop"
      Then it exits with code 1
      And it prints "0 scenarios passed, 1 failed, 0 skipped, 2 untested"
      And it does not print "is still open"

  Rule: Each scenario is judged by itself

    Scenario: A run that stops at the first failure goes on after an expected one
      When I run "behave --stop features/shelf.feature:9 features/shelf.feature:14"
      Then it exits with code 0
      And it prints "2 scenarios passed, 0 failed, 1 skipped"

    Scenario: A run that is interrupted
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Waiting
            Given a shelf with 3 books as reported
            When I wait
            Then the shelf holds 3 books
        """
      When I send SIGINT to "behave --no-capture" once it prints "waiting"
      Then it exits with code 1
      And it prints "failed, but not as reported: "When I wait" is no check of issue 41: KeyboardInterrupt"
