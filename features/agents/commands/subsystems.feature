@postgresql
Feature: Scans are asked for by the name of a subsystem

  Rule: A subsystem may have a long name

    @tdd_issue @tdd_issue_12
    Scenario Outline: A click on "<subsystem>"
      Given the agents' server <variant> with the agent "web-1"
      When the page asks for scans
        | agent | subsystem   |
        | web-1 | <subsystem> |
      Then the answers are
        | status | command |
        | 201    | a       |
      And "web-1" now has the commands
        | command | command_type     |
        | a       | scan_<subsystem> |

      @tdd_expected_fail
      Examples: as first mended
        | variant         | subsystem |
        | as first mended | updates   |
        | as first mended | storage   |

      Examples: as repaired
        | variant     | subsystem |
        | as repaired | updates   |
        | as repaired | storage   |
        | as repaired | system    |
        | as repaired | docker    |

  Rule: What the server does not know is refused with the reason, and no command is stored

    Scenario Outline: A subsystem called "<subsystem>"
      Given the agents' server as repaired with the agent "web-1"
      When the page asks for scans
        | agent | subsystem   |
        | web-1 | <subsystem> |
      Then the answers are
        | status | command | reason                                                        |
        | 404    |         | no such subsystem; there are updates, storage, system, docker |
      And "web-1" still has no command

      Examples:
        | subsystem                                                  |
        | printers                                                   |
        | Docker                                                     |
        | the-subsystem-with-the-name-that-is-longer-than-its-column |

    Scenario: An agent that is gone
      Given the agents' server as repaired with the agent "web-1"
      When the page asks for a scan of an agent that is gone
      Then the answers are
        | status | command | reason                 |
        | 404    |         | there is no such agent |
      And "web-1" still has no command

    Scenario Outline: A request that is <what>
      Given the agents' server as repaired with the agent "web-1"
      When the page asks for a scan of "web-1" with `<request>`
      Then the answers are
        | status | command | reason                                       |
        | 400    |         | a JSON object is wanted, as application/json |
      And "web-1" still has no command

      Examples:
        | what    | request           |
        | a list  | [1, 2, 3]         |
        | cut off | {"idempotency_key |
