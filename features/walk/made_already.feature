Feature: What is there already, and what fails again

  Applications make today's tables first and walk through the old revisions afterwards.

  Rule: What is done already is no error, and what fails the first time is told once

    @requires_transactional_ddl
    Scenario: Tables as they are today, made by the first revision
      Given the chain "made_too_early"
      When I walk it
      Then the errors are
        | rule          | revision | direction | at             | rows |
        | upgrade-crash | r3       | upgrade   | r3_marks.py:13 | 1    |
      And the warnings but of locks are
        | rule                | revision | direction |
        | data-lost           | r2       | downgrade |
        | schema-not-restored | r2       | downgrade |
        | swallowed-error     | r2       | upgrade   |
