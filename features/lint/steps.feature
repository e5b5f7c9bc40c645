Feature: The lint looks at what steps do

  Rule: Every step definition is used

    Scenario: Two are dead, one lives in a background, one in an outline's table
      Given the file "steps/lamp.py" holds
        """
        from behave import given, step, then

        @given("a lamp")
        def lamp(context):
            pass

        @given("a candle")
        def candle(context):
            pass

        @step("the cat sleeps")
        def cat_sleeps(context):
            pass

        @then("the lamp is {state}")
        def lamp_is(context, state):
            raise AssertionError(state)
        """
      And the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Background:
            Given a lamp
          Scenario Outline: It is <state>
            Then the lamp is <state>
            Examples:
              | state |
              | lit   |
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 1
      And it prints
        """
        steps/lamp.py:7: dead-step: "a candle": no feature uses it
        steps/lamp.py:11: dead-step: "the cat sleeps": no feature uses it
        problems: 2
        """

    Scenario: What a package brings may rest, and lives all the same
      Given the file "steps/shipped.py" holds
        """
        from handrail.acceptance.behave_steps import *
        """
      And the file "features/plans.feature" holds
        """
        Feature: Plans
          Scenario: None is lost
            Then no row is lost
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 0
      And it prints "problems: 0"

  Rule: A Then step can fail, by itself or through what it calls

    Scenario Outline: A Then step that <does> is a problem
      Given the file "steps/lamp.py" holds
        """
        from behave import step, then
        import json

        def look(lamp):
            assert isinstance(lamp, str)
            assert lamp is not None
            if not lamp:
                raise ValueError(lamp)
            return json.dumps(lamp)

        @<kind>("the lamp is lit")
        def lamp_is_lit(context):
            <body>
        """
      And the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: It is lit
            Then the lamp is lit
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 1
      And it prints
        """
        steps/lamp.py:11: no-assertion: "the lamp is lit": nothing that it calls asserts
        problems: 1
        """

      Examples:
        | does                                      | kind | body                                  |
        | compares and forgets                      | then | context.lamp == "lit"                 |
        | may be a Given as well, and looks         | step | look(context.lamp)                    |
        | calls a helper that narrows a type        | then | look(context.lamp)                    |
        | calls what nobody can tell                | then | context.lamp().should_be_lit()        |
        | calls the standard library                | then | json.dumps(context.lamp)              |
        | makes the bench work and looks at nothing | then | context.bench.processes.run("true")   |
        | reads what the bench knows                | then | context.bench.processes.stdout        |
        | calls what the bench lacks                | then | context.bench.processes.should_sing() |

    Scenario Outline: A Then step that <does> is none
      Given the file "lamps.py" holds
        """
        from functools import cached_property

        class Lamp:
            colour: "Colour"

            @cached_property
            def switch(self) -> "Switch":
                return Switch()

            @staticmethod
            def new() -> "Lamp":
                return Lamp()

            def sibling(self) -> "Lamp":
                return self

            def should_be_lit(self):
                self._look()

            def _look(self):
                self._compare("dark", "lit")

            def _compare(self, actual, expected):
                assert actual == expected, actual

        class Lamps:
            def first_should_be_lit(self):
                self._lamps[0].should_be_lit()

        class Switch:
            def should_be_down(self):
                raise Wrong

        class Colour(Lamp):
            pass

        class Wrong(AssertionError):
            pass
        """
      And the file "steps/lamp.py" holds
        """
        from behave import then
        import lamps
        from lamps import Lamp

        def should_be_lit(lamp: Lamp):
            lamp.should_be_lit()

        @then("the lamp is lit")
        def lamp_is_lit(context):
            <body>
        """
      And the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: It is lit
            Then the lamp is lit
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 0

      Examples:
        | does                               | body                                        |
        | asserts in its body                | assert context.lamp == "lit"                |
        | calls a method of the bench        | context.bench.outcome.should_be_done()      |
        | goes through a name of its own     | lamp = Lamp(); lamp.should_be_lit()         |
        | goes through a method's result     | Lamp().sibling().should_be_lit()            |
        | goes through a function of a class | lamps.Lamp.new().should_be_lit()            |
        | goes through a list of one's own   | lamps.Lamps().first_should_be_lit()         |
        | goes through an argument's type    | should_be_lit(context.lamp)                 |
        | goes through a property            | Lamp().switch.should_be_down()              |
        | goes through an attribute          | Lamp().colour.should_be_lit()               |

    Scenario: The project may say what its own context carries
      Given the file "lamps.py" holds
        """
        class Lamp:
            def should_be_lit(self):
                assert self == "lit"
        """
      And the file "pyproject.toml" holds
        """
        [tool.handrail.lint]
        context = { lamp = "lamps:Lamp" }
        """
      And the file "steps/lamp.py" holds
        """
        from behave import then

        @then("the lamp is lit")
        def lamp_is_lit(context):
            context.lamp.should_be_lit()

        @then("the bench is well")
        def bench_is_well(context):
            context.bench.outcome.should_be_done()
        """
      And the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: It is lit
            Then the lamp is lit
            And the bench is well
        """
      When I run "python -m handrail.acceptance.feature_lint"
      Then it exits with code 0
