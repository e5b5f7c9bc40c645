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
