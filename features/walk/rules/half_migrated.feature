Feature: half-migrated: the step says no when it has changed something already

  The words look like a refusal, so whoever reads them believes the database to be as before.

  Rule: Saying no too late is an error where the database keeps what was done by then

    @sqlite
    Scenario: A check that comes after the first change
      Given the chain "refuses_too_late"
      When I walk it
      Then the errors are
        | rule          | revision | direction | left behind                          | at            | values        |
        | half-migrated | r2       | upgrade   | table users: column age is left over | r2_late.py:14 | users: id = 1 |

  Rule: Where the database rolls everything back, the same step has refused

    @postgresql
    Scenario: A check that comes after the first change, all rolled back
      Given the chain "refuses_too_late"
      When I walk it
      Then there is no error, and no warning but of locks
      And the refusals are
        | revision | direction | message                                    |
        | r2       | upgrade   | users holds 1 rows: give each an age first |

  Rule: Saying no in time is a refusal, and listed as one

    Scenario: A check that comes before the first change
      Given the chain "refuses_in_time"
      When I walk it
      Then there is no error and no warning
      And the refusals are
        | revision | direction | message                                    |
        | r2       | upgrade   | users holds 1 rows: give each an age first |
