Feature: What cannot be compared is told in one line, with exit code 2

  Rule: Git has to know both commits

    Scenario: A commit that git does not know
      Given a repository with both tracks
      When the guard compares "mian" with "main"
      Then it stops with "mian: git knows no such commit here (fetch it, or name another commit)"

    Scenario: Two branches without a commit in common
      Given a repository with both tracks
      And the branch "work" that has no commit in common
      When the guard compares "main" with "work"
      Then it stops with "*...*: there is no commit that both stand on (name a base from which the head was made)"

    Scenario: No repository
      When the guard compares "main" with "work"
      Then it stops with "*: this is no git repository (run it inside of the repository)"

    Scenario Outline: An object of the repository is lost: <object>
      Given a repository with both tracks
      And the object "<object>" is lost
      When the guard compares "main" with "main"
      Then it stops with "<words>"

      Examples:
        | object                      | words                                      |
        | main:src/backend/db/schema.py | *: git cannot read this object (*)       |
        | main:src                    | *: *                                       |

    Scenario: There is no git
      Given a repository with both tracks
      When the guard compares "main" with "main" where there is no git
      Then it stops with "git: there is no such command (install git)"

  Rule: Each file has to be read at both commits

    Scenario: The list does not parse at the head
      Given a repository with both tracks
      And the branch "work"
      And a commit that brings half a migration
      When the guard compares "main" with "work"
      Then it stops with "src/backend/db/migrations.py:17: this is no Python at the head (*): '(' was never closed (the guard reads both commits; mend it there)"

    Scenario: The list does not parse at the base
      Given a repository with both tracks
      And a commit that brings half a migration
      And the branch "work"
      And a commit in which "src/backend/db/migrations.py" holds
        """
        MIGRATIONS = []
        """
      When the guard compares "main" with "work"
      Then it stops with "src/backend/db/migrations.py:17: this is no Python at the base (*): '(' was never closed (the guard reads both commits; mend it there)"

    Scenario: A revision does not parse, even where none is needed
      Given a repository with both tracks
      And the branch "work"
      And a commit that brings half a revision
      When the guard compares "main" with "work"
      Then it stops with "src/backend/migrations/versions/0003_half.py:4: this is no Python at the head (*): invalid syntax (the guard reads both commits; mend it there)"

    Scenario: A file holds what no source may hold
      Given a repository with both tracks
      And the branch "work"
      And a commit in which "src/backend/db/tables.py" holds a zero byte
      When the guard compares "main" with "work"
      Then it stops with "src/backend/db/tables.py*: this is no Python at the head (*): source code*"

    Scenario: The list has another name
      Given a repository with both tracks
      And the branch "work"
      And a commit that brings no list
      When the guard compares "main" with "work"
      Then it stops with "src/backend/db/migrations.py: no list MIGRATIONS can be read here at the head (*) (name it in [tool.handrail.parity] as list)"

    Scenario: Nothing of the track is there
      Given a repository with the files of "guard/other_layout"
      When the guard compares "main" with "main"
      Then it stops with "src/backend/db/migrations.py: neither commit has it, nor src/backend/db/schema.py nor src/backend/db/tables.py (run it in the folder of pyproject.toml, and name them in [tool.handrail.parity])"
