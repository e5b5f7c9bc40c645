Feature: What scenarios need of a database

  Background:
    Given the file "behave.ini" holds
      """
      [behave]
      runner = benches.behave_runner:BenchesRunner
      """
    And the file "steps/lamp.py" holds
      """
      from behave import given, then

      @given("the switch is broken")
      def switch_is_broken(context):
          context.bench.processes.run("false")

      @then("the lamp is lit")
      def lamp_is_lit(context):
          context.bench.databases.make("lamp")
      """

  Rule: A scenario whose needs the database does not meet is skipped, and the reason is told

    Scenario Outline: Tagged @<tag> on <database>
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          @<tag>
          Scenario: At night
            Then the lamp is lit
        """
      When I run "behave -D database=<database>"
      Then it exits with code 0
      And it prints "<words>"

      Examples: the need is not met
        | tag                   | database   | words                                              |
        | sqlite                | postgresql | At night: it is about sqlite, not about postgresql |
        | requires_named_enums  | sqlite     | At night: sqlite lacks named enums                 |

      Examples: the need is met
        | tag                        | database | words                                    |
        | sqlite                     | sqlite   | 1 scenario passed, 0 failed, 0 skipped   |
        | requires_transactional_ddl | sqlite   | 1 scenario passed, 0 failed, 0 skipped   |

    Scenario Outline: <case> where no program is installed
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          <tag>
          Scenario: At night
            Then the lamp is lit
        """
      And no installed program is found
      When I run "behave -D database=<database>"
      Then it exits with code 0
      And it prints "At night: --database mariadb: no mariadbd is installed"

      Examples:
        | case         | tag               | database |
        | A whole run  |                   | mariadb  |
        | A scenario   | @requires_mariadb | sqlite   |

  Rule: What nobody knows is an error, and is never passed over

    Scenario: A need that no capability describes
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          @requires_wings
          Scenario: At night
            Then the lamp is lit
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "@requires_wings: no capability has this name"

    Scenario: A database that no provider gives
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: At night
            Then the lamp is lit
        """
      When I run "behave -D database=access"
      Then it exits with code 2
      And it prints "no provider gives 'access' databases"

  Rule: A scenario that ends with a bad outcome nobody looked at fails

    Scenario: A command failed on the way
      Given the file "features/lamp.feature" holds
        """
        Feature: The lamp
          Scenario: At night
            Given the switch is broken
            Then the lamp is lit
        """
      When I run "behave"
      Then it exits with code 1
      And it prints "nobody looked at exit code 1"
