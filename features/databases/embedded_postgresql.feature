@postgresql
Feature: The embedded PostgreSQL server

  Rule: Where no server can be had, one line says so and nothing is left behind

    Scenario Outline: The wheel with the programs is <state>
      Given the wheel of PostgreSQL is "<state>"
      When the run "hapless" asks for a database in vain
      Then "hapless" says in one line "<words>"
      And nothing is left of it

      Examples:
        | state   | words                                                           |
        | empty   | the embedded PostgreSQL is not installed                        |
        | damaged | PostgreSQL's programs cannot be run                             |
        | failing | the embedded PostgreSQL did not start: initdb: error: it is dark |

    Scenario: The server dies while its databases are in use
      Given the run "bereft" with 2 databases
      And the database server was killed
      When the run "bereft" ends by the end of its work
      Then "bereft" says in one line "the embedded PostgreSQL is gone"
      And nothing is left of it

  Rule: The server runs wherever its programs are, and is reached by its own socket

    Scenario: The programs are in somebody's private folder
      Given the wheel of PostgreSQL is "private"
      When the run "hidden" asks for a database
      Then the 1 databases of "hidden" and one more can be used
      And nothing is left of it

    Scenario: The environment names another server
      Given runs have "127.0.0.1" as PGHOSTADDR in their environment
      And runs have "1" as PGPORT in their environment
      And runs have "-c no_such_setting=off" as PGOPTIONS in their environment
      When the run "steadfast" asks for a database
      Then the 1 databases of "steadfast" and one more can be used
