Feature: The walk goes on beyond a broken step where there is another way

  Some revisions fail when their step is run by itself and pass when the whole chain is run in one go.

  Rule: What passes in one go only is an error, and the revisions above it are walked all the same

    @postgresql
    Scenario: A step that leans on what the one before it left in memory
      Given the chain "only_in_one_go"
      When I walk it
      Then the errors are
        | rule          | revision | direction | rows |
        | upgrade-crash | r2       | upgrade   | 0    |
      And the notes are
        | rule      | revision | direction |
        | data-lost | r2       | downgrade |
        | data-lost | r3       | downgrade |
