Feature: Values that a type on the far side shuts out

  Rule: A label that goes and a size that shrinks are hazards

    @postgresql
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

    @postgresql
    Scenario: On the way back labels come and sizes grow
      Given the step back between the two sides of "types"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                             |
        | enum   | studies: mood 'ugly' against the labels of mood    |
        | length | studies: short 'xxxx' against character varying(3) |

    @mariadb
    Scenario: Enumerations and sets in place, signs and sizes
      Given a step between the two sides of "types"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                                                           |
        | enum   | studies: direction 'not set' against the labels of enum('minimize','it''s, max') |
        | enum   | studies: state 'shut' against the labels of enum('open')                         |
        | enum   | studies: colour 'colour-1' against the labels of enum('red')                     |
        | enum   | studies: flags 'c' against the labels of set('a','b')                            |
        | length | studies: note 'xxxxx' against varchar(4)                                         |
        | length | studies: title 'xxxxxxxxxxxxxxxxxxx... (81 characters) against varchar(80)       |
        | length | studies: size 8388608 against mediumint(9)                                       |
        | length | studies: owed -1 against int(10) unsigned                                        |
        | length | studies: seen 2147483648 against int(11)                                         |
        | length | studies: price 1000 against decimal(5,2)                                         |
        | length | studies: bits 16 against bit(4)                                                  |
        | length | studies: raw b'xxxxx' against varbinary(4)                                       |
        | length | studies: at '2024-02-29 12:00:01.654321' against datetime                        |
        | type   | studies: due '2038-01-19 03:14:08' against timestamp                             |
        | length | studies: letters '漢' against varchar(20)                                         |
        | length | studies: remark 'xxxxxxxxxxxxxxxxxxx... (256 characters) against tinytext        |

    @mariadb
    Scenario: On the way back there is room for fewer again
      Given the step back between the two sides of "types"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                                        |
        | enum   | studies: mood 'ugly' against the labels of enum('good','bad') |
        | length | studies: owed 2147483648 against int(11)                      |
        | length | studies: seen -1 against int(10) unsigned                     |
        | length | studies: small 32768 against smallint(6)                      |
        | length | studies: short 'xxxx' against varchar(3)                      |

  Rule: The rows run into it

    @postgresql
    Scenario: A number too large for the narrower type
      Given a step between the two sides of "types"
      When I put in "studies: price 1000 against numeric(5,2)"
      Then the rows of "studies" are now
        | id | direction | mood | state | price   |
        | 1  | NOT_SET   | good | open  | 1000.00 |

    @mariadb
    Scenario: A member that a set loses
      Given a step between the two sides of "types"
      When I put in "studies: flags 'c' against the labels of set('a','b')"
      Then the rows of "studies" are now
        | id | direction | mood | state | flags |
        | 1  | not set   | good | open  | c     |
