Feature: Providers of scratch databases

  Rule: Databases of one provider do not meet

    Scenario: Twenty databases in use at once
      When 20 scratch databases are in use at once
      Then each holds its own note only
      And their names differ, and all begin with "handrail_"

  Rule: A provider claims what its databases can do, and nothing else

    Scenario Outline: The capability "<capability>"
      When the capability "<capability>" is tried
      Then it is there if, and only if, "<capability>" is claimed

      Examples:
        | capability            |
        | transactional ddl     |
        | enforces foreign keys |
        | named enums           |

  Rule: A kind that nobody provides is refused in words

    Scenario: A name that no provider has
      When databases of the kind "access" are asked for
      Then the answer is "--database: no provider gives 'access' databases (known: sqlite, postgresql, mariadb, postgresql://USER@HOST/NAME, mysql://USER@HOST, docker:IMAGE)"

    Scenario Outline: A container of <what>
      When databases of the kind "<asked>" are asked for
      Then the answer is "--database: <asked> names no image of a database server (as in docker:postgres:16 or docker+mariadb:IMAGE)"

      Examples:
        | what                   | asked           |
        | no image               | docker:         |
        | a kind that is in none | docker+sqlite:x |
