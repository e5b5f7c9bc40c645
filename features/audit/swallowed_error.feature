Feature: The audit names handlers that swallow an error of the database

  What failed is recorded as if it had been done. The sources below are kept in
  fixtures/audit/swallowed_error.

  Rule: A handler of a migration that passes on nothing of an error is named

    Scenario Outline: Revision <revision> swallows errors
      When the rule "swallowed-error" reads the revision "<revision>"
      Then "swallowed-error" is named at each marked line

      Examples:
        | revision           |
        | swallows           |
        | in_blocks          |
        | pairs/001_swallows |

    Scenario: The finding tells the handler
      When the rule "swallowed-error" reads the revision "in_blocks"
      Then the audit names
        | severity | direction | message                                                                             |
        | error    | upgrade   | EXCEPTION WHEN OTHERS meets the error of a statement and passes on nothing of it |

    Scenario Outline: Revision <revision> lets no error get lost
      When the rule "swallowed-error" reads the revision "<revision>"
      Then "swallowed-error" is not named

      Examples:
        | revision            |
        | passes_on           |
        | pairs/002_passes_on |

  Rule: A handler of the runner that can be left without an error is named

    Scenario Outline: The runner <runner>
      When the rule "swallowed-error" reads the runner "<runner>"
      Then "swallowed-error" is named at each marked line

      Examples:
        | runner           |
        | records_failures |
        | goes_on          |
        | in_a_class       |

    Scenario: The finding tells what becomes of a migration that failed
      When the rule "swallowed-error" reads the runner "records_failures"
      Then the audit names
        | severity | message                                                                                      |
        | error    | a migration that failed can be recorded as applied: except psycopg.errors.DuplicateTable |

    Scenario: A method of a class can be given as the runner
      When I audit the runner "fixtures.audit.swallowed_error.runners.in_a_class:Migrator.run"
      Then the audit names
        | severity | message                                                                           |
        | error    | a migration that failed can be passed over without an error: except psycopg.Error |

    Scenario: A runner that ends with each error
      When the rule "swallowed-error" reads the runner "ends"
      Then "swallowed-error" is not named

  Rule: A runner that cannot be read is refused in one line

    Scenario Outline: <runner>
      When I audit the runner "<runner>"
      Then the audit is refused with "<message>"

      Examples:
        | runner                                                  | message                                                                                                                                 |
        | fixtures.nowhere:migrate                                | --runner fixtures.nowhere:migrate: there is no module "fixtures.nowhere" below this folder (give module:callable)                        |
        | fixtures.agents.repaired.runner:start                   | fixtures/agents/repaired/runner.py: there is no function "start"                                                                         |
        | fixtures.audit.swallowed_error.runners.by_command:migrate | fixtures/audit/swallowed_error/runners/by_command.py:6: nothing can be read of what migrate executes (leave out --runner)                |
