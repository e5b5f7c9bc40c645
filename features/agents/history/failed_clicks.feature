@postgresql
Feature: An error that the page showed stands in the history

  The post-mortem of the agents tells that a failed scan button showed a toast and left no trace. Errors
  are history: what the user was shown stands beside everything else that happened.

  Rule: A failed click stands in the same history as everything else

    @tdd_issue @tdd_issue_13
    Scenario Outline: A click fails after a scan has been done
      Given the agents' server <variant> with the agent "web-1"
      And "web-1" was told to scan "docker", and has handed in
        | image    | tag |
        | postgres | 18  |
      When a click on "storage" fails, and the page reports it
      Then the history now holds
        | action       | result  | message                                                 |
        | client_error | failed  | Failed to initiate storage scan: there is no such agent |
        | scan_docker  | success | NULL                                                    |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

    Scenario: The history says which subsystem it was
      Given the agents' server as repaired with the agent "web-1"
      When a click on "storage" fails, and the page reports it
      Then the history now holds
        | action       | subsystem |
        | client_error | storage   |

    Scenario: A scan that fails on the agent
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "storage"
      When the scan of "web-1" fails with "df: /srv: no such device"
      Then the history now holds
        | action       | result | subsystem | message                  |
        | scan_storage | failed | storage   | df: /srv: no such device |

  Rule: What could not be reported while the server was away is kept and stands in the history later

    @tdd_issue @tdd_issue_13
    Scenario Outline: The report comes when the server is there again
      Given the agents' server <variant> with the agent "web-1"
      And a click on "docker" of "web-1" came to nothing while the server was away
      When the page sends what it could not report
      Then the history now holds
        | action       | result | agent | message                                                    |
        | client_error | failed | web-1 | Failed to initiate docker scan: the server does not answer |

      @tdd_expected_fail
      Examples: as reported
        | variant     |
        | as reported |

      Examples: as repaired
        | variant     |
        | as repaired |

  Rule: A report that is sent again is one entry, and another report is another one

    Scenario: The page did not hear the answer
      Given the agents' server as repaired with the agent "web-1"
      And the page has sent report 1, "the server does not answer"
      When the page sends report 1, "the server does not answer"
      Then the report is answered with 200
      And the history still holds
        | action       | message                    |
        | client_error | the server does not answer |

    Scenario: The same words under another id
      Given the agents' server as repaired with the agent "web-1"
      And the page has sent report 1, "the server does not answer"
      When the page sends report 2, "the server does not answer"
      Then the report is answered with 201
      And the history now holds
        | action       | message                    |
        | client_error | the server does not answer |
        | client_error | the server does not answer |

    Scenario: Other words under the same id
      Given the agents' server as repaired with the agent "web-1"
      And the page has sent report 1, "the server does not answer"
      When the page sends report 1, "there is no such agent"
      Then the report is refused with 409: "id: it belongs to another entry of the history"
      And the history still holds
        | action       | message                    |
        | client_error | the server does not answer |
