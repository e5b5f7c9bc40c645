Feature: downgrade-missing: the downgrade changes nothing although the upgrade did

  The ledger says that the revision is gone and the schema says that it is there.

  Rule: A downgrade that nobody wrote is one warning, and what follows from it is its evidence

    Scenario: The way back is empty
      Given the chain "no_way_back"
      When I walk it
      Then the errors are none
      And the warnings are
        | rule              | revision | direction | left behind                |
        | downgrade-missing | r2       | downgrade | table letters is left over |

  Rule: Where there is nothing to undo, or no way back in words, none is missing

    Scenario: A revision that changes no schema, and one that refuses to go back
      Given the chain "nothing_to_undo"
      When I walk it
      Then there is no error and no warning
      And the refusals are
        | revision | direction | message                  |
        | r3       | downgrade | letters cannot be unsent |
