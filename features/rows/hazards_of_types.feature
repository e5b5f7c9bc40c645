@postgresql
Feature: Values that a type on the far side shuts out

  Rule: A label that goes and a size that shrinks are hazards

    Scenario: Enumerations and sizes
      Given a step between the two sides of "types"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                                                                |
        | enum   | studies: direction 'NOT_SET' against the labels of direction                          |
        | enum   | studies: state 'shut' against the labels of state                                     |
        | enum   | studies: colour 'colour-1' against the labels of colour                               |
        | length | studies: note 'xxxxx' against character varying(4)                                    |
        | length | studies: title 'xxxxxxxxxxxxxxxxxxx... (81 characters) against character varying(80) |
        | length | studies: size 2147483648 against integer                                              |
        | length | studies: price 1000 against numeric(5,2)                                              |

    Scenario: On the way back labels come and sizes grow
      Given the step back between the two sides of "types"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                             |
        | enum   | studies: mood 'ugly' against the labels of mood    |
        | length | studies: short 'xxxx' against character varying(3) |

  Rule: The rows run into it

    Scenario: A number too large for the narrower type
      Given a step between the two sides of "types"
      When I put in "studies: price 1000 against numeric(5,2)"
      Then the rows of "studies" are now
        | id | direction | mood | state | price   |
        | 1  | NOT_SET   | good | open  | 1000.00 |
