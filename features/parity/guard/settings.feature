Feature: Where the tracks lie is told in pyproject.toml

  Rule: Files, list and folder are those that the settings name

    Scenario: Another layout
      Given a repository with the files of "guard/other_layout"
      And a commit in which "pyproject.toml" holds
        """
        [tool.handrail.parity]
        migrations = "./app/steps.py"
        list = "STEPS"
        schema = ["app/people.py", "app/places.py"]
        versions = "alembic/versions/"
        """
      And the branch "work"
      And a commit that brings a column in another layout
      When the guard compares "main" with "work"
      Then it names
        | what                          | by      | at              |
        | column city of places added   | city    | app/steps.py:9 |
        | column nick of people added   |         | app/people.py:4 |

    Scenario: A file that is a link
      Given a repository with both tracks
      And a commit in which "src/backend/db/schema.py" becomes "src/schema.py"
      And a commit in which "src/backend/db/schema.py" is a link to "../../schema.py"
      And a commit in which "src/nothing" is a link to "nowhere"
      And the branch "work"
      And a commit that brings the schema alone
      When the guard compares "main" with "work"
      Then it names
        | what                         | at                         |
        | column voice of agents added | src/backend/db/schema.py:8 |

    Scenario: A key that is not known
      Given a repository with both tracks
      And a commit in which "pyproject.toml" holds
        """
        [tool.handrail.parity]
        migration = "app/steps.py"
        """
      When the guard compares "main" with "main"
      Then it stops with "*pyproject.toml [tool.handrail.parity]: "migration" is not known (it may hold migrations, list, schema, tables, versions*)"

    Scenario: A value that is no text
      Given a repository with both tracks
      And a commit in which "pyproject.toml" holds
        """
        [tool.handrail.parity]
        versions = ["a", "b"]
        """
      When the guard compares "main" with "main"
      Then it stops with "*pyproject.toml [tool.handrail.parity]: "versions" is no text"

    Scenario: A file that is no TOML
      Given a repository with both tracks
      And a commit in which "pyproject.toml" holds
        """
        [tool.handrail.parity
        """
      When the guard compares "main" with "main"
      Then it stops with "*pyproject.toml: the file is not TOML: *"
