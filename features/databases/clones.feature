Feature: Clones of scratch databases

  Rule: A clone and what it was made from do not see each other's changes

    Background:
      Given the scratch database "original" holds
        | note  |
        | older |

    Scenario: A row comes into the clone
      Given "copy" is a clone of "original"
      When into "copy" comes
        | note  |
        | newer |
      Then "copy" now holds
        | note  |
        | older |
        | newer |
      And "original" still holds
        | note  |
        | older |

    Scenario: A row comes into the original
      Given "copy" is a clone of "original"
      When into "original" comes
        | note  |
        | newer |
      Then "original" now holds
        | note  |
        | older |
        | newer |
      And "copy" still holds
        | note  |
        | older |

    Scenario: The original is dropped
      Given "copy" is a clone of "original"
      When "original" is dropped
      Then "copy" still holds
        | note  |
        | older |

    Scenario: Somebody is idly connected to the original
      Given somebody is connected to "original"
      When "original" is cloned as "copy"
      Then "copy" now holds
        | note  |
        | older |

    @sqlite
    Scenario: Rows that stand in a write-ahead log only are cloned too
      Given "original" writes ahead
      And into "original" came
        | note  |
        | newer |
      When "original" is cloned as "copy"
      Then "copy" now holds
        | note  |
        | older |
        | newer |
