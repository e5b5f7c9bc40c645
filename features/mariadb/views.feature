@mariadb
Feature: MariaDB keeps a view of what is no longer there

  Rule: A revision that leaves such a view behind is walked as any other, and so are those after it

    Scenario: A column that the view reads goes, and then its table is called otherwise
      Given the chain "view_outlives"
      When I walk it
      Then the errors are none
      And the warnings are
        | rule      | revision | direction | at                |
        | data-lost | r2       | upgrade   | r2_no_price.py:10 |
