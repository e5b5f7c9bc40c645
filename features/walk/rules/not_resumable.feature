Feature: not-resumable: a statement failed, and running the step again does not finish it

  With --faults each statement that may write fails once, as one that is stopped by a time limit.

  Rule: What a failed step has committed must not be in the way of the next attempt

    Scenario: A table is in its way, and another hides that its index is lacking
      Given the chain "stuck_halfway"
      When I walk it with "none" data and let each statement fail
      Then the errors are
        | rule          | revision | direction | at               |
        | not-resumable | r2       | upgrade   | r2_authors.py:13 |
        | not-resumable | r3       | upgrade   | r3_editors.py:19 |
      And the first not-resumable leaves behind
        | what                       |
        | table authors is left over |

    @sqlite
    Scenario: The edit of a row counts twice
      Given the chain "stuck_halfway"
      When I walk the revision "r4" of it and let each statement fail
      Then the errors are
        | rule          | revision | direction | at            | rows |
        | not-resumable | r4       | upgrade   | r4_edits.py:9 | 1    |

  Rule: A step may leave something where running it again comes to the same end

    @requires_transactional_ddl
    Scenario: Guarded statements, an error that is done without, an hour and a number of no account
      Given the chain "resumes"
      When I walk it with "none" data and let each statement fail
      Then the errors are none

  Rule: A step that is one transaction leaves nothing

    @postgresql
    Scenario: The plain environment on PostgreSQL
      Given the chain "one_statement"
      When I walk it with "none" data and let each statement fail
      Then the errors are none

    @sqlite
    Scenario: The plain environment on SQLite, whose transactions begin with the first row
      Given the chain "one_statement"
      When I walk it with "none" data and let each statement fail
      Then the errors are
        | rule          | revision | direction | message                                                                                                   |
        | not-resumable | r2       | upgrade   | the upgrade cannot be resumed after statement 2 of 3 has failed (2 of 3 in all): duplicate column name: author |
        | not-resumable | r2       | downgrade | the downgrade cannot be resumed after statement 2 of 2 has failed (1 of 2 in all): no such column: "author"   |
      And its JSON tells at "findings.0.reproduce"
        """
        "handrail walk fixtures/chains/one_statement/alembic.ini --data none --timeout 60 --only r2 --database sqlite --faults"
        """

    @sqlite
    Scenario: An environment on SQLite that begins the transactions itself
      Given the chain "one_statement"
      When I walk it with the option "transactions=whole" and let each statement fail
      Then the errors are none

  Rule: Files of SQL are held to the same

    @sqlite
    Scenario: One file in a transaction, one that cannot be in any
      Given the SQL files "outside_of_transactions", from the first on
      When I walk it with "none" data and let each statement fail
      Then the errors are
        | rule          | revision | direction | at               | left behind                                    |
        | not-resumable | 002      | upgrade   | 002_tidy.up.sql:2 | table users: index ix_users_email is left over |
