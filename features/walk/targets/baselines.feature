Feature: A chain may begin where the application has ended

  Rule: A first revision that lacks something is told where it may come from

    Scenario: Nothing stands before it
      Given the target "based"
      When I walk it with "none" data
      Then the errors are
        | rule          | revision | remedy                                                                                  |
        | upgrade-crash | b1       | what the chain builds upon may be made elsewhere: --baseline FILE.sql or MODULE:CALLABLE |

  Rule: A base schema is laid before the first revision, and rows are put into its tables

    Scenario Outline: It is made by <baseline>
      Given the target "based" upon <baseline>
      When I walk it
      Then the errors are
        | rule          | revision | direction | hazard                                                  |
        | upgrade-crash | b1       | upgrade   | users: two rows with the same name against uq_users_name |
      And a finding is shown again with "--baseline <baseline>"

      Examples:
        | baseline                                       |
        | fixtures/targets/based/base.sql                |
        | fixtures.targets.based.base:metadata.create_all |
        | fixtures.targets.based.base:on                 |

  Rule: A base schema that cannot be laid is told in one line

    @sqlite
    Scenario Outline: <baseline> is given
      Given the target "based" upon <baseline>
      When I try to walk it
      Then the walk is refused with "<words>"

      Examples:
        | baseline                              | words |
        | fixtures/targets/based/nothing.sql    | --baseline: there is no file fixtures/targets/based/nothing.sql (give an SQL file, or module:callable, which is called with an engine) |
        | fixtures.targets.based.base:nothing   | --baseline: fixtures.targets.based.base:nothing cannot be had: module 'fixtures.targets.based.base' has no attribute 'nothing' |
        | fixtures.targets.based.base:metadata  | --baseline: fixtures.targets.based.base:metadata cannot be called |
        | fixtures.targets.based.base:fails     | --baseline: fixtures.targets.based.base:fails failed: LookupError: no users are to be had |
        | fixtures/targets/based/broken.sql     | fixtures/targets/based/broken.sql:3: the baseline fails: no such table: nobody |
