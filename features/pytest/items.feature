Feature: pytest --handrail: each step of a chain is a test item

  Background:
    Given a copy of the folder "fixtures/chains/environment" as "environment"
    And a copy of the folder "fixtures/pytest/users" as "users"
    And the file "pyproject.toml" holds
      """
      [tool.handrail.chains.users]
      target = "users/alembic.ini"
      databases = ["sqlite"]
      """

  Rule: A step fails with what Handrail has found, passes where it refuses, and is skipped where it was never run

    Scenario: One step for each way to end
      When I run "pytest --handrail --junitxml junit/report.xml"
      Then it exits with code 1
      And the JUnit files in "junit" tell
        | test                 | outcome | message |
        | upgrade[sqlite]      | passed  | |
        | downgrade[sqlite]    | passed  | |
        | upgrade[sqlite]      | failure | half-migrated: the upgrade refuses only after it has changed something: users holds 1 rows: give each an age first |
        | downgrade[sqlite]    | passed  | |
        | upgrade[sqlite]      | passed  | |
        | downgrade[sqlite]    | failure | downgrade-missing: the downgrade leaves the schema as the upgrade made it, and the ledger says it is undone (duplicate column name: letter) |
        | upgrade[sqlite]      | failure | upgrade-crash: the upgrade crashes on an empty database: no such table: readers |
        | downgrade[sqlite]    | skipped | the upgrade did not come to its end |
        | multiple-heads       | passed  | |
        | model-drift[sqlite]  | skipped | not all revisions below the head could be applied |
      And it prints
        """
        ___________________________ upgrade of r2 on sqlite ____________________________
        error half-migrated: upgrade of r2 on sqlite
          the upgrade refuses only after it has changed something: users holds 1 rows: give each an age first
          at           users/versions/r2_ages.py:14
          rows         users
                         id
                         1
          left behind  table users: column age is left over
                       run again, the step fails: duplicate column name: age
          remedy       put every check before the first change (op.require), or make the step one transaction
          see it again handrail walk users/alembic.ini --only r2 --database sqlite
          fingerprint  96b3f7618f8c397c
        __________________________ downgrade of r3 on sqlite ___________________________
        """
      And it prints "Told beside: 3 notes, 1 refused"
      And it does not print "pytest_plugin"

    Scenario: With workers of xdist the same, and both steps of a revision at one of them
      When I run "pytest --handrail -n 2 -v -rs --deselect pyproject.toml::users::r1::upgrade"
      Then it exits with code 1
      And it prints "3 failed, 4 passed, 2 skipped"
      And it prints "SKIPPED [1] users/versions/r4_broken.py:13: the upgrade did not come to its end"
      And it prints "Told beside: 3 notes, 1 refused"
      And it prints a match for `\[(gw\d)\] .* FAILED pyproject.toml::users::r2::upgrade\[sqlite\] [\s\S]*\[\1\] .* PASSED pyproject.toml::users::r2::downgrade\[sqlite\] `

  Rule: What is asked of a whole chain is an item of its own, and visits no revision

    Scenario: Chains by their paths: for one database, for none, for two that part, and with three heads
      Given a copy of the folder "fixtures/sql_files/for_sqlite" as "for_sqlite"
      And a copy of the folder "fixtures/sql_files/for_nobody" as "for_nobody"
      And a copy of the folder "fixtures/chains/parted" as "parted"
      And a copy of the folder "fixtures/chains/two_heads" as "two_heads"
      When I run "pytest --handrail-chain for_sqlite --handrail-chain for_nobody --handrail-chain parted/alembic.ini --handrail-chain two_heads/alembic.ini -k 'drift or multiple or for_' -rfs"
      Then it exits with code 1
      And it prints "4 failed, 6 passed, 10 skipped"
      And it prints "SKIPPED [1] for_sqlite/001_users.down.sql:1: postgresql is left out, since the chain begins with: syntax error at or near "AUTOINCREMENT""
      And it prints "SKIPPED [1] for_sqlite:1: the chain was walked on one database alone"
      And it prints "SKIPPED [2] for_nobody/001_users.up.sql:1: the upgrade did not come to its end"
      And it prints "SKIPPED [2] parted/alembic.ini:1: env.py hands over no models"
      And it prints "FAILED for_nobody::001::upgrade[sqlite] - upgrade-crash: "
      And it prints "FAILED for_nobody::001::upgrade[postgresql] - upgrade-crash: "
      And it prints "the databases part: unique key (address) of users is on postgresql alone"
      And it prints "the chain has 3 heads: r2, r3, r4"

  Rule: What is chosen is run, as with any other test

    Scenario: What failed last, after one of both is mended
      Given the file ".pytest_cache/v/cache/lastfailed" holds
        """
        {"pyproject.toml::users::r2::upgrade[sqlite]": true, "pyproject.toml::users::r4::upgrade[sqlite]": true}
        """
      And the file "users/versions/r4_broken.py" holds
        """
        revision = "r4"
        down_revision = "r3"

        def upgrade():
            pass

        def downgrade():
            pass
        """
      When I run "pytest --handrail --lf"
      Then it exits with code 1
      And it prints "run-last-failure: rerun previous 2 failures"
      And it prints "1 failed, 1 passed, 8 deselected"

    Scenario Outline: By <what>
      When I run "pytest --collect-only -q <call>"
      Then it exits with code 0
      And it prints "pyproject.toml::users::r3::upgrade[sqlite]"
      And it prints "<said>"

      Examples:
        | what                           | call                                                          | said                                |
        | configuration, words and marks | -o handrail=true -m handrail -k 'r3 and upgrade and not plans' | 1/10 tests collected (9 deselected) |
        | identifier                     | --handrail pyproject.toml::users::r3::upgrade                 | 1 test collected                    |

    Scenario: A folder that was named holds none of the chains, and the option was not given
      Given the file "tests/test_own.py" holds
        """
        def test_own():
            pass
        """
      When I run "pytest --collect-only -q -o handrail=true tests"
      Then it exits with code 0
      And it prints "1 test collected"
      And it does not print "pyproject.toml"

  Rule: Collecting touches no database

    Scenario: An environment that would fail at the first connection, another kind of database, a path
      Given the file "environment/env.py" holds
        """
        raise RuntimeError("not now")
        """
      And a copy of the folder "fixtures/sql_files/flyway" as "files"
      When I run "pytest --collect-only -q --handrail-chain files --handrail-chain users/alembic.ini -k 'postgresql and upgrade or drift'"
      Then it exits with code 0
      And it prints
        """
        users/alembic.ini::r4::upgrade[postgresql]
        users/alembic.ini::model-drift[sqlite]
        users/alembic.ini::model-drift[postgresql]
        users/alembic.ini::database-drift
        """
