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

  Rule: What cannot be applied counts as not applied, and the revisions above it are walked all the same

    Scenario: One revision fails, one does not end, and some of the others need what they did not do
      Given the chain "broken_steps"
      When I walk it and allow each step 0.3 s
      Then the errors are
        | rule          | revision | direction | rows |
        | upgrade-crash | r2       | upgrade   | 0    |
        | endless-step  | r5       | upgrade   | 0    |
      And the notes are
        | rule      | revision | direction |
        | data-lost | r6       | downgrade |
      And not exercised begins with
        | revision | direction | reason                       |
        | r3       | downgrade | it needs what r2 did not do: |
        | r4       | upgrade   | it needs what r2 did not do: |
        | r4       | downgrade | it needs what r2 did not do: |

    @postgresql
    Scenario: A revision whose identifier the ledger cannot hold
      Given the chain "too_long_to_record"
      When I walk it with "none" data
      Then the errors are
        | rule          | revision                               | direction |
        | upgrade-crash | r2_with_a_name_of_more_than_32_letters | upgrade   |
      And not exercised are
        | revision | direction | reason                                                                    |
        | r3       | upgrade   | the chain cannot be climbed beyond r2_with_a_name_of_more_than_32_letters |
        | r3       | downgrade | the chain cannot be climbed beyond r2_with_a_name_of_more_than_32_letters |
