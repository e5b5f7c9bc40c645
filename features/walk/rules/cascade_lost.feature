Feature: cascade-lost: children go with a parent that is dropped

  The table that was worked on is whole, so nobody looks at the others.

  Rule: Children gone by cascade, and theirs with them, are one error for each parent

    @sqlite
    Scenario: Authors are built anew while foreign keys are on
      Given the chain "parent_rebuilt"
      When I walk it with the option "foreign_keys=on"
      Then the errors are
        | rule         | revision | direction | values                                     | at             | statement          | message                                                                                         |
        | cascade-lost | r2       | upgrade   | authors: id = 1; books: id = 1, author = 1 | r2_names.py:25 | DROP TABLE authors | the upgrade loses rows of books by cascade when authors is dropped, and so it is with pages   |
        | cascade-lost | r2       | downgrade | authors: id = 1; books: id = 1, author = 1 | r2_names.py:25 | DROP TABLE authors | the downgrade loses rows of books by cascade when authors is dropped, and so it is with pages |

  Rule: Where nothing cascades, no child is lost

    @sqlite
    Scenario: Authors are built anew while foreign keys are off
      Given the chain "parent_rebuilt"
      When I walk it
      Then the errors are none
