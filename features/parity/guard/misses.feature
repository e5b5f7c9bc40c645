Feature: What the guard of report 1342 lets pass

  It looks for words on the lines that a diff adds, and then for any new revision. Each change below
  is kept in fixtures/guard/changes, and reaches SQLite alone.

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: A change of the schema on one track is seen however it is written

    @tdd_issue @tdd_issue_1342
    Scenario Outline: Missed: <change>
      Given a commit that brings <change>
      When the guard <variant> compares "main" with "work"
      Then the guard fails

      @tdd_expected_fail
      Examples: as reported
        | variant     | change                              |
        | as reported | a tuple split over lines            |
        | as reported | a function of another name          |
        | as reported | DDL in an existing migration        |
        | as reported | the schema alone                    |
        | as reported | the tables alone                    |
        | as reported | keywords split over string literals |
        | as reported | a view                              |
        | as reported | a dropped trigger                   |
        | as reported | a check                             |

      Examples: as repaired
        | variant     | change                              |
        | as repaired | a tuple split over lines            |
        | as repaired | a function of another name          |
        | as repaired | DDL in an existing migration        |
        | as repaired | the schema alone                    |
        | as repaired | the tables alone                    |
        | as repaired | keywords split over string literals |
        | as repaired | a view                              |
        | as repaired | a dropped trigger                   |
        | as repaired | a check                             |

  Rule: A revision brings what it touches, and nothing else

    @tdd_issue @tdd_issue_1342
    Scenario Outline: Missed: an unrelated revision
      Given a commit that brings a column
      And a commit that brings an unrelated revision
      When the guard <variant> compares "main" with "work"
      Then the guard fails

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    Scenario: Whoever wants it so has any new revision accepted
      Given a commit that brings a column
      And a commit that brings an unrelated revision
      When the lenient guard compares "main" with "work"
      Then the guard passes
      And it accepts "src/backend/migrations/versions/0003_notes.py"

    Scenario: Without any new revision the lenient guard fails too
      Given a commit that brings a column
      When the lenient guard compares "main" with "work"
      Then the guard fails

  Rule: What is missing is named with its places

    Scenario Outline: Named: <change>
      Given a commit that brings <change>
      When the guard compares "main" with "work"
      Then it names
        | what   | by   | at   |
        | <what> | <by> | <at> |

      Examples:
        | change                              | what                           | by            | at                              |
        | a tuple split over lines            | column voice of agents added   | agent_voice   | src/backend/db/migrations.py:18 |
        | a function of another name          | column voice of agents added   | agent_voice   | src/backend/db/migrations.py:18 |
        | DDL in an existing migration        | column voice of agents added   | idle_agents   | src/backend/db/migrations.py:13 |
        | the schema alone                    | column voice of agents added   |               | src/backend/db/schema.py:8      |
        | the tables alone                    | column voice of agents added   |               | src/backend/db/tables.py:12     |
        | keywords split over string literals | column voice of agents added   | agent_voice   | src/backend/db/migrations.py:18 |
        | a view                              | view busy_agents added         | busy_agents   | src/backend/db/migrations.py:18 |
        | a dropped trigger                   | trigger tr_agents_gone removed | no_trigger    | src/backend/db/migrations.py:18 |
        | a check                             | check ck_agents_name of agents added |         | src/backend/db/tables.py:15     |
