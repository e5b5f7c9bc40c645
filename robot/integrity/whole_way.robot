*** Settings ***
Documentation    The whole repaired chain in one command, up and down, over ten thousand plans.

Resource         ../resources/integrity.resource


*** Test Cases ***
Plans Of The Oldest Schema Reach The Newest, Come Back As They Were, And Go Again
    [Template]    Way From ${oldest} To ${newest} And Back Should Be Safe On ${kind}
    a5_002    m9_002    sqlite
    a5_002    m9_002    postgresql

Plans That Gained Something At Every Revision Come Down To What They Were At The Oldest
    [Template]    Way Down From ${newest} To ${oldest} Should Be Safe On ${kind}
    m9_002    a5_002    sqlite
    m9_002    a5_002    postgresql

Columns That A Revision Fills Hold What Was Calculated By Other Means
    [Template]    Filled Columns At ${place} Should Be As Calculated On ${kind}
    m9_002    sqlite
    m9_002    postgresql


*** Keywords ***
Way From ${oldest} To ${newest} And Back Should Be Safe On ${kind}
    [Documentation]    Up, down to where it began, and up again; each time all is in order.
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${oldest}    ${PLANS}    ${SEED}
    Upgrade To    ${newest}
    Database Should Have Come Safely To ${newest}
    Downgrade To    ${oldest}
    Database Should Have Come Safely To ${oldest}
    Rows Should Be Those At    ${oldest}
    Upgrade To    ${newest}
    Database Should Have Come Safely To ${newest}

Way Down From ${newest} To ${oldest} Should Be Safe On ${kind}
    [Documentation]    Down in one command from a database that got rows at every revision.
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${newest}    ${PLANS}    ${SEED}
    Downgrade To    ${oldest}
    Database Should Have Come Safely To ${oldest}
    Rows Should Be Those At    ${oldest}

Filled Columns At ${place} Should Be As Calculated On ${kind}
    [Documentation]    The generator finds out by itself what the revisions must put there.
    Use Databases Of Kind    ${kind}
    Plant Plans At    ${place}    ${PLANS}    ${SEED}
    Plans Should Hold What Was Calculated    phase
    Plans Should Hold What Was Calculated    processing_state
    Plans Should Hold What Was Calculated    root_plan_id
    Plans Should Hold What Was Calculated    automation_profile

Database Should Have Come Safely To ${place}
    [Documentation]    The migration came to its end, and all is in order there.
    Migration Should Be Done
    Database Should Be Sound At    ${place}
