*** Settings ***
Documentation    Tags of Robot tests that break the rules stop the run.

Library          benches.robot_library.RobotLibrary
Resource         ../resources/inner_robot.resource

Test Setup       Copy Folder    fixtures/expected_failures/robot


*** Variables ***
${KNOWN}    @tdd_issue, @tdd_issue_<N>, @tdd_expected_fail


*** Test Cases ***
A Breach Stops The Run Before It Starts And Every Offender Is Listed
    Run Robot    tags
    Exit Code Should Be    ${2}
    Output Should Hold
    ...    Nothing was run: the rules for tags are broken.
    ...    tags/__init__.robot:4: @tdd_expected_fail on all tests of a suite: it belongs on what is expected to fail
    ...    tags/shelf.robot:4: @tdd_expect_fail is no tag of the protocol: ${KNOWN}
    ...    tags/shelf.robot:8: @tdd_expected_fail requires @tdd_issue
    ...    tags/shelf.robot:8: @tdd_expected_fail requires exactly one @tdd_issue_<N>, here: none
    ...    tags/shelf.robot:11: issue 7 is not in issues.toml
    Output Should Not Hold    this must not run

An Unreadable List Of Issues Stops The Run Before It Starts
    Write File    issues.toml    [41
    Run Robot    expected.robot
    Exit Code Should Be    ${2}
    Output Should Hold    issues.toml: Expected
    Output Should Not Hold    Plain
