@mariadb
Feature: MariaDB commits before each definition, so a step that fails leaves half of itself

  Rule: What is left, and that the step cannot be run again, is told with the crash

    Scenario: Rows are in the way of the last statement
      Given the chain "half_done"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at               | rows | left behind                             |
        | upgrade-crash | r2       | upgrade   | r2_handles.py:13 | 2    | table users: column handle is left over |
        | upgrade-crash | r3       | upgrade   | r3_slugs.py:13   | 2    | table teams: column slug is left over   |
      And the first upgrade-crash leaves behind
        | what                                                      |
        | table users: column handle is left over                   |
        | run again, the step fails: Duplicate column name 'handle' |

  Rule: Each statement between two definitions is a place at which a step may be stuck

    Scenario: A revision that guards nothing, and one whose statements can all be run again
      Given the chain "half_done"
      When I walk it with "none" data and let each statement fail
      Then the errors are
        | rule          | revision | direction | at               | message                                                                                                                                     |
        | not-resumable | r2       | upgrade   | r2_handles.py:12 | the upgrade cannot be resumed after statement 2 of 4 has failed (3 of 4 in all): Duplicate column name 'handle'                             |
        | not-resumable | r2       | downgrade | r2_handles.py:18 | the downgrade cannot be resumed after statement 2 of 3 has failed (2 of 3 in all): Can't DROP INDEX `uq_users_handle`; check that it exists |
      And the first not-resumable leaves behind
        | what                                    |
        | table users: column handle is left over |

    Scenario: What was written is committed by the definition that fails after it
      Given the chain "half_done"
      When I walk the revision "r4" of it and let each statement fail
      Then among the errors are
        | rule          | revision | direction | at             | rows | left behind                                                                      |
        | not-resumable | r4       | upgrade   | r4_sizes.py:11 | 1    | table teams: row id='1', name='name-1', size='1', slug='slug-1' now has size='2' |

  Rule: Saying no after the first definition is too late

    Scenario: A check that comes after a column was added
      Given the chain "refuses_too_late"
      When I walk it
      Then the errors are
        | rule          | revision | direction | left behind                          | at            | values        |
        | half-migrated | r2       | upgrade   | table users: column age is left over | r2_late.py:14 | users: id = 1 |
