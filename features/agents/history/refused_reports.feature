@postgresql
Feature: Reports that the history cannot take

  Rule: What is too long or malformed is refused with the reason, and no other entry is lost

    Scenario Outline: The <part> is `<written>`
      Given the agents' server as repaired with the agent "web-1"
      And the page has reported "an earlier error"
      When the page reports an error whose <part> is `<written>`
      Then the report is refused with 400: "<reason>"
      And the history still holds
        | action       | message          |
        | client_error | an earlier error |

      Examples: too long
        | part        | written         | reason                                       |
        | message     | 10001 letters   | message: 10001 characters, at most 10000     |
        | error_type  | 51 letters      | error_type: 51 characters, at most 50        |
        | url         | 2001 letters    | url: 2001 characters, at most 2000           |
        | stack_trace | 50001 letters   | stack_trace: 50001 characters, at most 50000 |
        | stack_trace | 1000001 letters | more than 1000000 bytes                      |

      Examples: malformed
        | part        | written                  | reason                                                       |
        | message     | null                     | message: missing                                             |
        | message     | ""                       | message: missing                                             |
        | message     | 17                       | message: a text is wanted                                    |
        | message     | "a \u0000 in the middle" | a character that no text can hold                            |
        | message     | "half of \ud83d"         | a character that no text can hold                            |
        | error_type  | null                     | error_type: missing                                          |
        | url         | null                     | url: missing                                                 |
        | stack_trace | ["at", "scan"]           | stack_trace: a text is wanted                                |
        | metadata    | "storage"                | metadata: an object is wanted                                |
        | subsystem   | "printers"               | subsystem: one of updates, storage, system, docker is wanted |
        | id          | "first"                  | id: a UUID is wanted                                         |
        | id          | 17                       | id: a UUID is wanted                                         |

    Scenario Outline: The report is `<text>`
      Given the agents' server as repaired with the agent "web-1"
      And the page has reported "an earlier error"
      When the page sends the report `<text>`
      Then the report is refused with 400: "<reason>"
      And the history still holds
        | action       | message          |
        | client_error | an earlier error |

      Examples:
        | text                 | reason                                       |
        | {"message": "no end" | a JSON object is wanted, as application/json |
        | ["message"]          | a JSON object is wanted, as application/json |
        | no answer            | a JSON object is wanted, as application/json |
        | {}                   | error_type, message, url: missing            |

    Scenario Outline: The longest <part>
      Given the agents' server as repaired with the agent "web-1"
      When the page reports an error whose <part> is `<written>`
      Then the report is answered with 201
      And the history now holds
        | action       | result |
        | client_error | failed |

      Examples:
        | part        | written       |
        | message     | 10000 letters |
        | error_type  | 50 letters    |
        | url         | 2000 letters  |
        | stack_trace | 50000 letters |
