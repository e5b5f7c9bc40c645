Feature: The ready-made workflows of GitHub Actions

  Rule: The migrations are walked and read, and what is found stands at their lines

    Background:
      Given a repository with the files of "expected_failures/project"
      And a commit with the files of "ci/chain"

    Scenario: A walk
      When I run the job "walk" of "github.yml", where
        | name            | is     |
        | matrix.database | sqlite |
      Then it exits with code 1
      And it prints "::error file=migrations/versions/r2_rooms.py,line=11,title=upgrade-crash on sqlite::"
      And the file "handrail.sarif" is there
      And the file "handrail.xml" is there
      And the file "handrail.html" is there

    Scenario: An audit
      When I run the job "audit" of "github.yml"
      Then it exits with code 1
      And it prints "::warning file=migrations/versions/r2_rooms.py,line=12,title=not-null-without-default::"
      And the file "handrail.sarif" is there

  Rule: Several machines share a walk, and one tells what all of them have found

    Scenario: Two of them
      Given a repository with the files of "expected_failures/project"
      And a commit with the files of "ci/chain"
      And a commit in which "pyproject.toml" holds
        """
        [tool.handrail.chains.shelves]
        target = "alembic.ini"
        databases = ["sqlite"]
        """
      And the job "walk" of "github-shards.yml" has run, where
        | name               | is      |
        | matrix.shard       | 1       |
        | strategy.job-total | 2       |
        | CHAIN              | shelves |
      And the job "walk" of "github-shards.yml" has run, where
        | name               | is      |
        | matrix.shard       | 2       |
        | strategy.job-total | 2       |
        | CHAIN              | shelves |
      When I run the job "merge" of "github-shards.yml"
      Then it exits with code 1
      And it prints "::error file=migrations/versions/r2_rooms.py,line=11,title=upgrade-crash on sqlite::"
      And it prints "2 revisions walked on sqlite"
      And the file "handrail.sarif" is there
      And the file "handrail.html" is there

  Rule: A pull request closes what it says only with the proof

    Scenario: Its scenario has to pass, and fails on the base
      Given a repository with the files of "expected_failures/project"
      And its sources are installed as editable
      And the branch "work"
      And a commit with the files of "expected_failures/mended"
      And a commit in which "features/more.feature" holds
        """
        Feature: More

          @tdd_issue @tdd_issue_42
          Scenario: Six come to three
            Given a shelf with 3 books
            When I add 6 books
            Then the shelf holds 9 books
        """
      When I run the job "closes" of "github-pull-request.yml", where
        | name                               | is                                       |
        | github.event.pull_request.base.sha | main                                     |
        | github.event.pull_request.head.sha | work                                     |
        | github.event.pull_request.body     | Many books. It "fixes" $(touch ran) #42, fixes #42. |
      Then it exits with code 0
      And it prints "::notice file=features/more.feature,line=4,title=tags::issue 42 is closed here, and fails on the base"
      And the file "ran" is not there

    Scenario: It changes one of two tracks
      Given a repository with both tracks
      And the branch "work"
      And a commit that brings a column
      When I run the job "tracks" of "github-pull-request.yml", where
        | name                               | is   |
        | github.event.pull_request.base.sha | main |
        | github.event.pull_request.head.sha | work |
      Then it exits with code 1
      And it prints "::error file=src/backend/db/migrations.py,line=18,title=one-track-change::column voice of agents added"
