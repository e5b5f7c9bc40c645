@postgresql
Feature: Both tracks end alike

  Each goes to its end on its own kind of database, and on the other's where it can.

  Rule: What one track or database has and the other lacks is told with the step that brought it

    Scenario: A table that no entry brings, an index on PostgreSQL alone, a count of 32 bits
      Given the project "dual_track" as repaired
      And what the code-first track lacks in it
      When its tracks are compared
      Then they differ in this
        | severity | revision    | database   | message                                                                                                                                                 |
        | warning  | 0006_voices | postgresql | table voices is in new databases of the Alembic track, not in new databases of the code-first track; revision 0006_voices brings it                     |
        | warning  | 0006_voices | sqlite     | index idx_agents_state (state) of agents is missing in databases of the Alembic track on sqlite; revision 0006_voices brings it                         |
        | note     | 0006_voices | postgresql | column agents.retries is integer NOT NULL DEFAULT 0 in new databases of the Alembic track (fewer than SQLite's 64 bits); revision 0006_voices brings it |

  Rule: A track that is not for the other kind of database is left out there, and that is said

    Scenario: A list of functions that speak SQLite
      Given the project "dual_track/two_heads" as repaired
      When its tracks are compared
      Then this could not be compared
        | revision       | database   | reason                                                                                                             |
        | agent_timezone | postgresql | the code-first track is not for postgresql: syntax error at or near "PRAGMA" LINE 1: PRAGMA busy_timeout = 60000 ^ |

  Rule: Without a runner of its own the list is run as it stands

    Scenario: The first entry makes the tables
      Given the project "dual_track" as repaired
      And a list without a runner in it
      When its tracks are compared
      Then all databases end alike

  Rule: No database is touched that was not made for it

    Scenario: An entry opens a file of the application's
      Given the project "dual_track" as repaired
      And an entry that opens a file in it
      When its tracks are compared
      Then all databases end alike
      And no "application.db" was made

  Rule: What is no track is said in one line

    Scenario Outline: <change>
      Given the project "dual_track" as repaired
      And <change> in it
      When its tracks are compared
      Then the comparison is refused with "<message>"

      Examples:
        | change                           | message                                                                                                                                                                      |
        | no code-first track              | {folder}/src/migrations.py: the code-first track is not there (name it as "migrations" in [tool.handrail.parity])                                                            |
        | no Alembic track                 | {folder}/migrations/alembic.ini: there is no such file or folder (give an alembic.ini, a pyproject.toml with [tool.alembic], a folder with env.py, or a folder of SQL files) |
        | a module that opens a file       | {folder}/src/backend/db/migrations.py:9: db.migrations:MIGRATIONS cannot be had: RuntimeError: a database is asked for while no step is run                                  |
        | another name of the list         | src/backend/db/migrations.py: db.migrations:MIGRATIONS cannot be had: AttributeError: module 'db.migrations' has no attribute 'MIGRATIONS'                                   |
        | a tuple                          | src/backend/db/migrations.py: db.migrations:MIGRATIONS is no list                                                                                                            |
        | an entry that is no pair         | src/backend/db/migrations.py: 'agent_loops' is no pair of a name and a function                                                                                              |
        | an empty list                    | src/backend/db/migrations.py: the track is empty                                                                                                                             |
        | an earlier state that is nowhere | {folder}: this is no git repository (run it inside of the repository)                                                                                                        |
