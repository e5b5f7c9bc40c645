Feature: The audit reads sources and runs nothing

  Rule: A file that is no Python is refused in one line

    Scenario: A revision that somebody left half-written
      When I audit the file "unreadable/half_written.txt"
      Then the audit is refused with "fixtures/audit/unreadable/half_written.txt:7: this is no Python: '(' was never closed"

    Scenario: A file that is not there
      When I audit the file "unreadable/gone.py"
      Then the audit is refused with "fixtures/audit/unreadable/gone.py: the file cannot be read"

  Rule: A file that is no revision is passed over

    Scenario: Helpers that revisions share
      When I audit the file "drop_and_recreate/rebuilding.py"
      Then the audit names nothing

  Rule: Every rule is in the catalogue, in the words of its own module

    Scenario: The audited rules
      When I audit the chain "plans" as repaired
      Then the catalogue of the audit explains
        | rule                        |
        | concurrently-in-transaction |
        | drop-and-recreate           |
        | duplicate-add               |
        | empty-downgrade             |
        | ledger-write                |
        | not-null-without-default    |
        | revision-id-too-long        |
        | row-by-row-backfill         |
        | swallowed-error             |
        | unbounded-loop              |
