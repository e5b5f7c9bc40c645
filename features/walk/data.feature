Feature: How awkward the rows are can be chosen

  Rule: Without rows only the schema is walked

    Scenario: No data
      Given the chain "unique_on_the_way_up"
      When I walk it with "none" data
      Then there is no error, and no warning but of locks

  Rule: Plain rows aim at nothing, and yet twins are among them

    Scenario: Plain data
      Given the chain "unique_on_the_way_up"
      When I walk it with "plain" data
      Then the errors are
        | rule          | revision | direction | hazard | rows |
        | upgrade-crash | r2       | upgrade   |        | 2    |

  Rule: Plain kinds of rows are tried one by one only where they come to harm together

    @sqlite
    Scenario Outline: Together they are <together>
      Given the chain "<chain>"
      When I walk it with "plain" data
      Then it takes <steps> steps

      Examples:
        | chain                | together                     | steps |
        | whole_copy           | harmless                     | 18    |
        | unique_on_the_way_up | more than a UNIQUE can stand | 63    |
