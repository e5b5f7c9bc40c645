Feature: A folder that cannot be a chain is refused before anything runs, in words

  Rule: Every migration has one version, one way up, and something to run

    Scenario Outline: <what>
      Given a folder with the files
        | file     | content   |
        | <first>  | <content> |
        | <second> | <content> |
      When I read the folder
      Then the folder is refused with "<message>"

      Examples:
        | what                      | first            | second           | content             | message                                                                                       |
        | Two of one version        | 009_a.up.sql     | 9_b.up.sql       | a statement         | migrations: version 009 is there twice: 009_a.up.sql and 9_b.up.sql (give one of them another version) |
        | Nothing to run            | 1_a.up.sql       | 2_b.up.sql       | nothing             | {folder}/1_a.up.sql: the migration holds no statement                                         |
        | Comments alone            | 1_a.up.sql       | 2_b.up.sql       | a comment           | {folder}/1_a.up.sql: the migration holds no statement                                         |
        | A way back by itself      | 1_a.up.sql       | 2_b.down.sql     | a statement         | {folder}/2_b.down.sql: it has no way up beside it                                             |
        | Two ways back             | U1__a.sql        | U01__a.sql       | a statement         | {folder}/U01__a.sql: it has no way up beside it                                               |
        | Letters that are no UTF-8 | 1_a.up.sql       | 2_b.up.sql       | a letter of Latin 1 | {folder}/1_a.up.sql: the file is not UTF-8: byte 8 is 0xfc (save it as UTF-8)                 |
        | Marks the wrong way round | 1_a.sql          | 2_b.sql          | down before up      | {folder}/1_a.sql: the file holds not one -- migrate:up, with at most one -- migrate:down behind it |
        | Something before the mark | 1_a.sql          | 2_b.sql          | a statement before up | {folder}/1_a.sql: a statement stands before -- migrate:up                                   |

    Scenario: Two files undo one version
      Given a folder with the files
        | file        |
        | V1__a.sql   |
        | U1__a.sql   |
        | U01__a.sql  |
      When I read the folder
      Then the folder is refused with "{folder}/U1__a.sql: it undoes what another file undoes"

  Rule: One folder keeps to one layout

    Scenario Outline: The folder holds <what>
      Given a folder with the files
        | file     |
        | <first>  |
        | <second> |
      When I read the folder
      Then the folder is refused with "migrations: <message>"

      Examples:
        | what                       | first       | second    | message                                                                                                                                                              |
        | files of two layouts       | 1_a.up.sql  | V1__b.sql | the folder mixes layouts: V1__b.sql (flyway), 1_a.up.sql (pairs) (keep to 001_x.up.sql beside 001_x.down.sql, dbmate's -- migrate:up, or Flyway's V1__x.sql)         |
        | a number and no way        | 1_a.up.sql  | 2_b.sql   | 2_b.sql fits no layout (known: 001_x.up.sql beside 001_x.down.sql, dbmate's -- migrate:up, or Flyway's V1__x.sql)                                                    |
        | nothing that has a version | a.sql       | b.sql     | no file of the folder is a migration (known: 001_x.up.sql beside 001_x.down.sql, dbmate's -- migrate:up, or Flyway's V1__x.sql)                                       |
