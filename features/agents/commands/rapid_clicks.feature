@postgresql
Feature: A scan button is clicked again before the first scan has been done

  The post-mortem of the agents tells that the first click on a scan button works and the second one
  fails: the page sent the same id with each, and the server stored what it was sent. What was first
  done about it left the second click failing, for other reasons.

  Rule: The server alone makes ids; what the page sends for one is ignored

    @tdd_issue @tdd_issue_12
    Scenario Outline: Three clicks with one id, <which>
      Given the agents' server <variant> with the agent "web-1"
      When the page asks for scans
        | agent | subsystem | id   |
        | web-1 | docker    | <id> |
        | web-1 | docker    | <id> |
        | web-1 | docker    | <id> |
      Then the answers are
        | status | command |
        | 201    | a       |
        | 201    | b       |
        | 201    | c       |
      And "web-1" now has the commands
        | command | command_type | status  |
        | a       | scan_docker  | pending |
        | b       | scan_docker  | pending |
        | c       | scan_docker  | pending |
      And no command has the id "<id>"

      @tdd_expected_fail
      Examples: as reported
        | variant     | which            | id                                   |
        | as reported | made by the page | 7d4f0e1c-2a9b-4c56-8e3f-90ab12cd34ef |
        | as reported | the zero UUID    | 00000000-0000-0000-0000-000000000000 |
        | as reported | which is no UUID | scan-docker                          |

      Examples: as repaired
        | variant     | which            | id                                   |
        | as repaired | made by the page | 7d4f0e1c-2a9b-4c56-8e3f-90ab12cd34ef |
        | as repaired | the zero UUID    | 00000000-0000-0000-0000-000000000000 |
        | as repaired | which is no UUID | scan-docker                          |

    @tdd_issue @tdd_issue_12
    Scenario Outline: Three clicks with an empty id
      Given the agents' server <variant> with the agent "web-1"
      When the page asks for scans
        | agent | subsystem | id |
        | web-1 | docker    |    |
        | web-1 | docker    |    |
        | web-1 | docker    |    |
      Then the answers are
        | status | command |
        | 201    | a       |
        | 201    | b       |
        | 201    | c       |
      And "web-1" now has the commands
        | command | command_type |
        | a       | scan_docker  |
        | b       | scan_docker  |
        | c       | scan_docker  |
      And no command has the id "00000000-0000-0000-0000-000000000000"

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: Each click is a command of its own, and the answer names the one that was stored

    @tdd_issue @tdd_issue_12
    Scenario Outline: Three clicks that send nothing but the click
      Given the agents' server <variant> with the agent "web-1"
      When the page asks for scans
        | agent | subsystem |
        | web-1 | docker    |
        | web-1 | docker    |
        | web-1 | docker    |
      Then the answers are
        | status | command |
        | 201    | a       |
        | 201    | b       |
        | 201    | c       |
      And "web-1" now has the commands
        | command | command_type | status  |
        | a       | scan_docker  | pending |
        | b       | scan_docker  | pending |
        | c       | scan_docker  | pending |

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

    Scenario: Clicks for several agents and subsystems
      Given the agents' server as repaired with the agent "web-1"
      And the agent "web-2"
      When the page asks for scans
        | agent | subsystem |
        | web-1 | docker    |
        | web-2 | docker    |
        | web-1 | storage   |
        | web-2 | storage   |
      Then "web-1" now has the commands
        | command | command_type |
        | a       | scan_docker  |
        | c       | scan_storage |
      And "web-2" now has the commands
        | command | command_type |
        | b       | scan_docker  |
        | d       | scan_storage |

  Rule: However many click at once, no click is lost, none is doubled, and none is an error

    @tdd_issue @tdd_issue_12
    Scenario Outline: Fifty clicks at once with <keys> idempotency keys
      Given the agents' server <variant> with the agent "web-1"
      When 50 clicks at once, with <keys> keys between them, ask for the scan
        | agent | subsystem |
        | web-1 | storage   |
      Then <keys> answers are 201
      And <repeated> answers are 200
      And they name <keys> commands, which are those of "web-1"

      @tdd_expected_fail
      Examples: as reported
        | variant     | keys | repeated |
        | as reported | 50   | 0        |

      @tdd_expected_fail
      Examples: as first mended
        | variant         | keys | repeated |
        | as first mended | 50   | 0        |

      Examples: as repaired
        | variant     | keys | repeated |
        | as repaired | 50   | 0        |
        | as repaired | 25   | 25       |
        | as repaired | 1    | 49       |
