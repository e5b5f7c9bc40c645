@postgresql
Feature: Databases old and new end alike

  New ones are made at once, others stop at each revision and each entry of the list, and others
  still were born by the project as it once was. The differences that hurt are those to a new one.

  Rule: What databases that were born earlier have differently is told, with who brought it

    Scenario: A column, a table, and 32 bits where 64 are meant
      Given the project "dual_track" as reported
      When its tracks are compared
      Then they differ in this
        | revision               | message                                                                                                                                                               | at                        |
        | 0002_agent_tokens_used | column agents.tokens_used is integer NOT NULL DEFAULT 0 in databases of the Alembic track born at ../common/earlier (type); revision 0002_agent_tokens_used brings it | 0002_agent_tokens_used.py |
        | agent_loops            | table agent_loops is missing in databases of the Alembic track born at ../common/earlier; entry agent_loops brings it, no later revision does                         | migrations.py             |
        | agent_voice_name       | column agents.voice_name is missing in databases of the Alembic track born at ../common/earlier; entry agent_voice_name brings it, no later revision does             | migrations.py             |

    Scenario: A column that new databases of SQLite are born with, and no entry brings
      Given the project "dual_track" as repaired
      And a column of new databases alone in it
      When its tracks are compared
      Then they differ in this
        | revision               | message                                                                                                    | at                        |
        | 0005_wider_tokens_used | column agents.pitch is missing in new databases of the Alembic track                                       | 0005_wider_tokens_used.py |
        | agent_loops            | column agents.pitch is missing in databases of the code-first track born at ../common/earlier, ../reported | migrations.py             |

  Rule: A database that does not come to the end is told with what stops it

    Scenario: An index on a column that an entry brings only later
      Given the project "dual_track" as repaired
      And an index before its column in it
      When its tracks are compared
      Then they differ in this
        | revision    | message                                                                                                         | at        |
        | agent_loops | the code-first track does not come to its end on sqlite, born at ../common/earlier: no such column: tokens_used | schema.py |

    Scenario: A ledger that does not take the identifier
      Given the project "dual_track/long_id" as reported
      When its tracks are compared
      Then they differ in this
        | revision                                  | message                                                                                                 | at                                           |
        | 0006_statistics_of_agents_for_the_planner | the Alembic track does not come to its end on postgresql: value too long for type character varying(32) | 0006_statistics_of_agents_for_the_planner.py |

    Scenario: The project as it once was failed itself
      Given the project "dual_track" as repaired
      And an earlier state that failed in it
      When its tracks are compared
      Then they differ in this
        | revision    | message                                                                                                    | at        |
        | agent_loops | the code-first track does not come to its end on sqlite, born at ../common/earlier: near ",": syntax error | schema.py |

  Rule: An earlier state is a folder or a commit

    Scenario: A commit
      Given a repository with the files of "dual_track/common/earlier"
      And a commit with the files of "dual_track/reported"
      And a commit in which "pyproject.toml" holds
        """
        [tool.handrail.parity]
        runner = "db.runner:migrate"
        """
      When the tracks of the repository are compared, with databases born at "HEAD~2"
      Then they differ in this
        | revision               | message                                                                                                                                                    | at                        |
        | 0002_agent_tokens_used | column agents.tokens_used is integer NOT NULL DEFAULT 0 in databases of the Alembic track born at HEAD~2 (type); revision 0002_agent_tokens_used brings it | 0002_agent_tokens_used.py |
        | agent_loops            | table agent_loops is missing in databases of the Alembic track born at HEAD~2; entry agent_loops brings it, no later revision does                         | migrations.py             |
        | agent_voice_name       | column agents.voice_name is missing in databases of the Alembic track born at HEAD~2; entry agent_voice_name brings it, no later revision does             | migrations.py             |

    Scenario: One that had no tracks yet is left out, and that is said
      Given the project "dual_track" as repaired
      And an earlier state without tracks in it
      When its tracks are compared
      Then this could not be compared
        | database   | reason                                                                                                             |
        | sqlite     | ../common is left out: the code-first track is not there                                                           |
        | postgresql | ../common is left out: there is no such file or folder                                                             |
        | postgresql | the code-first track is not for postgresql: syntax error at or near "PRAGMA" LINE 1: PRAGMA busy_timeout = 60000 ^ |
