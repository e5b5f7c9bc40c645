Feature: The audit names columns that refuse NULL from now on, and that nothing fills

  Such a migration works on an empty database, and stops where there are rows. The revisions below
  are kept in fixtures/audit/not_null_without_default.

  Rule: A column is named where rows that are there may hold nothing in it

    Scenario Outline: Revision <revision> fills none of its columns
      When the rule "not-null-without-default" reads the revision "<revision>"
      Then "not-null-without-default" is named at each marked line

      Examples:
        | revision          |
        | added             |
        | closed            |
        | pairs/002_without |

    Scenario: The finding tells the column, and since when it takes NULL
      When the rule "not-null-without-default" reads the revision "pairs/002_without"
      Then the audit names
        | severity | direction | message                                                                                      |
        | warning  | upgrade   | the column depth of plans is added as NOT NULL, and rows that are there get no value         |
        | warning  | upgrade   | the column phase of plans takes NULL since 001, line 1, and refuses it with nothing filled   |
        | warning  | upgrade   | the column kind of plans is added as NOT NULL, and rows that are there get no value          |
        | warning  | downgrade | the column title of plans takes NULL since 002, line 5, and refuses it with nothing filled   |

  Rule: A column that has a value in every row is not named, nor one of which nothing is known

    Scenario Outline: Revision <revision> meets no row without a value
      When the rule "not-null-without-default" reads the revision "<revision>"
      Then "not-null-without-default" is not named

      Examples:
        | revision          |
        | filled_by_default |
        | filled_first      |
        | filled_before     |
        | filled_by_objects |
        | of_no_rows        |
        | pairs/003_filled  |
