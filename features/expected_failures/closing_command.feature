Feature: The gate for pull requests as a command

  Background:
    Given a repository with the files of "expected_failures/project"
    And the branch "work"
    And the file "body.md" holds
      """
      Adding keeps every book. Fixes #41, closes somebody/shelves#42
      """

  Rule: The issues are those that the call and the words of the pull request name

    Scenario: Both name some
      When I run "handrail tags check --closes 43 --closes 41 --closes-in body.md --base main"
      Then it exits with code 1
      And it prints
        """
        features/adding.feature:4: issue 41 is still expected to fail here: remove @tdd_expected_fail
        issue 42: no scenario and no test bears @tdd_issue_42
        issue 43: no scenario and no test bears @tdd_issue_43
        """

    Scenario: A change that only brings the scenario closes nothing
      Given the file "body.md" holds
        """
        The scenario of #41, which stays open.
        """
      When I run "handrail tags check features --closes-in body.md --base main --prove"
      Then it exits with code 0
      And it prints "The text closes no issue."

  Rule: What is found stands at its line, for people or as annotations

    Scenario: Tags that break the rules, an issue without a scenario, and one that nobody saw fail
      Given the file "features/adding.feature" holds
        """
        Feature: Adding

          @tdd_issue_41
          Scenario: Two come to three
            Given a shelf with 3 books
            When I add 2 books
            Then the shelf holds 5 books

          @tdd_issue @tdd_issue_42
          Scenario: Three are three
            Given a shelf with 3 books
        """
      When I run "handrail tags check --closes 41 --closes 42 --closes 43 --base main --format github --format text=tags.txt"
      Then it exits with code 1
      And it prints
        """
        ::error file=features/adding.feature,line=4,title=tags::@tdd_issue_41 requires @tdd_issue
        ::error title=tags::issue 43: no scenario and no test bears @tdd_issue_43
        ::warning file=features/adding.feature,line=10,title=tags::issue 42 is closed here, but nobody saw these steps fail: --prove runs them on the base
        ::notice file=features/adding.feature,line=4,title=tags::issue 41 is closed here, and was seen failing
        """
      And the file "tags.txt" now holds
        """
        features/adding.feature:4: @tdd_issue_41 requires @tdd_issue
        issue 43: no scenario and no test bears @tdd_issue_43
        warning: features/adding.feature:10: issue 42 is closed here, but nobody saw these steps fail: --prove runs them on the base
        features/adding.feature:4: issue 41 is closed here, and was seen failing
        """

  Rule: A call or a base that is wrong is told in one line

    Scenario Outline: <what>
      Given a commit in which "features/broken.feature" holds
        """
        Scenario: without a feature
        """
      And the branch "mend"
      And a commit in which "features/broken.feature" is gone
      When I run "handrail tags check <call>"
      Then it exits with code 2
      And it prints "<complaint>" on standard error

      Examples:
        | what                                    | call                                        | complaint |
        | A proof on what GitHub calls no commit  | --closes 41 --prove --base 0000000000000000 | handrail: --prove: there is no base to run it on (give --base REV) |
        | A text that is absent                   | --closes-in nowhere.md                      | handrail: --closes-in nowhere.md: this cannot be read |
        | A base that git does not know           | --closes 41 --base mian                     | handrail: mian: git knows no such commit here (fetch it, or name another commit) |
        | A base whose features cannot be read    | --closes 41 --base work                     | :features: no Gherkin: |

    Scenario: A shallow clone does not hold the commit where both parted
      Given a commit in which "README.md" holds
        """
        A shelf.
        """
      And a clone of the last 1 commit
      When I run "env -C ../clone handrail tags check --closes 41 --base main~1"
      Then it exits with code 2
      And it prints "handrail: main~1: git knows no such commit here (git fetch --unshallow, or fetch-depth: 0 for actions/checkout)" on standard error

    Scenario: A file of the base is lost
      Given a commit in which "README.md" holds
        """
        A shelf.
        """
      And the object "main:src/shelves.py" is lost
      When I run "handrail tags check --closes 41 --base main"
      Then it exits with code 2
      And it prints "unable to read" on standard error
