*** Settings ***
Documentation    Alembic on the repaired chain over ten thousand plans, killed from outside at a moment that a
...              seed decides. Whatever revision it had come to, the database stands there as a whole, and
...              the next run goes on to the head as if nothing had happened.

Resource         ../resources/integrity.resource


*** Test Cases ***
A Kill At Any Moment Leaves The Database At A Revision As A Whole
    [Template]    Upgrade Killed At A Moment Should Be Finished By The Next Run
    sqlite    ${1}
    postgresql    ${2}


*** Keywords ***
Upgrade Killed At A Moment Should Be Finished By The Next Run
    [Documentation]    The moment is up to a tenth of a second after the first step was begun.
    [Arguments]    ${kind}    ${moment}
    Use Databases Of Kind    ${kind}
    Plant Plans At    a5_002    ${PLANS}    ${SEED}
    Kill Alembic After    Running upgrade a5_002 -> a5_003    upgrade head    ${moment}
    Exit Code Should Be    ${-9}
    Database Should Be Like One Never Killed
    Run Alembic    upgrade head
    Alembic Should Be Done
    Database Should Be Like One Never Killed
    Database Should Be Sound At    m9_002
