Feature: row-by-row: the number of statements grows with the number of rows

  What takes a moment on ten rows takes hours on ten million.

  Rule: Statements that keep pace with the rows are a warning

    Scenario: Each note is written by itself
      Given the chain "loop_over_rows"
      When I walk it
      Then the warnings but of locks are
        | rule       | revision | direction |
        | row-by-row | r2       | upgrade   |

  Rule: One statement for all rows is not spoken of

    Scenario: All notes are written at once
      Given the chain "one_statement"
      When I walk it
      Then there is no error, and no warning but of locks
