Feature: handrail init in a repository that holds something already

  Rule: Nothing that is there is written over

    Scenario: Files of the same names are left, and pyproject.toml gets what it lacks
      Given a project of Alembic's template "generic"
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      And the file "noxfile.py" holds
        """
        # ours
        """
      And the file "pyproject.toml" holds
        """
        [project]
        name = "shop"  # not for sale

        [tool.behave]
        show_skipped = false

        [tool.ruff]
        line-length = 100
        """
      When I run "handrail init"
      Then it exits with code 0
      And it prints
        """
        left noxfile.py
        amended pyproject.toml [tool.behave], [tool.handrail.chains.app]
        """
      And the file "noxfile.py" now holds
        """
        # ours
        """
      And the file "pyproject.toml" now holds
        """
        [project]
        name = "shop"  # not for sale

        [tool.behave]
        show_skipped = false
        runner = "handrail.acceptance.behave_runner:HandrailRunner"
        paths = ["features"]

        [tool.ruff]
        line-length = 100

        [tool.handrail.chains.app]
        target = "alembic.ini"
        """

    Scenario: Called again it changes nothing
      Given a project of Alembic's template "pyproject"
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      And "handrail init" was run
      When I run "handrail init"
      Then it exits with code 0
      And it prints
        """
        left features/issues.toml
        left steps/handrail_steps.py
        left features/app/head.feature
        left robot/app/head.robot
        left noxfile.py
        left pyproject.toml
        """
      And no file has changed
      And these commands now work
        | command | code | words                       |
        | behave  | 0    | 1 scenario passed, 0 failed |

    Scenario: With --dry-run it tells what it would do
      Given its files as they are
      When I run "handrail init --dry-run"
      Then it exits with code 0
      And it prints "created steps/handrail_steps.py"
      And it prints "note nothing was written: --dry-run"
      And no file has changed

  Rule: What behave is told already holds

    Scenario: It has features with steps, a runner in behave.ini, and a folder named as the chain
      Given a project of Alembic's template "generic"
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      And the empty folder "app"
      And the file "tests/bdd/steps/theirs.py" holds
        """
        from behave import given

        @given("a shop")
        def shop(context):
            pass
        """
      And the file "tests/bdd/theirs.feature" holds
        """
        Feature: Theirs
          Scenario: A shop
            Given a shop
        """
      And the file "behave.ini" holds
        """
        [behave]
        paths = tests/bdd
        runner = behave.runner:Runner
        """
      When I run "handrail init"
      Then it exits with code 0
      And it prints
        """
        created tests/bdd/issues.toml
        created tests/bdd/steps/handrail_steps.py
        created tests/bdd/app/head.feature
        created robot/app/head.robot
        created noxfile.py
        created pyproject.toml [tool.handrail.chains.app]
        note behave.ini gives behave the runner "behave.runner:Runner", which stays; steps of Handrail need another: behave --runner=handrail.acceptance.behave_runner:HandrailRunner
        """
      And these commands now work
        | command                                                          | code | words                        |
        | behave tests/bdd/theirs.feature                                  | 0    | 1 scenario passed, 0 failed  |
        | behave --runner=handrail.acceptance.behave_runner:HandrailRunner | 0    | 2 scenarios passed, 0 failed |

    Scenario: The folder steps at the top is for other things
      Given the file "steps/dance.py" holds
        """
        raise SystemExit("no steps of behave")
        """
      And the file "setup.cfg" holds
        """
        no settings of anything
        """
      When I run "handrail init --dry-run"
      Then it exits with code 0
      And it prints "created features/steps/handrail_steps.py"

    Scenario: Chains that have names keep them
      Given a project of Alembic's template "generic"
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      And the file "pyproject.toml" holds
        """
        [tool.handrail.chains.ours]
        target = "migrations"
        databases = ["postgresql"]
        """
      When I run "handrail init"
      Then it exits with code 0
      And the file "features/ours/head.feature" is there
      And the file "pyproject.toml" now holds
        """
        [tool.handrail.chains.ours]
        target = "migrations"
        databases = ["postgresql"]

        [tool.behave]
        runner = "handrail.acceptance.behave_runner:HandrailRunner"
        paths = ["features"]

        [tool.behave.userdata]
        database = "postgresql"
        """
