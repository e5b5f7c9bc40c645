*** Settings ***
Documentation    The commands that read and run nothing: audit, explain, tags check, and the help.

Library          benches.robot_library.RobotLibrary

Test Setup       Copy Folder    fixtures    fixtures


*** Variables ***
${REPORTED}    fixtures/plans/reported/alembic.ini
${REPAIRED}    fixtures/plans/repaired/alembic.ini
${SMALL}       fixtures/chains/loop_over_rows/alembic.ini
${FILES}       fixtures/agents


*** Test Cases ***
The Audit Of The Chain As Reported Names What Report 2418 Names
    Call Handrail    audit ${REPORTED}
    Exit Code Should Be    ${1}
    Output Should Hold    warning drop-and-recreate: upgrade of a5_003
    Output Should Hold    warning drop-and-recreate: upgrade of a5_004
    Output Should Hold    warning drop-and-recreate: upgrade of a5_005
    Output Should Hold    warning drop-and-recreate: upgrade of m8_001
    Output Should Hold    warning unbounded-loop: upgrade of m8_001
    Output Should Match    ^11 revisions read: 0 errors, 10 warnings, \\d+ notes$

The Audit Of The Chain As Repaired Passes On Notes Of Squawk Alone
    Call Handrail    audit ${REPAIRED}
    Exit Code Should Be    ${0}
    Output Should Hold    note squawk/renaming-table: upgrade of a5_004
    Output Should Match    ^11 revisions read: 0 errors, 0 warnings, \\d+ notes$
    Error Output Should Be Empty
    Nothing Should Be Left Behind

The Audit Of The Chain As Repaired Names Nothing Itself
    Call Handrail    audit ${REPAIRED} --no-squawk
    Exit Code Should Be    ${0}
    Output Should Match    \\A11 revisions read: 0 errors, 0 warnings, 0 notes\n\\Z
    Error Output Should Be Empty
    Nothing Should Be Left Behind

The Audit Of One Revision As JSON Is One Document
    Call Handrail    audit ${REPORTED} --only m8_001 --format json
    Exit Code Should Be    ${1}
    Report Should Tell What Was Walked    ${11}
    Report Should Hold Finding    rule=row-by-row-backfill    severity=warning    revision=m8_001    direction=upgrade
    Output Should Not Hold    a5_003
    Error Output Should Be Empty

The Audit Of SQL Files And Their Runner As Reported Names What The Post-Mortem Names
    Call Handrail    audit ${FILES}/reported/migrations --runner fixtures.agents.reported.runner:migrate
    Exit Code Should Be    ${1}
    Output Should Hold    error duplicate-add: upgrade of 017
    Output Should Hold    see it again handrail audit ${FILES}/reported/migrations --only 017
    Output Should Hold    error ledger-write: upgrade of 021
    Output Should Hold    error swallowed-error: upgrade of fixtures.agents.reported.runner:migrate
    Output Should Hold    at${SPACE * 11}fixtures/agents/reported/runner.py:37
    Output Should Match    ^5 revisions read: 3 errors, 0 warnings, \\d+ notes$

The Audit Of SQL Files And Their Runner As Repaired Names Nothing
    Call Handrail    audit ${FILES}/repaired/migrations --runner fixtures.agents.repaired.runner:migrate --no-squawk
    Exit Code Should Be    ${0}
    Output Should Match    \\A5 revisions read: 0 errors, 0 warnings, 0 notes\n\\Z
    Nothing Should Be Left Behind

The Least Weight That Fails The Run Can Be Chosen
    [Template]    Audit Failing On ${weight} Should Exit With ${code}
    error    ${0}
    note    ${1}
    never    ${0}

A Report As Text Is No JSON Document
    Call Handrail    audit ${SMALL}
    Exit Code Should Be    ${1}
    Run Keyword And Expect Error    no JSON: *    Report Should Tell What Was Walked    ${2}

All Rules Can Be Listed
    Call Handrail    explain
    Exit Code Should Be    ${0}
    Output Should Match    ^downgrade-crash +error +The downgrade raised in the middle\\.$
    Output Should Match    ^unbounded-loop +warning +A loop around statements

One Rule Can Be Read In Full
    Call Handrail    explain downgrade-crash
    Exit Code Should Be    ${0}
    Output Should Match    ^downgrade-crash \\(error\\)$
    Output Should Match    ^Example: .+
    Output Should Match    ^Why it hurts: .+
    Output Should Match    ^Remedy: .+

A Rule Of Squawk Is Said To Be One
    Call Handrail    explain squawk/ban-drop-column
    Exit Code Should Be    ${0}
    Output Should Match    ^squawk/ban-drop-column \\(note\\)$
    Output Should Hold    https://squawkhq.com/docs/ban-drop-column

Tags That Break The Rules Are Listed
    Call Handrail    tags check fixtures/expected_failures/robot
    Exit Code Should Be    ${1}
    Output Should Hold    fixtures/expected_failures/robot/tags/shelf.robot:8: @tdd_expected_fail requires @tdd_issue

Tags That Keep The Rules Are Passed In Silence
    Call Handrail    tags check fixtures/expected_failures/behave
    Exit Code Should Be    ${0}
    Output Should Match    \\A\\Z
    Error Output Should Be Empty

The Version Is That Of The Package
    Call Handrail    --version
    Exit Code Should Be    ${0}
    Output Should Match    \\Ahandrail \\d+\\.\\d+\\.\\d+\n\\Z

The Help Of Each Command Shows An Example
    [Template]    Help Of ${command} Should Show An Example
    walk
    audit
    explain
    tags
    tags check


*** Keywords ***
Audit Failing On ${weight} Should Exit With ${code}
    [Documentation]    The chain has warnings, and nothing else.
    Call Handrail    audit ${SMALL} --fail-on ${weight}
    Exit Code Should Be    ${code}

Help Of ${command} Should Show An Example
    [Documentation]    The example begins with the command itself.
    Call Handrail    ${command} --help
    Exit Code Should Be    ${0}
    Output Should Match    Example: handrail ${command}
