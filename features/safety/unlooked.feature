Feature: A migration that ended badly does not pass unseen

  Background:
    Given the file "environment.py" holds
      """
      from benches.behave_hooks import (
          after_all, after_scenario, before_all, before_scenario
      )
      """
    And the file "steps/plans.py" holds
      """
      from behave import given, then, when

      @given("a plan that stands in the way")
      def plan(context):
          context.bench.chain.begin_at("fixtures/plans/repaired/alembic.ini", "a5_005")
          context.bench.contents.put("v3_plans", [{"plan_id": "P1"}])

      @when("I go back")
      def back(context):
          context.bench.chain.downgrade("b1_001")

      @then("the plan is there")
      def there(context):
          context.bench.contents.should_hold("v3_plans", [{"plan_id": "P1"}])

      @then("I may not")
      def refused(context):
          context.bench.outcome.should_be_refused_because_of(
              [{"table": "v3_plans", "column": "phase", "value": "action", "rows": "1"}]
          )
      """
    And a copy of the folder "fixtures/plans" as "fixtures/plans"

  Rule: A scenario in which nobody looked at the verdict on a bad end fails

    Scenario: A refusal that nobody looked at
      Given the file "features/plans.feature" holds
        """
        Feature: Plans
          Scenario: Going back
            Given a plan that stands in the way
            When I go back
            Then the plan is there
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "nobody looked: the migration was refused: v3_plans: 1 row stands in the way"

    Scenario: A refusal that was looked at
      Given the file "features/plans.feature" holds
        """
        Feature: Plans
          Scenario: Going back
            Given a plan that stands in the way
            When I go back
            Then I may not
            And the plan is there
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "1 scenario passed, 0 failed, 0 skipped"
