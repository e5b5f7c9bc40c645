*** Settings ***
Documentation    A project may give its chains names in pyproject.toml, with what they need.

Library          benches.robot_library.RobotLibrary

Test Setup       Copy Folder    fixtures/sql_files    fixtures/sql_files


*** Variables ***
${FOLDER}    fixtures/sql_files/one_fails
${BASED}     fixtures/targets/based
${RUNNER}    fixtures.sql_files.runners:records_failures
${TABLE}     [tool.handrail.chains.small]
${RULE}      a chain has a target, and may have *


*** Test Cases ***
A Named Chain Is Walked With Its Runner On Its Databases
    Write Lines    pyproject.toml    ${TABLE}    target = "${FOLDER}"    runner = "${RUNNER}"    databases = ["sqlite"]
    Call Handrail    walk small --only 002
    Exit Code Should Be    ${1}
    Output Should Hold    error ledger-lies: upgrade of 002 on sqlite
    Output Should Hold    error swallowed-error: upgrade of 002 on sqlite
    Output Should Hold    handrail walk ${FOLDER} --runner ${RUNNER} --only 002 --database sqlite
    Output Should Match    ^1 revision walked on sqlite, .*: 3 errors,
    Nothing Should Be Left Behind

What The Command Line Says Goes Before
    Write Lines    pyproject.toml    ${TABLE}    target = "${FOLDER}"    runner = "${RUNNER}"
    Call Handrail    walk small --only 003 --database sqlite --runner fixtures.sql_files.runners:forgets
    Exit Code Should Be    ${1}
    Output Should Hold    error ledger-lies: upgrade of 003 on sqlite
    Output Should Match    ^1 revision walked on sqlite, .*: 1 error,

What Its Target Needs Is Named Too
    Copy Folder    fixtures/targets/based    fixtures/targets/based
    Copy Folder    fixtures/chains/environment    fixtures/chains/environment
    Write Lines    pyproject.toml    ${TABLE}    target = "${BASED}"    baseline = "${BASED}/base.sql"
    ...    section = "early"    env = { MODE = "test" }
    Call Handrail    walk small --env COLOUR=red --database sqlite --data none
    Exit Code Should Be    ${1}
    Output Should Hold
    ...    handrail walk ${BASED} --env MODE=test --env COLOUR=red --name early --baseline ${BASED}/base.sql
    Nothing Should Be Left Behind

Its Own Environment Can Be Left Out
    Copy Folder    fixtures/targets/based    fixtures/targets/based
    Copy Folder    fixtures/chains/environment    fixtures/chains/environment
    Write Lines    pyproject.toml    ${TABLE}    target = "${BASED}"    baseline = "${BASED}/base.sql"
    ...    section = "early"    no_env = true
    Call Handrail    walk small --database sqlite --data none
    Exit Code Should Be    ${1}
    Output Should Hold    handrail walk ${BASED} --no-env --name early --baseline ${BASED}/base.sql

What Is Not Understood Is Said In One Line
    [Template]    Named Chain Should Be Wrong
    small    pyproject.toml [small]: ${RULE}    ${TABLE}    runner = "${RUNNER}"
    small    pyproject.toml [small]: ${RULE}    ${TABLE}    target = "${FOLDER}"    runers = "${RUNNER}"
    small    pyproject.toml [small]: ${RULE}    [tool.handrail.chains]    small = "${FOLDER}"
    small    pyproject.toml [small]: ${RULE}    ${TABLE}    target = "${FOLDER}"    databases = "sqlite"
    small    pyproject.toml [small]: ${RULE}    ${TABLE}    target = "${FOLDER}"    env = ["MODE"]
    small --env MODE    --env: 'MODE' is no NAME=VALUE    ${TABLE}    target = "${FOLDER}"
    small    pyproject.toml: the file is not TOML: *    ${TABLE}    target =
    other    other: there is no such file or folder *    ${TABLE}    target = "${FOLDER}"


*** Keywords ***
Named Chain Should Be Wrong
    [Documentation]    Exit code 2 and that one line, for what the project's file says.
    [Arguments]    ${name}    ${line}    @{lines}
    Write Lines    pyproject.toml    @{lines}
    Call Handrail    walk ${name}
    Exit Code Should Be    ${2}
    It Should Be Said In One Line    handrail: ${line}
    Nothing Should Be Left Behind
