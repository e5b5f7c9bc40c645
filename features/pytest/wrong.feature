Feature: What is wrong with a chain or a call is one line

  Background:
    Given a copy of the folder "fixtures/chains/environment" as "environment"
    And a copy of the folder "fixtures/pytest/users" as "users"

  Rule: A call or a configuration that is wrong is a usage error

    Scenario Outline: <what>
      Given the file "pyproject.toml" holds
        """
        [tool.handrail.chains.users]
        target = "users/alembic.ini"
        expected = [{ revision = "r2", direction = "<direction>", issue = 41 }]
        """
      When I run "pytest --handrail <options>"
      Then it exits with code 4
      And it prints "ERROR: handrail: <words>" on standard error

      Examples:
        | what                     | direction | options                 | words |
        | A weight that is none    | upgrade   | -o handrail_fail_on=bad | handrail_fail_on: 'bad' is no weight (error, warning, note, never) |
        | A direction that is none | sideways  |                         | pyproject.toml [tool.handrail.chains.users] expected: an entry has a revision, a direction (upgrade or downgrade) and an issue's number |

    Scenario: No chain anywhere
      When I run "pytest --handrail"
      Then it exits with code 4
      And it prints "ERROR: handrail: --handrail: no chain is configured, and there is neither an alembic.ini nor a [tool.alembic] (name one in [tool.handrail.chains.NAME], or give --handrail-chain PATH)" on standard error

  Rule: A chain that cannot be loaded is an error of its collection

    Scenario: A revision that does not parse, one that is expected to fail and not there
      Given the file "pyproject.toml" holds
        """
        [tool.handrail.chains.users]
        target = "users/alembic.ini"
        expected = [{ revision = "r9", direction = "upgrade", issue = 41 }]

        [tool.handrail.chains.broken]
        target = "broken/alembic.ini"
        """
      And a copy of the folder "fixtures/pytest/users" as "broken"
      And the file "broken/versions/r5_open.py" holds
        """
        revision = (
        """
      When I run "pytest --handrail"
      Then it exits with code 2
      And it prints "pyproject.toml [tool.handrail.chains.users] expected: the chain has no revision r9"
      And it prints "broken/versions/r5_open.py:1: a revision could not be loaded: SyntaxError: '(' was never closed (r5_open.py, line 1)"
      And it does not print "Traceback"

  Rule: A chain whose environment fails is an error of the set-up of its items

    Scenario: An environment that says no, found without any configuration
      Given a copy of the folder "fixtures/pytest/users" as "."
      And the file "env.py" holds
        """
        raise RuntimeError("not now")
        """
      And the file "alembic.ini" holds
        """
        [alembic]
        script_location = .
        """
      When I run "pytest --handrail -k 'r1 and sqlite'"
      Then it exits with code 1
      And it prints "ERROR alembic.ini::r1::upgrade[sqlite] - "
      And it prints "RuntimeError: not now"
      And it prints "2 errors"
      And it does not print "Traceback"
