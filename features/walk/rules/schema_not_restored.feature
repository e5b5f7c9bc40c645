Feature: schema-not-restored: up and down again, the schema is not what it was

  Databases that have been back once differ from those that have not.

  Rule: Each thing that the way back forgets is named

    Scenario: An index stays behind
      Given the chain "leftover_index"
      When I walk it
      Then the warnings but of locks are
        | rule                | revision | direction | left behind                                    |
        | schema-not-restored | r2       | downgrade | table users: index ix_users_email is left over |

  Rule: A schema that is as before is not spoken of

    Scenario: The way back drops what the way up added
      Given the chain "one_statement"
      When I walk it
      Then there is no error, and no warning but of locks
