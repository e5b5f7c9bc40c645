@sqlite
Feature: Names that a shell, a page, a database or a terminal obeys are only names

  Background:
    Given a project with Handrail's runner and steps
    And a copy of the folder "fixtures/chains" as "chains"

  Rule: They run nothing, lead nowhere, and no report passes them on to a terminal

    Scenario: Tables, columns, values, a message and an identifier
      When I run "handrail walk chains/hostile_names/alembic.ini --database sqlite --data plain --write-features features --format text --format text=told.txt --format html=told.html --format json=told.json --format sarif=told.sarif --format junit=told.junit --format github=told.github"
      Then it exits with code 1
      And it prints "not written: 1 of them, since no phrase can carry the name of their revision or of the chain" on standard error
      And it prints nothing that a terminal obeys
      And no file "told.*" holds what a terminal obeys
      And no file "features/*" holds what a terminal obeys
      And no markup of the target is markup of the page "told.html"
      And the file "pwned" is not there
      And the file "chains/hostile_names/pwned" is not there

  Rule: What no phrase can name is asked of the whole revision, and fails as expected too

    Scenario: The features that were written of them are run
      Given the findings of "chains/hostile_names/alembic.ini --database sqlite --data plain" were written as features
      When I run "behave"
      Then it exits with code 0
      And it prints "6 scenarios passed, 0 failed, 0 skipped"
      And the features are still
        | feature                                                                   |
        | upgrade_of_r2_does_not_change_bar_red_bar_red                             |
        | upgrade_of_r2_does_not_change_blank_blank                                 |
        | upgrade_of_r2_does_not_change_brace_b_x_b_here_s_brace_b_x_b_here_s       |
        | upgrade_of_r2_does_not_change_drop_table_x_drop_table_x                   |
        | upgrade_of_r2_does_not_change_touch_pwned_touch_pwned                     |
        | upgrade_of_r2_does_not_change_up_up                                       |
