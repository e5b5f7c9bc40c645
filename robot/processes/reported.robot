*** Settings ***
Documentation    What a downgrade that cannot be done, or is killed, leaves on SQLite: as reported, backups that
...              block the next run, since Python's driver commits each table by itself; as repaired, nothing.

Library          benches.robot_library.RobotLibrary

Test Tags        tdd_issue    tdd_issue_6648


*** Test Cases ***
As Reported A Downgrade That Fails Leaves Backups Behind
    [Tags]    tdd_expected_fail
    Failed Downgrade Should Leave No Table Behind    as reported

As Repaired A Downgrade That Refuses Leaves Nothing Behind
    Failed Downgrade Should Leave No Table Behind    as repaired

As Reported A Downgrade That Is Killed Leaves Backups Behind
    [Tags]    tdd_expected_fail
    Killed Downgrade Should Leave No Table Behind    as reported    INSERT INTO _v3_plans_new

As Repaired A Downgrade That Is Killed Leaves Nothing Behind
    Killed Downgrade Should Leave No Table Behind    as repaired    DROP TABLE a5_005_applied_plans

As Reported The Next Run Dies Of The Backups Though The Plan Is Mended
    [Tags]    tdd_expected_fail
    Downgrade Should Be Done Once The Plan Is Mended    as reported

As Repaired The Next Run Is Done Once The Plan Is Mended
    Downgrade Should Be Done Once The Plan Is Mended    as repaired


*** Keywords ***
Failed Downgrade Should Leave No Table Behind
    [Documentation]    One plan is in the phase that the older CHECK forbids.
    [Arguments]    ${variant}
    Plant One Plan At    a5_005    ${variant}    action
    Run Alembic    downgrade b1_001    ${variant}
    Alembic Should Be Cut Short
    No Table Should Be Left Behind
    Database Should Be As Before

Killed Downgrade Should Leave No Table Behind
    [Documentation]    Nothing is wrong with the plan; the process is killed before the statement.
    [Arguments]    ${variant}    ${statement}
    Plant One Plan At    a5_005    ${variant}    execute
    Kill Alembic Before    ${statement}    downgrade b1_001    ${variant}
    Exit Code Should Be    ${-9}
    No Table Should Be Left Behind
    Database Should Be As Before

Downgrade Should Be Done Once The Plan Is Mended
    [Documentation]    The first run fails for the plan's phase; then it is one that the older CHECK allows.
    [Arguments]    ${variant}
    Plant One Plan At    a5_005    ${variant}    action
    Run Alembic    downgrade b1_001    ${variant}
    Alembic Should Be Cut Short
    Mend The Plan    strategize
    Run Alembic    downgrade b1_001    ${variant}
    Alembic Should Be Done
