Feature: The same findings in every form

  Whatever the target's data says, it stays data: no form lets it steer a terminal, break a document or forge a line.

  Background:
    Given a report of these findings
      | severity | rule      | revision | file                | line | message                                                     |
      | note     | data-lost | r1       | versions/r1.py      | 3    | it is dropped                                               |
      | error    | endless-step | r2       | the, files: 100%.py | 7    | [red]gone[/red] \x1b[2J\x00\ud800 <a> & ]]>\n::error::forged |
      | warning  | data-lost | r3       | /elsewhere/r3.py    | 1    | it is rewritten                                             |
      | error    | endless-step | r4       |                     |      | nobody knows where                                          |
    And the finding at "r3" is accepted for "we know; 100%"

  Rule: Text lists what is accepted after all else, and its last line counts

    Scenario: Plain
      When it is written as "text"
      Then it reads
        """
        error endless-step: upgrade of r2 on sqlite
          [red]gone[/red]  [2J   <a> & ]]> ::error::forged
          at           the, files: 100%.py:7
          remedy       alter it
          see it again handrail walk alembic.ini
          fingerprint  {r2}

        error endless-step: upgrade of r4 on sqlite
          nobody knows where
          remedy       alter it
          see it again handrail walk alembic.ini
          fingerprint  {r4}

        note data-lost: upgrade of r1 on sqlite
          it is dropped
          at           versions/r1.py:3
          remedy       alter it
          see it again handrail walk alembic.ini
          fingerprint  {r1}

        accepted warning data-lost: upgrade of r3 on sqlite
          it is rewritten
          reason       we know; 100%
          fingerprint  {r3}

        4 revisions walked on sqlite, 12 steps, 0 of 0 hazards exercised: 2 errors, 0 warnings, 1 note, 1 accepted, 0 refusals
        """

    Scenario: In colours, which are the report's own
      When it is written as "coloured text"
      Then without its colours it is the same as "text"

    Scenario: Of many findings the end says where they are
      Given a report of these findings
        | severity | rule         | revision | file           | line | message         |
        | error    | endless-step | r2       | versions/r2.py | 7    | it never ends   |
        | error    | data-lost    | r2       | versions/r2.py | 7    | it is gone      |
        | note     | data-lost    | r1       | versions/r1.py | 3    | it is dropped   |
        | warning  | data-changed | r3       | versions/r3.py | 1    | it is rewritten |
        | warning  | data-changed | r3       | versions/r3.py | 2    | so is this      |
      When it is written as "text"
      Then its last lines are
        """

        revision  errors  warnings  notes  rules
        r2        2                        data-lost, endless-step
        r1                          1      data-lost
        r3                2                data-changed

        4 revisions walked on sqlite, 12 steps, 0 of 0 hazards exercised: 2 errors, 2 warnings, 1 note, 0 refusals
        """

    Scenario: Of many rows and columns those come first that are spoken of, and the rest is counted
      Given the finding at "r1" has 12 rows of 9 columns, and "c8" is spoken of
      When it is written as "text"
      Then its lines from "  rows" to "  remedy" are
        """
          rows         things
                         c0  c8                                                            c1
                         0   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         1   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         2   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         3   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         4   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         5   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         6   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         7   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         8   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                         9   'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…  'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
                       and 2 more lines and 6 more columns
        """

  Rule: Annotations are told the gravest first, and those of what is accepted last

    Scenario: GitHub
      When it is written as "github"
      Then it reads
        """
        ::error file=the%2C files%3A 100%25.py,line=7,title=endless-step on sqlite::[red]gone[/red]  [2J   <a> & ]]>%0A::error::forged%0Aalter it%0Ahandrail walk alembic.ini
        ::error title=endless-step on sqlite::nobody knows where%0Aalter it%0Ahandrail walk alembic.ini
        ::notice file=versions/r1.py,line=3,title=data-lost on sqlite::it is dropped%0Aalter it%0Ahandrail walk alembic.ini
        ::notice file=/elsewhere/r3.py,line=1,title=data-lost on sqlite::accepted: we know; 100%25: it is rewritten%0Aalter it%0Ahandrail walk alembic.ini
        4 revisions walked on sqlite, 12 steps, 0 of 0 hazards exercised: 2 errors, 0 warnings, 1 note, 1 accepted, 0 refusals
        """

  Rule: SARIF tells places from the root of the repository, and what is accepted as suppressed

    Scenario: Code scanning
      When the file "a.sarif" gets it as "sarif"
      Then the SARIF file "a.sarif" obeys the schema of SARIF, and tells
        | rule      | level   | message                                           | file                             | base      | line | suppressed for |
        | data-lost | note    | it is dropped                                     | versions/r1.py                   | %SRCROOT% | 3    |                |
        | endless-step | error   | [red]gone[/red] \x1b[2J\x00\ud800 <a> & ]]>\n::error::forged | the%2C%20files%3A%20100%25.py | %SRCROOT% | 7 |           |
        | data-lost | warning | it is rewritten                                   | file:///elsewhere/r3.py          |           | 1    | we know; 100%  |
        | endless-step | error   | nobody knows where                                | pyproject.toml                   | %SRCROOT% | 1    |                |

  Rule: JUnit has a case for each step, which fails where the run does and is skipped where it proves nothing

    Scenario Outline: Findings of the weight "<weight>" fail the run
      Given the step to "r5" could not be tried, since "it needs \x00 r4"
      And the step to "r1" was refused elsewhere with "give each\x1b an age"
      When a run that fails on "<weight>" puts it as "junit" into "a.xml"
      Then the file "a.xml" obeys the schema of JUnit
      And the JUnit files in "." tell
        | test                        | outcome   | type      | message                                                                    |
        | upgrade of r1 on sqlite     | <of r1>   | <type>    | <message>                                                                  |
        | upgrade of r2 on sqlite     | failure   | endless-step | endless-step: [red]gone[/red] �[2J�� <a> & ]]>                            |
        | upgrade of r3 on sqlite     | skipped   |           | accepted: we know; 100%: data-lost: it is rewritten                        |
        | upgrade of r4 on sqlite     | failure   | endless-step | endless-step: nobody knows where                                                |
        | upgrade of r1 on postgresql | passed    |           |                                                                            |
        | upgrade of r5 on sqlite     | skipped   |           | not exercised: it needs � r4                                             |

      Examples:
        | weight | of r1   | type      | message                  |
        | error  | passed  |           |                          |
        | note   | failure | data-lost | data-lost: it is dropped |
