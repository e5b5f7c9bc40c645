@sqlite
Feature: Written files stay as they are, and what a person has made of them is theirs

  Background:
    Given a project with Handrail's runner and steps
    And a copy of the folder "fixtures/chains" as "chains"
    And the findings of "chains/copy_without_a_column/alembic.ini --database sqlite" were written as features

  Rule: The same finding has the same file, the same words and the same issue

    Scenario: Walked once more
      Given its files as they are
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --write-features features"
      Then it exits with code 1
      And it prints "the same: features/upgrade_of_r2_keeps_notes_remark.feature (issue 1)" on standard error
      And no file has changed

    Scenario: Another issue is asked for
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --write-features features --issue 12"
      Then it exits with code 1
      And it prints "renewed: features/upgrade_of_r2_keeps_notes_remark.feature (issue 12)" on standard error
      And the features are now
        | feature                                      | issue |
        | upgrade_of_r2_alters_tables_where_they_stand | 12    |
        | upgrade_of_r2_keeps_notes_remark             | 12    |

    Scenario: A chain of another name, whose finding is another one
      When I run "handrail walk chains/folded_values/alembic.ini --database sqlite --write-features features"
      Then it exits with code 1
      And it prints "new: features/upgrade_of_r2_does_not_change_notes_remark.feature (issue 3)" on standard error

  Rule: What a person has changed is left alone

    Scenario: A sentence was mended
      Given in the file "features/upgrade_of_r2_keeps_notes_remark.feature" somebody changed "r2 up" to "Up"
      And its files as they are
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --write-features features --fail-on error"
      Then it exits with code 1
      And it prints "left: features/upgrade_of_r2_keeps_notes_remark.feature (issue 1)" on standard error
      And no file has changed

    Scenario: The issue was described in a person's own words
      Given in the file "features/issues.toml" somebody changed "fails_with = 'the table" to "fails_with = '(?i)the table"
      And its files as they are
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --write-features features"
      Then it exits with code 1
      And no file has changed

  Rule: What cannot be done is said in one line before anything is walked

    Scenario Outline: <what>
      When I call "walk chains/no_way_back/alembic.ini <options>"
      Then it exits with code 2
      And it says "handrail: <line>" and nothing else
      And nothing is left of the call

      Examples:
        | what                               | options                                        | line                                                                                                                                        |
        | A place that is a file             | --write-features pyproject.toml                | pyproject.toml: it cannot be made: File exists                                                                                              |
        | An issue without features          | --issue 7                                      | --issue: it is for features (give --write-features DIR)                                                                                     |
        | Options that a named chain can say | --write-features features --no-env -n sections | --write-features: a feature cannot carry --no-env and --name (say it of a named chain: [tool.handrail.chains.NAME] in pyproject.toml) |
        | Options that no chain can say      | --write-features features -x a=b               | --write-features: a feature cannot carry -x (walk without it)                                                                               |
