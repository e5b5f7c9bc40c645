@postgresql
Feature: handrail parity drift

  The command reads pyproject.toml of the current folder, and migrates scratch databases of its own.

  Background:
    Given a copy of the folder "fixtures/dual_track" as "dual_track"

  Rule: The exit code is 1 where databases end differently, and the report is like the walk's

    Scenario: The project as reported, GitHub's name for no commit, and another SQLite than Python's
      When I run "env -C dual_track/reported handrail parity drift --born 00000000 --sqlite-module pysqlite3"
      Then it exits with code 1
      And it prints "warning database-drift: upgrade of agent_voice_name on postgresql"
      And it prints "  see it again handrail parity drift --sqlite-module pysqlite3"
      And it prints a match for `6 revisions walked on sqlite and postgresql, .*: 0 errors, 3 warnings`
