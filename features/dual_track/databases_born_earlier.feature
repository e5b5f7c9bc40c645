@postgresql
Feature: A database that was born earlier ends as a new one does

  The baseline of the Alembic track makes whatever the tables of the application are today. New
  databases have everything, with or without a revision; those that hold somebody's data do not.

  Rule: What the code-first track brings, a revision brings to PostgreSQL

    @tdd_issue @tdd_issue_1342
    Scenario Outline: The <thing>
      Given the project "dual_track" <variant>
      When its tracks are compared
      Then all databases have the <thing> alike

      @tdd_expected_fail
      Examples: as reported
        | variant     | thing                     |
        | as reported | column agents.voice_name  |
        | as reported | table agent_loops         |
        | as reported | column agents.tokens_used |

      Examples: as repaired
        | variant     | thing                     |
        | as repaired | column agents.voice_name  |
        | as repaired | table agent_loops         |
        | as repaired | column agents.tokens_used |

  Rule: Nothing else is different

    Scenario: As repaired, also where a database was born by the project as reported
      Given the project "dual_track" as repaired
      When its tracks are compared
      Then all databases end alike

  Rule: The Alembic track by itself can be walked

    Scenario: As repaired, on both kinds of database
      Given the chain of "dual_track" as repaired
      When I walk it on every database that it was written for, with "none" data
      Then there is no error, and no warning but of locks
