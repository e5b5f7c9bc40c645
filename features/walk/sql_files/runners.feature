@sqlite
Feature: A runner of the user's own is given the files up to a revision

  Rule: A runner that cannot do what the files by themselves can is told with its words

    Scenario: It stops at a file
      Given the SQL files "one_fails"
      And a runner that "cannot do letters"
      When I walk the revision "003" of it
      Then the errors are
        | rule          | revision | direction | message                                                                    |
        | upgrade-crash | 003      | upgrade   | the runner fails where the file by itself passes: letters are beyond me |

    Scenario: It is a command and stops at a file
      Given the SQL files "one_fails"
      And a command that "cannot do letters"
      When I walk the revision "003" of it
      Then the errors are
        | rule          | revision | direction | message                                                                              |
        | upgrade-crash | 003      | upgrade   | the runner fails where the file by itself passes: RuntimeError: letters are beyond me |

    Scenario: It never comes anywhere
      Given the SQL files "one_fails", from the first on
      And a runner that "never comes anywhere"
      When I walk it with "none" data
      Then not exercised are
        | revision | direction | reason                                                                   |
        | 001      | upgrade   | the runner leaves it alone                                              |
        | 002      | upgrade   | the runner does not come to the revision before it: table users is gone |
        | 003      | upgrade   | the runner does not come to the revision before it: table users is gone |

    Scenario: It never comes to an end
      Given the SQL files "one_fails"
      And a runner that "sleeps"
      When I walk the revision "001" of it and allow each step 0.3 s
      Then the errors are
        | rule          | revision | direction | message                                                                                  |
        | upgrade-crash | 001      | upgrade   | the runner fails where the file by itself passes: 0.3 s without coming to an end |

  Rule: A runner that is not there is said not to be there

    Scenario Outline: <what>
      Given the SQL files "one_fails"
      And the runner is given as "<runner>"
      When I try to walk it
      Then the walk is refused with "--runner: <message>"

      Examples:
        | what                    | runner                         | message                                                                                                    |
        | No such module          | nowhere.runner:run             | nowhere.runner:run cannot be had: No module named 'nowhere'                                                |
        | No such callable        | fixtures.sql_files.runners:run | fixtures.sql_files.runners:run cannot be had: module 'fixtures.sql_files.runners' has no attribute 'run'   |
        | Nothing to call         | fixtures.sql_files.runners:sys | fixtures.sql_files.runners:sys cannot be called                                                            |
        | No such program         | nowhere {url} {folder}         | there is no program 'nowhere' (give module:callable, or a command with {url} and {folder})                 |
        | A quotation without end | python 'x                      | the command cannot be read: No closing quotation                                                           |

    Scenario: Alembic brings its own
      Given the chain "no_way_back" of Alembic revisions
      And the runner is given as "fixtures.sql_files.runners:honest"
      When I try to walk it
      Then the walk is refused with "--runner: a runner is given files up to a revision, which Alembic's cannot be parted into (it is for folders of SQL files)"
