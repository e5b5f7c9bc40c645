Feature: Keys that a revision brings

  What is in the way of one key is not in the way of another, and a new part of a key is no new row.

  Rule: Each key to come is met by rows that are in the way of no other, and known by the old one

    Scenario: A key gets wider, and two more come
      Given the chain "keys_to_come"
      When I walk it
      Then the errors are
        | rule            | revision | hazard                                                      | statement                                      |
        | downgrade-crash | r2       | models: two rows with the same name against the primary key | UPDATE models SET space = 'default'            |
        | upgrade-crash   | r3       | models: two rows with the same label against ux_label       | CREATE UNIQUE INDEX ux_label ON models (label) |
        | upgrade-crash   | r3       | models: two rows with the same mark against ux_mark         | CREATE UNIQUE INDEX ux_mark ON models (mark)   |
