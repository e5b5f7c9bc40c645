Feature: A written feature reads like those that people write

  Background:
    Given a project with Handrail's runner and steps

  Rule: It says what was seen, what to do and how to see it again, and shows the rows that matter

    @sqlite
    Scenario: A downgrade that a plan stops
      Given a copy of the folder "fixtures/plans" as "plans"
      When I run "handrail walk plans/reported/alembic.ini --database sqlite --only a5_005 --fail-on error --write-features features --issue 6648"
      Then it exits with code 1
      And the features are now
        | feature                                                              | issue |
        | downgrade_of_a5_005_copes_with_phase_action_in_v3_plans                 | 6648  |
        | downgrade_of_a5_005_copes_with_processing_state_applied_in_v3_plans     | 6648  |
        | downgrade_of_a5_005_copes_with_processing_state_constrained_in_v3_plans | 6648  |
        | upgrade_of_a5_005_copes_with_phase_applied_in_v3_plans                  | 6648  |
      And the file "features/downgrade_of_a5_005_copes_with_phase_action_in_v3_plans.feature" ends with
        """
        Feature: The downgrade of a5_005 copes with phase 'action' in v3_plans

          Handrail saw on sqlite: the downgrade crashes with v3_plans: phase 'action' against
          ck_v3_plans_phase: CHECK constraint failed: ck_v3_plans_phase
          (plans/reported/versions/a5_005_rebaseline_plan_phases.py:53).
          Left behind: table plan_projects is gone; table plan_arguments is gone; table plan_invariants is
          gone and 5 more.
          Remedy: before anything is touched, refuse with op.require or map the values with op.remap.
          Again: handrail walk plans/reported/alembic.ini --only a5_005 --database sqlite

          @tdd_issue @tdd_issue_6648 @tdd_expected_fail @sqlite
          Scenario: a5_005 down over phase 'action' in v3_plans
            Given a database at revision "a5_005" of the chain "plans/reported/alembic.ini"
            And the table "v3_plans" holds
              | plan_id                    | phase  |
              | 01HZ0000000000000000000001 | action |
            When I step down through "a5_005"
            Then the downgrade succeeds or is refused
            And no row is lost
        """
      And the file "features/issues.toml" ends with
        """
        [6648]
        title = "a5_005: the downgrade crashes with v3_plans: phase 'action' against ck_v3_plans_phase: CHECK constraint failed: …, and 3 more"
        reported = 'handrail walk plans/reported/alembic.ini --only a5_005 --database sqlite'
        fails_with = 'but (crashed|stopped): CHECK constraint failed: ck_v3_plans_phase|but (crashed|stopped): CHECK constraint failed: ck_v3_plans_state'
        """

  Rule: What both kinds of database show in the same way is one scenario

    @postgresql
    Scenario: Two users with one address
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/unique_on_the_way_up/alembic.ini --fail-on error --write-features features"
      Then it exits with code 1
      And the file "features/upgrade_of_r2_copes_with_two_rows_with_the_same_email_in_users.feature" ends with
        """
        Handrail saw on sqlite: the upgrade crashes with users: two rows with the same email against
        ux_users_email: UNIQUE constraint failed: users.email
        (chains/unique_on_the_way_up/versions/r2_one_user_an_address.py:10).
        Handrail saw on postgresql: the upgrade crashes with users: two rows with the same email against
        ux_users_email: could not create unique index "ux_users_email" DETAIL: Key (email)=(email-1) is
        duplicated (chains/unique_on_the_way_up/versions/r2_one_user_an_address.py:10).
        Remedy: before anything is touched, refuse with op.require or map the values with op.remap.
        Again: handrail walk chains/unique_on_the_way_up/alembic.ini --only r2 --database sqlite

        @tdd_issue @tdd_issue_1 @tdd_expected_fail
        Scenario: r2 up over two rows with the same email in users
        Given a database at revision "r1" of the chain "chains/unique_on_the_way_up/alembic.ini"
        And the table "users" holds
        | id | email   |
        | 1  | email-1 |
        | 2  | email-1 |
        When I step up through "r2"
        Then the upgrade succeeds or is refused
        And no row is lost
        """
      And the file "features/issues.toml" ends with
        """
        fails_with = 'but (crashed|stopped): UNIQUE constraint failed: users\.email|but (crashed|stopped): could not create unique index "ux_users_email"'
        """
