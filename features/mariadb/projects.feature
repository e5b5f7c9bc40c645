@mariadb
Feature: A project whose database is MariaDB

  Rule: What was found there becomes scenarios that run there

    Scenario: While the bug is open its scenario passes, as an expected failure
      Given a project with Handrail's runner and steps
      And a copy of the folder "fixtures/chains/environment" as "environment"
      And a copy of the folder "fixtures/chains/half_done" as "chain"
      And the findings of "chain/alembic.ini --database mariadb --only r2 --fail-on error" were written as features
      When I run "behave -D database=mariadb"
      Then it exits with code 0
      And it prints "1 scenario passed, 0 failed, 0 skipped"
      And it prints "Issues still open: 1 (expected failures: 1)"

  Rule: A chain that has a name is walked where its project says

    Scenario: It says mariadb
      Given a project with Handrail's runner and steps
      And a copy of the folder "fixtures/chains/environment" as "environment"
      And a copy of the folder "fixtures/chains/half_done" as "chain"
      And the file "pyproject.toml" holds
        """
        [tool.handrail.chains.app]
        target = "chain/alembic.ini"
        databases = ["mariadb"]
        """
      When I run "handrail walk app --data none"
      Then it exits with code 0
      And it prints "4 revisions walked on mariadb"
