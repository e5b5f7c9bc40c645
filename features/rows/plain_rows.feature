Feature: Rows that come in without a hazard
  Each kind by itself, since one crash hides the next.

  Rule: Nothing is put in where a step touches nothing

    Scenario: A step that changes a table and leaves another alone
      Given a step between the two sides of "family"
      When I ask which tables the step can do something to
      Then the tables are "actions, plans, arguments, owners, settings"

    Scenario: A step that drops everything
      Given a step that drops every table of "family"
      When I ask which tables the step can do something to
      Then the tables are "actions, plans, arguments, owners, settings, strangers"

    Scenario: A step that changes nothing and names one table
      Given a step between the two sides of "unchanged"
      When I ask which tables a step that names "plans" can do something to
      Then the tables are "actions, plans, arguments"

    Scenario: A step that changes nothing at all
      Given a step between the two sides of "unchanged"
      When I ask which tables the step can do something to
      Then there is no such table

    @sqlite
    Scenario: What the database keeps for itself is left alone
      Given a step that drops every table of "shadows"
      When I ask which tables the step can do something to
      Then the tables are "notes"

  Rule: Each kind is a load of its own, and so is each hazard

    Scenario: A step with one hazard
      Given a step between the two sides of "renamed"
      When I look for hazards
      Then the loads are
        | load                                                  |
        | one full row                                          |
        | every nullable column NULL                            |
        | every literal                                         |
        | twins                                                 |
        | children of children                                  |
        | lifecycle_plans: owner NULL against NOT NULL of owner |

    Scenario: Two kinds that make the same rows are one
      Given a step that drops every table of "bare"
      When I look for hazards
      Then the loads are
        | load          |
        | one full row  |
        | every literal |

    Scenario: A step that changes nothing
      Given a step between the two sides of "unchanged"
      When I look for hazards
      Then there is nothing to put in

  Rule: A table has as many rows as the kind asks for, parents first

    Background:
      Given a step between the two sides of "family"

    Scenario: One full row
      When I put in "one full row"
      Then nothing was left out
      And the rows of "actions" are now
        | name   | state | payload_json        |
        | name-1 | ready | {"payload_json": 1} |
      And the rows of "plans" are now
        | plan_id | parent_id | action_name | low | high |
        | 1       | NULL      | name-1      | 1   | 2    |
        | 2       | 1         | name-1      | 2   | 3    |
      And the rows of "arguments" are now
        | plan_id | name   | alias   |
        | 1       | name-1 | alias-1 |
      And the rows of "owners" are now
        | plan_id | owner   |
        | 2       | owner-1 |
      And the rows of "settings" are now
        | id | language |
        | 1  | 1        |

    Scenario: NULL wherever it may be
      When I put in "every nullable column NULL"
      Then the rows of "actions" are now
        | name   | state | payload_json |
        | name-1 | ready | NULL         |
      And the rows of "plans" are now
        | plan_id | parent_id | action_name | low |
        | 1       | NULL      | NULL        | 1   |
        | 2       | NULL      | NULL        | 2   |
      And the rows of "arguments" are now
        | plan_id | name   | alias |
        | 1       | name-1 | NULL  |

    Scenario: Every literal
      When I put in "every literal"
      Then nothing was left out
      And the rows of "actions" are now
        | name   | state | payload_json        |
        | name-1 | ready | {"payload_json": 1} |
        | name-2 | busy  | {}                  |
        | name-3 | done  | []                  |
        | name-4 | ready | NULL                |
      And the rows of "plans" are now
        | plan_id | parent_id | action_name | low | high |
        | 1       | NULL      | name-4      | 1   | 2    |
        | 2       | 1         | name-3      | 2   | 3    |
        | 3       | 2         | name-4      | 3   | 4    |
        | 4       | 3         | name-4      | 4   | 5    |
      And the rows of "settings" are now
        | id | language |
        | 1  | 1        |

    Scenario: Twins differ in one column of each key
      When I put in "twins"
      Then the rows of "actions" are now
        | name   | state | payload_json        |
        | name-1 | ready | {"payload_json": 1} |
        | name-2 | ready | {"payload_json": 1} |
      And the rows of "arguments" are now
        | plan_id | name   | alias   |
        | 2       | name-1 | alias-1 |
        | 2       | name-5 | alias-5 |
        | 3       | name-1 | alias-1 |
        | 4       | name-1 | alias-3 |
        | 5       | name-4 | alias-1 |
      And the rows of "owners" are now
        | plan_id | owner   |
        | 6       | owner-1 |
        | 8       | owner-1 |

    Scenario: Children of children
      When I put in "children of children"
      Then the rows of "plans" are now
        | plan_id | parent_id | action_name |
        | 1       | NULL      | name-2      |
        | 2       | 1         | name-1      |
        | 3       | 2         | name-2      |
        | 4       | 3         | name-1      |
        | 5       | 4         | name-2      |
        | 6       | 3         | name-2      |
        | 7       | 6         | name-2      |
        | 8       | 5         | name-2      |
      And the rows of "arguments" are now
        | plan_id | name   |
        | 7       | name-2 |
        | 7       | name-4 |
        | 8       | name-1 |
        | 8       | name-3 |

  Rule: A load for counting statements has rows of one table, each below the one before

    Background:
      Given a step between the two sides of "family"

    Scenario: Rows that refer to each other
      When I put in 4 rows of "plans"
      Then the rows of "plans" are now
        | plan_id | parent_id | action_name |
        | 1       | NULL      | NULL        |
        | 2       | 1         | NULL        |
        | 3       | 2         | NULL        |
        | 4       | 3         | NULL        |

    Scenario: Of several references the one named for a parent
      Given a step between the two sides of "tree"
      When I put in 3 rows of "kin"
      Then the rows of "kin" are now
        | id | parent_id | root_id |
        | 1  | NULL      | NULL    |
        | 2  | 1         | NULL    |
        | 3  | 2         | NULL    |

    Scenario: Rows that need parents, every other one sparse
      When I put in 3 rows of "owners"
      Then the rows of "owners" are now
        | plan_id | owner   |
        | 1       | owner-1 |
        | 2       | NULL    |
        | 3       | owner-3 |
