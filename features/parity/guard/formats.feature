Feature: The guard's verdict, for people and for programs

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: Text names entries, places and the revisions that were accepted

    Scenario: A table whose revision lacks a column
      Given a commit that brings a table
      And a commit that brings a revision of the table that lacks a column
      When the guard compares "main" with "work"
      Then the guard fails
      And written as text it says
        """
        error one-track-change: column body of notes added by notes, and no revision brings it
          at     src/backend/db/migrations.py:19
          remedy add a revision that brings the same to the Alembic track

        entry notes (src/backend/db/migrations.py:28)
        accepted src/backend/migrations/versions/0003_a_revision_of_the_ta.py
        parity guard: 5 changes of the schema on the code-first track, 1 without a revision
        """

    Scenario: All is brought
      Given a commit that brings a column
      And a commit that brings the revision of the column
      When the guard compares "main" with "work"
      Then written as text it says
        """
        entry agent_voice (src/backend/db/migrations.py:24)
        accepted src/backend/migrations/versions/0003_voice.py
        parity guard: pass: 1 change of the schema on the code-first track, brought by the other track
        """

    Scenario: A definition that is gone is shown where it was
      Given a commit that brings a column that nothing declares any more
      When the guard compares "main" with "work"
      Then the guard fails
      And written as text it says
        """
        error one-track-change: column began of sessions removed, and no revision brings it
          at     src/backend/db/schema.py:15 (at the base)
          at     src/backend/db/tables.py:20 (at the base)
          remedy add a revision that brings the same to the Alembic track

        parity guard: 1 change of the schema on the code-first track, 1 without a revision
        """

  Rule: GitHub shows an annotation at the line

    Scenario: Something is missing
      Given a commit that brings a column
      When the guard compares "main" with "work"
      Then the guard fails
      And written as github it says
        """
        ::error file=src/backend/db/migrations.py,line=18,title=one-track-change::column voice of agents added by agent_voice, and no revision brings it; also at src/backend/db/schema.py:8; src/backend/db/tables.py:12%0Aadd a revision that brings the same to the Alembic track%0Ahandrail parity guard {base} {head}
        parity guard: 1 change of the schema on the code-first track, 1 without a revision
        """

    Scenario: The line is gone, and the file has an odd name
      Given a commit in which "pyproject.toml" holds
        """
        [tool.handrail.parity]
        schema = "src/backend/db/the, schema: 100%.py"
        """
      And a commit in which "src/backend/db/schema.py" becomes "src/backend/db/the, schema: 100%.py"
      And a commit in which "src/backend/db/tables.py" is gone
      And the branch "later"
      And a commit in which "src/backend/db/the, schema: 100%.py" holds
        """
        TABLES = ["CREATE TABLE sessions (id INTEGER PRIMARY KEY, agent_id INTEGER NOT NULL REFERENCES agents (id), began TEXT)",
            "CREATE INDEX IF NOT EXISTS idx_sessions_agent ON sessions (agent_id)"]
        """
      When the guard compares "work" with "later"
      Then the guard fails
      And written as github it says
        """
        ::error file=src/backend/db/the%2C schema%3A 100%25.py,line=1,title=one-track-change::table agents removed, and no revision brings it%0Aadd a revision that brings the same to the Alembic track%0Ahandrail parity guard {base} {head}
        parity guard: 1 change of the schema on the code-first track, 1 without a revision
        """

    Scenario: Something is not judged
      Given a commit that brings the schema alone
      And a commit that brings a revision of a file that cannot be read
      When the guard compares "main" with "work"
      Then written as github it says
        """
        ::warning file=src/backend/db/schema.py,line=8,title=one-track-change::column voice of agents added, which what cannot be read may bring%0Aadd a revision that brings the same to the Alembic track%0Ahandrail parity guard {base} {head}
        parity guard: pass: 1 change of the schema on the code-first track, 1 not judged
        """

  Rule: SARIF and JSON hold the same

    Scenario: SARIF
      Given a commit that brings the schema alone
      When the guard compares "main" with "work"
      Then the guard fails
      And written as sarif it tells at "runs.0.results.0.locations"
        """
        [
          {
            "physicalLocation": {
              "artifactLocation": {"uri": "src/backend/db/schema.py", "uriBaseId": "%SRCROOT%"},
              "region": {"startLine": 8}
            }
          }
        ]
        """
      And written as sarif it tells at "runs.0.results.0.partialFingerprints"
        """
        {"handrail/v1": "1d18f9fa34957cc9", "primaryLocationLineHash": "1d18f9fa34957cc9"}
        """
      And written as sarif it tells at "runs.0.results.0.level"
        """
        "error"
        """

    Scenario: JSON
      Given a commit that brings a column
      And a commit that brings an unrelated revision
      When the guard compares "main" with "work"
      Then the guard fails
      And written as json it tells at "outcome"
        """
        "missing"
        """
      And written as json it tells at "entries"
        """
        [{"name": "agent_voice", "location": {"file": "src/backend/db/migrations.py", "line": 24}}]
        """
      And written as json it tells at "findings.0.location"
        """
        {"file": "src/backend/db/migrations.py", "line": 18}
        """
      And written as json it tells at "findings.0.fingerprint"
        """
        "aec611f0760a1feb"
        """

  Rule: JUnit has a case for each entry that lacks something

    Scenario: A column that one entry brings alone
      Given a commit that brings a column
      When the guard compares "main" with "work"
      Then the guard fails
      And written as junit it says
        """
        <?xml version='1.0' encoding='utf-8'?>
        <testsuites>
          <testsuite name="handrail parity" tests="1" failures="1" skipped="0" errors="0" time="0.000">
            <testcase classname="parity" name="upgrade of agent_voice" time="0.000">
              <failure type="one-track-change" message="one-track-change: column voice of agents added by agent_voice, and no revision brings it; also at src/backend/db/schema.py:8; src/backend/db/tables.py:12">error one-track-change: upgrade of agent_voice
          column voice of agents added by agent_voice, and no revision brings it; also at src/backend/db/schema.py:8; src/backend/db/tables.py:12
          at           src/backend/db/migrations.py:18
          remedy       add a revision that brings the same to the Alembic track
          see it again handrail parity guard {base} {head}
          fingerprint  aec611f0760a1feb
        </failure>
            </testcase>
          </testsuite>
        </testsuites>
        """
