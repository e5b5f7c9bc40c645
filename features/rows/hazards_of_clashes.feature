Feature: Rows that clash on the far side although nothing forbids them here

  Rule: A key of today spares nobody from a key that folds more into one

    @sqlite @postgresql
    Scenario: Keys over expressions, wider and on new columns, a foreign key that moves
      Given a step between the two sides of "folded"
      When I look for hazards
      Then the hazards are
        | kind        | hazard                                                                |
        | not-null    | users: a row against the new NOT NULL of rank                         |
        | not-null    | users: born NULL against the new NOT NULL of year                     |
        | unique      | users: two rows against ux_kind                                       |
        | unique      | users: two rows with the same born against ux_year                    |
        | unique      | users: two rows with the same lower(email) against ux_email           |
        | unique      | users: two rows with the same abs(size) against ux_size               |
        | unique      | users: two rows with the same slug against ux_slug                    |
        | foreign-key | users: owner_id 909 against the foreign key to people                 |

    @mariadb
    Scenario: Keys that take capitals for the same, beginnings and generated columns, and a wider one
      Given a step between the two sides of "folded"
      When I look for hazards
      Then the hazards are
        | kind        | hazard                                                             |
        | not-null    | users: a row against the new NOT NULL of rank                      |
        | unique      | users: two rows against ux_kind                                    |
        | unique      | users: two rows with the same born against ux_year                 |
        | unique      | users: two rows with the same lower(`email`) against ux_email      |
        | unique      | users: two rows with the same abs(`size`) against ux_size          |
        | unique      | users: two rows with the same substr(`nick`, 1, 3) against ux_nick |
        | unique      | users: two rows with the same slug against ux_slug                 |
        | foreign-key | users: owner_id 909 against the foreign key to people              |

  Rule: The rows clash there and are legal here

    @mariadb
    Scenario: They differ in what MariaDB takes for the same
      Given a step between the two sides of "folded"
      When I put in "users: two rows with the same lower(`email`) against ux_email"
      Then the rows of "users" are now
        | id | email   | slug   | owner_id |
        | 1  | email-1 | slug-1 | 1        |
        | 2  | EMAIL-1 | slug-2 | 1        |

    @mariadb
    Scenario: They begin alike
      Given a step between the two sides of "folded"
      When I put in "users: two rows with the same substr(`nick`, 1, 3) against ux_nick"
      Then the rows of "users" are now
        | id | nick    |
        | 1  | nick-1  |
        | 2  | nick-1! |

    @sqlite @postgresql
    Scenario: They differ in capitals alone
      Given a step between the two sides of "folded"
      When I put in "users: two rows with the same lower(email) against ux_email"
      Then the rows of "users" are now
        | id | email   | slug   | gone | owner_id |
        | 1  | email-1 | slug-1 | 0    | 1        |
        | 2  | EMAIL-1 | slug-2 | 0    | 1        |

    @sqlite @postgresql
    Scenario: One of them lies outside of a partial index
      Given a step between the two sides of "folded"
      When I put in "users: two rows with the same slug against ux_slug"
      Then the rows of "users" are now
        | id | email   | slug   | gone | owner_id |
        | 1  | email-1 | slug-1 | 0    | 1        |
        | 2  | email-2 | slug-1 | 2    | 1        |

    Scenario: What is referred to today is no row of the other table
      Given a step between the two sides of "folded"
      When I put in "users: owner_id 909 against the foreign key to people"
      Then the rows of "users" are now
        | id | owner_id |
        | 1  | 909      |
      And the rows of "owners" are now
        | id  |
        | 909 |
      And nothing was put into "people"

    @postgresql
    Scenario: Two bookings at one time
      Given a step between the two sides of "excluded"
      When I put in "bookings: two rows that one_at_a_time keeps apart"
      Then the rows of "bookings" are now
        | id | room    | during                  |
        | 1  | [10,15) | [2024-03-01,2024-03-02) |
        | 2  | [10,15) | [2024-03-01,2024-03-02) |

    @postgresql
    Scenario: Times that are no empty range
      Given a step between the two sides of "excluded"
      When I put in "bookings: two rows that no_overlap keeps apart"
      Then the rows of "bookings" are now
        | id | begins              | ends                |
        | 1  | 2024-02-29 12:00:01 | 2024-02-29 12:00:11 |
        | 2  | 2024-02-29 12:00:01 | 2024-02-29 12:00:11 |

    @postgresql
    Scenario: Where nobody can tell which two clash, it is not tried in secret
      Given a step between the two sides of "excluded"
      When I put in "bookings: two rows with the same md5(code) against ux_code"
      Then all of it is rejected because of "bookings": the keys and CHECKs of this side let no such rows in together

  Rule: Rows that a trigger refuses to have changed or deleted stand in the way of a step

    Scenario: What the trigger asks for is in the row
      Given a step that drops every table of "guarded"
      When I look for hazards
      Then the hazards are
        | kind    | hazard                                                    |
        | trigger | accounts: a row against the trigger keep                  |
        | trigger | accounts: state 'locked' against the trigger keep_locked  |

    Scenario: The row under it
      Given a step that drops every table of "guarded"
      When I put in "accounts: state 'locked' against the trigger keep_locked"
      Then the rows of "accounts" are now
        | id | state  |
        | 1  | locked |
