*** Settings ***
Documentation    The plans that the other suites migrate are many, awkward, and the same in every run.

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


*** Keywords ***
Plans Of ${kind} Should Depend On The Seed Alone
    [Documentation]    Made again they are the same, and from another seed they are not.
    Use Databases Of Kind    ${kind}
    Plant Plans At    a5_002    ${300}    ${SEED}
    Plans Made Again Should Be The Same    a5_002    ${SEED}
    Plans Made Again Should Differ    a5_002    ${2418}
