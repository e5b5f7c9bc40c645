@sqlite
Feature: Chains of Flask-Migrate are walked in their application, as its own command runs them

  Rule: The application that FLASK_APP names is there for env.py and for revisions

    Scenario: The folder that Flask-Migrate makes
      Given the target "shop/migrations" with the variables
        | name      | value                                         |
        | FLASK_APP | fixtures.targets.shop.application:create_app() |
      When I walk the revision "r2" of it
      Then the errors are
        | rule          | hazard                                                     |
        | upgrade-crash | users: two rows with the same email against ux_users_email |

  Rule: Of several databases that are migrated in one run the first is walked, and that is told

    Scenario: The folder that Flask-Migrate makes for several databases
      Given the target "shop/several" with the variables
        | name      | value                                    |
        | FLASK_APP | fixtures.targets.shop.application        |
      When I walk it
      Then the errors are none
      And the notes are
        | rule      | revision | changed |
        | data-lost | s1       |         |
      And not exercised are
        | revision | direction | reason                                                |
        | s1       | upgrade   | env.py migrates 2 databases: only its first is walked |
        | s1       | downgrade | env.py migrates 2 databases: only its first is walked |

  Rule: Without an application the walk is refused, and says how to name one

    Scenario: Nobody names one
      Given the target "shop/migrations" with the variables
        | name      | value            |
        | FLASK_APP | no.such.module   |
      When I try to walk it
      Then the walk is refused with "fixtures/targets/shop/migrations/env.py: env.py asks for Flask's current application: Could not import 'no.such.module'. (name it with --env FLASK_APP=MODULE:APPLICATION, or walk without it: --no-env)"
