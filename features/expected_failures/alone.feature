Feature: The protocol can be had by itself, without the rest of Handrail

  Background:
    Given the file "issues.toml" holds
      """
      [7]
      title = "Two and two are five"
      reported = "https://tracker.example/7"
      fails_with = '4 is not 5|4 != 5'
      """

  Rule: An empty repository needs one setting

    Scenario: With behave
      Given the file "behave.ini" holds
        """
        [behave]
        runner = handrail.acceptance.behave_runner:ExpectedFailureRunner
        """
      And the file "features/steps/sums.py" holds
        """
        import sys
        from behave import then

        @then("{one:d} and {other:d} are {sum:d}")
        def add(context, one, other, sum):
            assert one + other == sum, f"{one + other} is not {sum}"

        @then("no database is in sight")
        def alone(context):
            assert not {"sqlalchemy", "alembic", "handrail.chains"} & set(sys.modules)
        """
      And the file "features/sums.feature" holds
        """
        Feature: Sums
          @tdd_issue @tdd_issue_7 @tdd_expected_fail
          Scenario: As reported
            Then 2 and 2 are 5

          @tdd_issue @tdd_issue_7
          Scenario: Mended
            Then 2 and 2 are 4
            And no database is in sight
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "2 scenarios passed, 0 failed, 0 skipped"
      And it prints
        """
        Issues still open: 1 (expected failures: 1)
        issue 7: Two and two are five (https://tracker.example/7)
        features/sums.feature:3
        """

    Scenario: With Robot Framework
      Given the file "tests/sums.robot" holds
        """
        *** Test Cases ***
        As Reported
            [Tags]    tdd_issue    tdd_issue_7    tdd_expected_fail
            Should Be Equal As Integers    ${{ 2 + 2 }}    5

        Alone
            ${loaded}    Evaluate    {"sqlalchemy", "alembic", "handrail.chains"} & set(sys.modules)
            Should Be Empty    ${loaded}
        """
      When I run "robot --consolewidth 60 --listener handrail.acceptance.robot_listener.ExpectedFailureListener tests"
      Then it exits with code 0
      And it prints "2 tests, 2 passed, 0 failed"
      And it prints "issue 7: Two and two are five (https://tracker.example/7)"
