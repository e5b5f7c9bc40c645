Feature: The guard over the dual track of report 1342

  Rule: It names what the report found missing, and passes what was mended

    Background:
      Given a repository with the files of "dual_track/common/earlier"
      And the branch "work"

    Scenario: As reported
      Given a commit with the files of "dual_track/reported"
      When the guard compares "main" with "work"
      Then it names
        | what                              | by               |
        | column voice_name of agents added | agent_voice_name |
        | table agent_loops added           | agent_loops      |

    Scenario: As repaired
      Given a commit with the files of "dual_track/repaired"
      When the guard compares "main" with "work"
      Then the guard passes
