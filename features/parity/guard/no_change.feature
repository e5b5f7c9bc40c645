Feature: What leaves the schema as it was needs no revision

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: Only what the code does to a schema counts

    Scenario Outline: Nothing is seen in <change>
      Given a commit that brings <change>
      When the guard compares "main" with "work"
      Then it sees no change

      Examples: Words and rows
        | change           |
        | comments         |
        | a docstring      |
        | a comment in SQL |
        | rows alone       |
        | another layout   |

      Examples: The list
        | change                   |
        | another order            |
        | another name of an entry |
        | old entries left out     |
        | a way down               |

      Examples: Tables made anew, or for a while
        | change                                 |
        | a rename-swap                          |
        | a rename-swap the other way round      |
        | a new rebuild without another column   |
        | a temporary table                      |
        | a table that comes and goes            |
        | a table made only where it is not there |

      Examples: The place where it is written
        | change                  |
        | a table in another file |

    Scenario: A rename-swap of a table that nothing declares
      Given a commit that brings a column of what nothing declares
      And the branch "later"
      And a commit that brings a rename-swap of what nothing declares
      When the guard compares "work" with "later"
      Then it sees no change

    Scenario: Two entries for one column in another order
      Given a commit that brings two entries for one column
      And the branch "later"
      And a commit that brings the two in another order
      When the guard compares "work" with "later"
      Then it sees no change

  Rule: A definition may catch up with another one

    Scenario: The tables had the column, and the schema gets it
      Given a commit that brings the tables alone
      And the branch "later"
      And a commit that brings the schema alone
      When the guard compares "work" with "later"
      Then it sees no change

    Scenario: Databases that are there get it too, and those of the other track do not
      Given a commit that brings the tables alone
      And the branch "later"
      And a commit that brings a function of another name
      When the guard compares "work" with "later"
      Then it names
        | what                         | by          |
        | column voice of agents added | agent_voice |
