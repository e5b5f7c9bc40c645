Feature: Where an issue is known from

  Background:
    Given a copy of the folder "fixtures/expected_failures/behave" as "."
    And the file "features/deep/down/shelf.feature" holds
      """
      Feature: Shelf
        @tdd_issue @tdd_issue_41 @tdd_expected_fail
        Scenario: Adding
          Given a shelf with 3 books as reported
          When I add 2 books
          Then the shelf holds 5 books
      """

  Rule: The nearest issues.toml counts, on the way from the file that names the issue up

    Scenario: It lies some folders above
      When I run "behave"
      Then it exits with code 0
      And it prints "issue 41 is still open (Adding loses a book)"

    Scenario: A nearer one hides it
      Given the file "features/deep/issues.toml" holds
        """
        [41]
        title = "A nearer one"
        reported = "next door"
        fails_with = "found 4"
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "issue 41 is still open (A nearer one)"

    Scenario: It lies in a folder "features" beside the way up
      Given the file "specs/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_42
          Scenario: Adding
            Given a shelf with 3 books as repaired
        """
      When I run "behave specs"
      Then it exits with code 0

  Rule: An issues.toml that cannot be read stops the run before it starts

    Scenario Outline: It has <flaw>
      Given the file "features/issues.toml" holds
        """
        <header>
        title = "Adding loses a book"
        <reported>
        <fails_with>
        """
      When I run "behave"
      Then it exits with code 2
      And it prints a match for `<complaint>`
      And the file "run-started" is not there

      Examples:
        | flaw                                  | header | reported         | fails_with             | complaint                                                              |
        | no TOML                               | [41    | reported = "at"  | fails_with = "found"   | /features/issues.toml: Expected .*line 1.* \(write it as TOML\)$       |
        | a table that is no number             | [bug]  | reported = "at"  | fails_with = "found"   | /issues.toml \[bug\]: no issue number                                  |
        | nowhere that it was reported          | [41]   |                  | fails_with = "found"   | \[41\]: an issue has three texts \(fails_with, reported, title\)$      |
        | a key too many                        | [41]   | reportd = "at"   | fails_with = "found"   | \[41\]: an issue has three texts                                       |
        | a value that is no text               | [41]   | reported = 1     | fails_with = "found"   | \[41\]: an issue has three texts                                       |
        | a pattern that is none                | [41]   | reported = "at"  | fails_with = "("       | \[41\]: fails_with is no pattern: missing \), unterminated subpattern  |
        | a pattern that any message fits       | [41]   | reported = "at"  | fails_with = ".*"      | \[41\]: fails_with fits any message \(be specific\)$                   |
