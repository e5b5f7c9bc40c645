Feature: What report 1342 asks of its guard

  These the guard as reported does as well.

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: A change of one track alone fails, one of both tracks passes

    Scenario Outline: A column on the code-first track alone, the guard <variant>
      Given a commit that brings a column
      When the guard <variant> compares "main" with "work"
      Then the guard fails

      Examples:
        | variant     |
        | as reported |
        | as repaired |

    Scenario Outline: A column on both tracks, the guard <variant>
      Given a commit that brings a column
      And a commit that brings the revision of the column
      When the guard <variant> compares "main" with "work"
      Then the guard passes

      Examples:
        | variant     |
        | as reported |
        | as repaired |

  Rule: What does not change the schema passes

    Scenario Outline: No change: <change>, the guard <variant>
      Given a commit that brings <change>
      When the guard <variant> compares "main" with "work"
      Then the guard passes

      Examples:
        | variant     | change        |
        | as reported | comments      |
        | as reported | rows alone    |
        | as reported | a way down    |
        | as reported | a rename-swap |
        | as repaired | comments      |
        | as repaired | rows alone    |
        | as repaired | a way down    |
        | as repaired | a rename-swap |
