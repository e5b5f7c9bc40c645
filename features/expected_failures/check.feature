Feature: Tags are checked without running anything

  Rule: Every breach in features and suites is listed, and the exit code tells

    Scenario: Features and Robot suites offend
      Given a copy of the folder "fixtures/expected_failures/behave" as "."
      And a copy of the folder "fixtures/expected_failures/robot/tags" as "suites"
      And the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue_41
          Scenario: Adding
            Given nobody wrote this step
        """
      When I run "handrail tags check features suites"
      Then it exits with code 1
      And it prints
        """
        features/shelf.feature:3: @tdd_issue_41 requires @tdd_issue
        suites/__init__.robot:4: @tdd_expected_fail on all tests of a suite: it belongs on what is expected to fail
        suites/shelf.robot:4: @tdd_expect_fail is no tag of the protocol: @tdd_issue, @tdd_issue_<N>, @tdd_expected_fail
        suites/shelf.robot:8: @tdd_expected_fail requires @tdd_issue
        suites/shelf.robot:8: @tdd_expected_fail requires exactly one @tdd_issue_<N>, here: none
        suites/shelf.robot:11: issue 7 is not in issues.toml
        """
      And the file "run-started" is not there

    Scenario: A single suite keeps the rules
      Given a copy of the folder "fixtures/expected_failures/robot" as "."
      When I run "handrail tags check expected.robot"
      Then it exits with code 0
      And it prints nothing on standard error

  Rule: What cannot be read is told in one line

    Scenario Outline: The path is <what>
      Given a copy of the folder "fixtures/expected_failures/robot" as "."
      And the file "broken.feature" holds
        """
        Scenario: without a feature
        """
      When I run "handrail tags check <path>"
      Then it exits with code 2
      And it prints "<complaint>" on standard error

      Examples:
        | what                     | path            | complaint                                                         |
        | a feature that is absent | nowhere.feature | nowhere.feature: no such file or folder                           |
        | a suite that is absent   | nowhere.robot   | nowhere.robot: no such file or folder                             |
        | a folder that is absent  | nowhere         | nowhere: no such file or folder                                   |
        | a file of another kind   | shelf.py        | shelf.py: no Gherkin: shelf.py                                    |
        | no Gherkin               | broken.feature  | REASON: Scenario may not occur before Feature.                    |
