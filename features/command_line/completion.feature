Feature: Shells complete what is typed, once handrail --install-completion was called

  Rule: Commands, options and their values are offered, and the names of a project's own chains

    Scenario: What is offered at the end of a line
      Given the file "pyproject.toml" holds
        """
        [tool.handrail.chains.billing]
        target = "billing/alembic.ini"

        [tool.handrail.chains.stock]
        target = "stock/alembic.ini"
        """
      When I come to the end of these lines
        | line                             |
        | handrail wa                      |
        | handrail walk bi                 |
        | handrail walk stock --fail-on n  |
        | handrail walk stock --database s |
        | handrail walk stock --format js  |
        | handrail explain data-           |
      Then the shell offers
        | line                             | words                  |
        | handrail wa                      | walk                   |
        | handrail walk bi                 | billing                |
        | handrail walk stock --fail-on n  | note never             |
        | handrail walk stock --database s | sqlite                 |
        | handrail walk stock --format js  | json                   |
        | handrail explain data-           | data-changed data-lost |

    Scenario: A pyproject.toml that cannot be read offers nothing
      Given the file "pyproject.toml" holds
        """
        [tool
        """
      When I come to the end of these lines
        | line             |
        | handrail walk bi |
      Then the shell offers
        | line             | words |
        | handrail walk bi |       |

  Rule: The script for each shell is one that this shell can read

    Scenario Outline: <shell>
      Given the completion for <shell> as "completion"
      When I run "<shell> -n completion"
      Then it exits with code 0
      And the file "completion" now holds
        """
        handrail
        """

      Examples:
        | shell |
        | bash  |

      @requires_zsh
      Examples:
        | shell |
        | zsh   |

      @requires_fish
      Examples:
        | shell |
        | fish  |
