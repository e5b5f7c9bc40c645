Feature: What a project says of steps holds for items: expected failures, acceptances, weights

  Background:
    Given a copy of the folder "fixtures/chains/environment" as "environment"
    And a copy of the folder "fixtures/pytest/users" as "users"
    And the file "issues.toml" holds
      """
      [41]
      title = "An upgrade refuses too late"
      reported = "https://tracker.example/41"
      fails_with = "half-migrated: .* give each an age first"
      """

  Rule: A step that is expected to fail is judged as a test with the marks is

    Scenario: As reported, in other words, mended
      Given the file "pyproject.toml" holds
        """
        [tool.handrail.chains.users]
        target = "users/alembic.ini"
        databases = ["sqlite"]
        expected = [
          { revision = "r2", direction = "upgrade", issue = 41 },
          { revision = "r2", direction = "downgrade", issue = 41, databases = ["postgresql"] },
          { revision = "r3", direction = "downgrade", issue = 41, databases = ["sqlite"] },
          { revision = "r3", direction = "upgrade", issue = 41 },
        ]
        """
      When I run "pytest --handrail -k 'r2 or r3' --junitxml junit/report.xml"
      Then it exits with code 1
      And the JUnit files in "junit" tell
        | test              | outcome | type         | message |
        | upgrade[sqlite]   | skipped | pytest.xfail | expected failure: issue 41 is still open (An upgrade refuses too late) |
        | downgrade[sqlite] | passed  |              | |
        | upgrade[sqlite]   | failure |              | issue 41 appears to be fixed: remove its entry from the chain's expected |
        | downgrade[sqlite] | failure |              | failed, but not as reported: downgrade of r3 on sqlite fails with other words than /half-migrated: .* give each an age first/: downgrade-missing: the downgrade leaves the schema as the upgrade made it, and the ledger says it is undone (duplicate column name: letter) |
      And it prints
        """
        Issues still open: 1 (expected failures: 1)
          issue 41: An upgrade refuses too late (https://tracker.example/41)
            pyproject.toml::users::r2::upgrade[sqlite]
        """

  Rule: What is accepted, and what weighs less than the threshold, fails no item

    Scenario: One acceptance, one rule that weighs less, a threshold
      Given the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = [{ fingerprint = "96b3f7618f8c397c", reason = "there before Handrail" }]

        [tool.handrail.severity]
        data-lost = "warning"

        [tool.handrail.chains.users]
        target = "users/alembic.ini"
        databases = ["sqlite"]
        """
      When I run "pytest --handrail -o handrail_fail_on=error -k 'r2 or r3'"
      Then it exits with code 0
      And it prints "4 passed"
      And it prints "Told beside: 1 accepted, 3 warnings, 1 refused"
