Feature: Rows that a key or NOT NULL on the far side shuts out

  Rule: What a key of today implies is no hazard

    @sqlite @postgresql
    Scenario: NOT NULL, foreign keys and keys come in
      Given a step between the two sides of "keys"
      When I look for hazards
      Then the hazards are
        | kind        | hazard                                                             |
        | not-null    | machines: owner NULL against NOT NULL of owner                     |
        | foreign-key | machines: owner 'owner-909' against the foreign key to owners      |
        | unique      | machines: two rows with the same slug against ux_slug              |
        | unique      | machines: two rows with the same label against ux_label            |
        | unique      | parts: two rows with the same place, alias against uq_place_alias  |

    @mariadb
    Scenario: NOT NULL, foreign keys and keys come in on MariaDB
      Given a step between the two sides of "keys"
      When I look for hazards
      Then the hazards are
        | kind        | hazard                                                             |
        | not-null    | machines: owner NULL against NOT NULL of owner                     |
        | foreign-key | machines: owner 'owner-909' against the foreign key to owners      |
        | unique      | machines: two rows with the same slug against ux_slug              |
        | unique      | machines: two rows with the same label against ux_label            |
        | unique      | parts: two rows with the same place, alias against uq_place_alias  |

    Scenario: On the way back NOT NULL, foreign keys and keys go
      Given the step back between the two sides of "keys"
      When I look for hazards
      Then there is no hazard

    Scenario: A renamed table is still compared
      Given a step between the two sides of "renamed"
      When I look for hazards
      Then the hazards are
        | kind     | hazard                                                    |
        | not-null | lifecycle_plans: owner NULL against NOT NULL of owner     |

  Rule: The rows run into the hazard and need no others but their parents

    Scenario: A reference to nothing
      Given a step between the two sides of "keys"
      When I put in "machines: owner 'owner-909' against the foreign key to owners"
      Then the rows of "machines" are now
        | id | code   | owner     | site   |
        | 1  | code-1 | owner-909 | name-1 |
      And the rows of "owners" are now
        | name   |
        | name-1 |

    @sqlite @postgresql
    Scenario: Twins in a partial index hold what it asks for
      Given a step between the two sides of "keys"
      When I put in "machines: two rows with the same slug against ux_slug"
      Then the rows of "machines" are now
        | id | code   | slug   | gone |
        | 1  | code-1 | slug-1 | 7    |
        | 2  | code-2 | slug-1 | 7    |

    Scenario: Twins that differ only in what they refer to
      Given a step between the two sides of "keys"
      When I put in "parts: two rows with the same place, alias against uq_place_alias"
      Then the rows of "parts" are now
        | machine_id | place | alias   |
        | 1          | 1     | alias-1 |
        | 2          | 1     | alias-1 |
