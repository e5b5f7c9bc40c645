@sqlite
Feature: Rows in and around a table that is built anew

  Rule: A generated column is none to be copied, and what refers to the table is not left alone

    Scenario: Batch mode over a generated column, a copy of it by hand, and publishers below their books
      Given the chain "referred_rebuilt"
      When I walk it with the option "foreign_keys=on"
      Then the errors are
        | rule          | revision | direction | rows | changed          |
        | upgrade-crash | r2       | upgrade   | 0    |                  |
        | upgrade-crash | r3       | upgrade   | 1    |                  |
        | data-lost     | r4       | upgrade   | 2    | books: publisher |
        | data-lost     | r4       | downgrade | 2    | books: publisher |
