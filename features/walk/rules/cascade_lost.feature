Feature: cascade-lost: children go with a parent that is dropped

  The table that was worked on is whole, so nobody looks at the others.

  Rule: Children gone by cascade, and theirs, are an error

    @sqlite
    Scenario: Authors are built anew while foreign keys are on
      Given the chain "parent_rebuilt"
      When I walk it with the option "foreign_keys=on"
      Then the errors are
        | rule         | revision | direction | values                                                              | at             | statement          |
        | cascade-lost | r2       | upgrade   | authors: id = 1; books: id = 1, author = 1                          | r2_names.py:25 | DROP TABLE authors |
        | cascade-lost | r2       | upgrade   | authors: id = 1; books: id = 1, author = 1; pages: id = 1, book = 1 | r2_names.py:25 | DROP TABLE authors |
        | cascade-lost | r2       | downgrade | authors: id = 1; books: id = 1, author = 1                          | r2_names.py:25 | DROP TABLE authors |
        | cascade-lost | r2       | downgrade | authors: id = 1; books: id = 1, author = 1; pages: id = 1, book = 1 | r2_names.py:25 | DROP TABLE authors |

  Rule: Where nothing cascades, no child is lost

    @sqlite
    Scenario: Authors are built anew while foreign keys are off
      Given the chain "parent_rebuilt"
      When I walk it
      Then the errors are none
