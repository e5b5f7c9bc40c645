Feature: cascade-lost: children go with a parent that is dropped

  The table that was worked on is whole, so nobody looks at the others.

  Rule: Children gone by cascade are an error

    @sqlite
    Scenario: Authors are built anew while foreign keys are on
      Given the chain "parent_rebuilt"
      When I walk it with the option "foreign_keys=on"
      Then the errors are
        | rule         | revision | direction | rows |
        | cascade-lost | r2       | upgrade   | 2    |
        | cascade-lost | r2       | downgrade | 2    |

  Rule: Where nothing cascades, no child is lost

    @sqlite
    Scenario: Authors are built anew while foreign keys are off
      Given the chain "parent_rebuilt"
      When I walk it
      Then the errors are none
