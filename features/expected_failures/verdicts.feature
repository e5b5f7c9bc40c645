Feature: What comes of a scenario that is expected to fail

  Background:
    Given a copy of the folder "fixtures/expected_failures/behave" as "."

  Rule: It is an expected failure where a check fails in the words of the report

    Scenario: The reported bug is still there
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as reported
            When I add 2 books
            Then the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 0
      And it prints
        """
        Then the shelf holds 5 books ... failed
        ASSERT FAILED: expected 5 books, found 4

        expected failure: issue 41 is still open (Adding loses a book)
        """
      And it prints "1 scenario passed, 0 failed, 0 skipped"

    Scenario Outline: The check is a later step of the Then: <keyword>
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as reported
            When I add 2 books
            Then the shelf holds 4 books
            <keyword> the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "expected failure: issue 41 is still open"

      Examples:
        | keyword |
        | And     |
        | But     |
        | *       |

    Scenario: The check is in a step that another step runs
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as reported
            When I add 2 books
            Then the books are counted by another step
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "expected failure: issue 41 is still open"

    Scenario: One outline proves the bug and its repair
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          Rule: Adding keeps every book
            @tdd_issue @tdd_issue_41
            Scenario Outline: Adding
              Given a shelf with 3 books <variant>
              When I add 2 books
              Then the shelf holds 5 books

              @tdd_expected_fail
              Examples: as reported
                | variant     |
                | as reported |

              Examples: as repaired
                | variant     |
                | as repaired |
        """
      When I run "behave"
      Then it exits with code 0
      And it prints "expected failures: 1"
      And it prints "2 scenarios passed, 0 failed, 0 skipped"

  Rule: It is red where it fails anywhere else or with other words

    Scenario Outline: Not the check of the report but <what>
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail <tag>
          Scenario: Adding
            Given <given>
            When I <when>
            Then <then>
        """
      When I run "behave"
      Then it exits with code 1
      And it prints
        """
        failed, but not as reported: <reason>
        """

      Examples: a step
        | what                      | tag | given                            | when                        | then                                   | reason |
        | a Given that raises       |     | a shelf that collapses           | add 2 books                 | the shelf holds 5 books                | "Given a shelf that collapses" is no check of issue 41: OSError: expected 5 books, found 4 |
        | a Given that asserts      |     | a shelf that was counted wrong   | add 2 books                 | the shelf holds 5 books                | "Given a shelf that was counted wrong" is no check of issue 41: expected 5 books, found 4 |
        | a When that asserts       |     | a shelf with 3 books as reported | add books that do not fit   | the shelf holds 5 books                | "When I add books that do not fit" is no check of issue 41: expected 5 books, found 4 |
        | a Then that raises        |     | a shelf with 3 books as reported | add 2 books                 | the lost connection shows              | "Then the lost connection shows" is no check of issue 41: ConnectionError: expected 5 books, found 4 |
        | a Then that is undefined  |     | a shelf with 3 books as reported | add 2 books                 | the shelf is expected 5 books, found 4 | "Then the shelf is expected 5 books, found 4" is no check of issue 41: the step is undefined |
        | a step within that raises |     | a shelf with 3 books as reported | add 2 books                 | the shelf is looked at by another step | "Then the shelf is looked at by another step" is no check of issue 41: ERROR SUB-STEP: Then the lost connection shows |
        | other words               |     | a shelf with 3 books as reported | add 2 books                 | the books are in order                 | "Then the books are in order" fails with other words than /expected \d+ books, found \d+/: the books are in disorder |

      Examples: a hook or a clean-up
        | what               | tag                 | given                            | when        | then                    | reason |
        | a hook before it   | @breaks_before      | a shelf with 3 books as reported | add 2 books | the shelf holds 5 books | a hook or a clean-up is no check of issue 41: HOOK-ERROR in before_scenario: OSError: no room for a shelf |
        | a hook after it    | @breaks_after       | a shelf with 3 books as repaired | add 2 books | the shelf holds 5 books | a hook or a clean-up is no check of issue 41: HOOK-ERROR in after_scenario: AssertionError: expected 5 books, found 4 |
        | a hook at its step | @breaks_after_step  | a shelf with 3 books as repaired | add 2 books | the shelf holds 5 books | "Given a shelf with 3 books as repaired" is no check of issue 41: AssertionError: expected 5 books, found 4 |
        | its clean-up       | @breaks_in_clean_up | a shelf with 3 books as repaired | add 2 books | the shelf holds 5 books | a hook or a clean-up is no check of issue 41: no message |

    Scenario: The reported check fails, and a hook after it breaks too
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail @breaks_after
          Scenario: Adding
            Given a shelf with 3 books as reported
            When I add 2 books
            Then the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "failed, but not as reported: a hook or a clean-up is no check of issue 41"

    Scenario: The reported check fails, and a later step is undefined
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as reported
            When I add 2 books
            Then the shelf holds 5 books
            And nobody wrote this
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "failed, but not as reported: "And nobody wrote this" is no check of issue 41"

    Scenario: The Then stands in the Background
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          Background:
            Given a shelf with 3 books as reported
            Then the shelf holds 5 books

          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Adding
            When I add 2 books
            Then the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "failed, but not as reported: "Then the shelf holds 5 books" is no check of issue 41"

  Rule: It is red where it passes

    Scenario: The reported bug is gone
      Given the file "features/shelf.feature" holds
        """
        Feature: Shelf
          @tdd_issue @tdd_issue_41 @tdd_expected_fail
          Scenario: Adding
            Given a shelf with 3 books as repaired
            When I add 2 books
            Then the shelf holds 5 books
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "issue 41 appears to be fixed: remove @tdd_expected_fail"
      And it prints
        """
        Failing scenarios:
        features/shelf.feature:3  Adding
        """
      And it prints "0 scenarios passed, 1 failed, 0 skipped"
