Feature: Findings that are accepted

  A team with old migrations starts from where it is: what is known stays listed with the reason, and fails no run.
  What is new fails, and so does an entry of what has been mended.

  Rule: What fails a run can be accepted at once, and from then on what is new fails

    @sqlite
    Scenario: The first day
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
      And the file "pyproject.toml" holds
        """
        [project]  # of ours
        name = "notes"
        """
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --write-accept"
      Then it exits with code 0
      And it prints "2 more findings accepted in pyproject.toml" on standard error
      And it prints
        """
        accepted error data-lost: upgrade of r2 on sqlite
          the upgrade loses notes.remark without saying so
          reason       there before Handrail
          fingerprint  f102c122078e1302
        accepted warning table-rebuilt: upgrade of r2 on sqlite
        """
      And it prints a match for `^2 revisions walked .*: 0 errors, 0 warnings, 1 note, 2 accepted, 0 refusals$`
      And the file "pyproject.toml" now holds
        """
        [project]  # of ours
        name = "notes"

        [tool.handrail]
        accept = [
            {fingerprint = "f102c122078e1302", reason = "there before Handrail", command = "walk", target = "chains/copy_without_a_column/alembic.ini", rule = "data-lost", revision = "r2", database = "sqlite"},
            {fingerprint = "07dec6ea775d3606", reason = "there before Handrail", command = "walk", target = "chains/copy_without_a_column/alembic.ini", rule = "table-rebuilt", revision = "r2", database = "sqlite"},
        ]
        """

    Scenario: Entries that are tables of their own get another beside them
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
      And the file "pyproject.toml" holds
        """
        [[tool.handrail.accept]]
        fingerprint = "0123456789abcdef"
        reason = "we know"
        """
      When I run "handrail audit chains/copy_without_a_column/alembic.ini --no-squawk --write-accept --format json"
      Then it exits with code 0
      And it prints ""accepted": "there before Handrail","
      And the file "pyproject.toml" now holds
        """
        [[tool.handrail.accept]]
        fingerprint = "0123456789abcdef"
        reason = "we know"
        [[tool.handrail.accept]]
        fingerprint = "f5c79c7b98561093"
        reason = "there before Handrail"
        command = "audit"
        target = "chains/copy_without_a_column/alembic.ini"
        rule = "drop-and-recreate"
        revision = "r2"
        """

    @sqlite
    Scenario: One bug is mended, and another comes
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
      And what "walk chains/copy_without_a_column/alembic.ini --database sqlite" finds is accepted
      And a copy of the folder "fixtures/chains/copy_without_some_rows" as "chains/copy_without_a_column"
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --format sarif=a.sarif --format junit=a.xml --format github=a.txt"
      Then it exits with code 1
      And it prints
        """
        error data-lost: upgrade of r2 on sqlite
          the upgrade loses rows of notes without saying so
        """
      And it prints
        """
        error stale-acceptance
          data-lost at r2 is accepted as f102c122078e1302 and not found: there before Handrail
          at           pyproject.toml:3
          remedy       take the entry out of accept in [tool.handrail]
          see it again handrail walk chains/copy_without_a_column/alembic.ini
        """
      And it prints a match for `^2 revisions walked .*: 2 errors, 0 warnings, 1 note, 1 accepted, 0 refusals$`
      And the SARIF file "a.sarif" obeys the schema of SARIF, and tells
        | rule             | level   | file                                                  | line | suppressed for        |
        | data-lost        | note    | chains/copy_without_a_column/versions/r1_notes.py     | 19   |                       |
        | data-lost        | error   | chains/copy_without_a_column/versions/r2_copied.py    | 17   |                       |
        | table-rebuilt    | warning | chains/copy_without_a_column/versions/r2_copied.py    | 10   | there before Handrail |
        | stale-acceptance | error   | pyproject.toml                                        | 3    |                       |
      And the JUnit files in "." tell
        | test                      | outcome | type             | message |
        | upgrade of r1 on sqlite   | passed  |                  |         |
        | downgrade of r1 on sqlite | passed  |                  |         |
        | upgrade of r2 on sqlite   | failure | data-lost        | data-lost: the upgrade loses rows of notes without saying so |
        | downgrade of r2 on sqlite | passed  |                  |         |
        | stale-acceptance          | failure | stale-acceptance | stale-acceptance: data-lost at r2 is accepted as f102c122078e1302 and not found: there before Handrail |
      And the file "a.txt" now holds
        """
        ::notice file=chains/copy_without_a_column/versions/r2_copied.py,line=10,title=table-rebuilt on sqlite::accepted: there before Handrail: the upgrade rebuilds notes
        """

  Rule: An entry is stale only where the run looked for what it accepts

    Scenario Outline: An entry <of what> is stale
      Given the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = [{ fingerprint = "0123456789abcdef", reason = "we know"<says> }]
        """
      When "<command>" of "alembic.ini" finds nothing on "sqlite" at "<revisions>" <how>
      Then the entry is stale

      Examples:
        | of what                        | says                                                                   | command | revisions | how              |
        | that says nothing else         |                                                                        | walk    | all       | as usual         |
        | of that command and target     | , command = "audit", target = "./alembic.ini"                          | audit   | all       | as usual         |
        | of a revision that was visited | , revision = "r2", database = "sqlite"                                 | walk    | r1 r2     | as usual         |
        | of a revision that went away   | , revision = "r9"                                                      | walk    | all       | as usual         |
        | of a failing statement         | , faults = true                                                        | walk    | all       | with faults      |
        | of a step beside one           | , revision = "r1", database = "sqlite"                                 | walk    | all       | but not r2       |
        | of the same step elsewhere     | , revision = "r2", database = "sqlite"                                 | walk    | all       | but not r2 on postgresql |

    Scenario Outline: An entry <of what> is left alone
      Given the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = [{ fingerprint = "0123456789abcdef", reason = "we know"<says> }]
        """
      When "<command>" of "alembic.ini" finds nothing on "sqlite" at "<revisions>" <how>
      Then the entry is not stale

      Examples:
        | of what                              | says                                         | command | revisions | how         |
        | that says nothing else               |                                              | audit   | all       | as usual    |
        | that says nothing else               |                                              | walk    | r2        | as usual    |
        | of another command                   | , command = "drift"                          | audit   | all       | as usual    |
        | of another target                    | , target = "other.ini"                       | walk    | all       | as usual    |
        | of another revision                  | , revision = "r1"                            | walk    | r2        | as usual    |
        | of another database                  | , revision = "r1", database = "postgresql"   | walk    | all       | as usual    |
        | of a failing statement               | , faults = true                              | walk    | all       | as usual    |
        | of a step that could not be tried    | , revision = "r2", database = "sqlite"       | walk    | all       | but not r2  |
        | of a revision that could not be tried | , revision = "r2"                           | walk    | all       | but not r2 on postgresql |

    @sqlite
    Scenario: A walk that puts in no rows cannot tell
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/one_statement" as "chains/one_statement"
      And the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = [{ fingerprint = "0123456789abcdef", reason = "we know" }]
        """
      When I run "handrail walk chains/one_statement/alembic.ini --database sqlite --data none --only r2"
      Then it exits with code 0

  Rule: What a project says of findings is understood, or the call is wrong

    Scenario: It is said before anything is done
      Given the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = 3
        """
      When I call "walk nowhere"
      Then it exits with code 2
      And it says "handrail: pyproject.toml [tool.handrail]: accept is a list of { fingerprint = "...", reason = "..." }" and nothing else

    Scenario Outline: <what>
      Given the file "pyproject.toml" holds
        """
        [tool]
        handrail = { <said> }
        """
      When the project is asked what it says of findings
      Then it is refused with "<line>"

      Examples: of what it accepts
        | what           | said                                                                                                       | line                                                                                                             |
        | No table       | accept = ["0123456789abcdef"]                                                                              | pyproject.toml [tool.handrail] accept, entry 1: an entry has fingerprint and reason, and may have command, *, database, faults |
        | An unknown key | accept = [{ fingerprint = "0123456789abcdef", raeson = "a" }]                                              | pyproject.toml [tool.handrail] accept, entry 1: an entry has fingerprint and reason, and may have *                            |
        | A number       | accept = [{ fingerprint = "0123456789abcdef", reason = 3 }]                                                | pyproject.toml [tool.handrail] accept, entry 1: reason is no text                                                              |
        | No reason      | accept = [{ fingerprint = "0123456789abcdef", reason = " " }]                                              | pyproject.toml [tool.handrail] accept, entry 1: the reason is missing (say why it may stay)                                    |
        | No fingerprint | accept = [{ fingerprint = "0123456789ABCDEF", reason = "a" }]                                              | pyproject.toml [tool.handrail] accept, entry 1: a fingerprint has sixteen hexadecimal digits, as reports show it               |
        | One twice      | accept = [{ fingerprint = "0123456789abcdef", reason = "a" }, { fingerprint = "0123456789abcdef", reason = "b" }] | pyproject.toml [tool.handrail] accept, entry 2: it is accepted by entry 1 as well                                       |

      Examples: of what its rules weigh
        | what            | said                                  | line                                                                                              |
        | No table        | severity = "note"                     | pyproject.toml: tool.handrail.severity is no table                                                              |
        | An unknown rule | severity = { data-lots = "note" }     | pyproject.toml [tool.handrail.severity]: there is no rule "data-lots" (handrail explain lists them all)         |
        | Another weight  | severity = { data-lost = "fatal" }    | pyproject.toml [tool.handrail.severity]: data-lost = "fatal": a rule weighs error, warning, note                |
        | No weight       | severity = { data-lost = ["note"] }   | pyproject.toml [tool.handrail.severity]: data-lost = "['note']": a rule weighs error, warning, note             |

  Rule: A rule weighs what the project says, in whatever command

    Scenario: A warning made a note fails no more
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
      And the file "pyproject.toml" holds
        """
        [tool.handrail.severity]
        drop-and-recreate = "note"
        "squawk/prefer-identity" = "error"
        """
      When I run "handrail audit chains/copy_without_a_column/alembic.ini --no-squawk"
      Then it exits with code 0
      And it prints "note drop-and-recreate: upgrade of r2"
