@postgresql
Feature: No secret ends up in the history

  Rule: What goes by a secret's name, and the password of a connection URL, is made unreadable before it is stored

    Scenario Outline: The page reports `<reported>`
      Given the agents' server as repaired with the agent "web-1"
      When the page reports "<reported>"
      Then the history now holds
        | action       | message |
        | client_error | <kept>  |
      And the words "s3cret" stand nowhere in the database

      Examples: connection URLs
        | reported                                              | kept                                               |
        | lost postgresql://handrail:s3cret@db:5432/agents      | lost postgresql://handrail:***@db:5432/agents      |
        | lost postgresql+psycopg://handrail:s3cret@/agents, so | lost postgresql+psycopg://handrail:***@/agents, so |
        | lost POSTGRES://:s3cret@db                            | lost POSTGRES://:***@db                            |
        | lost redis://default:p@s3cret/x:y@cache:6379          | lost redis://default:***@cache:6379                |
        | lost "postgresql://a:s3cret'x@db"                     | lost "postgresql://a:***@db"                       |
        | see http://x/?dsn=postgresql%3A%2F%2Fa%3As3cret%40db  | see http://x/?dsn=postgresql%3A%2F%2Fa%3A***%40db  |

      Examples: by name
        | reported                                        | kept                                         |
        | lost host=db user=a password=s3cret dbname=x    | lost host=db user=a password=*** dbname=x    |
        | lost host=db password='so s3cret' dbname=x      | lost host=db password=*** dbname=x           |
        | lost postgresql://db/x?user=a&password=s3cret&y | lost postgresql://db/x?user=a&password=***&y |
        | PGPASSWORD=s3cret psql                          | PGPASSWORD=*** psql                          |
        | {"api_key": "s3cret", "user": "a"}              | {"api_key": ***, "user": "a"}                |

    Scenario Outline: The <part> of a report holds a password
      Given the agents' server as repaired with the agent "web-1"
      When the page reports an error whose <part> is `<written>`
      Then the report is answered with 201
      And the words "s3cret" stand nowhere in the database

      Examples:
        | part        | written                                               |
        | message     | "lost postgresql://a:s3cret@db"                       |
        | error_type  | "lost postgresql://a:s3cret@db"                       |
        | stack_trace | "at connect\n  postgresql://a:s3cret@db"              |
        | url         | "http://a:s3cret@console/?password=s3cret"            |
        | metadata    | {"tried": ["postgresql://a:s3cret@db"], "port": 5432} |
        | metadata    | {"connection": {"user": "a", "password": "s3cret"}}   |
        | metadata    | {"token": {"kind": "bearer", "is": "s3cret"}}         |
        | metadata    | {"postgresql://a:s3cret@db": "lost"}                  |

    Scenario: A scan that fails on the agent tells a password
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "storage"
      When the scan of "web-1" fails with "cannot reach postgresql://a:s3cret@db/metrics"
      Then the history now holds
        | action       | result | message                                    |
        | scan_storage | failed | cannot reach postgresql://a:***@db/metrics |
      And the words "s3cret" stand nowhere in the database

    Scenario: An error of the database repeats the password that it was sent
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "storage"
      When "web-1" hands in
        | mountpoint | total_bytes                | used_bytes |
        | /          | postgresql://a:s3cret@db/x | 0          |
      Then the result is refused with 400: "invalid input syntax for type bigint: "postgresql://a:***@db/x""
      And the words "s3cret" stand nowhere in the database
