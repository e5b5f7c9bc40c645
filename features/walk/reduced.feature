Feature: What is told of an error is no more than what shows it

  Whoever reads it should see at a glance which row it is, and which value of it.

  Rule: Of rows only those stay that are needed, and of their values only those that matter

    A value that may be left out is; one that must be there becomes the plainest of its type.

    Scenario: A revision has the application move the ages of users to where there can be none
      Given the chain "called_module"
      When I walk it
      Then the errors are
        | rule          | revision | values                                                      | at          |
        | upgrade-crash | r2       | users: id = 1, email = '', age = 1, born = '1970-01-01', height = 0, seen = NULL | moving.py:7 |
