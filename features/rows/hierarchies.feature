Feature: Rows that refer to rows of their own table

  Rule: A table that the step touches is tried in every shape that the database lets in

    @sqlite
    Scenario: Without enforced references an orphan is one of them
      Given a step between the two sides of "tree"
      When I look for hazards
      Then the hazards are
        | kind      | hazard                                |
        | hierarchy | plans: a deep chain through parent_id |
        | hierarchy | plans: a self-loop through parent_id  |
        | hierarchy | plans: a two-cycle through parent_id  |
        | hierarchy | plans: an orphan through parent_id    |

    @postgresql @mariadb
    Scenario: With enforced references there are no orphans
      Given a step between the two sides of "tree"
      When I look for hazards
      Then the hazards are
        | kind      | hazard                                |
        | hierarchy | plans: a deep chain through parent_id |
        | hierarchy | plans: a self-loop through parent_id  |
        | hierarchy | plans: a two-cycle through parent_id  |

    @sqlite
    Scenario: A column that is merely named for a parent
      Given a step between the two sides of "tree"
      When I look for hazards of a step that names "folders"
      Then the hazards are
        | kind      | hazard                                |
        | hierarchy | plans: a deep chain through parent_id |
        | hierarchy | plans: a self-loop through parent_id  |
        | hierarchy | plans: a two-cycle through parent_id  |
        | hierarchy | plans: an orphan through parent_id    |
        | hierarchy | folders: a deep chain through parent  |
        | hierarchy | folders: a self-loop through parent   |
        | hierarchy | folders: a two-cycle through parent   |
        | hierarchy | folders: an orphan through parent     |

    Scenario: Nothing that refers to another table alone is a hierarchy
      Given the step back between the two sides of "renamed"
      When I look for hazards of a step that names "notes"
      Then there is no hazard

  Rule: The rows have the shape that the hazard names

    Scenario: A deep chain
      Given a step between the two sides of "tree"
      When I put in "plans: a deep chain through parent_id"
      Then the rows of "plans" are now
        | plan_id | parent_id | root_id |
        | 1       | NULL      | 1       |
        | 2       | 1         | 2       |
        | 3       | 2         | 3       |
        | 4       | 3         | 4       |
        | 5       | 4         | 5       |
        | 6       | 5         | 6       |
        | 7       | 6         | 7       |
        | 8       | 7         | 8       |
        | 9       | 8         | 9       |
        | 10      | 9         | 10      |
        | 11      | 10        | 11      |
        | 12      | 11        | 12      |

    Scenario: A self-loop
      Given a step between the two sides of "tree"
      When I put in "plans: a self-loop through parent_id"
      Then the rows of "plans" are now
        | plan_id | parent_id | root_id |
        | 1       | 1         | 1       |

    Scenario: A two-cycle
      Given a step between the two sides of "tree"
      When I put in "plans: a two-cycle through parent_id"
      Then the rows of "plans" are now
        | plan_id | parent_id | root_id |
        | 1       | 2         | 1       |
        | 2       | 1         | 2       |

    @sqlite
    Scenario: An orphan
      Given a step between the two sides of "tree"
      When I put in "plans: an orphan through parent_id"
      Then the rows of "plans" are now
        | plan_id | parent_id | root_id |
        | 1       | 2         | 1       |
