Feature: model-drift: the schema at the head is not what the models say

  Tests make their tables from the models, production is made by the chain.

  Rule: Each table that the models have otherwise is a warning at the head, with everything that differs

    Scenario Outline: Two parts of an application, conditions in other words, and tables that are neither's
      Given the chain "models_part"
      When I walk it with "none" data
      Then the errors are none
      And the warnings are
        | rule        | revision | at | message |
        | model-drift | r2 | r2_tables.py:10 | the models and the head differ in drafts: table is in the database alone |
        | model-drift | r2 | r2_tables.py:10 | the models and the head differ in orders: foreign key fk_orders_user_id is in the models alone; index ix_orders_user_id is orders (user_id) in the database, orders (user_id, number) in the models; unique key (number) is in the models alone; name of the check (<number> > 0) is positive in the database, ck_orders_number in the models |
        | model-drift | r2 | r2_tables.py:10 | the models and the head differ in pens: table is in the models alone |
        | model-drift | r2 | r2_tables.py:10 | the models and the head differ in users: NULL in column email is allowed in the database, forbidden in the models; column age is in the models alone; column nick is in the database alone; default of column visits is 7 in the database, 9 in the models; index ix_users_name is in the models alone; type of column name is VARCHAR(20) in the database, VARCHAR(50) in the models; check ck_users_visits is (<visits> > 0) in the database, (visits >= 0) in the models; check ck_users_id is in the database alone; check ck_users_age is in the models alone |

      @sqlite @postgresql
      Examples: plain names
        | number | visits |
        | number | visits |

      @mariadb
      Examples: names in the catalog's quotes
        | number   | visits   |
        | `number` | `visits` |

  Rule: Where there is nothing to compare, nothing is told

    @sqlite
    Scenario: The metadata holds no table
      Given the chain "models_part"
      When I walk it with the option "models=none"
      Then there is no error and no warning
      And nothing was left unexercised

  Rule: What cannot be compared is listed

    @sqlite
    Scenario: The function that picks tables fails
      Given the chain "models_part"
      When I walk it with the option "models=broken"
      Then there is no error and no warning
      And not exercised are
        | revision | direction | reason                                                     |
        | r2       | upgrade   | the models cannot be compared: LookupError: whose is pens? |
