Feature: The guard compares a branch with where it parted

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: What came to the base in the meantime is nobody's fault

    Scenario: The base has moved on
      Given a commit that brings rows alone
      And "main" is checked out
      And a commit that brings the schema alone
      When the guard compares "main" with "work"
      Then the guard passes

    Scenario: The branch has taken in what came
      Given a commit that brings the tables alone
      And "main" is checked out
      And a commit that brings a view
      And "work" is checked out
      And "main" was merged
      When the guard compares "main" with "work"
      Then it names
        | what                         | at                          |
        | column voice of agents added | src/backend/db/tables.py:12 |

    Scenario: What two branches bring is compared where they meet
      Given a commit that brings a column
      And the branch "second" from the commit before
      And a commit that brings the revision of the column
      And "work" was merged
      When the guard compares "main" with "second"
      Then the guard passes
      And it accepts "src/backend/migrations/versions/0003_voice.py"

    Scenario: The commit that is compared is not checked out
      Given a commit that brings a column
      And "main" is checked out
      When the guard compares "main" with "work"
      Then the guard fails

    Scenario: The base is the commit itself
      Given a commit that brings a column
      When the guard compares "work" with "work"
      Then it sees no change

  Rule: A revision that git calls renamed brings what it brought before, and no more

    Scenario: The file alone has another name
      Given a commit that brings a column
      And a commit in which "src/backend/migrations/versions/0002_draft.py" becomes "src/backend/migrations/versions/0002_none.py"
      When the guard compares "main" with "work"
      Then the guard fails

    Scenario: A revision that brings the column gets another number
      Given a commit that brings the revision of the column
      And the branch "later"
      And a commit that brings a column
      And a commit in which "src/backend/migrations/versions/0003_voice.py" becomes "src/backend/migrations/versions/0004_voice.py"
      When the guard compares "work" with "later"
      Then the guard passes
      And it accepts "src/backend/migrations/versions/0004_voice.py"

    Scenario: Its name has spaces and letters of other languages
      Given a commit that brings a column
      And a commit that brings the revision of the column
      And a commit in which "src/backend/migrations/versions/0003_voice.py" becomes "src/backend/migrations/versions/0003 die Stimme, größer 声.py"
      When the guard compares "main" with "work"
      Then it accepts "src/backend/migrations/versions/0003 die Stimme, größer 声.py"

  Rule: What a shallow clone lacks is told, with what to do

    Scenario: The clone holds the commit where both parted
      Given a commit that brings a column
      And a clone of the last 2 commits
      When the guard compares "main" with "work"
      Then the guard fails

    Scenario: The clone holds both ends and not where they parted
      Given a commit that brings rows alone
      And "main" is checked out
      And a commit that brings the schema alone
      And a clone of the last 1 commit
      When the guard compares "main" with "work"
      Then it stops with "*...*: this shallow clone does not hold commit that both stand on (git fetch --unshallow, or fetch-depth: 0 for actions/checkout)"

    Scenario: The clone does not hold the base at all
      Given a commit that brings rows alone
      And a clone of the last 1 commit
      When the guard compares "main~1" with "work"
      Then it stops with "main~1: git knows no such commit here (git fetch --unshallow, or fetch-depth: 0 for actions/checkout)"
