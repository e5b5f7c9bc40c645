Feature: Tags that break the rules stop the run

  Background:
    Given a copy of the folder "fixtures/expected_failures/behave" as "."

  Rule: A breach stops the run before it starts

    Scenario Outline: A scenario is tagged <tags>
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          <tags>
          Scenario: Adding
            Given a shelf with 3 books as reported
        """
      When I run "behave"
      Then it exits with code 2
      And it prints
        """
        Nothing was run: the rules for tags are broken.
        features/shelf.feature:3: <breach>
        """
      And the file "run-started" is not there

      Examples:
        | tags                                                  | breach                                                                                         |
        | @tdd_issue_41                                         | @tdd_issue_41 requires @tdd_issue                                                              |
        | @tdd_issue_41 @tdd_expected_fail                      | @tdd_expected_fail requires @tdd_issue                                                         |
        | @tdd_issue @tdd_expected_fail                         | @tdd_expected_fail requires exactly one @tdd_issue_<N>, here: none                             |
        | @tdd_issue @tdd_issue_41 @tdd_issue_42 @tdd_expected_fail | @tdd_expected_fail requires exactly one @tdd_issue_<N>, here: 41, 42                       |
        | @tdd_issue @tdd_issue_7                               | issue 7 is not in issues.toml                                                                  |
        | @tdd_issue @tdd_issue_x                               | @tdd_issue_x is no tag of the protocol: @tdd_issue, @tdd_issue_<N>, @tdd_expected_fail         |
        | @tdd_expect_fail                                      | @tdd_expect_fail is no tag of the protocol: @tdd_issue, @tdd_issue_<N>, @tdd_expected_fail     |

    Scenario: Failure is expected of a whole feature
      Given the file "features/shelf.feature" holds
        """
        @tdd_issue @tdd_issue_41 @tdd_expected_fail
        Feature: Shelf
          Scenario: Adding
            Given a shelf with 3 books as reported
        """
      When I run "behave"
      Then it exits with code 2
      And it prints "features/shelf.feature:2: @tdd_expected_fail on a feature: it belongs on what is expected to fail"

    Scenario: Failure is expected of a whole Rule
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Rule: Adding keeps every book
            Scenario: Adding
              Given a shelf with 3 books as reported
        """
      When I run "behave"
      Then it exits with code 2
      And it prints "features/shelf.feature:3: @tdd_expected_fail on a Rule: it belongs on what is expected to fail"

    Scenario: Several files offend, in outlines and Examples tables too
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue_41
          Scenario Outline: Adding <books>
            Given a shelf with <books> books as reported

            @tdd_issue_<issue>
            Examples: with a placeholder
              | books | issue |
              | 3     | 7     |
              | 4     | 42    |

            @tdd_issue @tdd_expected_fail
            Examples: complete
              | books |
              | 3     |
        """
      And the file "features/table.feature" holds
        """
        Feature: Table
          @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as reported
        """
      When I run "behave --tags @nothing"
      Then it exits with code 2
      And it prints
        """
        Nothing was run: the rules for tags are broken.
        features/shelf.feature:7: @tdd_issue_41 requires @tdd_issue
        features/shelf.feature:7: @tdd_issue_42 requires @tdd_issue
        features/shelf.feature:7: @tdd_issue_7 requires @tdd_issue
        features/shelf.feature:7: issue 7 is not in issues.toml
        features/table.feature:3: @tdd_expected_fail requires @tdd_issue
        features/table.feature:3: @tdd_expected_fail requires exactly one @tdd_issue_<N>, here: none
        """

  Rule: Tags may be inherited as long as the failure is expected of a scenario or an Examples table

    Scenario: The issue stands on the feature, the expected failure on the scenario
      Given the file "features/shelf.feature" holds
        """
        @tdd_issue @tdd_issue_41
        Feature: Shelf
          @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as reported
            When I add 2 books
            Then the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 0
      And the file "run-started" is there

    Scenario: Two issues may be named where no failure is expected
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_issue_42
          Scenario: Adding
            Given a shelf with 3 books as repaired
            When I add 2 books
            Then the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 0
