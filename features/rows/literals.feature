Feature: Values that a condition names
  Each with the column that it is compared with, in the words of either database.

  Rule: What is compared with one column belongs to it, and boundaries have neighbours

    @sqlite
    Scenario: Conditions of SQLite
      When I read the literals of these conditions
        | condition                                    |
        | phase IN ('a', 'b') AND x > 1                |
        | [my phase] = 'it''s' OR y BETWEEN -2 AND 1.5 |
        | length(note) <= 3 AND flag = TRUE            |
        | note LIKE 'x%' AND n = -7 AND -'a' = note    |
        | a < b AND a + b > 3 AND 1 = 1                |
        | length(note) > 20000 AND length(note) <> 'x' |
        | 1 = 1                                        |
        | this is ( no condition                       |
      Then the literals are
        | condition                                    | literals                                                           |
        | phase IN ('a', 'b') AND x > 1                | phase 'a'; phase 'b'; x 1; x 2; x 0                                |
        | [my phase] = 'it''s' OR y BETWEEN -2 AND 1.5 | my phase "it's"; y -2; y -1; y -3; y 1.5; y 2.5; y 0.5             |
        | length(note) <= 3 AND flag = TRUE            | note 'xxx'; note 'xxxx'; note 'xx'; flag True                      |
        | note LIKE 'x%' AND n = -7 AND -'a' = note    | note 'x%'; n -7; note 'a'                                          |
        | a < b AND a + b > 3 AND 1 = 1                |                                                                    |
        | length(note) > 20000 AND length(note) <> 'x' | note 'x'                                                           |
        | 1 = 1                                        |                                                                    |
        | this is ( no condition                       |                                                                    |

    @postgresql
    Scenario: Conditions of PostgreSQL
      When I read the literals of these conditions
        | condition                                                                               |
        | ((phase)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) |
        | ((phase)::text <> ALL (ARRAY['c'::text]))                                               |
        | (x > (0)::numeric)                                                                      |
        | (y >= '-1'::integer)                                                                    |
        | (char_length((note)::text) <= 2)                                                        |
        | (z = ANY (other))                                                                       |
      Then the literals are
        | condition                                                                               | literals                            |
        | ((phase)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) | phase 'a'; phase 'b'                |
        | ((phase)::text <> ALL (ARRAY['c'::text]))                                               | phase 'c'                           |
        | (x > (0)::numeric)                                                                      | x 0; x 1; x -1                      |
        | (y >= '-1'::integer)                                                                    | y -1; y 0; y -2                     |
        | (char_length((note)::text) <= 2)                                                        | note 'xx'; note 'xxx'; note 'x'     |
        | (z = ANY (other))                                                                       |                                     |

    @mariadb
    Scenario: Conditions of MariaDB
      When I read the literals of these conditions
        | condition                                    |
        | `phase` in ('a','it\'s') and `x` > 1         |
        | octet_length(`note`) <= 3 and `flag` is true |
        | `y` between -2 and 1.5 or "z" = 'b'          |
        | octet_length(upper(`note`)) > 20000          |
      Then the literals are
        | condition                                    | literals                                      |
        | `phase` in ('a','it\'s') and `x` > 1         | phase 'a'; phase "it's"; x 1; x 2; x 0        |
        | octet_length(`note`) <= 3 and `flag` is true | note 'xxx'; note 'xxxx'; note 'xx'; flag True |
        | `y` between -2 and 1.5 or "z" = 'b'          | y -2; y -1; y -3; y 1.5; y 2.5; y 0.5; z 'b'  |
        | octet_length(upper(`note`)) > 20000          |                                               |
