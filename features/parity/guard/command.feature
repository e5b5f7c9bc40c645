Feature: The guard as a command

  Background:
    Given a repository with both tracks
    And the branch "work"
    And a commit that brings a column

  Rule: Without a base there is nothing to compare, and with a wrong one nothing can be

    Scenario: No base is known
      When I run "env -u PR_BASE_SHA -u PR_HEAD_SHA handrail parity guard"
      Then it exits with code 0
      And it prints "parity guard: skipped: there is no base to compare with (give BASE, or set PR_BASE_SHA)"

    Scenario: GitHub knows no commit before
      When I run "env PR_BASE_SHA=0000000000000000000000000000000000000000 handrail parity guard"
      Then it exits with code 0

    Scenario: Git knows no such base
      When I run "handrail parity guard mian"
      Then it exits with code 2
      And it prints "handrail: mian: git knows no such commit here (fetch it, or name another commit)" on standard error
