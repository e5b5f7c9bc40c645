Feature: The lint looks at each scenario

  Background:
    Given the file "steps/lamp.py" holds
      """
      from behave import then, when

      @when("I press the switch")
      def press(context):
          pass

      @then("the lamp is lit")
      def lamp_is_lit(context):
          raise AssertionError("it is dark")
      """

  Rule: No two scenarios have one name

    Scenario: Case and blanks do not make another name, nor does another file
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Rule: Pressing helps
            Scenario Outline: At <time>
              When I press the switch
              Then the lamp is lit
              Examples:
                | time |
                | noon |
                | dusk |
        """
      And the file "features/night/lamp.feature" holds
        """
        Feature: The lamp by night
          Scenario: at  Noon
            When I press the switch
            Then the lamp is lit
          Scenario Outline: <when>
            When I press the switch
            Then the lamp is lit
            Examples:
              | when    |
              | at dawn |
          Scenario Outline: <when>
            When I press the switch
            Then the lamp is lit
            Examples:
              | when    |
              | at dusk |
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 1
      And it prints
        """
        features/night/lamp.feature:2: same-name: "at Noon" is also at features/lamp.feature:3
        features/night/lamp.feature:11: same-name: "at dusk" is also at features/lamp.feature:3
        problems: 2
        """

  Rule: Every scenario has a Then

    Scenario: One ends with its When
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: Press
            When I press the switch
          Scenario: Look
            Then the lamp is lit
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 1
      And it prints
        """
        features/lamp.feature:2: checks-nothing: the scenario has no Then
        problems: 1
        """
