Feature: The protocol of expected failures for any pytest suite, by two marks

  No chain is needed, and no option: who has installed Handrail has the marks.

  Background:
    Given a copy of the folder "fixtures/pytest/shelf" as "."
    And the file "pytest.ini" holds
      """
      [pytest]
      """

  Rule: A test is green where a check fails as reported, and red where it passes or anything else fails

    Scenario: A test for each way to end
      When I run "pytest --junitxml junit/report.xml"
      Then it exits with code 1
      And the JUnit files in "junit" tell
        | test                   | outcome | type         | message |
        | test_open              | skipped | pytest.xfail | expected failure: issue 41 is still open (Adding loses a book) |
        | test_failed_in_words   | skipped | pytest.xfail | expected failure: issue 41 is still open (Adding loses a book) |
        | test_fixed             | failure |              | issue 42 appears to be fixed: remove @pytest.mark.tdd_expected_fail |
        | test_in_other_words    | failure |              | failed, but not as reported: test_in_other_words fails with other words than /expected 5 books, found 4/: expected 5 books, found 3 assert 3 == 5 |
        | test_no_check          | failure |              | failed, but not as reported: test_no_check is no check of issue 41: OSError: expected 5 books, found 4 |
        | test_set_up            | error   |              | failed on setup with "failed, but not as reported: the set-up of test_set_up is no check of issue 41: AssertionError: expected 5 books, found 4" |
        | test_tear_down         | skipped | pytest.xfail | expected failure: issue 41 is still open (Adding loses a book) |
        | test_skipped           | skipped | pytest.skip  | no shelf |
        | test_with_another_mark | failure |              | failed, but not as reported: test_with_another_mark fails with other words than /expected 5 books, found 4/: expected 5 books, found 3 assert 3 == 5 |
        | test_found[4]          | skipped | pytest.xfail | expected failure: issue 41 is still open (Adding loses a book) |
        | test_found[5]          | passed  |              | |
        | test_mended            | passed  |              | |
      And it prints "ERROR test_shelf.py::test_tear_down - failed, but not as re"
      And it prints "Issues still open: 1 (expected failures: 4)"
      And it prints "  test_shelf.py::test_fixed: issue 42 appears to be fixed: remove @pytest.mark.tdd_expected_fail"


  Rule: A breach of the rules stops the run before it starts

    Scenario: Every offender is listed, by file and line
      Given a copy of the folder "fixtures/pytest/broken_rules" as "."
      When I run "pytest test_rules.py"
      Then it exits with code 4
      And it prints "ERROR: nothing was run: the rules for marks are broken" on standard error
      And it prints "ERROR: test_rules.py:6: @tdd_expected_fail on a class: it belongs on what is expected to fail" on standard error
      And it prints "ERROR: test_rules.py:12: issue 7 is not in issues.toml" on standard error
      And it prints "ERROR: test_rules.py:16: @tdd_expected_fail requires exactly one @tdd_issue(N), here: 41, 42" on standard error
      And it prints "ERROR: test_rules.py:21: @tdd_issue(x) is no tag of the protocol: @tdd_issue, @tdd_issue(N), @tdd_expected_fail" on standard error
      And it prints "ERROR: test_rules.py:25: @tdd_expect_fail is no tag of the protocol: @tdd_issue, @tdd_issue(N), @tdd_expected_fail" on standard error
      And it does not print "it was run"

    Scenario: A file of issues that cannot be read, with workers of xdist
      Given the file "issues.toml" holds
        """
        [41
        """
      When I run "pytest -n 2"
      Then it exits with code 4
      And it prints "Expected ']' at the end of a table declaration" on standard error
      And it does not print "INTERNALERROR"

  Rule: A project that asks for nothing gets nothing

    Scenario: No mark of the protocol, one of the project's own
      Given a copy of the folder "fixtures/pytest/plain" as "."
      And the file "pytest.ini" holds
        """
        [pytest]
        markers = tdd_red: a test that was seen failing
        """
      When I run "pytest test_plain.py"
      Then it exits with code 0
      And it prints "2 passed"
