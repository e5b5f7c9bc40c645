Feature: What nobody saw fail is run on the base

  The base is laid out in a folder of its own, with the features, suites, steps and issues.toml of today over it.

  Background:
    Given a repository with the files of "expected_failures/project"
    And its sources are installed as editable
    And the branch "work"
    And a commit with the files of "expected_failures/mended"

  Rule: It has to fail there as the issue was reported

    Scenario: It does, in every row, with a step that came with it
      Given the file "features/steps/more.py" holds
        """
        from behave import then

        @then("nothing is lost of {books:d} books")
        def nothing_lost(context, books):
            there = context.shelf.count()
            assert there == books, f"expected {books} books, found {there}"
        """
      And the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_41 @tdd_issue_42
          Scenario: Six come to three
            Given a shelf with 3 books
            When I add 6 books
            Then nothing is lost of 9 books

          @tdd_issue @tdd_issue_42
          Scenario Outline: <more> come to three
            Given a shelf with 3 books
            When I add <more> books
            Then the shelf holds <all> books

            Examples: more than six
              | more | all |
              | 6    | 9   |
              | 7    | 10  |
        """
      When I run "handrail tags check --closes 42 --base main --prove"
      Then it exits with code 0
      And it prints
        """
        features/more.feature:4: issue 42 is closed here, and fails on the base
        features/more.feature:15: issue 42 is closed here, and fails on the base
        """

    Scenario: It does not
      Given the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: No book comes to nine
            Given a shelf with 9 books
            Then the shelf holds 9 books

          @tdd_issue @tdd_issue_42
          Scenario Outline: <more> come to three
            Given a shelf with 3 books
            When I add <more> books
            Then the shelf holds <all> books

            Examples: one in the words of the report, one in others
              | more | all |
              | 7    | 10  |
              | 8    | 11  |
        """
      When I run "handrail tags check --closes 42 --base main --prove"
      Then it exits with code 1
      And it prints
        """
        features/more.feature:4: issue 42 is not proven: on the base it passes
        features/more.feature:14: issue 42 is not proven: on the base it failed, but not as reported: "Then the shelf holds 11 books" fails with other words than /expected (9|10) books, found \d+/: expected 11 books, found 10
        """

    Scenario: Tests are run by Robot Framework
      Given the file "tests/adding.robot" holds
        """
        *** Settings ***
        Library     shelves.Shelf    0
        Test Tags    tdd_issue    tdd_issue_43

        *** Test Cases ***
        An Empty [Shelf] Takes A Book
            Add    ${1}
            ${there}    Count
            Should Be Equal As Integers    ${there}    1

        An Empty Shelf Takes Two
            Add    ${2}
            ${there}    Count
            Should Be Equal As Integers    ${there}    2

        A Shelf Bends
            Skip    no shelf today
        """
      And the empty folder "../steps"
      When I run "handrail tags check features tests --closes 43 --base main --prove"
      Then it exits with code 1
      And it prints
        """
        tests/adding.robot:11: issue 43 is not proven: on the base it failed, but not as reported: "Should Be Equal As Integers" fails with other words than /0 != 1/: 1 != 2
        tests/adding.robot:16: issue 43 is not proven: on the base it comes to no verdict: no shelf today
        tests/adding.robot:6: issue 43 is closed here, and fails on the base
        """

  Rule: A run that cannot judge proves nothing

    Scenario: What the steps need is not laid over the base
      Given the file "helpers/counting.py" holds
        """
        MANY = 9
        """
      And the file "features/steps/more.py" holds
        """
        import helpers.counting
        """
      And the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Six come to three
            Given a shelf with 3 books
            When I add 6 books
            Then the shelf holds 9 books
        """
      When I run "handrail tags check --closes 42 --base main --prove"
      Then it exits with code 1
      And it prints
        """
        features/more.feature:4: issue 42 is not proven: on the base it comes to no verdict: ModuleNotFoundError: No module named 'helpers'
        """

    Scenario: What the steps need is laid over the base
      Given the file "helpers/counting.py" holds
        """
        MANY = 9
        """
      And the file "features/steps/more.py" holds
        """
        import helpers.counting
        """
      And the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Six come to three
            Given a shelf with 3 books
            When I add 6 books
            Then the shelf holds 9 books
        """
      When I run "handrail tags check --closes 42 --base main --prove --with helpers"
      Then it exits with code 0
      And it prints "features/more.feature:4: issue 42 is closed here, and fails on the base"

    Scenario Outline: Over the base would be laid <what>
      Given the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Six come to three
            Given a shelf with 3 books
        """
      When I run "handrail tags check --closes 42 --base main --prove --with <path>"
      Then it exits with code 2
      And it prints "handrail: <path>: <complaint>" on standard error

      Examples:
        | what                       | path | complaint |
        | all of today               | .    | nothing of the base would be left (name the folders that hold the features and suites) |
        | what is no part of it      | ..   | this is outside of the repository |
        | what is not there          | nil  | no such file or folder |

  Rule: Nothing is left of it, and nothing of the repository is touched

    Scenario Outline: The run is ended by <what>
      Given the file "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Somebody waits
            Given a shelf with 3 books
            When I wait
            Then the shelf holds 9 books
        """
      And the empty folder "../scratch"
      And the state of the repository is noted
      When I send <signal> to "env TMPDIR=../scratch handrail tags check --closes 42 --base main --prove --timeout <limit>" once it prints "run on the base"
      Then it exits with code <code>
      And it does not print "Traceback"
      And the folder "../scratch" is empty again
      And no process works below "../scratch"
      And the repository is as noted

      Examples:
        | what             | signal  | limit | code |
        | the keyboard     | SIGINT  | 60    | 130  |
        | its surroundings | SIGTERM | 60    | 143  |
        | its time limit   | SIGCONT | 1     | 1    |
