Feature: handrail steps lists every phrase that users have

  Rule: Each phrase stands under its keyword, with one line that says what it means

    Scenario: For people
      When I run "handrail steps"
      Then it exits with code 0
      And it prints
        """
        Given
          a database at revision "{revision}" of the chain "{chain}"
              A new database without rows stands at that revision (base: before the first).
        """
      And it prints
        """
          I step up|down through "{revision}" and back
              This revision alone is run up (or down), and if that succeeds, back again.
        """
      And every phrase of the package is printed, with a meaning

  Rule: Tools and editors get the same in their own words

    Scenario: For tools
      When I run "handrail steps --format json"
      Then it exits with code 0
      And every phrase of the package is among the objects

    Scenario: For editors that know Cucumber Expressions alone
      When I run "handrail steps --format cucumber"
      Then it exits with code 0
      And it prints
        """
        /** This revision alone is run up (or down), and if that succeeds, back again. */
        When("I step up/down through {string} and back", () => {})
        """
      And every step of "features/plans/rebuild" that the package brings is matched by one of the expressions
