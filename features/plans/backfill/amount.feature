Feature: The back-fill does not take longer statement by statement

  The loop of report 2418 reads and writes plan by plan, once more for each level where a plan is
  read before its parent. A scenario stops what sends 5,000 statements without coming to an end.

  Rule: A deep hierarchy is filled in at once

    @tdd_issue @tdd_issue_2418 @sqlite @postgresql
    Scenario Outline: A chain of 500 plans, the lowest one stored first
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And 500 plans, each below the next one
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the upgrade takes at most 40 statements
      And by root_plan_id the table "v3_plans" now holds
        | root_plan_id | rows |
        | P1000001     | 500  |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: Many plans are filled in at once

    @tdd_issue @tdd_issue_2418 @sqlite @postgresql
    Scenario Outline: <plans> plans in four trees
      Given a database at revision "m4_003" of the chain "plans" <variant>
      And <plans> plans in 4 trees
      When I upgrade to "m8_001"
      Then the upgrade succeeds
      And the upgrade takes at most 40 statements
      And by root_plan_id the table "v3_plans" now holds
        | root_plan_id | rows    |
        | P1000001     | <first> |
        | P1000002     | <other> |
        | P1000003     | <other> |
        | P1000004     | <other> |

      @tdd_expected_fail
      Examples: as reported
        | variant     | plans | first | other |
        | as reported | 4444  | 1111  | 1111  |

      Examples: as repaired
        | variant     | plans  | first | other |
        | as repaired | 4444   | 1111  | 1111  |
        | as repaired | 100000 | 66667 | 11111 |

  Rule: The number of statements does not depend on the number of plans

    @tdd_issue @tdd_issue_2418
    Scenario Outline: One plan, a hundred and some more
      Given databases at revision "m4_003" of the chain "plans" <variant> with
        | plans |
        | 1     |
        | 100   |
        | 800   |
      When I upgrade each of them to "m8_001"
      Then each upgrade takes the same number of statements

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
