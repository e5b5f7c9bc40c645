Feature: What a change has to bring that closes an issue

  Background:
    Given a repository with the files of "expected_failures/project"
    And the branch "work"

  Rule: The issue has a scenario or a test

    Scenario Outline: Nothing bears the tag of issue <issue>
      When the change since "main" is to close "<issue>"
      Then the gate holds it
      And it says
        """
        issue <issue>: no scenario and no test bears @tdd_issue_<issue><more>
        """

      Examples:
        | issue | more                                  |
        | 42    |                                       |
        | 7     | , and issues.toml does not know it    |

  Rule: None of its scenarios is expected to fail any more

    Scenario: Of several some are
      Given the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 5 books

          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Two come to none
            Given a shelf with 0 books
            When I add 2 books
            Then the shelf holds 2 books

          @tdd_issue @tdd_issue_41
          Scenario Outline: <more> come to one
            Given a shelf with 1 books
            When I add <more> books
            Then the shelf holds <all> books

            Examples: few
              | more | all |
              | 0    | 1   |

            @tdd_expected_fail
            Examples: many
              | more | all |
              | 8    | 9   |
              | 9    | 10  |
        """
      When the change since "main" is to close "41"
      Then the gate holds it
      And it says
        """
        features/adding.feature:10: issue 41 is still expected to fail here: remove @tdd_expected_fail
        features/adding.feature:26: issue 41 is still expected to fail here: remove @tdd_expected_fail
        """

    Scenario: It is a test
      Given the file "tests/adding.robot" holds
        """
        *** Test Cases ***
        An Empty Shelf Takes A Book
            [Tags]    TDD Issue    TDD Issue 43    TDD Expected Fail
            Count
        """
      When the change since "main" is to close "43"
      Then the gate holds it
      And it says
        """
        tests/adding.robot:2: issue 43 is still expected to fail here: remove @tdd_expected_fail
        """

  Rule: Each that must pass was expected to fail before, wherever it stands now

    Scenario Outline: The expectation is gone, <what>
      Given a commit in which "features/adding.feature" is gone
      And the file "<file>" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: <name>
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 5 books
        """
      When the change since "main" is to close "41"
      Then the gate lets it pass
      And it says
        """
        <file>:4: issue 41 is closed here, and was seen failing
        """

      Examples:
        | what                         | file                     | name              |
        | and nothing else has changed | features/adding.feature  | Two come to three |
        | and it was moved             | features/more/up.feature | Two come to three |
        | and it was renamed           | features/adding.feature  | No book is lost   |
        | and both                     | features/more/up.feature | No book is lost   |

    Scenario: It was moved, and its steps have changed, so that they may never have failed
      Given a commit in which "features/adding.feature" is gone
      And the file "features/more/up.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 4 books
        """
      When the change since "main" is to close "41"
      Then the gate lets it pass
      And it says
        """
        warning: features/more/up.feature:4: issue 41 is closed here, but nobody saw these steps fail: --prove runs them on the base
        """

    Scenario: Of two that were expected to fail the steps of one have changed
      Given a commit in which "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Six come to three
            Given a shelf with 3 books
            When I add 6 books
            Then the shelf holds 9 books
        """
      And the branch "mend"
      And the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_41
          Scenario: Six come to three
            Given a shelf with 3 books
            When I add 6 books
            Then the shelf holds 8 books
        """
      And the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 5 books
        """
      When the change since "work" is to close "41"
      Then the gate lets it pass
      And it says
        """
        warning: features/more.feature:4: issue 41 is closed here, but nobody saw these steps fail: --prove runs them on the base
        features/adding.feature:4: issue 41 is closed here, and was seen failing
        """

    Scenario: A scenario becomes a row of an outline, and another row comes to it
      Given the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario Outline: <more> come to <old>
            Given a shelf with <old> books
            When I add <more> books
            Then the shelf holds <all> books

            Examples:
              | old | more | all |
              | 3   | 2    | 5   |
              | 3   | 9    | 12  |
        """
      When the change since "main" is to close "41"
      Then the gate lets it pass
      And it says
        """
        warning: features/adding.feature:9: issue 41 is closed here, but nobody saw these steps fail: --prove runs them on the base
        features/adding.feature:9: issue 41 is closed here, and was seen failing
        """

    Scenario: Another came together with the mend, and nobody saw it fail
      Given the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Many books
            Given a shelf with 99 books
            Then the shelf holds 99 books
        """
      When the change since "main" is to close "42"
      Then the gate lets it pass
      And it says
        """
        warning: features/more.feature:4: issue 42 is closed here, but nobody saw these steps fail: --prove runs them on the base
        """

    Scenario: One was seen failing, and another of the same name had to pass before
      Given a commit in which "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 99 books
            Then the shelf holds 99 books
        """
      And the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 5 books
        """
      When the change since "work" is to close "41"
      Then the gate lets it pass
      And it says
        """
        features/adding.feature:4: issue 41 is closed here, and was seen failing
        """

    Scenario: It had to pass before
      Given a commit in which "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Many books
            Given a shelf with 99 books
            Then the shelf holds 99 books
        """
      When the change since "work" is to close "42"
      Then the gate lets it pass
      And it says
        """
        warning: features/more.feature:4: issue 42 is closed here, but nobody saw these steps fail: --prove runs them on the base
        """

  Rule: None of its scenarios is gone

    Scenario Outline: The change <what>
      Given the file "features/adding.feature" holds
        """
        Feature: Adding

          <tags>
          Scenario: <name>
            Given a shelf with <old> books
            When I add 2 books
            Then the shelf holds 5 books
        """
      When the change since "main" is to close "41"
      Then the gate holds it
      And it says
        """
        features/adding.feature:4: "Two come to three", which bore @tdd_issue_41 here at the base, is gone: keep the proof with its tag, moved or renamed as you like
        """

      Examples:
        | what                             | tags                     | name              | old |
        | takes the tag of the issue away  | @tdd_issue               | Two come to three | 3   |
        | puts an easier one in its place  | @tdd_issue @tdd_issue_41 | Three are three   | 4   |

    Scenario: The change deletes its file
      Given a commit in which "features/adding.feature" is gone
      When the change since "main" is to close "41"
      Then the gate holds it
      And it says
        """
        features/adding.feature:4: "Two come to three", which bore @tdd_issue_41 here at the base, is gone: keep the proof with its tag, moved or renamed as you like
        """

  Rule: What is kept as reported stays expected to fail beside the same as repaired

    Scenario: An outline that came with both
      Given the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario Outline: Many books
            Given a shelf with <books> books

            @tdd_expected_fail
            Examples: as reported
              | books |
              | 98    |

            @tdd_expected_fail
            Examples: as first mended
              | books |
              | 99    |

            Examples: as repaired
              | books |
              | 100   |
        """
      When the change since "main" is to close "42"
      Then the gate lets it pass
      And it says
        """
        features/more.feature:17: issue 42 is closed here, and was seen failing
        """

    Scenario: A suite that came with both
      Given the file "tests/more.robot" holds
        """
        *** Test Cases ***
        As Reported An Empty Shelf Takes No Book
            [Tags]    tdd_issue    tdd_issue_43    tdd_expected_fail
            Count

        As Repaired An Empty Shelf Takes A Book
            [Tags]    tdd_issue    tdd_issue_43
            Count
        """
      When the change since "main" is to close "43"
      Then the gate lets it pass
      And it says
        """
        tests/more.robot:6: issue 43 is closed here, and was seen failing
        """

    Scenario: The repaired comes to what the base has as reported, which goes
      Given a commit in which "features/more.feature" holds
        """
        Feature: More

          Scenario Outline: Many books
            Given a shelf with <books> books

            @tdd_issue @tdd_issue_42 @tdd_expected_fail
            Examples: as reported
              | books |
              | 98    |
        """
      And the file "features/more.feature" holds
        """
        Feature: More

          Scenario Outline: Many books
            Given a shelf with <books> books

            @tdd_issue @tdd_issue_42
            Examples: as repaired
              | books |
              | 100   |
        """
      When the change since "work" is to close "42"
      Then the gate lets it pass
      And it says
        """
        features/more.feature:7: issue 42 is closed here, and was seen failing
        """

    Scenario Outline: There is no such pair: <what>
      Given the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario Outline: Many books
            Given a shelf with <books> books

            @tdd_expected_fail
            Examples: <expected>
              | books |
              | 98    |

            Examples: <other>
              | books |
              | 99    |

          @tdd_issue @tdd_issue_42
          Scenario Outline: More books
            Given a shelf with <books> books

            Examples: as repaired
              | books |
              | 100   |
        """
      When the change since "main" is to close "42"
      Then the gate holds it
      And it says
        """
        features/more.feature:8: issue 42 is still expected to fail here: remove @tdd_expected_fail
        """

      Examples:
        | what                              | expected    | other       |
        | it stands in another outline      | as reported | few         |
        | it is not said what is kept as is | many        | as repaired |

  Rule: Several issues are asked for one by one

    Scenario: One is closed, one is not
      Given the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 5 books
        """
      When the change since "main" is to close "41, 42"
      Then the gate holds it
      And it says
        """
        issue 42: no scenario and no test bears @tdd_issue_42
        features/adding.feature:4: issue 41 is closed here, and was seen failing
        """

  Rule: Without a base what stands there is judged, and no more

    Scenario: It is expected to fail
      When what stands there is to close "41"
      Then the gate holds it
      And it says
        """
        features/adding.feature:4: issue 41 is still expected to fail here: remove @tdd_expected_fail
        """

    Scenario: It must pass
      Given the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
        """
      When what stands there is to close "41"
      Then the gate lets it pass
      And it says
        """
        features/adding.feature:4: issue 41 is closed here; whether it was seen failing is known with --base
        """
