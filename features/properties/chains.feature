Feature: However a chain branches, it is climbed as Alembic itself would climb it

  Rule: Bases, branches, merges and needs are taken as Alembic takes them

    Scenario Outline: Of a chain that branches <sentence>
      When it is tried on everything that can be made up whether <sentence>
      Then nothing is found against it

      Examples:
        | sentence                              |
        | it is climbed as Alembic climbs it    |
        | its heads are those that Alembic sees |
