@postgresql
Feature: Agents hand in what their scans have found

  Rule: Each kind of scan fills its own table and no other

    Scenario: A scan for updates
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "updates"
      When "web-1" hands in
        | package_name | current_version | available_version |
        | openssl      | 3.0.11          | 3.0.15            |
        | curl         | 7.88.1          | 8.5.0             |
      Then the server's table "agent_update_packages" now holds
        | package_name | current_version | available_version |
        | openssl      | 3.0.11          | 3.0.15            |
        | curl         | 7.88.1          | 8.5.0             |
      And no other scan's table than "agent_update_packages" holds a row

    Scenario: A scan of the storage
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "storage"
      When "web-1" hands in
        | mountpoint | total_bytes   | used_bytes  |
        | /          | 53687091200   | 21474836480 |
        | /srv       | 2199023255552 | 0           |
      Then the server's table "storage_metrics" now holds
        | mountpoint | total_bytes   | used_bytes  |
        | /          | 53687091200   | 21474836480 |
        | /srv       | 2199023255552 | 0           |
      And no other scan's table than "storage_metrics" holds a row

    Scenario: A scan of the system
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "system"
      When "web-1" hands in
        | cpu_cores | memory_total_bytes | uptime_seconds |
        | 8         | 17179869184        | 86400          |
      Then the server's table "system_metrics" now holds
        | cpu_cores | memory_total_bytes | uptime_seconds |
        | 8         | 17179869184        | 86400          |
      And no other scan's table than "system_metrics" holds a row

    Scenario: A scan of the containers
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "docker"
      When "web-1" hands in
        | image    | tag  |
        | postgres | 18   |
        | nginx    | 1.29 |
      Then the server's table "docker_images" now holds
        | image    | tag  |
        | postgres | 18   |
        | nginx    | 1.29 |
      And no other scan's table than "docker_images" holds a row

  Rule: A result that does not fit is refused with the reason, and nothing of it is kept

    Scenario: The second item is of another kind
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "storage"
      When "web-1" hands in
        | mountpoint | total_bytes | used_bytes |
        | /          | 53687091200 | 0          |
        | /srv       | many        | 0          |
      Then the result is refused with 400: "invalid input syntax for type bigint: "many""
      And no other scan's table than "none" holds a row
      And the history still holds
        | action |

    Scenario: Items of another kind of scan
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "docker"
      When "web-1" hands in
        | mountpoint | total_bytes | used_bytes |
        | /          | 53687091200 | 0          |
      Then the result is refused with 400: "items: a scan of docker has digest, image, tag, update_available"
      And no other scan's table than "none" holds a row

  Rule: A result that is handed in again is kept once

    Scenario: The agent did not hear the answer
      Given the agents' server as repaired with the agent "web-1"
      And "web-1" was told to scan "docker", and has handed in
        | image    | tag |
        | postgres | 18  |
      When "web-1" hands in
        | image    | tag |
        | postgres | 18  |
      Then the result is taken
      And the server's table "docker_images" now holds
        | image    | tag |
        | postgres | 18  |
      And the history now holds
        | action      | result  |
        | scan_docker | success |
