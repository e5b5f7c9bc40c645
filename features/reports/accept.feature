Feature: Findings that are accepted

  A team with old migrations starts from where it is: what is known stays listed with the reason, and fails no run.
  What is new fails, and so does an entry of what has been mended.

  Rule: What fails a run can be accepted at once, and from then on what is new fails

    @sqlite
    Scenario: The first day
      Given a copy of the folder "fixtures/chains" as "chains"
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

    @sqlite
    Scenario: One bug is mended, and another comes
      Given a copy of the folder "fixtures/chains" as "chains"
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

    Scenario Outline: It says of <what>
      Given a copy of the folder "fixtures/chains" as "chains"
      And the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = [{ fingerprint = "0123456789abcdef", reason = "we know", <says> }]
        """
      When I run "handrail audit chains/whole_copy/alembic.ini --no-squawk --fail-on error <options>"
      Then it exits with code <code>

      Examples: it was looked for
        | what                      | says                                                                            | options   | code |
        | the command               | command = "audit"                                                               |           | 1    |
        | the target                | command = "audit", target = "chains/whole_copy/alembic.ini"                     |           | 1    |
        | the revision              | command = "audit", revision = "r2"                                              | --only r2 | 1    |
        | a revision that went away | command = "audit", revision = "r9"                                              |           | 1    |

      Examples: it was not
        | what             | says                                                                            | options   | code |
        | another command  | command = "drift"                                                               |           | 0    |
        | no command       | rule = "data-lost"                                                              |           | 0    |
        | another target   | command = "audit", target = "alembic.ini"                                       |           | 0    |
        | another revision | command = "audit", revision = "r1"                                              | --only r2 | 0    |
        | no revision      | command = "audit"                                                               | --only r2 | 0    |
        | a database       | command = "audit", database = "sqlite"                                          |           | 0    |

    @sqlite
    Scenario Outline: A walk of <what>
      Given a copy of the folder "fixtures/chains" as "chains"
      And the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = [{ fingerprint = "0123456789abcdef", reason = "we know"<says> }]
        """
      When I run "handrail walk chains/one_statement/alembic.ini --database sqlite --fail-on error <options>"
      Then it exits with code <code>

      Examples:
        | what                              | says                                     | options     | code |
        | the whole chain                   |                                          | --rows 5    | 1    |
        | the revisions after it            | , revision = "r1"                        | --since r1  | 0    |
        | another database                  | , revision = "r1", database = "postgresql" |           | 0    |
        | the chain without rows            | , revision = "r1"                        | --data none | 0    |
        | the chain, with no statement failing | , faults = true                       |             | 0    |

  Rule: What a project says of findings is understood, or the call is wrong

    Scenario Outline: <what>
      Given the file "pyproject.toml" holds
        """
        [tool.handrail]
        accept = <accept>
        """
      When I call "audit nowhere"
      Then it exits with code 2
      And it says "handrail: pyproject.toml [tool.handrail]<line>" and nothing else

      Examples:
        | what              | accept                                                                            | line                                                                                                         |
        | No list           | { fingerprint = "0123456789abcdef", reason = "we know" }                          | : accept is a list of { fingerprint = "...", reason = "..." }                                                |
        | No table          | ["0123456789abcdef"]                                                              | * accept, entry 1: an entry has fingerprint and reason, and may have *, database, faults                     |
        | An unknown key    | [{ fingerprint = "0123456789abcdef", raeson = "we know" }]                        | * accept, entry 1: an entry has fingerprint and reason, and may have *                                       |
        | A number          | [{ fingerprint = "0123456789abcdef", reason = 3 }]                                | * accept, entry 1: reason is no text                                                                         |
        | No reason         | [{ fingerprint = "0123456789abcdef", reason = " " }]                              | * accept, entry 1: the reason is missing (say why it may stay)                                               |
        | No fingerprint    | [{ fingerprint = "0123456789ABCDEF", reason = "we know" }]                        | * accept, entry 1: a fingerprint has sixteen hexadecimal digits, as reports show it                          |
        | The same twice    | [{ fingerprint = "0123456789abcdef", reason = "a" }, { fingerprint = "0123456789abcdef", reason = "b" }] | * accept, entry 2: it is accepted by entry 1 as well                                  |
