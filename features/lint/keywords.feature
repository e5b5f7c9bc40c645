Feature: The lint looks at what keywords do

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

  Rule: A keyword that says Should can fail

    Scenario: In a suite, in a resource, in a library by path and in one by name
      Given the file "robot/lamp.robot" holds
        """
        *** Settings ***
        Library     Collections
        Library     lamp.py
        Library     lamps
        Resource    lamp.resource

        *** Test Cases ***
        The Lamp Is Lit
            Should Be Equal    lit    dark

        *** Keywords ***
        Lamp Should Shine
            Log    lit
        """
      And the file "robot/lamp.resource" holds
        """
        *** Keywords ***
        Lamp Should Glow
            Log    lit

        Lamp Should Burn
            FOR    ${lamp}    IN    lit    dark
                Should Be Equal    ${lamp}    lit
            END

        Lamp Should Smoke
            Wait Until Keyword Succeeds    1s    1s    Lamp Should Burn

        Lamp Should Flicker
            Fail    it does not

        Lamp Should Break
            Run Keyword And Expect Error    *    Light The Lamp

        Light The Lamp
            Log    lit
        """
      And the file "robot/lamp.py" holds
        """
        class lamp:
            def lamp_should_hang(self):
                self._compare()

            def lamp_should_swing(self):
                self._look()

            def hang(self):
                self._look()

            def _compare(self):
                assert self == "lit"

            def _look(self):
                print(self)
        """
      And the file "lamps.py" holds
        """
        def lamps_should_match():
            assert "lit" == "dark"

        def lamps_should_differ():
            print("lit")
        """
      When I run "python -m handrail.acceptance.feature_lint features steps robot"
      Then it exits with code 1
      And it prints
        """
        lamps.py:4: no-assertion: "Lamps Should Differ": nothing that it calls asserts
        robot/lamp.py:5: no-assertion: "Lamp Should Swing": nothing that it calls asserts
        robot/lamp.resource:2: no-assertion: "Lamp Should Glow": nothing that it calls asserts
        robot/lamp.robot:12: no-assertion: "Lamp Should Shine": nothing that it calls asserts
        problems: 4
        """
