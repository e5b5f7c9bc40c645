*** Settings ***
Documentation    Every step down the repaired chain from a place full of plans: afterwards each row is again
...              what it was before the upgrade, and what the revision brought is gone.

Resource         ../resources/integrity.resource


*** Test Cases ***
Budgets And Versions Go
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    m9_002
    postgresql    m9_002

Automation Profiles Go
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    m9_001
    postgresql    m9_001

The Branches Part Again
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    m8_002
    postgresql    m8_002

Roots And Profiles That Were Filled In Are Empty Again
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    m8_001
    postgresql    m8_001

Links Between Resources Go
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    m5_001
    postgresql    m5_001

Corrections Go
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    m4_003
    postgresql    m4_003

Plans That Were Applied Are In The Phase Applied Again, In The State They Had
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    a5_005
    postgresql    a5_005

Resources Go
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    b1_001
    postgresql    b1_001

Phases Go And Plans Get Their Older Name
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    a5_004
    postgresql    a5_004

What Actions Got Goes
    [Template]    Downgrade Should Bring Back What Was Before
    sqlite    a5_003
    postgresql    a5_003

The Last Step Down Leaves An Empty Database
    [Template]    Downgrade Should Leave An Empty Database
    sqlite    a5_002
    postgresql    a5_002


*** Keywords ***
Downgrade Should Bring Back What Was Before
    [Documentation]    The step is done, and every row is what it was before the upgrade.
    [Arguments]    ${kind}    ${revision}
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${revision}    ${PLANS}    ${SEED}
    ${below} =    Place Below    ${revision}
    Downgrade One Step    ${revision}
    Migration Should Be Done
    Rows Should Be Those At    ${below}
    Database Should Be Sound At    ${below}

Downgrade Should Leave An Empty Database
    [Documentation]    The step is done, and no table is left but the ledger's.
    [Arguments]    ${kind}    ${revision}
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${revision}    ${PLANS}    ${SEED}
    Downgrade One Step    ${revision}
    Migration Should Be Done
    Database Should Be Sound At    base
