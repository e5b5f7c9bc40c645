Feature: What no declared type allows is a warning at most

  SQLite puts a word into any column, and a text that is meant to be JSON can be anything to both.

  Rule: Values are of the kind that was declared, whatever the database sees of it

    Scenario: JSON in a text, a pickled object in bytes, an identifier in characters
      Given the chain "strange_values"
      When I walk it
      Then the errors are none
      And the warnings are
        | rule          | revision | direction | message |
        | upgrade-crash | r2       | upgrade   | the upgrade crashes with rows in its way: Expecting property name enclosed in double quotes: line 1 column 2 (char 1) (with a value that no declared type of its column allows) |
