*** Settings ***
Documentation    What the other suites look for they would find: each check is red where it must be, and says
...              what was and what was expected.

Library          benches.robot_library.RobotLibrary
Resource         ../resources/inner_robot.resource

Test Setup       Plant Plans At    a5_005    ${300}    ${6648}


*** Test Cases ***
A Row That Breaks A CHECK Is Found
    Spoil One Plan    phase    bogus
    Check Should Fail    table v3_plans: 1 rows break ck_v3_plans_phase: phase IN (*    Checks Should Hold

A Row That Refers To Nothing Is Found
    Spoil One Plan    parent_plan_id    nobody
    Check Should Fail
    ...    table v3_plans: 1 row refers through parent_plan_id to v3_plans, where nothing answers
    ...    Foreign Keys Should Hold

A Ledger Of Another Place Is Found
    Check Should Fail
    ...    the ledger says ('a5_005',), not ('b1_001',)
    ...    Ledger Should Be That Of    b1_001

A Schema Of Another Place Is Found
    Check Should Fail
    ...    the schema is not that of b1_001:*table a5_005_applied_plans is left over*
    ...    Schema Should Be That Of    b1_001

A Name That Is Left Over Is Found
    Check Should Fail
    ...    left over: ?'index *'table a5_005_applied_plans of a5_005_applied_plans'?, gone: ??
    ...    Nothing Should Be Left Over    b1_001

A Row That Was Changed Is Found
    Upgrade One Step    m4_003
    Change One Plan In    ${100}    attempt    7
    Check Should Fail    rows are lost or changed:\nv3_plans: 300:* before, 300:* now    Rows Should Be Kept But For
    Check Should Fail    the database is not as before:*v3_plans: 300:*, 300:* now*    Database Should Be As Before

A Table That Was Added Is Found
    Upgrade One Step    m4_003
    Check Should Fail    tables are on one side only: plan_corrections    Rows Should Be Those At    a5_005
    Check Should Fail    the database is not as before:*plan_corrections is left over*    Database Should Be As Before
    Check Should Fail    tables are left behind: plan_corrections    No Table Should Be Left Behind

A Ledger That Was Changed Is Found
    Upgrade One Step    m4_003
    Check Should Fail    *the ledger was ('a5_005',), is ('m4_003',)    Database Should Be As Before

A Value That Is Not As Calculated Is Found
    Change One Plan In    ${100}    phase    action
    Check Should Fail
    ...    3 plans are wrong:*: phase is action, expected *
    ...    Plans Should Hold What Was Calculated
    ...    phase

A Constraint That Lets Pass Too Much Or Too Little Is Found
    Check Should Fail    phase refuses what is legal: ?'bogus'?    Values Should Be Admitted    phase    bogus
    Check Should Fail    phase admits what is illegal: ?'action'?    Values Should Be Refused    phase    action

Dull Plans Are Found
    Plant Plans At    a5_005    ${30}    ${6648}
    Check Should Fail    *actions.namespace: 1 values, 0 NULL*    Columns Should Vary
    Check Should Fail
    ...    plans, depth and children: (30, 4, 3), expected at least (31, 2, 2)
    ...    Hierarchy Should Hold
    ...    ${31}
    ...    ${2}
    ...    ${2}
    Check Should Fail    the same rows: *    Plans Made Again Should Differ    a5_005    ${6648}

An Outcome Other Than Expected Is Found
    Upgrade One Step    m4_003
    Check Should Fail    nobody refused: it done: None    Migration Should Be Refused With    rows stand in the way
    Change One Plan In    ${100}    phase    action
    Downgrade One Step    a5_005
    Check Should Fail    it crashed: v3_plans: 3 rows stand in the way: *    Migration Should Be Done
    Check Should Fail    expected ?'of all'? in: v3_plans: *    Migration Should Be Refused With    of all

An Outcome That Nobody Looked At Fails The Test
    Copy Folder    fixtures    fixtures
    Run Robot    fixtures/integrity/unlooked.robot
    Exit Code Should Be    ${1}
    Output Should Hold
    ...    nobody looked: the migration was crashed: v3_plans: 3 rows stand in the way


*** Keywords ***
Check Should Fail
    [Documentation]    The check is red, with a message like this one.
    [Arguments]    ${message}    ${check}    @{arguments}
    Run Keyword And Expect Error    ${message}    ${check}    @{arguments}
