@postgresql
Feature: Indexes that are made concurrently

  The post-mortem's own mend of 017 makes one, which no transaction allows.

  Background:
    Given a database of the agents at "022"
    And the migrations as repaired

  Rule: As the only statement of its file it runs outside of a transaction

    Scenario: A unique index
      Given beside them these
        | file                   | holds               |
        | 023_hostnames.up.sql   | a concurrent index  |
        | 023_hostnames.down.sql | no concurrent index |
      When the runner as repaired is told "up"
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022, 023"
      And beside the schema of migration "022" there is now
        | also there                                               |
        | table agents: index idx_agents_hostname is left over |

    Scenario: And back
      Given beside them these
        | file                   | holds               |
        | 023_hostnames.up.sql   | a concurrent index  |
        | 023_hostnames.down.sql | no concurrent index |
      And the runner as repaired was told "up"
      When the runner as repaired is told "down"
      Then the runner says "023_hostnames.up.sql was taken back"
      And the ledger now holds "001, 016, 017, 021, 022"
      And the schema is now that of migration "022"

    Scenario: The ledger is true of it
      Given beside them these
        | file                   | holds               |
        | 023_hostnames.up.sql   | a concurrent index  |
        | 023_hostnames.down.sql | no concurrent index |
      And the runner as repaired was told "up"
      When the runner as repaired is told "verify"
      Then the runner says "the ledger is true"

    Scenario: An invalid index is a lie of the ledger
      Given beside them these
        | file                   | holds               |
        | 023_hostnames.up.sql   | a concurrent index  |
        | 023_hostnames.down.sql | no concurrent index |
      And somebody has brought about "an invalid index"
      And somebody put "023" into the ledger
      When the runner as repaired is told "verify"
      Then the runner fails at "023_hostnames.up.sql" with "the index idx_agents_hostname is missing"

  Rule: One that fails leaves nothing

    Scenario Outline: Two agents have the same name, and it is to be <piece>
      Given beside them these
        | file                   | holds               |
        | 023_hostnames.up.sql   | <piece>             |
        | 023_hostnames.down.sql | no concurrent index |
      And the agents
        | hostname |
        | alder    |
        | alder    |
      When the runner as repaired is told "up"
      Then the runner fails at "023_hostnames.up.sql" with "could not create unique index"
      And schema, rows and ledger are as they were

      Examples:
        | piece                                |
        | a concurrent index                   |
        | a concurrent index if there is none  |

    Scenario: An invalid index of that name is no index
      Given beside them these
        | file                   | holds                               |
        | 023_hostnames.up.sql   | a concurrent index if there is none |
        | 023_hostnames.down.sql | no concurrent index                 |
      And somebody has brought about "an invalid index"
      When the runner as repaired is told "up"
      Then the runner fails at "023_hostnames.up.sql" with "the index idx_agents_hostname is invalid"
      And schema, rows and ledger are as they were

  Rule: Beside other statements it is refused before anything runs

    Scenario: A table stands before it
      Given beside them these
        | file                   | holds                              |
        | 023_hostnames.up.sql   | a concurrent index beside a table  |
        | 023_hostnames.down.sql | no concurrent index                |
      When the runner as repaired is told "up"
      Then the runner fails at "023_hostnames.up.sql" with "CONCURRENTLY beside other statements: give it a file of its own"
      And schema, rows and ledger are as they were
