Feature: Values that a column of another type shuts out or makes into others
  What grows is no hazard, and neither is a text that a CHECK keeps to what the new type knows.

  Rule: What is no such thing, has no room or comes back as another value is a hazard

    @postgresql
    Scenario: Types of PostgreSQL
      Given a step between the two sides of "retyped"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                                                              |
        | type   | things: amount 'word' against integer                                               |
        | type   | things: amount '' against integer                                                   |
        | type   | things: amount '007' against integer                                                |
        | type   | things: flag 'word' against boolean                                                 |
        | type   | things: flag '' against boolean                                                     |
        | type   | things: born 'word' against date                                                    |
        | type   | things: born '' against date                                                        |
        | length | things: price 0.005 against numeric(12,2)                                           |
        | length | things: total 1.23456789 against real                                               |
        | length | things: total 1e+300 against real                                                   |
        | type   | things: count 10000 against numeric(6,2)                                            |
        | type   | things: moment '2024-10-27 00:30:00+00' against timestamp without time zone         |
        | type   | things: moment '2024-11-03 05:30:00+00' against timestamp without time zone         |
        | type   | things: place '2024-03-31 02:30:00' against timestamp with time zone                |
        | type   | things: place '2024-03-10 02:30:00' against timestamp with time zone                |
        | length | things: at '2024-02-29 12:00:01.654321' against timestamp(0) without time zone      |
        | type   | things: doc '{"b": 1, "a": 2, "b": 3}' against jsonb                                |
        | type   | things: doc '{"a": "\\u0000"}' against jsonb                                        |
        | type   | things: code 'x ' against character(9)                                              |
        | type   | things: tags '{"word"}' against integer[]                                           |
        | type   | things: tags '{""}' against integer[]                                               |
        | type   | things: tags '{"007"}' against integer[]                                            |
        | length | things: bits '11111' against bit varying(4)                                         |
        | type   | things: raw b'\x00\xff' against text                                                 |

    @sqlite
    Scenario: Types of SQLite, which has room for everything and copies by affinity
      Given a step between the two sides of "retyped"
      When I look for hazards
      Then the hazards are
        | kind | hazard                                              |
        | type | things: amount 'word' against INTEGER               |
        | type | things: amount '' against INTEGER                   |
        | type | things: amount '007' against INTEGER                |
        | type | things: whole 1.5 against INTEGER                   |
        | type | things: big 9007199254740993 against FLOAT          |
        | type | things: flag 2 against BOOLEAN                      |
        | type | things: moment '2024-12-31 23:30:00' against DATE   |
        | unique | things: two rows with the same lower("mark") against UNIQUE (mark) |

    @mariadb
    Scenario: Types of MariaDB
      Given a step between the two sides of "retyped"
      When I look for hazards
      Then the hazards are
        | kind   | hazard                                            |
        | type   | things: amount 'word' against int(11)             |
        | type   | things: amount '' against int(11)                 |
        | type   | things: amount '007' against int(11)              |
        | type   | things: flag 'word' against tinyint(1)            |
        | type   | things: flag '' against tinyint(1)                |
        | type   | things: turned 2 against tinyint(1)               |
        | type   | things: turned 128 against tinyint(1)             |
        | type   | things: born 'word' against date                  |
        | type   | things: born '' against date                      |
        | length | things: price 0.005 against decimal(12,2)         |
        | length | things: total 1.23456789 against float            |
        | length | things: total 1e+300 against float                |
        | type   | things: count 10000 against decimal(6,2)          |
        | type   | things: code 'x ' against char(9)                 |
        | type   | things: raw b'x' against binary(9)                |
        | type   | things: doc 'word' against json                   |
        | type   | things: doc '' against json                       |
        | type   | things: moment '2024-12-31 23:30:00' against date |
        | type   | things: big 16777217 against float                |

  Rule: The row holds it

    @sqlite
    Scenario: A number with zeros before it
      Given a step between the two sides of "retyped"
      When I put in "things: amount '007' against INTEGER"
      Then the rows of "things" are now
        | id | amount | known |
        | 1  | 007    | 1     |

    @postgresql
    Scenario: A list of one word
      Given a step between the two sides of "retyped"
      When I put in "things: tags '{"word"}' against integer[]"
      Then the rows of "things" are now
        | id | tags   | known |
        | 1  | {word} | 1     |
