Feature: Every revision can be taken back and applied again with data

  Report 2418 asks for every migration that is mended to be reversible. Two rows are in every table
  that is there before the revision, one of them with something in each column.

  Rule: Down and up again, every table is the same and holds what it held

    @tdd_issue @tdd_issue_2418
    Scenario Outline: Down through "<revision>" and up again
      Given a database at revision "<below>" of the chain "plans" <variant>
      And every table holds rows
      And the database was upgraded to "<revision>"
      When I step down through "<revision>" and back
      Then both succeed
      And no table was built anew
      And the database is unchanged

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
        | as repaired | a5_004 | b1_001   |
        | as repaired | b1_001 | a5_005   |
        | as repaired | a5_005 | m4_003   |
        | as repaired | m4_003 | m5_001   |
        | as repaired | m4_003 | m8_001   |
        | as repaired | m8_001 | m8_002   |
        | as repaired | m8_002 | m9_001   |
        | as repaired | m9_001 | m9_002   |

  Rule: Up and down again, every table is the same and holds what it held

    @tdd_issue @tdd_issue_2418
    Scenario Outline: Up through "<revision>" and down again
      Given a database at revision "<below>" of the chain "plans" <variant>
      And every table holds rows
      When I step up through "<revision>" and back
      Then both succeed
      And no table was built anew
      And the database is unchanged

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
        | as repaired | base   | a5_002   |
        | as repaired | a5_002 | a5_003   |
        | as repaired | a5_003 | a5_004   |
        | as repaired | b1_001 | a5_005   |
        | as repaired | m4_003 | m8_001   |
        | as repaired | m9_001 | m9_002   |
