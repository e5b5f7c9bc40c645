Feature: Values that a CHECK on the far side shuts out
  Only what the near side lets in counts.

  Rule: Each literal that is legal here and illegal there is a hazard of its own

    Scenario: The older CHECKs know fewer values
      Given a step between the two sides of "phases"
      When I look for hazards
      Then the hazards are
        | kind  | hazard                                                                 |
        | check | plans: phase 'action' against ck_phase                                 |
        | check | plans: state 'applied' against ck_state                                |
        | check | plans: state 'constrained' against ck_state                            |
        | check | plans: attempt 0 against ck_attempt                                    |
        | check | plans: note 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' against ck_note           |

    Scenario: On the way back all but one are eased or put in other words
      Given the step back between the two sides of "phases"
      When I look for hazards
      Then the hazards are
        | kind  | hazard                                  |
        | check | plans: phase 'applied' against ck_phase |

    Scenario: Without any literal here one value stands for all
      Given a step between the two sides of "named"
      When I look for hazards
      Then the hazards are
        | kind  | hazard                                      |
        | check | lamps: colour 'colour-1' against ck_colour  |
        | check | lamps: size 5 against ck_size               |

    Scenario Outline: Values that the migration itself names
      Given a step between the two sides of "named"
      And the migration reads
        """
        <source>
        """
      When I look for hazards
      Then the hazards are
        | kind  | hazard                                  |
        | check | lamps: colour 'blue' against ck_colour  |
        | check | lamps: size 9 against ck_size           |

      Examples:
        | source                                                                      |
        | sa.Column("colour", sa.Enum("red", "blue", *more)), lamp(size=9, other=9.5) |
        | rows = [{"colour": "blue", "size": 9, other: 1, "id": None, **more}]        |
        | op.execute("UPDATE lamps SET colour = 'blue', size = 4 WHERE (size) = 9")   |

    Scenario Outline: A migration that tells nothing
      Given a step between the two sides of "named"
      And the migration reads
        """
        <source>
        """
      When I look for hazards
      Then the hazards are
        | kind  | hazard                                      |
        | check | lamps: colour 'colour-1' against ck_colour  |
        | check | lamps: size 5 against ck_size               |

      Examples:
        | source                                          |
        | CREATE TABLE lamps (colour VARCHAR(10));        |
        | lamp("colour", "blue", sa.String("green"), 9)   |
        | words = "colour = blue, and 'no' = SQL = at all" |

  Rule: A CHECK over several columns is broken by changing one of them

    Scenario: Order, conjunction, a column that comes with a default, NULL, a value never seen
      Given a step between the two sides of "pairs"
      When I look for hazards
      Then the hazards are
        | kind  | hazard                                           |
        | check | ranges: low 1, high 0 against ck_order           |
        | check | ranges: low 2, high 1 against ck_order           |
        | check | ranges: kind 'b', state 'x' against ck_both      |
        | check | ranges: kind 'a', state 'y' against ck_both      |
        | check | ranges: owner NULL against ck_owner              |
        | check | ranges: kind 'b' against ck_extra                |
        | check | ranges: code 'code-1' against ck_code            |
        | check | ranges: low 1, id 1 against ck_never             |

    Scenario: On the way back they all go
      Given the step back between the two sides of "pairs"
      When I look for hazards
      Then there is no hazard

  Rule: The row runs into its hazard and, where that can be helped, into no other

    Scenario: The other columns hold what both sides let in
      Given a step between the two sides of "phases"
      When I put in "plans: state 'applied' against ck_state"
      Then the rows of "plans" are now
        | plan_id  | phase      | state   | attempt |
        | plan_i-1 | strategize | applied | 1       |
