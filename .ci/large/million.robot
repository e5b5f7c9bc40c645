*** Settings ***
Documentation    A million plans with children go up and down the repaired chain: no step sends more statements
...              over them than over a hundred, the back-fill included, and no check holds them in memory.

Library          ${CURDIR}/million.py


*** Variables ***
${PLANS}     ${1000000}
${FEW}       ${100}
${MEMORY}    ${400}


*** Test Cases ***
A Million Plans Go Up And Down On SQLite
    Plans Should Go Up And Down    sqlite

A Million Plans Go Up And Down On PostgreSQL
    Plans Should Go Up And Down    postgresql


*** Keywords ***
Plans Should Go Up And Down
    [Arguments]    ${kind}
    Plant    ${kind}    ${FEW}
    Climb
    ${over_few}    Statements
    Plant    ${kind}    ${PLANS}
    Climb
    ${over_many}    Statements
    Should Be Equal    ${over_many}    ${over_few}
    Roots Should Hold
    Climb Down
    All Should Be As Planted    ${PLANS}
    Memory Should Stay Below    ${MEMORY}
