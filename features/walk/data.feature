Feature: How awkward the rows are can be chosen

  Rule: Without rows only the schema is walked

    Scenario: No data
      Given the chain "unique_on_the_way_up"
      When I walk it with "none" data
      Then there is no error and no warning

  Rule: Plain rows aim at nothing, and yet twins are among them

    Scenario: Plain data
      Given the chain "unique_on_the_way_up"
      When I walk it with "plain" data
      Then the errors are
        | rule          | revision | direction | hazard | rows |
        | upgrade-crash | r2       | upgrade   |        | 2    |
