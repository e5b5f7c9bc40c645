Feature: ledger-lies: the ledger and the schema tell different stories

  A runner of the user's own is given the files, and its ledger is held against an honest run.

  Rule: A ledger that claims what is not there, or keeps silent about what is, is an error

    Scenario Outline: A runner <does>
      Given the SQL files "one_fails"
      And a runner that "<habit>"
      When I walk it with "none" data
      Then among the errors are
        | rule        | revision   | direction | at   | left behind |
        | ledger-lies | <revision> | upgrade   | <at> | <seen>      |

      Examples:
        | habit               | does                              | revision | at                    | seen                             |
        | records failures    | records a file that failed        | 002      | 002_email.up.sql:3    | nothing of it is in the schema   |
        | records then raises | records a file, runs it and fails | 002      | 002_email.up.sql:3    | nothing of it is in the schema   |
        | records only        | records a file and does not run it | 003     | 003_letters.up.sql:1  | table letters is gone            |
        | forgets             | runs a file and does not record it | 003     | 003_letters.up.sql:1  | table letters is left over       |

    @sqlite
    Scenario: A command records a file that failed
      Given the SQL files "one_fails"
      And a command that "records failures"
      When I walk the revision "002" of it
      Then the errors are
        | rule          | revision | direction |
        | upgrade-crash | 002      | upgrade   |
        | ledger-lies   | 002      | upgrade   |

    Scenario: A runner runs half of a file, and the rows that the other half puts in are missing
      Given the SQL files "seeds"
      And a runner that "stops after one statement"
      When I walk it with "none" data
      Then the errors are
        | rule        | revision | direction | left behind                     |
        | ledger-lies | 002      | upgrade   | table letters: 1 rows, 0 there |

    @sqlite @postgresql
    Scenario: A file fails over certain rows only, and is recorded all the same
      Given the SQL files "unique_on_the_way_up"
      And a runner that "records failures"
      When I walk it
      Then the errors are
        | rule            | revision | direction | rows |
        | upgrade-crash   | 002      | upgrade   | 2    |
        | ledger-lies     | 002      | upgrade   | 2    |
        | swallowed-error | 002      | upgrade   | 2    |

  Rule: A ledger that is right is not spoken of

    Scenario Outline: A runner that is <kind>
      Given the SQL files "one_fails"
      And a runner that "<habit>"
      When I walk it with "none" data
      Then the errors are
        | rule          | revision | direction | at                 |
        | upgrade-crash | 002      | upgrade   | 002_email.up.sql:3 |
      And the warnings are none
      And nothing was left unexercised

      Examples:
        | kind                                        | habit                |
        | honest                                      | honest               |
        | careless about what is no matter of a file  | looks before it runs |
