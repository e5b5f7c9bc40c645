Feature: What is reported as an error comes again each time

  Each error is run twice more over the rows that show it, on databases made anew.

  Rule: What does not come again each time is a warning that says how often it was seen

    Scenario: One revision fails a few times over rows and then no more, the next once without any
      Given the chain "now_and_then"
      When I walk it
      Then the errors are none
      And the warnings are
        | rule            | revision | message                                                                                                                    |
        | upgrade-crash   | r2       | seen in 1 of 3 runs: the upgrade crashes with rows in its way: invalid literal for int() with base 10: 'not yet'   |
        | reupgrade-crash | r3       | seen in 1 of 3 runs: the upgrade crashes on an empty database: invalid literal for int() with base 10: 'not yet'   |
