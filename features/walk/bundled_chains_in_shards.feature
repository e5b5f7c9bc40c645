Feature: A bundled chain that several machines share

  Rule: All shards together find what the undivided walk finds

    @sqlite
    Scenario: The chain of plans as reported, by three machines
      Given the chain of "plans" as reported
      When 3 machines walk it
      Then the errors are
        | rule            | revision | direction | rows |
        | upgrade-crash   | a5_005   | upgrade   | 1    |
        | downgrade-crash | a5_005   | downgrade | 1    |
        | downgrade-crash | a5_005   | downgrade | 1    |
        | downgrade-crash | a5_005   | downgrade | 1    |
        | endless-step    | m8_001   | upgrade   | 1    |
      And among the warnings are
        | rule          | revision | direction |
        | table-rebuilt | a5_003   | upgrade   |
        | table-rebuilt | a5_005   | downgrade |
        | row-by-row    | m8_001   | upgrade   |
