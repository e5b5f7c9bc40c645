@postgresql
Feature: locks-table: others have to wait for a table that the step works on

  A step that is over in a moment on ten rows keeps everybody waiting on ten million.

  Rule: It is a warning where a table is read from end to end or rewritten meanwhile, and else a note

    Scenario: Tables worked on in every way, tables that the step makes, and ways that stop nobody
      Given the chain "locked"
      When I walk it with "none" data
      Then the errors are none
      And the warnings are
        | rule        | revision | message                                                                                                    |
        | locks-table | r2       | the upgrade stops writes of users while it is read from end to end (SHARE)                                 |
        | locks-table | r2       | the upgrade stops reads and writes of visits while it is rewritten (ACCESS EXCLUSIVE)                      |
        | locks-table | r2       | the upgrade stops reads and writes of orders while it is read from end to end (ACCESS EXCLUSIVE)           |
        | locks-table | r2       | the upgrade stops reads and writes of letters while it is read from end to end (ACCESS EXCLUSIVE)          |
        | locks-table | r2       | the downgrade stops reads and writes of visits while it is rewritten (ACCESS EXCLUSIVE)                    |
      And the notes are
        | rule        | revision | message                                                             |
        | locks-table | r2       | the downgrade stops reads and writes of letters (ACCESS EXCLUSIVE)  |
        | locks-table | r2       | the downgrade stops reads and writes of orders (ACCESS EXCLUSIVE)   |
        | locks-table | r2       | the downgrade stops reads and writes of users (ACCESS EXCLUSIVE)    |
        | locks-table | r3       | the upgrade stops reads and writes of visits (ACCESS EXCLUSIVE)     |
        | locks-table | r3       | the upgrade stops reads and writes of users (ACCESS EXCLUSIVE)      |
        | locks-table | r3       | the upgrade stops writes of shops (SHARE ROW EXCLUSIVE)             |
        | locks-table | r3       | the downgrade stops reads and writes of shops (ACCESS EXCLUSIVE)    |
        | locks-table | r3       | the downgrade stops reads and writes of users (ACCESS EXCLUSIVE)    |
        | locks-table | r3       | the downgrade stops reads and writes of visits (ACCESS EXCLUSIVE)   |
