Feature: The guard reads what the code-first track does, however it is written

  Each change is kept in fixtures/guard/changes.

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: Texts, loops, helpers and lists are followed as far as their values are written down

    Scenario Outline: A new column by <change>
      Given a commit that brings <change>
      When the guard compares "main" with "work"
      Then it names
        | what                         | by          | at   |
        | column voice of agents added | agent_voice | <at> |

      Examples:
        | change                           | at                              |
        | a helper                         | src/backend/db/migrations.py:20 |
        | a helper of another file         | src/backend/db/rebuilding.py:12 |
        | a text with fields               | src/backend/db/migrations.py:18 |
        | a lambda                         | src/backend/db/migrations.py:20 |
        | an entry with a name for each part | src/backend/db/migrations.py:18 |
        | an entry put in afterwards       | src/backend/db/migrations.py:24 |
        | an entry of a list that is added | src/backend/db/migrations.py:24 |
        | an entry with arguments bound    | src/backend/db/migrations.py:18 |
        | an entry made by a function      | src/backend/db/migrations.py:19 |
        | an entry that is an object       | src/backend/db/migrations.py:18 |

    Scenario: Every element of a list that is gone through
      Given a commit that brings a loop over a list
      When the guard compares "main" with "work"
      Then it names
        | what                           | by          |
        | column voice of agents added   | agent_voice |
        | column voice of sessions added | agent_voice |

    Scenario: Every statement of a text
      Given a commit that brings several statements in one text
      When the guard compares "main" with "work"
      Then it names
        | what                                   | at                              |
        | column voice of agents added           | src/backend/db/migrations.py:20 |
        | index idx_agents_voice of agents added | src/backend/db/migrations.py:20 |

  Rule: Mapped classes are tables too, with what they inherit

    Scenario: A class with a mixin
      Given a commit that brings mapped classes
      When the guard compares "main" with "work"
      Then it sees
        | what                                     |
        | table voices added                       |
        | column id of voices added                |
        | column speaker of voices added           |
        | index idx_voices_speaker of voices added |
        | column began of voices added             |
        | column ended of voices added             |

    Scenario: A class of SQLModel
      Given a commit that brings a table of SQLModel
      When the guard compares "main" with "work"
      Then it sees
        | what                           |
        | table voices added             |
        | column speaker of voices added |
        | column id of voices added      |

  Rule: What cannot be known is told, and no verdict rests on it

    Scenario: An entry that runs what is in a file
      Given a commit that brings a text that cannot be known
      When the guard compares "main" with "work"
      Then the guard passes
      And written as text it says
        """
        entry unknown (src/backend/db/migrations.py:24)
        not judged: what is run at src/backend/db/migrations.py:18 cannot be read
        parity guard: pass: no changes of the schema on the code-first track
        """

    Scenario: Columns whose names come out of the database
      Given a commit that brings names that cannot be known
      When the guard compares "main" with "work"
      Then it names
        | what                     | by      |
        | column ? of agents added | unknown |

    Scenario: Some column is brought for them
      Given a commit that brings names that cannot be known
      And a commit that brings the revision of the column
      When the guard compares "main" with "work"
      Then the guard passes

  Rule: What the code can come to is read, and each value that it can have

    Scenario: Texts put together
      Given a commit that brings texts put together
      When the guard compares "main" with "work"
      Then it sees
        | what                              |
        | column joined of agents added     |
        | column lowered of agents added    |
        | column stripped of agents added   |
        | column indented of agents added   |
        | column replaced of agents added   |
        | column by_name of agents added    |
        | column by_place of agents added   |
        | column numbered_1 of agents added |
        | column grown of agents added      |

    Scenario: Values looked up
      Given a commit that brings values looked up
      When the guard compares "main" with "work"
      Then it sees
        | what                              |
        | column one of agents added        |
        | column two of agents added        |
        | column three of agents added      |
        | column ? of agents added          |
        | column first_one of agents added  |
        | column second_two of agents added |
        | column six0 of agents added       |
        | column seven of agents added      |
        | column eight of agents added      |
        | column nine of agents added       |
        | column eleven of agents added     |
        | column a_c of agents added        |
        | column b_c of agents added        |

    Scenario: Statements of every kind
      Given a commit that brings statements of every kind
      When the guard compares "main" with "work"
      Then it sees
        | what                              |
        | column in_async of agents added   |
        | column in_while of agents added   |
        | column in_else of agents added    |
        | column in_case of agents added    |
        | column in_handler of agents added |
        | column in_finally of agents added |

    Scenario: Helpers of every kind
      Given a commit that brings helpers of every kind
      When the guard compares "main" with "work"
      Then it sees
        | what                           |
        | column one of agents added     |
        | column two of agents added     |
        | column ? of agents added       |
        | column three of agents added   |
        | column nothing of agents added |
        | column four of agents added    |
        | column once of agents added    |
        | column five of agents added    |
        | column six of agents added     |
        | column seven of agents added   |

    Scenario: Tables of every kind
      Given a commit that brings tables of every kind
      When the guard compares "main" with "work"
      Then it sees
        | what                                   |
        | column born_in of agents added         |
        | foreign key born_in of agents added    |
        | check born_in <> name of agents added  |
        | index idx_agents_born of agents added  |
        | table notes added                      |
        | column id of notes added               |
        | index idx_notes_id of notes added      |

    Scenario: Constraints, types and names of indexes in SQL
      Given a commit that brings constraints in SQL
      When the guard compares "main" with "work"
      Then it sees
        | what                              |
        | check ck_a of agents added        |
        | check ck_b of agents added        |
        | index idx_sessions_of added       |
        | type mood added                   |
        | index name of agents added        |
        | check a of agents removed         |
        | check ck_c of agents removed      |
        | index idx_sessions_agent removed  |
