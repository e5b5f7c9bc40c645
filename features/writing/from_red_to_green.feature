@sqlite
Feature: A finding becomes a scenario, and the scenario follows the bug to its end

  Report 6648 as a team meets it that works test-first: the walk finds what stops the downgrade, writes it down as
  scenarios that are expected to fail, and these can be merged before the mend.

  Background:
    Given a project with Handrail's runner and steps
    And a copy of the folder "fixtures/plans" as "plans"
    And the findings of "plans/reported/alembic.ini --database sqlite --only a5_005 --fail-on error" were written as features

  Rule: While the bug is open its scenarios pass, as expected failures

    Scenario: Nothing was mended yet
      When I run "behave"
      Then it exits with code 0
      And it prints "4 scenarios passed, 0 failed, 0 skipped"
      And it prints "Issues still open: 4 (expected failures: 4)"

  Rule: A bug that is mended turns them red until the tag is taken away

    Scenario: The mend has come
      Given a copy of the folder "fixtures/plans/repaired" as "plans/reported"
      When I run "behave"
      Then it exits with code 1
      And it prints "issue 1 appears to be fixed: remove @tdd_expected_fail"
      And it prints "0 scenarios passed, 4 failed, 0 skipped"

    Scenario: The mend has come, and the tag is gone
      Given a copy of the folder "fixtures/plans/repaired" as "plans/reported"
      And the tags that expect a failure were taken away
      When I run "behave"
      Then it exits with code 0
      And it prints "4 scenarios passed, 0 failed, 0 skipped"

    Scenario: The tag is gone too early
      Given the tags that expect a failure were taken away
      When I run "behave"
      Then it exits with code 1
      And it prints "the migration neither succeeded nor refused, but crashed: CHECK constraint failed: ck_v3_plans_phase"
