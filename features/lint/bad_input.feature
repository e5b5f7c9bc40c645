Feature: The lint says in one line what it cannot read

  Background:
    Given the file "steps/lamp.py" holds
      """
      from behave import then

      @then("the lamp is lit")
      def lamp_is_lit(context):
          raise AssertionError("it is dark")
      """
    And the file "features/lamp.feature" holds
      """
      Feature: The lamp
        Scenario: It is lit
          Then the lamp is lit
      """

  Rule: It exits with code 2 and names the place

    Scenario: A feature with a line that belongs nowhere
      Given the file "features/torn.feature" holds
        """
        Feature: Torn
          Scenario: In half
            Then the lamp is lit
            torn off
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 2
      And it prints "torn off" on standard error

    Scenario Outline: No folder of <what>
      When I run "python -m handrail.acceptance.feature_lint <arguments>"
      Then it exits with code 2
      And it prints "<words>" on standard error

      Examples:
        | what     | arguments            | words                         |
        | features | specs steps          | specs                         |
        | steps    | features moves       | moves: no such folder         |
        | suites   | features steps atest | atest: no such file or folder |

    Scenario Outline: Settings with <what>
      Given the file "pyproject.toml" holds
        """
        [tool.handrail.lint]
        <line>
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 2
      And it prints "pyproject.toml [tool.handrail.lint]: <words>" on standard error

      Examples:
        | what                     | line             | words                   |
        | a line that is no TOML   | tags             | Expected                |
        | a tag that is no pattern | tags = ["slow("] | missing ), unterminated |

    Scenario Outline: Settings that name <what>
      Given the file "pyproject.toml" holds
        """
        [tool.handrail.lint]
        context = { lamp = "<class>" }
        """
      And the file "steps/light.py" holds
        """
        from behave import then

        @then("there is light")
        def there_is_light(context):
            context.lamp.should_be_lit()
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 2
      And it prints "[tool.handrail.lint] context.lamp: <words>" on standard error

      Examples:
        | what                       | class       | words                   |
        | a module that is not there | lamps:Lamp  | No module named 'lamps' |
        | a class that is not there  | string:Lamp | module 'string' has no  |
