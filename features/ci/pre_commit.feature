Feature: The ready-made hooks of pre-commit

  Rule: Each hook stops a commit, or a push, that breaks its rule

    Scenario: Tags and migrations
      Given a repository with the files of "expected_failures/project"
      And a commit with the files of "ci/chain"
      And the ready-made hooks of pre-commit
      And a commit in which "features/more.feature" holds
        """
        Feature: More

          @tdd_issue_42
          Scenario: Six come to three
            Given a shelf with 3 books
        """
      When I run "pre-commit run --all-files"
      Then it exits with code 1
      And it prints "features/more.feature:4: @tdd_issue_42 requires @tdd_issue"
      And it prints "not-null-without-default"

    Scenario: One of two tracks
      Given a repository with both tracks
      And the ready-made hooks of pre-commit
      And "origin/main" of another repository is "main"
      And the branch "work"
      And a commit that brings a column
      When I run "pre-commit run --hook-stage pre-push --all-files handrail-parity-guard"
      Then it exits with code 1
      And it prints "error one-track-change: column voice of agents added by agent_voice, and no revision brings it"
