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
      Then the answer is "--database: no provider gives 'access' databases (known: sqlite, postgresql, postgresql://USER@HOST/NAME, docker:IMAGE)"

    Scenario: A container without the name of an image
      When databases of the kind "docker:" are asked for
      Then the answer is "--database: no image is named (as in docker:postgres:16)"
