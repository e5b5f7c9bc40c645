Feature: README shows the ready-made files

  Rule: What is copied from README is what was tried

    Scenario: A workflow, jobs and hooks
      When I read README
      Then it shows "src/handrail/ci/github.yml" as it is
      And it shows "src/handrail/ci/github-shards.yml" as it is
      And it shows "src/handrail/ci/gitlab.yml" as it is
      And it shows "src/handrail/ci/pre-commit.yaml" as it is
