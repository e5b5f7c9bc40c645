Feature: What a text says that was made up

  Only the application knows what it writes into a text; a migration may read it as it likes.

  Rule: Code that stumbles over the words of a made-up text gets a warning, and over any row an error

    Scenario: Bodies that are read as JSON, and rows that cannot be changed
      Given the chain "reads_texts"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at             | rows |
        | upgrade-crash | r3       | upgrade   | r3_sets.py:13 | 1    |
      And among the warnings are
        | rule          | revision | direction | at            | rows |
        | upgrade-crash | r2       | upgrade   | r2_read.py:16 | 1    |

    @postgresql
    Scenario: A number is taken out of a text, and labels, beyond an extension that the server lacks
      Given the chain "needs_an_extension"
      When I walk it
      Then the errors are none
      And the warnings but of locks are
        | rule          | revision | direction | at               | rows |
        | upgrade-crash | r3       | upgrade   | r3_numbers.py:12 | 1    |
        | upgrade-crash | r4       | upgrade   | r4_kinds.py:11   | 1    |
      And not exercised begins with
        | revision | direction | reason                                  |
        | r2       | upgrade   | extension "nearness" is not available   |
