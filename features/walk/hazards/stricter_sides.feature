Feature: A far side that is stricter than this one is run into

  Rule: What the far side forbids is seen to crash or to change, and what it merely adds is not

    @sqlite
    Scenario: SQLite makes words into the number 0
      Given the chain "stricter_sides"
      When I walk it
      Then the errors are
        | rule          | revision | direction | hazard                                                      | changed    |
        | upgrade-crash | r2       | upgrade   | users: two rows with the same lower(email) against ux_email |            |
        | upgrade-crash | r3       | upgrade   | users: a row against the new NOT NULL of rank               |            |
        | data-changed  | r4       | upgrade   |                                                             | users: age |
        | upgrade-crash | r5       | upgrade   | accounts: state 'locked' against the trigger keep_locked    |            |
        | upgrade-crash | r7       | upgrade   |                                                             |            |

    @postgresql
    Scenario: PostgreSQL takes no word for a number, and 007 for one
      Given the chain "stricter_sides"
      When I walk it
      Then the errors are
        | rule          | revision | direction | hazard                                                      | changed    |
        | upgrade-crash | r2       | upgrade   | users: two rows with the same lower(email) against ux_email |            |
        | upgrade-crash | r3       | upgrade   | users: a row against the new NOT NULL of rank               |            |
        | upgrade-crash | r4       | upgrade   | users: age 'word' against integer                           |            |
        | upgrade-crash | r4       | upgrade   | users: age '' against integer                               |            |
        | data-changed  | r4       | upgrade   |                                                             | users: age |
        | upgrade-crash | r5       | upgrade   | accounts: state 'locked' against the trigger keep_locked    |            |
        | upgrade-crash | r7       | upgrade   |                                                             |            |
