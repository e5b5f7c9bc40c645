Feature: What env.py does to its database is done for each step, whether it runs again or not

  env.py runs once, without a step, to show what it does. That is then done directly: it makes the
  same connections on the same engines, sends the same statements, and commits where it did.

  Rule: Where env.py would do the same again, it need not run again

    Scenario Outline: It runs migrations <manner>
      Given an empty database and the target "manners"
      When I take the target up step by step with the option "manner=<manner>"
      Then the chain has made the tables "<tables>"
      And env.py has run for 0 of the steps

      Examples:
        | manner                 | tables             |
        | by_template            | marks, notes       |
        | in_one_transaction     | marks, notes       |
        | committing_by_hand     | marks, notes       |
        | making_something_first | marks, notes, own  |
        | passing_failures_on    | marks, notes       |
        | for_a_tenant           | marks, notes, rents |
        | once_in_a_process      | marks, notes, rents |
        | given_a_connection     | marks, notes       |

    @postgresql
    Scenario Outline: It runs migrations <manner>, which shows on PostgreSQL
      Given an empty database and the target "manners"
      When I take the target up step by step with the option "manner=<manner>"
      Then the chain has made the tables "<tables>"
      And env.py has run for 0 of the steps

      Examples:
        | manner                    | tables                           |
        | with_a_lock               | marks, notes                     |
        | never_committing          | none                             |
        | committing_each_statement | marks, notes                     |
        | led_elsewhere             | elsewhere.marks, elsewhere.notes |

  Rule: Where env.py may do something else the next time, it runs for each step

    Scenario Outline: It runs migrations <manner>
      Given an empty database and the target "manners"
      When I take the target up step by step with the option "manner=<manner>"
      Then the chain has made the tables "<tables>"
      And env.py has run for 2 of the steps

      Examples:
        | manner                     | tables                   |
        | looking_first              | marks, notes             |
        | keeping_failures_to_itself | marks, notes             |
        | making_another_failure_of_it | marks, notes           |
        | with_a_variable            | marks, notes, variables  |
        | with_the_driver            | marks, notes, raw        |
        | with_something_afterwards  | afterwards, marks, notes |
        | on_the_driver              | marks, notes, raw        |
        | trying_something_once      | marks, notes, own        |
        | trying_something_in_vain   | marks, notes             |
        | changing_the_context       | marks, notes             |

      @requires_transactional_ddl
      Examples: with savepoints around what makes tables
        | manner         | tables       |
        | in_a_savepoint | marks, notes |
