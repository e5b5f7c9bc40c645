*** Settings ***
Documentation    What has no place on the other side is refused: by a step before it touches anything, unless
...              it is told to map it, and by the constraints that the steps have put there.

Resource         ../resources/integrity.resource


*** Test Cases ***
One Plan In A Hundred Is In The Newer Phase And The Downgrade Refuses
    [Template]    Downgrade Of Plans Of ${kind} In The Newer Phase Should Be Refused
    sqlite
    postgresql

One Plan In A Hundred Is In The Newer Phase And The Downgrade Maps It When Told To
    [Template]    Downgrade Of Plans Of ${kind} In The Newer Phase Should Map Them
    sqlite
    postgresql

A Large Family Is Below A Cycle And The Back-Fill Refuses
    [Template]    Upgrade Of A Family Of ${kind} Below A Cycle Should Be Refused
    sqlite
    postgresql

A Large Family Is Below A Cycle And The Back-Fill Makes Each Its Own Root When Told To
    [Template]    Upgrade Of A Family Of ${kind} Below A Cycle Should Fill In
    sqlite
    postgresql

What The Constraints Are There To Stop Is Refused
    [Template]    Plan Should Be Refused
    sqlite    a5_004    phase    action
    sqlite    a5_004    processing_state    applied    constrained
    sqlite    a5_005    phase    applied    done
    sqlite    m8_001    root_plan_id    ${NONE}
    sqlite    m8_001    automation_profile    ${NONE}
    postgresql    a5_004    phase    action
    postgresql    a5_004    processing_state    applied    constrained
    postgresql    a5_005    phase    applied    done
    postgresql    m8_001    root_plan_id    ${NONE}
    postgresql    m8_001    automation_profile    ${NONE}

What The Constraints Are There To Let Pass Is Admitted
    [Template]    Plan Should Be Admitted
    sqlite    a5_004    phase    applied
    sqlite    a5_005    phase    action
    sqlite    a5_005    processing_state    applied    constrained
    sqlite    a5_005    root_plan_id    ${NONE}
    sqlite    a5_005    automation_profile    ${NONE}
    postgresql    a5_004    phase    applied
    postgresql    a5_005    phase    action
    postgresql    a5_005    processing_state    applied    constrained
    postgresql    a5_005    root_plan_id    ${NONE}
    postgresql    a5_005    automation_profile    ${NONE}


*** Keywords ***
Downgrade Of Plans Of ${kind} In The Newer Phase Should Be Refused
    [Documentation]    The words name the table, the value and the number of rows, and nothing is changed.
    Use Databases Of Kind    ${kind}
    Plant Plans At    a5_005    ${PLANS}    ${SEED}
    ${plans} =    Change One Plan In    ${100}    phase    action
    Downgrade One Step    a5_005
    Migration Should Be Refused With    v3_plans: ${plans} rows stand in the way: phase 'action' in ${plans} rows
    Database Should Be As Before

Downgrade Of Plans Of ${kind} In The Newer Phase Should Map Them
    [Documentation]    Nothing but phases and states is changed, and all is in order below.
    Use Databases Of Kind    ${kind}
    Plant Plans At    a5_005    ${PLANS}    ${SEED}
    Change One Plan In    ${100}    phase    action
    Downgrade One Step    a5_005    on_incompatible=remap
    Migration Should Be Done
    Rows Should Be Kept But For    v3_plans.phase    v3_plans.processing_state
    Database Should Be Sound At    b1_001

Upgrade Of A Family Of ${kind} Below A Cycle Should Be Refused
    [Documentation]    The words name the number of plans without a root, and nothing is changed.
    Use Databases Of Kind    ${kind}
    Plant Plans Below    m8_001    ${PLANS}    ${SEED}
    ${plans} =    Close A Cycle
    Upgrade One Step    m8_001
    Migration Should Be Refused With    v3_plans: ${plans} rows stand in the way    parents form a cycle
    Database Should Be As Before

Upgrade Of A Family Of ${kind} Below A Cycle Should Fill In
    [Documentation]    Nothing but roots and profiles is changed, and all is in order above.
    Use Databases Of Kind    ${kind}
    Plant Plans Below    m8_001    ${PLANS}    ${SEED}
    Close A Cycle
    Upgrade One Step    m8_001    on_incompatible=remap
    Migration Should Be Done
    Rows Should Be Kept But For    v3_plans.root_plan_id    v3_plans.automation_profile
    Database Should Be Sound At    m8_001

Plan Should Be Refused
    [Documentation]    The database itself stops who gives a plan one of the values.
    [Arguments]    ${kind}    ${place}    ${column}    @{values}
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${place}    ${PLANS}    ${SEED}
    Values Should Be Refused    ${column}    @{values}

Plan Should Be Admitted
    [Documentation]    The database lets pass who gives a plan any of the values.
    [Arguments]    ${kind}    ${place}    ${column}    @{values}
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${place}    ${PLANS}    ${SEED}
    Values Should Be Admitted    ${column}    @{values}
