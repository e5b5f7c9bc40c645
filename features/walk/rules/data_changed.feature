Feature: data-changed: values are others than they were

  The row is there and looks right.

  Rule: Values changed without a word are an error

    Scenario: A copy that cuts prices to whole numbers
      Given the chain "copy_with_a_cast"
      When I walk it
      Then the errors are
        | rule         | revision | direction | changed      | at              | values                      |
        | data-changed | r2       | upgrade   | notes: price | r2_copied.py:17 | notes: id = 1, price = 1.25 |

  Rule: Values changed in so many words are a warning where the way back does not restore them

    Scenario: No remark becomes the word none
      Given the chain "folded_values"
      When I walk it
      Then the errors are none
      And the warnings but of locks are
        | rule         | revision | direction | changed       |
        | data-changed | r2       | upgrade   | notes: remark |

  Rule: Values changed in so many words and restored are a note

    Scenario: One more on the way up, one less on the way down
      Given the chain "restored_values"
      When I walk it
      Then there is no error, and no warning but of locks
      And the notes but of locks are
        | rule         | revision | direction |
        | data-changed | r2       | upgrade   |
        | data-changed | r2       | downgrade |
        | data-lost    | r2       | downgrade |

  Rule: Rows under other numbers are told as that, and not as values changed in every column

    Scenario: A copy numbers its rows anew, and an UPDATE gives rows what others had
      Given the chain "numbered_anew"
      When I walk it
      Then the errors are
        | rule         | revision | direction | changed   | at              |
        | data-changed | r2       | upgrade   | notes: id | r2_copied.py:18 |
