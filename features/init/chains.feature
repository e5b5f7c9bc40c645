Feature: Which chains handrail init finds, and what it says of those that it cannot use yet

  Rule: Each chain gets a name, an example and a place in pyproject.toml

    Scenario: Services, two of them with the same name
      Given a copy of the folder "fixtures/targets/schemas" as "billing"
      And a copy of the folder "fixtures/chains/environment" as "stock"
      And a copy of the folder "fixtures/init/revisions" as "stock/versions"
      And the file "stock/alembic.ini" holds
        """
        [alembic]
        script_location = %(here)s
        """
      And the file "old/stock/alembic.ini" holds
        """
        [alembic]
        script_location = %(here)s/gone
        """
      And a copy of the folder "fixtures/targets/schemas" as ".venv/lib/site-packages/theirs"
      When I run "handrail init --dry-run"
      Then it exits with code 0
      And it prints "created features/billing/head.feature"
      And it prints "[tool.handrail.chains.billing], [tool.handrail.chains.stock], [tool.handrail.chains.old_stock]"
      And it prints a match for `^note +the chain "old_stock" .*cannot be used yet: old/stock/alembic.ini: `
      And it does not print "theirs"

    Scenario: Files of Flyway, in a folder that is named
      Given a copy of the folder "fixtures/sql_files/flyway" as "shop/db/migrations"
      When I run "handrail init shop"
      Then it exits with code 0
      And it prints "next cd shop && handrail walk app"
      And the file "shop/pyproject.toml" now holds
        """
        [tool.handrail.chains.app]
        target = "db/migrations"
        """

  Rule: What is lacking is said, and the next call of it adds the rest

    Scenario: There are no migrations at all
      When I run "handrail init"
      Then it exits with code 0
      And it prints
        """
        created features/issues.toml
        created steps/handrail_steps.py
        created pyproject.toml [tool.behave]
        note no chain of migrations is here: make one (alembic init migrations), or name one in [tool.handrail.chains.app], and call handrail init again
        """
      And it prints "next alembic init migrations"

    Scenario: There is a folder of scripts now, which no file of settings names
      Given "handrail init" was run
      And a copy of the folder "fixtures/init/revisions" as "migrations/versions"
      And a copy of the folder "fixtures/chains/environment" as "migrations"
      When I run "handrail init"
      Then it exits with code 0
      And it prints
        """
        left features/issues.toml
        left steps/handrail_steps.py
        created features/app/head.feature
        created robot/app/head.robot
        created noxfile.py
        amended pyproject.toml [tool.handrail.chains.app]
        """
      And the file "pyproject.toml" now holds
        """
        [tool.handrail.chains.app]
        target = "migrations"
        """

    Scenario: The chain holds no revision yet
      Given a project of Alembic's template "generic"
      When I run "handrail init"
      Then it exits with code 0
      And it prints "note the chain "app" (alembic.ini) holds no revision yet: make one, and call handrail init again"
      And it prints "next handrail init"
      And the file "features/app/head.feature" is not there

    Scenario: The chain cannot be loaded
      Given a copy of the folder "fixtures/targets/settings" as "."
      When I run "handrail init"
      Then it exits with code 0
      And it prints a match for `^note +the chain "app" \(alembic.ini\) cannot be used yet: .*env.py:`
      And it prints "note say what it needs in [tool.handrail.chains.app] (env, baseline, section, databases), and call handrail init again"
      And the file "features/app/head.feature" is not there

  Rule: What cannot be done is said in one line, with what was done before

    Scenario Outline: <what>
      Given the file "<file>" holds
        """
        <text>
        """
      When I run "handrail init <folder>"
      Then it exits with code 2
      And it prints "handrail: <line>" on standard error

      Examples:
        | what                          | file           | text       | folder | line                                                                                          |
        | pyproject.toml is no TOML     | pyproject.toml | [tool      |        | pyproject.toml: the file is not TOML:                                                         |
        | It has no room for tables     | pyproject.toml | tool = {}  |        | pyproject.toml: no table can be added (add by hand: [tool.behave])                            |
        | There is no such folder       | a              | b          | c      | c: there is no such folder                                                                    |
        | A file stands in the way      | features       | b          |        | features/issues.toml: the file cannot be written: File exists (written before: nothing)       |

    Scenario: pyproject.toml is a folder
      Given the empty folder "pyproject.toml"
      When I run "handrail init"
      Then it exits with code 2
      And it prints "handrail: pyproject.toml: the file cannot be read: Is a directory" on standard error

    Scenario: A file stands in the way of a later one
      Given the file "steps" holds
        """
        one, two, three
        """
      And the file "features/steps" holds
        """
        one, two, three
        """
      When I run "handrail init"
      Then it exits with code 2
      And it prints "handrail: features/steps/handrail_steps.py: the file cannot be written: File exists (written before: features/issues.toml)" on standard error
      And the file "pyproject.toml" is not there
