Feature: Settings that env.py asks for are given, or it is left out

  Rule: An env.py that cannot be loaded is told in one line with its place, what it lacks and what to do

    @sqlite
    Scenario: It wants a variable of the environment
      Given the target "settings"
      When I try to walk it
      Then the walk is refused with "fixtures/targets/settings/env.py:4: env.py failed: the environment holds no APP_DATABASE_URL (give it one with --env APP_DATABASE_URL=VALUE, or walk without it: --no-env)"

    @sqlite
    Scenario Outline: It is <what>
      Given the target "manners"
      When I try to walk it with the option "manner=<manner>"
      Then the walk is refused with "fixtures/targets/manners/env.py<words>"

      Examples:
        | what                        | manner              | words                                                                                                                                                                |
        | in want of a module         | asking_for_a_module | :188: env.py failed: No module named 'not_installed' (start where it can be imported, or install Handrail where it is installed, or walk without it: --no-env) |
        | running no migration at all | running_nothing     | : env.py ended without running any migration (walk without it: --no-env)                                                                                             |

  Rule: What it is given holds, and is part of the call that shows a finding again

    @sqlite
    Scenario: It gets the variables that it wants
      Given the target "settings" with the variables
        | name             | value              |
        | APP_DATABASE_URL | sqlite:///live.db  |
        | APP_FOREIGN_KEYS | on                 |
      When I walk the revision "r2" of it
      Then among the errors are
        | rule         | revision | direction |
        | cascade-lost | r2       | upgrade   |
      And a finding is shown again with "--env APP_DATABASE_URL=sqlite:///live.db --env APP_FOREIGN_KEYS=on"

    @sqlite
    Scenario: It is left out
      Given the target "settings" without its env.py
      When I walk the revision "r2" of it with "none" data
      Then the errors are none
      And a finding is shown again with "--no-env"
