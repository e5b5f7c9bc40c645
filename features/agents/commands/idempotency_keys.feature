@postgresql
Feature: A click that is sent again says so with its idempotency key

  Rule: The same key is the same command: it is answered with what was stored, and nothing is added

    @tdd_issue @tdd_issue_12
    Scenario Outline: One click is sent three times, another once
      Given the agents' server <variant> with the agent "web-1"
      When the page asks for scans
        | agent | subsystem | idempotency_key |
        | web-1 | docker    | first click     |
        | web-1 | docker    | first click     |
        | web-1 | docker    | second click    |
        | web-1 | docker    | first click     |
      Then the answers are
        | status | command |
        | 201    | a       |
        | 200    | a       |
        | 201    | b       |
        | 200    | a       |
      And "web-1" now has the commands
        | command | command_type | idempotency_key |
        | a       | scan_docker  | first click     |
        | b       | scan_docker  | second click    |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      @tdd_expected_fail
      Examples: as first mended
        | variant         |
        | as first mended |

      Examples: as repaired
        | variant     |
        | as repaired |

    Scenario: A key that belongs to another agent or another scan
      Given the agents' server as repaired with the agent "web-1"
      And the agent "web-2"
      When the page asks for scans
        | agent | subsystem | idempotency_key |
        | web-1 | docker    | first click     |
        | web-2 | docker    | first click     |
        | web-1 | storage   | first click     |
      Then the answers are
        | status | command | reason                                         |
        | 201    | a       |                                                |
        | 409    |         | idempotency_key: it belongs to another command |
        | 409    |         | idempotency_key: it belongs to another command |
      And "web-1" now has the commands
        | command | command_type |
        | a       | scan_docker  |
      And "web-2" still has no command

  Rule: A key of up to 255 characters is stored whole, and a longer one is refused with the reason

    @tdd_issue @tdd_issue_12
    Scenario Outline: A key of 255 characters
      Given the agents' server <variant> with the agent "web-1"
      When the page asks for scans
        | agent | subsystem | idempotency_key |
        | web-1 | docker    | <key>           |
        | web-1 | docker    | <key>           |
      Then the answers are
        | status | command |
        | 201    | a       |
        | 200    | a       |
      And "web-1" now has the commands
        | command | idempotency_key |
        | a       | <key>           |

      @tdd_expected_fail
      Examples: as first mended
        | variant         | key         |
        | as first mended | 255 letters |

      Examples: as repaired
        | variant     | key         |
        | as repaired | 255 letters |

    Scenario: A key of 256 characters
      Given the agents' server as repaired with the agent "web-1"
      When the page asks for scans
        | agent | subsystem | idempotency_key |
        | web-1 | docker    | 256 letters     |
      Then the answers are
        | status | command | reason                                         |
        | 400    |         | idempotency_key: 1 to 255 printable characters |
      And "web-1" still has no command

    Scenario Outline: A key that is <what>
      Given the agents' server as repaired with the agent "web-1"
      When the page asks for a scan of "web-1" with `<request>`
      Then the answers are
        | status | command | reason                                         |
        | 400    |         | idempotency_key: 1 to 255 printable characters |
      And "web-1" still has no command

      Examples:
        | what         | request                        |
        | empty        | {"idempotency_key": ""}        |
        | a number     | {"idempotency_key": 17}        |
        | a list       | {"idempotency_key": ["click"]} |
        | of two lines | {"idempotency_key": "a\nb"}    |
