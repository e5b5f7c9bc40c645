Feature: The ready-made jobs of GitLab

  Background:
    Given a repository with the files of "expected_failures/project"
    And a commit with the files of "ci/chain"

  Rule: The migrations are walked and read, and what is found is in the widget of tests

    Scenario Outline: <job>
      When I run the job "<job>" of "gitlab.yml", where
        | name     | is     |
        | DATABASE | sqlite |
      Then it exits with code 1
      And it prints "<rule>"
      And the file "handrail.xml" is there

      Examples:
        | job            | rule                    |
        | handrail walk  | upgrade-crash           |
        | handrail audit | not-null-without-default |

  Rule: A merge request closes what it says only with the proof

    Scenario: Its scenario is still expected to fail
      When I run the job "handrail closes" of "gitlab.yml", where
        | name                           | is         |
        | CI_MERGE_REQUEST_DESCRIPTION   | Closes #41 |
        | CI_MERGE_REQUEST_DIFF_BASE_SHA | main       |
      Then it exits with code 1
      And it prints "features/adding.feature:4: issue 41 is still expected to fail here: remove @tdd_expected_fail"
