Feature: data-lost: rows or values are gone

  A tool that cries wolf is turned off, so losses have grades.

  Rule: Rows and values gone without a word are an error

    Scenario: A copy that leaves a column out
      Given the chain "copy_without_a_column"
      When I walk it
      Then the errors are
        | rule      | revision | direction | changed       | at              | statement                                                       |
        | data-lost | r2       | upgrade   | notes: remark | r2_copied.py:17 | INSERT INTO notes_new (id, price) SELECT id, price FROM notes |

    Scenario: A copy that leaves rows out
      Given the chain "copy_without_some_rows"
      When I walk it
      Then the errors are
        | rule      | revision | direction | rows |
        | data-lost | r2       | upgrade   | 1    |

  Rule: A column dropped in so many words is a warning where the way back brings it home empty

    Scenario: The way back adds the column without what was in it
      Given the chain "dropped_column"
      When I walk it
      Then the errors are none
      And the warnings are
        | rule      | revision | direction | changed       |
        | data-lost | r2       | upgrade   | notes: remark |

  Rule: What the revision itself brought may go with it: a note, once

    Scenario: The way back drops the column that the way up added
      Given the chain "one_statement"
      When I walk it
      Then there is no error, and no warning but of locks
      And the notes but of locks are
        | rule      | revision | direction |
        | data-lost | r2       | downgrade |

  Rule: A copy of everything loses nothing

    Scenario: Every column of every row is copied
      Given the chain "whole_copy"
      When I walk it
      Then the errors are none
