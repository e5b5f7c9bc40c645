Feature: multiple-heads: a chain of revisions has more than one head

  Databases that took the branches in different orders are not the same any more.

  Rule: Branches that nobody merged are an error, told once, and each of them is walked

    @sqlite
    Scenario: Two revisions stand on the same one, and a third on none
      Given the chain "two_heads"
      When I walk it on every database that it was written for, with "none" data
      Then the errors are
        | rule           | revision | message                           | at            | database |
        | multiple-heads | r3       | the chain has 3 heads: r2, r3, r4 | r3_ages.py:11 |          |
      And the warnings are
        | rule              | revision | database   |
        | downgrade-missing | r3       | sqlite     |
        | downgrade-missing | r3       | postgresql |

    Scenario: A revision below the heads is walked alone
      Given the chain "two_heads"
      When I walk the revision "r2" of it
      Then there is no error and no warning

  Rule: Lines with a base, and a label or a folder, of their own are meant to stay apart

    Scenario: Parts of the application that are migrated by themselves, beside branches that were merged
      Given the chain "apart"
      When I walk it with "none" data
      Then there is no error and no warning
      And nothing was left unexercised
