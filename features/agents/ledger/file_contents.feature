@postgresql
Feature: Files that cannot be run as they should

  The runner runs each file in one transaction, together with its record. What does not fit that is
  named before anything runs, so that a good file in front of it does not run either.

  Rule: A migration has a way up and a way back

    Scenario Outline: <missing> is missing
      Given a database of the agents at "017"
      And the migrations as repaired
      And "<missing>" is missing
      When the runner as repaired is told "up"
      Then the runner fails with "<words>"
      And schema, rows and ledger are as they were

      Examples:
        | missing                             | words                                                                           |
        | 022_add_subsystem_to_logs.down.sql  | 022_add_subsystem_to_logs.up.sql lacks 022_add_subsystem_to_logs.down.sql       |
        | 022_add_subsystem_to_logs.up.sql    | 022_add_subsystem_to_logs.down.sql has no .up.sql file                          |

  Rule: A file has something to run, and no transaction of its own

    Scenario Outline: The last file holds <piece>
      Given a database of the agents at "017"
      And the migrations as repaired
      And beside them these
        | file               | holds    |
        | 023_notes.up.sql   | <piece>  |
        | 023_notes.down.sql | no table |
      When the runner as repaired is told "up"
      Then the runner fails at "023_notes.up.sql" with "<words>"
      And schema, rows and ledger are as they were

      Examples:
        | piece                                  | words                                 |
        | nothing                                | holds no statement                    |
        | a comment                              | holds no statement                    |
        | a table in a transaction of its own    | has a transaction of its own (BEGIN)  |
        | a table and the end of the transaction | has a transaction of its own (COMMIT) |
        | half a text                            | cannot be read                        |
        | a text in another encoding             | cannot be read                        |

    Scenario: The file of the way back holds nothing
      Given a database of the agents at "017"
      And the migrations as repaired
      And beside them these
        | file               | holds   |
        | 023_notes.up.sql   | a table |
        | 023_notes.down.sql | nothing |
      When the runner as repaired is told "up"
      Then the runner fails with "023_notes.down.sql holds no statement"
      And schema, rows and ledger are as they were

    Scenario: All that is wrong is named at once
      Given a database of the agents at "017"
      And the migrations as repaired
      And beside them these
        | file               | holds     |
        | 023_notes.up.sql   | a comment |
        | 023_notes.down.sql | nothing   |
        | 24_author.up.sql   | a column  |
      When the runner as repaired is told "up"
      Then the runner fails with
        | words                                     |
        | 023_notes.up.sql holds no statement       |
        | 023_notes.down.sql holds no statement     |
        | 24_author.up.sql lacks 24_author.down.sql |
        | nothing was run                           |

    Scenario: A folder without migrations
      Given a database of the agents at "017"
      When the runner as repaired is told "up"
      Then the runner fails with "holds no .up.sql file"

  Rule: Words of transactions in texts, comments and bodies are none

    Scenario: A file full of such words
      Given a database of the agents at "017"
      And the migrations as repaired
      And beside them these
        | file               | holds                    |
        | 023_notes.up.sql   | words of transactions    |
        | 023_notes.down.sql | no words of transactions |
      When the runner as repaired is told "up"
      Then the runner succeeds
      And the ledger now holds "001, 016, 017, 021, 022, 023"
