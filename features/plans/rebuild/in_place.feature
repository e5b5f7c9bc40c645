Feature: A revision alters the tables that are there

  Report 2418: a5_003, a5_004 and a5_005 make tables anew and copy the rows, in order to change a
  column, a constraint or a name. On SQLite m8_001 does so too, by Alembic's batch mode.

  Rule: A table that is there before and after a step was not built anew by it

    @tdd_issue @tdd_issue_2418
    Scenario Outline: Up from "<below>" to "<revision>", with rows in every table
      Given a database at revision "<below>" of the chain "plans" <variant>
      And every table holds rows
      When I upgrade to "<revision>"
      Then the upgrade succeeds
      And no table was built anew
      And no row is lost

      @tdd_expected_fail
      Examples: as reported
        | variant     | below  | revision |
        | as reported | a5_002 | a5_003   |
        | as reported | a5_003 | a5_004   |
        | as reported | b1_001 | a5_005   |

      @sqlite @tdd_expected_fail
      Examples: as reported, in batch mode
        | variant     | below  | revision |
        | as reported | m4_003 | m8_001   |

      Examples: as repaired
        | variant     | below  | revision |
        | as repaired | a5_002 | a5_003   |
        | as repaired | a5_003 | a5_004   |
        | as repaired | b1_001 | a5_005   |
        | as repaired | m4_003 | m8_001   |

    @tdd_issue @tdd_issue_2418
    Scenario Outline: Down from "<revision>" to "<below>", with rows in every table
      Given a database at revision "<below>" of the chain "plans" <variant>
      And every table holds rows
      And the database was upgraded to "<revision>"
      When I downgrade to "<below>"
      Then the downgrade succeeds
      And no table was built anew
      And no row is lost

      @tdd_expected_fail
      Examples: as reported
        | variant     | below  | revision |
        | as reported | a5_002 | a5_003   |
        | as reported | a5_003 | a5_004   |
        | as reported | b1_001 | a5_005   |

      @sqlite @tdd_expected_fail
      Examples: as reported, in batch mode
        | variant     | below  | revision |
        | as reported | m4_003 | m8_001   |

      Examples: as repaired
        | variant     | below  | revision |
        | as repaired | a5_002 | a5_003   |
        | as repaired | a5_003 | a5_004   |
        | as repaired | b1_001 | a5_005   |
        | as repaired | m4_003 | m8_001   |

  Rule: A table that gets another name is still the same table

    @tdd_issue @tdd_issue_2418 @sqlite @postgresql
    Scenario Outline: The plans get the name of their third version
      Given a database at revision "a5_003" of the chain "plans" <variant>
      And the table "lifecycle_plans" holds
        | plan_id | parent_plan_id | attempt |
        | P1      | NULL           | 1       |
        | P2      | P1             | 3       |
      When I upgrade to "a5_004"
      Then the upgrade succeeds
      And the table "v3_plans" is the one that was "lifecycle_plans"
      And the table "v3_plans" now holds
        | plan_id | parent_plan_id | attempt | phase      | processing_state |
        | P1      | NULL           | 1       | strategize | queued           |
        | P2      | P1             | 3       | strategize | queued           |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    @tdd_issue @tdd_issue_2418
    Scenario Outline: The plans get their older name back
      Given a database at revision "a5_004" of the chain "plans" <variant>
      And the table "v3_plans" holds
        | plan_id | parent_plan_id | attempt | phase   |
        | P1      | NULL           | 1       | execute |
        | P2      | P1             | 3       | apply   |
      When I downgrade to "a5_003"
      Then the downgrade succeeds
      And the table "lifecycle_plans" is the one that was "v3_plans"
      And the table "lifecycle_plans" now holds
        | plan_id | parent_plan_id | attempt |
        | P1      | NULL           | 1       |
        | P2      | P1             | 3       |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |
