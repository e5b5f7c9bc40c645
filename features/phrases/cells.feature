Feature: A cell says one value, and every value has a cell

  Rule: What is put in is found again, and is what it says

    Background:
      Given a database at revision "r1" of the chain "fixtures/chains/kinds_of_values/alembic.ini"

    Scenario: Numbers, truth, time, documents and bytes
      Given the table "things" holds
        | id | number | ratio | flag  | day        | moment              | document        | bytes   |
        | 1  | -5     | 0.1   | true  | 2024-02-29 | 2023-01-01 00:00:00 | {"a": [1, "b"]} | x'00ff' |
        | 2  | 41     | 1.25  | false | 1970-01-01 | 1969-12-31 23:59:59 | {"a": ["\|"]}   | x''     |
        | 3  | NULL   | NULL  | NULL  | NULL       | NULL                | NULL            | NULL    |
      When I upgrade to "r2"
      Then the upgrade succeeds
      And the table "told" now holds
        | id | next | double | flag | year | year_of_moment | first | size |
        | 1  | -4   | 0.2    | yes  | 2024 | 2023           | 1     | 2    |
        | 2  | 42   | 2.5    | no   | 1970 | 1969           | \|    | 0    |
        | 3  | NULL | NULL   | NULL | NULL | NULL           | NULL  | NULL |
      And the table "things" still holds
        | id | number | ratio | flag  | day        | moment              | document        | bytes   |
        | 1  | -5     | 0.1   | true  | 2024-02-29 | 2023-01-01 00:00:00 | {"a": [1, "b"]} | x'00ff' |
        | 2  | 41     | 1.25  | false | 1970-01-01 | 1969-12-31 23:59:59 | {"a": ["\|"]}   | x''     |
        | 3  | NULL   | NULL  | NULL  | NULL       | NULL                | NULL            | NULL    |

    Scenario: Texts of any letters
      Given the table "things" holds
        | id | label                      |
        | 1  | NULL                       |
        | 2  | 'NULL'                     |
        | 3  | ''                         |
        | 4  |                            |
        | 5  | ' a '                      |
        | 6  | it's                       |
        | 7  | '''a'''                    |
        | 8  | 'x''00'''                  |
        | 9  | one\ntwo \| three          |
        | 10 | C:\\new                    |
        | 11 | 007                        |
        | 12 | \u2028\t                   |
      When I upgrade to "r2"
      Then the upgrade succeeds
      And the table "told" now holds
        | id | letters |
        | 1  | NULL    |
        | 2  | 4       |
        | 3  | 0       |
        | 4  | 0       |
        | 5  | 3       |
        | 6  | 4       |
        | 7  | 3       |
        | 8  | 5       |
        | 9  | 15      |
        | 10 | 6       |
        | 11 | 3       |
        | 12 | 2       |
      And the table "things" still holds
        | id | label             |
        | 1  | NULL              |
        | 2  | 'NULL'            |
        | 3  | ''                |
        | 4  | ''                |
        | 5  | ' a '             |
        | 6  | it's              |
        | 7  | '''a'''           |
        | 8  | 'x''00'''         |
        | 9  | one\ntwo \| three |
        | 10 | C:\\new           |
        | 11 | '007'             |
        | 12 | \u2028\t          |

    @sqlite
    Scenario: A column that takes anything
      Given the table "loose" holds
        | id | anything |
        | 1  | 5        |
        | 2  | '5'      |
        | 3  | 1.5      |
        | 4  | inf      |
        | 5  | x'35'    |
        | 6  | true     |
      When I upgrade to "r2"
      Then the upgrade succeeds
      And the table "told_of_loose" now holds
        | id | kind    |
        | 1  | integer |
        | 2  | text    |
        | 3  | real    |
        | 4  | real    |
        | 5  | blob    |
        | 6  | text    |
      And the table "loose" still holds
        | id | anything |
        | 1  | 5        |
        | 2  | '5'      |
        | 3  | 1.5      |
        | 4  | inf      |
        | 5  | x'35'    |
        | 6  | true     |

    @postgresql
    Scenario: Columns of types that only PostgreSQL has
      Given the table "typed" holds
        | id | labels        | span  | mood  | mark                                 | pause    |
        | 1  | {"a, b",NULL} | [1,5) | so so | 00000000-0000-4000-8000-000000000001 | 1 day    |
        | 7  | {x,"NULL"}    | empty | glad  | 00000000-0000-4000-8000-000000000002 | 00:00:02 |
      When I upgrade to "r2"
      Then the upgrade succeeds
      And the table "told_of_typed" now holds
        | id | second | upper | so_so | seconds |
        | 1  | NULL   | 5     | true  | 86400   |
        | 7  | 'NULL' | NULL  | false | 2       |
      And the table "typed" still holds
        | id | labels        | span  | mood  | mark                                 | pause    |
        | 1  | {"a, b",NULL} | [1,5) | so so | 00000000-0000-4000-8000-000000000001 | 1 day    |
        | 7  | {x,"NULL"}    | empty | glad  | 00000000-0000-4000-8000-000000000002 | 00:00:02 |

    @mariadb
    Scenario: Columns of types that only MariaDB has
      Given the table "packed" holds
        | id | bits | kinds |
        | 1  | 5    | a,b   |
        | 2  | NULL | ''    |
      When I upgrade to "r2"
      Then the upgrade succeeds
      And the table "told_of_packed" now holds
        | id | five | place |
        | 1  | 1    | 2     |
        | 2  | NULL | 0     |
      And the table "packed" still holds
        | id | bits | kinds |
        | 1  | 5    | a,b   |
        | 2  | NULL | ''    |

    Scenario: A value is changed, and one is put where there was none
      Given the table "things" holds
        | id | label | number |
        | 1  | 'a'   | 5      |
        | 2  | NULL  | 6      |
      And in the table "things" the number "5" was changed to "7"
      And in the table "things" the label "NULL" was changed to "'NULL'"
      When I upgrade to "r2"
      Then the upgrade succeeds
      And by label the table "things" now holds
        | label  | rows |
        | a      | 1    |
        | 'NULL' | 1    |
      And the table "things" now holds
        | id | number |
        | 1  | 7      |
        | 2  | 6      |

  Rule: A value written as a cell is read as the same value

    @sqlite
    Scenario: Whatever somebody has stored
      When all kinds of values are written as cells and read again
      Then each of them is what it was
