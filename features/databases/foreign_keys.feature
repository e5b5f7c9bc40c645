@sqlite
Feature: Foreign keys that SQLite enforces for those who ask for it

  Who drops a table while they are enforced deletes its rows first: rows that refer to them go as
  well, or stand in the way.

  Rule: Where the chain says nothing, what takes parents away is walked with and without

    Scenario: Authors are built anew, deleted, built anew with care, and left in peace
      Given the chain "parents_taken"
      When I walk it
      Then the errors are none
      And the warnings are
        | rule              | revision | direction | message                                                                                                                                    |
        | downgrade-missing | r2       | downgrade | the downgrade leaves the schema as the upgrade made it, and the ledger says it is undone                                                   |
        | table-rebuilt     | r2       | upgrade   | the upgrade rebuilds authors                                                                                                               |
        | upgrade-crash     | r2       | upgrade   | the upgrade crashes with rows in its way: FOREIGN KEY constraint failed (where foreign keys are enforced, of which the chain says nothing) |
        | data-lost         | r3       | upgrade   | the upgrade loses rows of authors in so many words, and the way back does not restore it                                                   |
        | upgrade-crash     | r3       | upgrade   | the upgrade crashes with rows in its way: FOREIGN KEY constraint failed (where foreign keys are enforced, of which the chain says nothing) |
        | downgrade-missing | r4       | downgrade | the downgrade leaves the schema as the upgrade made it, and the ledger says it is undone                                                   |
        | table-rebuilt     | r4       | upgrade   | the upgrade rebuilds authors                                                                                                               |

    Scenario: Children go with their parents
      Given the chain "parent_rebuilt"
      When I walk it
      Then the errors are none
      And among the warnings are
        | rule         | revision | direction | values                                     | message                                                                                                                                                                         |
        | cascade-lost | r2       | upgrade   | authors: id = 1; books: id = 1, author = 1 | the upgrade loses rows of books by cascade when authors is dropped, and so it is with pages (where foreign keys are enforced, of which the chain says nothing)                  |
        | cascade-lost | r2       | downgrade | authors: id = 1; books: id = 1, author = 1 | the downgrade loses rows of books by cascade when authors is dropped, and so it is with pages (where foreign keys are enforced, of which the chain says nothing)                |

    Scenario: Files of SQL, whose runner may have them enforced
      Given a copy of the folder "fixtures/sql_files/parent_rebuilt" as "files"
      When I run "handrail walk files --database sqlite --only 002"
      Then it exits with code 1
      And it prints "the upgrade loses rows of books by cascade when authors is dropped (where foreign keys are enforced"

    Scenario: What no scenario can say is not written as one
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/parent_rebuilt/alembic.ini --database sqlite --only r2 --write-features features"
      Then it exits with code 1
      And it prints "not written: 2 of them" on standard error

  Rule: Where env.py says it, no other setting is walked

    Scenario: It has them enforced
      Given the chain "parents_taken"
      When I walk it with the option "foreign_keys=on"
      Then the errors are
        | rule          | revision | direction | message                                                                 |
        | upgrade-crash | r2       | upgrade   | the upgrade crashes with rows in its way: FOREIGN KEY constraint failed |
        | upgrade-crash | r3       | upgrade   | the upgrade crashes with rows in its way: FOREIGN KEY constraint failed |

    Scenario: It has them not enforced
      Given the chain "parents_taken"
      When I walk it with the option "foreign_keys=off"
      Then the errors are none
      And the warnings are
        | rule              | revision |
        | downgrade-missing | r2       |
        | table-rebuilt     | r2       |
        | data-lost         | r3       |
        | downgrade-missing | r4       |
        | table-rebuilt     | r4       |
