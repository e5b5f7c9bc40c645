Feature: The audit names tables that are dropped and made again

  Building a table anew writes every row again, loses what the copy leaves out, and takes the
  children along. The revisions below are kept in fixtures/audit/drop_and_recreate.

  Rule: A table that was there before and is made anew within one direction is named

    Scenario Outline: The rebuild of revision <revision> is named
      When the rule "drop-and-recreate" reads the revision "<revision>"
      Then "drop-and-recreate" is named at each marked line

      Examples: However it is written
        | revision           |
        | by_operations      |
        | by_raw_sql         |
        | by_helpers         |
        | by_a_neighbour     |
        | by_loops           |
        | by_unknown_names   |
        | by_metadata        |
        | under_another_name |

      Examples: By batch mode that copies the table
        | revision           |
        | by_batch_always    |
        | by_batch_on_sqlite |

    Scenario: The finding tells which tables, where, and what kind of rebuild
      When the rule "drop-and-recreate" reads the revision "by_batch_on_sqlite"
      Then the audit names
        | severity | direction | message                                                           |
        | warning  | upgrade   | rebuilt by batch mode on SQLite: plans (line 12), steps (line 15) |
        | warning  | downgrade | rebuilt by batch mode on SQLite: plans (line 21)                  |

    Scenario: A rebuild of several tables is one finding
      When the rule "drop-and-recreate" reads the revision "by_loops"
      Then the audit names
        | direction | message                                                                  |
        | upgrade   | dropped and made again: plans (lines 17 and 19), steps (lines 17 and 19) |
        | downgrade | dropped and made again: plans (lines 29 and 33), steps (lines 29 and 33) |

  Rule: What only looks like a rebuild is not named

    Scenario Outline: Revision <revision> is no rebuild
      When the rule "drop-and-recreate" reads the revision "<revision>"
      Then the audit names nothing

      Examples:
        | revision         |
        | made_and_unmade  |
        | merged           |
        | backup           |
        | either_or        |
        | renamed_and_back |
        | split_or_summed  |
        | batch_in_place   |
        | not_to_be_read   |
