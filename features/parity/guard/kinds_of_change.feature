Feature: Everything that makes up a schema is compared

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: A change needs a revision of the same thing

    Scenario Outline: <change> without one of its own
      Given a commit that brings <change>
      And a commit that brings the revision of the column
      When the guard compares "main" with "work"
      Then it names
        | what   | at   |
        | <what> | <at> |

      Examples:
        | change                                    | what                                 | at                              |
        | a dropped column                          | column began of sessions removed     | src/backend/db/migrations.py:18 |
        | a dropped table                           | table sessions removed               | src/backend/db/migrations.py:18 |
        | an index                                  | index uq_agents_name of agents added | src/backend/db/migrations.py:18 |
        | a dropped index                           | index idx_sessions_agent removed     | src/backend/db/migrations.py:18 |
        | a trigger                                 | trigger tr_began of sessions added   | src/backend/db/migrations.py:19 |
        | a view                                    | view busy_agents added               | src/backend/db/migrations.py:18 |
        | a unique key of the tables                | unique key uq_agents_name of agents added | src/backend/db/tables.py:14 |
        | a foreign key in the schema               | foreign key name of agents added     | src/backend/db/schema.py:9      |
        | an altered column                         | column name of agents changed        | src/backend/db/migrations.py:18 |
        | a new rebuild with another check          | column status of agents changed      | src/backend/db/migrations.py:23 |
        | a new rebuild made only where it is not there | column status of agents changed  | src/backend/db/migrations.py:24 |
        | a new rebuild that leaves a column out    | column name of agents removed        | src/backend/db/migrations.py:20 |
        | another type in the schema and the tables | column began of sessions changed     | src/backend/db/schema.py:15     |

    Scenario Outline: <change> with <revision>
      Given a commit that brings <change>
      And a commit that brings <revision>
      When the guard compares "main" with "work"
      Then the guard passes

      Examples:
        | change                                    | revision                       |
        | a dropped column                          | the revision of a dropped column |
        | a renamed column                          | the revision of a renamed column |
        | a renamed table                           | the revision of a renamed table |
        | a dropped table                           | the revision of a dropped table |
        | an index                                  | the revision of an index       |
        | a dropped index                           | the revision of a dropped index |
        | a trigger                                 | the revision of a trigger      |
        | a view                                    | the revision of the view       |
        | a unique key of the tables                | the revision of an index       |
        | a foreign key in the schema               | the revision of the foreign key |
        | a new rebuild with another check          | the revision of the other check |
        | a new rebuild with another check          | the revision of the type       |
        | an altered column                         | the revision of the altered column |
        | a check                                   | the revision of the check      |
        | a check                                   | the revision of the altered column |
        | another type in the schema and the tables | the revision of the other type |

    Scenario: A renamed column is one gone and one come
      Given a commit that brings a renamed column
      When the guard compares "main" with "work"
      Then it names
        | what                             | by               |
        | column started of sessions added | a_renamed_column |
        | column began of sessions removed | a_renamed_column |

    Scenario: The columns of a renamed table are the same
      Given a commit that brings a renamed table
      When the guard compares "main" with "work"
      Then it names
        | what                   | by              |
        | table runs added       | a_renamed_table |
        | table sessions removed | a_renamed_table |

    Scenario: A table made anew, and then made only where it is not there
      Given a commit that brings a new rebuild with another check
      And a commit that brings the same only where it is not there
      When the guard compares "main" with "work"
      Then it names
        | what                            | by      |
        | column status of agents changed | rebuilt |
