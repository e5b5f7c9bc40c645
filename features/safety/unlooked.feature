Feature: A migration that ended badly does not pass unseen

  Background:
    Given the file "behave.ini" holds
      """
      [behave]
      runner = handrail.acceptance.behave_runner:HandrailRunner
      """
    And the file "steps/shipped.py" holds
      """
      from handrail.acceptance.behave_steps import *
      """
    And a copy of the folder "fixtures/plans" as "fixtures/plans"

  Rule: A scenario in which nobody looked at the verdict on a bad end fails

    Scenario: A refusal that nobody looked at
      Given the file "features/plans.feature" holds
        """
        Feature: Plans
          Scenario: Going back
            Given a database at revision "a5_005" of the chain "fixtures/plans/repaired"
            And the table "v3_plans" holds
              | plan_id |
              | P1      |
            When I downgrade to "b1_001"
            Then the table "v3_plans" still holds
              | plan_id |
              | P1      |
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "nobody looked: the migration was refused: v3_plans: 1 row stands in the way"

    Scenario: A refusal that was looked at
      Given the file "features/plans.feature" holds
        """
        Feature: Plans
          Scenario: Going back
            Given a database at revision "a5_005" of the chain "fixtures/plans/repaired"
            And the table "v3_plans" holds
              | plan_id |
              | P1      |
            When I downgrade to "b1_001"
            Then the downgrade is refused because of
              | table    | column | value  | rows |
              | v3_plans | phase  | action | 1    |
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "1 scenario passed, 0 failed, 0 skipped"
