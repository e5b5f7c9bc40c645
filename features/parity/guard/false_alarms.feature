Feature: What the guard of report 1342 takes for a change of the schema

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: Words about a change are no change

    @tdd_issue @tdd_issue_1342
    Scenario Outline: False alarm: <change>
      Given a commit that brings <change>
      When the guard <variant> compares "main" with "work"
      Then the guard passes

      @tdd_expected_fail
      Examples: as reported
        | variant     | change           |
        | as reported | a docstring      |
        | as reported | a comment in SQL |
        | as reported | another order    |

      Examples: as repaired
        | variant     | change           |
        | as repaired | a docstring      |
        | as repaired | a comment in SQL |
        | as repaired | another order    |

  Rule: A revision counts by what it does, whatever git calls its file

    @tdd_issue @tdd_issue_1342
    Scenario Outline: False alarm: a revision that git reports as renamed
      Given a commit that brings a column
      And a commit in which "src/backend/migrations/versions/0002_draft.py" becomes "src/backend/migrations/versions/0002_voice.py"
      And a commit that brings the draft filled in
      When the guard <variant> compares "main" with "work"
      Then the guard passes

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
