@postgresql
Feature: Tables and a ledger in schemas of their own are walked as any other

  Rule: Where env.py leads plain names, statements and findings are about the same tables

    Scenario: A schema by search path, a ledger with a name of its own in it, and another schema
      Given the target "schemas"
      When I walk it
      Then the errors are
        | rule          | revision | direction | hazard                                                         |
        | upgrade-crash | r2       | upgrade   | app.users: two rows with the same email against ux_users_email |
      And among the notes are
        | rule      | revision | message                                                                                                      |
        | data-lost | r1       | the downgrade drops what the revision brought, with its values: rows of app.users, rows of post.letters |
      And not exercised are
        | revision | direction | reason |
