*** Settings ***
Documentation    Every step up the repaired chain over ten thousand plans: a row of a test is a kind of
...              database, the step, and what the step says that it changes. All else must be as before.
...              The plans themselves are looked at first: many, awkward, and the same in every run.

Resource         ../resources/integrity.resource


*** Test Cases ***
There Are Ten Thousand Plans In A Deep Chain, A Wide Family And Many Trees
    Plant Plans At    m9_002    ${PLANS}    ${SEED}
    Hierarchy Should Hold    plans=${10000}    depth=${499}    children=${1499}

No Column Holds The Same Everywhere And Each That May Be Empty Is Empty Somewhere
    Plant Plans At    m9_002    ${PLANS}    ${SEED}
    Columns Should Vary

The Same Seed Makes The Same Rows
    [Template]    Plans Of ${kind} Should Depend On The Seed Alone
    sqlite
    postgresql

The First Step Makes The Tables
    [Template]    Upgrade Should Keep All But
    sqlite    a5_002
    postgresql    a5_002

Actions Are Brought In Line With The Specification Where They Stand
    [Template]    Upgrade Should Keep All But
    sqlite    a5_003
    postgresql    a5_003

Plans Get Phases And Another Name
    [Template]    Upgrade Should Keep All But
    sqlite    a5_004    lifecycle_plans is now v3_plans
    postgresql    a5_004    lifecycle_plans is now v3_plans

Resources Get Tables Of Their Own
    [Template]    Upgrade Should Keep All But
    sqlite    b1_001
    postgresql    b1_001

The Phase Applied Becomes A State
    [Template]    Upgrade Should Keep All But
    sqlite    a5_005    v3_plans.phase    v3_plans.processing_state
    postgresql    a5_005    v3_plans.phase    v3_plans.processing_state

Corrections Get A Table Of Their Own
    [Template]    Upgrade Should Keep All But
    sqlite    m4_003
    postgresql    m4_003

Links Between Resources Get A Table Of Their Own On A Branch
    [Template]    Upgrade Should Keep All But
    sqlite    m5_001
    postgresql    m5_001

Every Plan Gets A Root And A Profile On The Other Branch
    [Template]    Upgrade Should Keep All But
    sqlite    m8_001    v3_plans.root_plan_id    v3_plans.automation_profile
    postgresql    m8_001    v3_plans.root_plan_id    v3_plans.automation_profile

The Merge Of The Branches Changes Nothing
    [Template]    Upgrade Should Keep All But
    sqlite    m8_002
    postgresql    m8_002

Automation Profiles Get A Table Of Their Own
    [Template]    Upgrade Should Keep All But
    sqlite    m9_001
    postgresql    m9_001

Plans Get A Budget And Actions A Version
    [Template]    Upgrade Should Keep All But
    sqlite    m9_002
    postgresql    m9_002


*** Keywords ***
Plans Of ${kind} Should Depend On The Seed Alone
    [Documentation]    Made again they are the same, and from another seed they are not.
    Use Databases Of Kind    ${kind}
    Plant Plans At    a5_002    ${300}    ${SEED}
    Plans Made Again Should Be The Same    a5_002    ${SEED}
    Plans Made Again Should Differ    a5_002    ${2418}

Upgrade Should Keep All But
    [Documentation]    The step is done, and all is kept but what is given as changed.
    [Arguments]    ${kind}    ${revision}    @{changes}
    Use Databases Of Kind    ${kind}
    Plant Plans Below    ${revision}    ${PLANS}    ${SEED}
    Upgrade One Step    ${revision}
    Migration Should Be Done
    Rows Should Be Kept But For    @{changes}
    Database Should Be Sound At    ${revision}
