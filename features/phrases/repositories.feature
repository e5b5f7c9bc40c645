Feature: A repository needs one line in its steps folder and one setting

  Background:
    Given a copy of the folder "fixtures/chains/environment" as "migrations/environment"
    And a copy of the folder "fixtures/chains/dropped_column" as "migrations/notes"
    And the file "pyproject.toml" holds
      """
      [tool.behave]
      runner = "handrail.acceptance.behave_runner:HandrailRunner"
      default_format = "plain"

      [tool.handrail.chains.notes]
      target = "migrations/notes/alembic.ini"
      """
    And the file "features/steps/all.py" holds
      """
      from handrail.acceptance.behave_steps import *
      """
    And the file "features/notes.feature" holds
      """
      Feature: Notes

        Background:
          Given a database at revision "r1" of the chain "notes"
          And the table "notes" holds
            | id | price | remark  |
            | 1  | 2.25  | by hand |

        Scenario: The price goes up with its note
          When I upgrade to "head"
          Then the upgrade succeeds
          And the table "notes" still holds
            | id | price |
            | 1  | 2.25  |

        @tdd_issue @tdd_issue_7 @tdd_expected_fail
        Scenario: The remark comes back
          When I step up through "r2" and back
          Then both succeed
          And the schema is still that of revision "r1"
          And the table "notes" still holds
            | id | remark  |
            | 1  | by hand |

        @postgresql
        Scenario: Only on a server
          When I downgrade to "base"
          Then the downgrade succeeds
      """
    And the file "features/issues.toml" holds
      """
      [7]
      title = "The downgrade of r2 forgets the remarks"
      reported = "https://tracker.example/7"
      fails_with = 'holds other rows'
      """

  Rule: Each scenario has a workbench, and open issues may fail as reported

    Scenario: On SQLite, unless told
      When I run "behave"
      Then it exits with code 0
      And it prints "2 scenarios passed, 0 failed, 1 skipped"
      And it prints "skipped: features/notes.feature:26 Only on a server: it is about postgresql, not about sqlite"
      And it prints "issue 7: The downgrade of r2 forgets the remarks"

    Scenario: On PostgreSQL
      When I run "behave -D database=postgresql"
      Then it exits with code 0
      And it prints "3 scenarios passed, 0 failed, 0 skipped"

    Scenario: The project's own hooks and matchers go on, with the workbench in hand
      Given the file "features/environment.py" holds
        """
        from behave import use_step_matcher

        use_step_matcher("re")

        def before_scenario(context, scenario):
            assert not context.bench.unlooked()

        def after_scenario(context, scenario):
            assert scenario.skip_reason or context.bench.chain.outcome
            assert scenario.name != "The remark comes back", "the hook broke"
        """
      And the file "features/steps/own.py" holds
        """
        from behave import then

        @then("the (?P<colour>red|green) lamp is lit")
        def lit(context, colour):
            assert colour == "green"
        """
      And the file "features/lamp.feature" holds
        """
        Feature: A lamp
          Scenario: Green
            Given a database at revision "base" of the chain "notes"
            When I upgrade to "r1"
            Then the upgrade succeeds
            And the green lamp is lit
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "failed, but not as reported: a hook or a clean-up"
      And it prints "2 scenarios passed, 0 failed, 1 hook_error, 1 skipped"

  Rule: A chain is one that the project has named, with all that it says of it, or a path

    Scenario: With a section, variables and a baseline
      Given a copy of the folder "fixtures/chains/parent_rebuilt" as "chains/parent_rebuilt"
      And a copy of the folder "fixtures/targets/settings" as "targets/settings"
      And the file "targets/settings/alembic.ini" holds
        """
        [library]
        script_location = %(here)s
        version_locations = %(here)s/../../chains/parent_rebuilt/versions
        prepend_sys_path = %(here)s
        path_separator = os
        """
      And the file "base.sql" holds
        """
        CREATE TABLE readers (id INTEGER PRIMARY KEY, name TEXT);
        """
      And the file "pyproject.toml" holds
        """
        [tool.behave]
        runner = "handrail.acceptance.behave_runner:HandrailRunner"

        [tool.handrail.chains.library]
        target = "targets/settings/alembic.ini"
        section = "library"
        baseline = "base.sql"
        env = { APP_DATABASE_URL = "sqlite://" }
        """
      And the file "features/notes.feature" holds
        """
        Feature: A library
          Scenario: Its readers were there before
            Given a database at revision "base" of the chain "library"
            And the table "readers" holds
              | id | name |
              | 1  | Ada  |
            When I upgrade to "head"
            Then the upgrade succeeds
            And the database is now at revision "head"
            And the table "readers" still holds
              | id | name |
              | 1  | Ada  |
        """
      When I run "behave"
      Then it exits with code 0

    Scenario: A folder of SQL files
      Given the file "sql/001_shelves.up.sql" holds
        """
        CREATE TABLE shelves (id INTEGER PRIMARY KEY);
        """
      And the file "sql/001_shelves.down.sql" holds
        """
        DROP TABLE shelves;
        """
      And the file "sql/002_books.up.sql" holds
        """
        CREATE TABLE books (id INTEGER PRIMARY KEY);
        """
      And the file "features/notes.feature" holds
        """
        Feature: Shelves
          Scenario: They stay when books come
            Given a database at revision "001" of the chain "sql"
            And every table holds rows
            When I upgrade to "head"
            Then the upgrade succeeds
            And no row is lost
            And the database is now at revision "002"
        """
      When I run "behave"
      Then it exits with code 0

    Scenario: A chain that is not there, one that is for others, and one that lacks a revision
      Given the file "pyproject.toml" holds
        """
        [tool.behave]
        runner = "handrail.acceptance.behave_runner:HandrailRunner"

        [tool.handrail.chains.notes]
        target = "migrations/notes/alembic.ini"
        databases = ["postgresql"]
        """
      And the file "features/notes.feature" holds
        """
        Feature: Notes
          Scenario Outline: There are none
            Given a database at revision "<revision>" of the chain "<chain>"
            When I upgrade to "head"
            Then the upgrade succeeds

            Examples:
              | revision | chain            |
              | r1       | papers           |
              | r1       | notes            |
              | r9       | migrations/notes |
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "papers: there is no such file or folder"
      And it prints "the chain "notes" is for postgresql, not for sqlite"
      And it prints "migrations/notes: there is no revision "r9" in this chain"

  Rule: Robot suites need one library and one listener

    Scenario: The same notes
      Given the file "tests/notes.robot" holds
        """
        *** Settings ***
        Library    handrail.acceptance.robot_library.HandrailLibrary

        *** Test Cases ***
        The Price Goes Up With Its Note
            Given Database At Revision    r1    notes
            And Table Holds    notes
            ...    | id | price | remark   |
            ...    | 1  | 2.25  | by\ hand |
            When Upgrade To    head
            Then Upgrade Should Succeed
            And Table Should Hold    notes
            ...    | id | price |
            ...    | 1  | 2.25  |

        The Remark Comes Back
            [Tags]    tdd_issue    tdd_issue_7    tdd_expected_fail
            Given Database At Revision    r1    notes
            And Table Holds    notes
            ...    | id | remark  |
            ...    | 1  | by hand |
            When Step Through And Back    upgrade    r2
            Then Migration Should Succeed
            And Table Should Hold    notes
            ...    | id | remark  |
            ...    | 1  | by hand |

        Only On A Server
            [Tags]    postgresql
            Fail    This is not run

        Nobody Looks
            Database At Revision    r1    notes
            Upgrade To    r9

        A Row Of Other Cells
            Database At Revision    r1    notes
            Table Holds    notes    | id | price |    | 1 |
        """
      And the file "tests/issues.toml" holds
        """
        [7]
        title = "The downgrade of r2 forgets the remarks"
        reported = "https://tracker.example/7"
        fails_with = 'holds other rows'
        """
      When I run "robot --consolewidth 60 --listener handrail.acceptance.robot_listener.ExpectedFailureListener tests"
      Then it exits with code 2
      And it prints "5 tests, 2 passed, 2 failed, 1 skipped"
      And it prints "issue 7: The downgrade of r2 forgets the remarks"
      And it prints "nobody looked: the migration was crashed"
      And it prints "1: the row has 1 cells, not 2"
