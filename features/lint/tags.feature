Feature: The lint knows every tag

  A misspelled tag selects nothing and excuses nothing, and nobody notices.

  Background:
    Given the file "steps/lamp.py" holds
      """
      from behave import then

      @then("the lamp is lit")
      def lamp_is_lit(context):
          raise AssertionError("it is dark")
      """

  Rule: A tag is Handrail's own, or one that the project lists

    Scenario: Handrail's own tags are allowed wherever tags can stand
      Given the file "features/lamp.feature" holds
        """
        @sqlite
        Feature: The lamp
          @requires_transactional_ddl
          Rule: It is lit
            @tdd_issue @tdd_issue_17
            Scenario Outline: At <time>
              Then the lamp is lit

              @tdd_expected_fail
              Examples: by day
                | time |
                | noon |
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 0
      And it prints "problems: 0"

    Scenario Outline: A misspelled tag is a problem on <place>
      Given the file "features/lamp.feature" holds
        """
        <feature>
        Feature: The lamp
          <rule>
          Rule: It is lit
            <scenario>
            Scenario Outline: At <time>
              Then the lamp is lit

              <examples>
              Examples: by day
                | time |
                | noon |
        """
      When I run "python -m handrail.acceptance.feature_lint features steps"
      Then it exits with code 1
      And it prints
        """
        features/lamp.feature:<line>: tag-not-allowed: tdd_expected_failure
        problems: 1
        """

      Examples:
        | place       | feature               | rule                  | scenario              | examples              | line |
        | a feature   | @tdd_expected_failure |                       |                       |                       | 2    |
        | a Rule      |                       | @tdd_expected_failure |                       |                       | 4    |
        | a scenario  |                       |                       | @tdd_expected_failure |                       | 6    |
        | an Examples |                       |                       |                       | @tdd_expected_failure | 10   |

    Scenario: What the project lists is allowed too
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          @slow @wip_ann
          Scenario: It is lit
            Then the lamp is lit
        """
      And the file "pyproject.toml" holds
        """
        [tool.handrail.lint]
        tags = ["slow", "wip_[a-z]+"]
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 0

    Scenario: A Robot test's tags are held to the same list
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: It is lit
            Then the lamp is lit
        """
      And the file "robot/inner/lamp.robot" holds
        """
        *** Settings ***
        Test Tags    sqlite

        *** Test Cases ***
        The Lamp Is Lit
            [Tags]    tdd_expected_failure
            Should Be Equal    lit    dark
        """
      When I run "python -m handrail.acceptance.feature_lint features steps robot"
      Then it exits with code 1
      And it prints
        """
        robot/inner/lamp.robot:5: tag-not-allowed: tdd_expected_failure
        problems: 1
        """
