Feature: Every rule that a walk can break has its scenario

  Background:
    Given a project with Handrail's runner and steps
    And a copy of the folder "fixtures/chains" as "chains"

  Rule: Whatever was found fails as expected, in the words that were written down

    @sqlite
    Scenario: One chain for each way to go wrong
      Given the findings of these walks were written as features
        | walk                                                                     |
        | chains/copy_without_a_column/alembic.ini --database sqlite               |
        | chains/folded_values/alembic.ini --database sqlite                       |
        | chains/no_way_back/alembic.ini --database sqlite                         |
        | chains/leftover_index/alembic.ini --database sqlite                      |
        | chains/leftover_table/alembic.ini --database sqlite                      |
        | chains/loop_over_rows/alembic.ini --database sqlite                      |
        | chains/refuses_too_late/alembic.ini --database sqlite                    |
        | chains/stuck_halfway/alembic.ini --database sqlite --only r2 --faults    |
        | chains/stuck_halfway/alembic.ini --database sqlite --only r3 --faults    |
        | chains/unique_on_the_way_up/alembic.ini --database sqlite                |
        | chains/models_part/alembic.ini --database sqlite --data none             |
        | chains/referred_rebuilt/alembic.ini --database sqlite --fail-on error    |
      When I run "behave"
      Then it exits with code 0
      And it prints "0 failed, 0 skipped"
      And the features are still
        | feature                                                              |
        | downgrade_of_r2_brings_the_schema_back                               |
        | downgrade_of_r2_undoes_the_upgrade                                   |
        | r2_can_be_upgraded_again_after_its_downgrade                         |
        | r2_ends_with_the_schema_of_the_models                                |
        | upgrade_of_r2_alters_tables_where_they_stand                         |
        | upgrade_of_r2_can_be_run_again_after_it_broke_off                    |
        | upgrade_of_r2_copes_with_an_empty_database                           |
        | upgrade_of_r2_copes_with_two_rows_with_the_same_email_in_users       |
        | upgrade_of_r2_does_not_change_notes_remark                           |
        | upgrade_of_r2_does_not_work_row_by_row                               |
        | upgrade_of_r2_keeps_notes_remark                                     |
        | upgrade_of_r2_refuses_before_it_changes_anything                     |
        | upgrade_of_r3_can_be_run_again_after_it_broke_off                    |
        | upgrade_of_r3_copes_with_rows_in_authors                             |

    @sqlite
    Scenario: What was only read
      When I run "handrail audit chains/copy_without_a_column/alembic.ini --write-features features"
      Then it exits with code 1
      And the file "features/upgrade_of_r2_does_not_break_the_rule_drop_and_recreate.feature" ends with
        """
        Handrail saw: dropped and made again: notes (lines 18 and 19)
        (chains/copy_without_a_column/versions/r2_copied.py:18).
        Remedy: alter the table in place instead of building it anew.
        Again: handrail audit chains/copy_without_a_column/alembic.ini --only r2

        @tdd_issue @tdd_issue_1 @tdd_expected_fail
        Scenario: r2 without drop-and-recreate
        When I read the revision "r2" of the chain "chains/copy_without_a_column/alembic.ini"
        Then no "drop-and-recreate" is found
        """

    @postgresql
    Scenario: What parts two kinds of database
      Given the findings of "chains/parted/alembic.ini --data none" were written as features
      When I run "behave --define database=postgresql features/r2_makes_one_schema_on_every_kind_of_database.feature"
      Then it exits with code 0
      And it prints "Issues still open: 1 (expected failures: 1)"
      And the file "features/r2_makes_one_schema_on_every_kind_of_database.feature" ends with
        """
        Scenario: r2 without database-drift
        When I walk the revision "r2" of the chain "chains/parted/alembic.ini" on every kind of database
        Then no "database-drift" is found
        """
