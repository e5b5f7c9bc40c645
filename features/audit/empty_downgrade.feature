Feature: The audit names downgrades that do nothing

  An empty downgrade is recorded as done, so the ledger forgets what is still there.
  The revisions below are kept in fixtures/audit/empty_downgrade.

  Rule: An empty way back beside an upgrade that does something is named

    Scenario Outline: The way back of revision <revision> is empty
      When the rule "empty-downgrade" reads the revision "<revision>"
      Then "empty-downgrade" is named at each marked line

      Examples:
        | revision    |
        | only_pass   |
        | only_words  |
        | only_return |

    Scenario: A way back that is missing is named at the upgrade
      When the rule "empty-downgrade" reads the revision "missing"
      Then "empty-downgrade" is named at each marked line

    Scenario Outline: Where rows alone were changed, as in <revision>, it is a note
      When the rule "empty-downgrade" reads the revision "<revision>"
      Then the audit names
        | severity | direction | message                                                                            |
        | note     | downgrade | the downgrade does nothing, so what the upgrade did stays while the ledger forgets it |

      Examples:
        | revision          |
        | rows_only         |
        | rows_of_a_session |

    Scenario: Where the schema was changed it is a warning
      When the rule "empty-downgrade" reads the revision "missing"
      Then the audit names
        | severity | direction | message                                                                          |
        | warning  | downgrade | the downgrade is missing, so what the upgrade did stays while the ledger forgets it |

  Rule: A refusal, a way back, and nothing to undo are not named

    Scenario Outline: The way back of revision <revision> is as it should be
      When the rule "empty-downgrade" reads the revision "<revision>"
      Then the audit names nothing

      Examples:
        | revision          |
        | undoes            |
        | refuses           |
        | merge             |
        | written_elsewhere |
