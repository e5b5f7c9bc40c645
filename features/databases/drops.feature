Feature: Dropping scratch databases

  Rule: A database that was dropped is gone, whoever is still connected

    Background:
      Given the scratch database "notes" holds
        | note  |
        | older |

    Scenario: Nobody is connected
      When "notes" is dropped
      Then "notes" is gone

    Scenario: Somebody is connected
      Given somebody is connected to "notes"
      When "notes" is dropped
      Then "notes" is gone

    @sqlite
    Scenario: A write-ahead log lies beside it
      Given "notes" writes ahead
      When "notes" is dropped
      Then "notes" is gone

    Scenario: It was dropped before
      Given "notes" was dropped
      When "notes" is dropped
      Then "notes" is gone
