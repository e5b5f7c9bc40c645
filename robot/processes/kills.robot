*** Settings ***
Documentation    Alembic on the repaired chain, as a process that gets SIGKILL as it is about to send one
...              statement of a step: a row of a test is a kind of database, a revision, that statement.
...              The database must be as before, and the next run must finish what was begun.

Resource         ../resources/integrity.resource


*** Variables ***
${PLANS}    ${1000}


*** Test Cases ***
A Kill In The Upgrade Of The Phases Leaves No Trace
    [Template]    Killed Upgrade Should Leave No Trace
    sqlite    a5_005    PRAGMA writable_schema = RESET
    sqlite    a5_005    COMMIT
    postgresql    a5_005    ALTER TABLE v3_plans VALIDATE CONSTRAINT ck_v3_plans_state
    postgresql    a5_005    UPDATE alembic_version

A Kill In The Back-Fill Leaves No Trace
    [Template]    Killed Upgrade Should Leave No Trace
    sqlite    m8_001    INSERT INTO m8_001_filled_plans
    postgresql    m8_001    ALTER TABLE v3_plans ALTER COLUMN root_plan_id SET NOT NULL
    postgresql    m8_001    COMMIT

A Kill In The Downgrade Of The Phases Leaves No Trace
    [Template]    Killed Downgrade Should Leave No Trace
    sqlite    a5_005    b1_001    UPDATE v3_plans SET phase
    postgresql    a5_005    b1_001    DROP TABLE a5_005_applied_plans

A Kill While The Back-Fill Is Taken Back Leaves No Trace
    [Template]    Killed Downgrade Should Leave No Trace
    sqlite    m8_001    m4_003    COMMIT
    postgresql    m8_001    m4_003    UPDATE v3_plans SET root_plan_id

A Run That Never Sends The Statement Is Not Killed
    Plant Plans At    b1_001    ${PLANS}    ${SEED}
    Kill Alembic Before    DROP TABLE v3_plans    upgrade a5_005
    Alembic Should Be Done
    Database Should Be Sound At    a5_005


*** Keywords ***
Killed Upgrade Should Leave No Trace
    [Documentation]    All is as before, and the next run comes to its end.
    [Arguments]    ${kind}    ${revision}    ${statement}
    Use Databases Of Kind    ${kind}
    Plant Plans Below    ${revision}    ${PLANS}    ${SEED}
    Kill Alembic Before    ${statement}    upgrade ${revision}
    Exit Code Should Be    ${-9}
    Database Should Be As Before
    Upgrade One Step    ${revision}
    Migration Should Be Done
    Database Should Be Sound At    ${revision}

Killed Downgrade Should Leave No Trace
    [Documentation]    All is as before, and the next run brings back what was before the upgrade.
    [Arguments]    ${kind}    ${revision}    ${below}    ${statement}
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${below}    ${PLANS}    ${SEED}
    Upgrade One Step    ${revision}
    Migration Should Be Done
    Kill Alembic Before    ${statement}    downgrade ${below}
    Exit Code Should Be    ${-9}
    Database Should Be As Before
    Downgrade One Step    ${revision}
    Rows Should Be Those At    ${below}
    Database Should Be Sound At    ${below}
