Feature: handrail init beside the migrations that other tools have begun

  Rule: What it puts there works at once, whatever made the project

    Scenario: Alembic's generic template
      Given a project of Alembic's template "generic"
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      When I run "handrail init"
      Then it exits with code 0
      And it prints
        """
        created features/issues.toml
        created steps/handrail_steps.py
        created features/app/head.feature
        created robot/app/head.robot
        created noxfile.py
        created pyproject.toml [tool.behave], [tool.handrail.chains.app]
        note runs leave their reports in reports/, which git need not keep
        next handrail walk app
        """
      And these commands now work
        | command                                                                           | code | words                        |
        | handrail walk app --database sqlite                                               | 0    | 2 revisions walked on sqlite |
        | behave                                                                            | 0    | 1 scenario passed, 0 failed  |
        | robot --listener handrail.acceptance.robot_listener.ExpectedFailureListener robot | 0    | 1 test, 1 passed, 0 failed   |
        | nox --list                                                                        | 0    | * walk(chain='app')          |

    Scenario: Its other templates, as services of one repository
      Given projects of Alembic's templates
        | template        | folder  | revisions                      |
        | async           | billing | fixtures/init/revisions        |
        | multidb         | orders  | fixtures/init/revisions_of_two |
        | pyproject_async | stock   | fixtures/init/revisions        |
      When I run "handrail init"
      Then it exits with code 0
      And the file "pyproject.toml" now holds
        """
        [tool.handrail.chains.billing]
        target = "billing/alembic.ini"

        [tool.handrail.chains.orders]
        target = "orders/alembic.ini"

        [tool.handrail.chains.stock]
        target = "stock/pyproject.toml"
        """
      And these commands now work
        | command | code | words                        |
        | behave  | 0    | 3 scenarios passed, 0 failed |

    Scenario: Flask-Migrate, whose application is found too
      Given a copy of the folder "fixtures/init/shop" as "."
      And "flask --app shop db init" was run
      And the file "unfinished.py" holds
        """
        def
        """
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      When I run "handrail init"
      Then it exits with code 0
      And the file "pyproject.toml" now holds
        """
        [tool.handrail.chains.app]
        target = "migrations"
        env = {FLASK_APP = "shop"}
        """
      And these commands now work
        | command | code | words                       |
        | behave  | 0    | 1 scenario passed, 0 failed |
