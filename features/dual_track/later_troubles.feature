@postgresql
Feature: What troubled the project later

  Each of the two stands by itself on top of the chain as repaired, in fixtures/dual_track.

  Rule: The ledger takes the identifier of every revision

    @tdd_issue @tdd_issue_1342
    Scenario Outline: An identifier of 41 characters
      Given the project "dual_track/long_id" <variant>
      When its tracks are compared
      Then all databases end alike

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: The chain has one head

    @tdd_issue @tdd_issue_1342
    Scenario Outline: Two revisions stand on the same one
      Given the project "dual_track/two_heads" <variant>
      When its tracks are compared
      Then all databases end alike

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
