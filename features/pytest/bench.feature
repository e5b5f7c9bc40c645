Feature: Tests by hand over a chain, by one fixture

  Rule: A test has databases of its own, and may not leave a bad end unseen

    Scenario: A failure that is expected, one that is looked at, one that nobody looks at
      Given a copy of the folder "fixtures/chains/environment" as "environment"
      And a copy of the folder "fixtures/pytest/users" as "users"
      And a copy of the folder "fixtures/pytest/bench" as "."
      And the file "pyproject.toml" holds
        """
        [tool.handrail.chains.users]
        target = "users/alembic.ini"
        """
      And the file "issues.toml" holds
        """
        [41]
        title = "An upgrade refuses too late"
        reported = "https://tracker.example/41"
        fails_with = "the database is not as before"
        """
      When I run "pytest test_downgrade.py -rxE"
      Then it exits with code 1
      And it prints "4 passed, 1 xfailed, 1 error"
      And it prints "XFAIL test_downgrade.py::test_refused - expected failure: issue 41 is still open (An upgrade refuses too late)"
      And it prints "nobody looked: the migration was crashed: users holds 1 rows: give each an age first"
