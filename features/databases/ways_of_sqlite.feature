@sqlite
Feature: SQLite as a chain uses it: in a file, in memory, with a log beside it

  Rule: However env.py uses it, the chain is walked on scratch files, and shows the same

    Scenario Outline: <what>
      Given the chain "ways_of_sqlite"
      When I walk it with the option "way=<way>"
      Then the errors are
        | rule          | revision | direction | hazard                                     |
        | upgrade-crash | r2       | upgrade   | plans: phase NULL against NOT NULL of phase |
      And the warnings are
        | rule          | revision | direction |
        | table-rebuilt | r2       | upgrade   |
        | table-rebuilt | r2       | downgrade |

      Examples:
        | what                                   | way     |
        | A file, as in Alembic's template       | plain   |
        | A file with a write-ahead log          | ahead   |
        | Memory, which one connection holds     | memory  |
        | Several connections, one after another | several |

  Rule: What a killed writer had committed is there, and nothing else of it

    Scenario Outline: It has left a <what>
      Given the scratch database "original" holds
        | note  |
        | older |
      And who wrote to "original" was killed, with <journal> as journal, having committed "newer"
      When "original" is cloned as "copy"
      Then "copy" now holds
        | note  |
        | older |
        | newer |
      And "original" still holds
        | note  |
        | older |
        | newer |

      Examples:
        | what             | journal |
        | write-ahead log  | wal     |
        | rollback journal | delete  |
