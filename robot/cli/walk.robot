*** Settings ***
Documentation    `handrail walk` as a user calls it: exit codes, what is printed where, and nothing left behind.

Library          benches.robot_library.RobotLibrary

Test Setup       Copy Folder    fixtures    fixtures


*** Variables ***
${REPORTED}    fixtures/plans/reported/alembic.ini
${REPAIRED}    fixtures/plans/repaired/alembic.ini
${SMALL}       fixtures/chains/loop_over_rows/alembic.ini


*** Test Cases ***
On The Chain As Reported It Finds The Crash And Names What Is Left Behind
    Call Handrail    walk ${REPORTED} --database sqlite --only a5_005
    Exit Code Should Be    ${1}
    Output Should Hold    error downgrade-crash: downgrade of a5_005 on sqlite
    Output Should Hold
    ...    v3_plans: phase 'action' against ck_v3_plans_phase: CHECK constraint failed: ck_v3_plans_phase
    Output Should Hold
    ...    table _v3_plans_new is left over
    ...    run again, the step fails: table _plan_projects_bak already exists
    Output Should Hold    see it again handrail walk ${REPORTED} --only a5_005 --database sqlite
    Nothing Should Be Left Behind

Asked For One Revision It Tells Of No Other, On Every Database Unless Told
    Call Handrail    walk ${REPORTED} --only b1_001
    Exit Code Should Be    ${0}
    Output Should Match    ^note data-lost: downgrade of b1_001 on sqlite$
    Output Should Match    ^note data-lost: downgrade of b1_001 on postgresql$
    Output Should Match    ^1 revision walked on sqlite and postgresql, .*: 0 errors, 0 warnings, 2 notes,
    Output Should Not Hold    of a5_005 on
    Nothing Should Be Left Behind

Asked For JSON It Prints One Document And The Progress Elsewhere
    Call Handrail    walk ${REPORTED} --database sqlite --only a5_005 --format json
    Exit Code Should Be    ${1}
    Report Should Tell What Was Walked    ${1}    sqlite
    Report Should Hold Finding    rule=downgrade-crash    severity=error    revision=a5_005    direction=downgrade
    Report Should Hold Finding    rule=upgrade-crash    severity=error    revision=a5_005    database=sqlite
    Error Output Should Hold    sqlite: a5_005 (5 of 5)
    Nothing Should Be Left Behind

On The Chain As Repaired It Finds No Error And No Warning And Lists What Was Refused
    Call Handrail    walk ${REPAIRED} --database sqlite --only a5_005
    Exit Code Should Be    ${0}
    Output Should Match    ^1 revision walked on sqlite, .*: 0 errors, 0 warnings,
    Output Should Match    ^refused downgrade of a5_005 on sqlite$
    Nothing Should Be Left Behind

On A Terminal It Shows A Bar
    Call Handrail On A Terminal    walk ${SMALL} --database sqlite
    Exit Code Should Be    ${1}
    Output Should Match    ━
    Output Should Match    2 revisions walked on sqlite
    Output Should Not Hold    (1 of 2)

Without A Server To Start It Says So And Exits With A Code Of Its Own
    Use A Wheel Of PostgreSQL That Is    empty
    Call Handrail    walk ${SMALL} --database postgresql
    Exit Code Should Be    ${3}
    It Should Be Said In One Line    handrail: * PostgreSQL *
    Nothing Should Be Left Behind
