*** Settings ***
Documentation    What comes of Robot tests that are expected to fail. One side fails on purpose, in
...              fixtures/expected_failures/robot; this side runs it in a Robot of its own.

Library          benches.robot_library.RobotLibrary
Resource         ../resources/inner_robot.resource

Test Setup       Copy Folder    fixtures/expected_failures/robot


*** Variables ***
${OPEN_ISSUES}    handrail.acceptance.robot_listener.OpenIssues


*** Test Cases ***
A Check That Fails As Reported Is An Expected Failure Wherever In The Body It Is
    Run Robot    expected.robot
    Exit Code Should Be    ${0}
    Output Should Hold    6 tests, 6 passed, 0 failed
    Output Should Hold
    ...    Plain | PASS |
    ...    expected failure: issue 41 is still open (Adding loses a book)
    ...    expected 5 books, found 4

The Summary Lists The Issues Still Open
    Run Robot    expected.robot
    Exit Code Should Be    ${0}
    Output Should Hold
    ...    Issues still open: 1 (expected failures: 5)
    ...    issue 41: Adding loses a book (https://tracker.example/41)
    ...    expected.robot:10
    ...    expected.robot:14
    ...    expected.robot:21
    ...    expected.robot:27
    ...    expected.robot:31

A Test That Passes Is Red
    Run Robot    --test Fixed red.robot
    Exit Code Should Be    ${1}
    Output Should Hold
    ...    Fixed | FAIL |
    ...    issue 41 appears to be fixed: remove @tdd_expected_fail

A Check That Fails With Other Words Is Red
    Run Robot    --test "Other Words" red.robot
    Exit Code Should Be    ${1}
    Output Should Hold    failed, but not as reported: "Books Should Be In Order" fails with other words than

Every Check That Fails Must Be As Reported
    Run Robot    --test "First As Reported*" red.robot
    Exit Code Should Be    ${1}
    Output Should Hold    failed, but not as reported: "Books Should Be In Order" fails with other words than

What Is No Check Is Red Even In The Words Of The Report
    [Template]    Failure Should Not Be As Reported
    No Check    "Lose Connection" is no check of issue 41: expected 5 books, found 4
    Unknown Keyword    "Expected 5 Books, Found 4" is no check of issue 41: No keyword with name
    In A Given    "And Books Should Be Kept" is no check of issue 41: expected 5 books, found 4
    In The Setup    the setup is no check of issue 41: expected 5 books, found 4
    In The Teardown    the teardown is no check of issue 41: expected 5 books, found 4
    In A Keyword's Teardown    the teardown is no check of issue 41: expected 5 books, found 4
    Too Late    "Sleep" is no check of issue 41: Test timeout 10 milliseconds exceeded.

A Broken Setup Of The Suite Is No Expected Failure
    Run Robot    around/setup.robot
    Exit Code Should Be    ${1}
    Output Should Hold    failed, but not as reported: the test is no check of issue 41: Parent suite setup failed:

A Broken Teardown Of The Suite Is Red
    Run Robot    --xunit reports/xunit.xml around/teardown.robot
    Exit Code Should Be    ${1}
    JUnit Should Tell    reports    Before A Broken Suite Teardown | failure
    JUnit Should Count    reports    failures=1    skipped=0

A Dry Run Is Not Judged
    Run Robot    --dryrun --test Fixed red.robot
    Exit Code Should Be    ${0}
    Output Should Not Hold    issue 41

A Skipped Test Is Not Judged
    Run Robot    skipped.robot
    Exit Code Should Be    ${0}
    Output Should Hold    1 test, 0 passed, 0 failed, 1 skipped
    Output Should Not Hold    issue 41

JUnit Shows An Expected Failure As Skipped
    Run Robot    --xunit reports/xunit.xml --test Plain --test Repaired --test Fixed expected.robot red.robot
    Exit Code Should Be    ${1}
    JUnit Should Tell    reports
    ...    Plain | skipped | handrail.expected_failure | expected failure: issue 41 is still open (Adding loses a book)
    ...    Repaired | passed | |
    ...    Fixed | failure | AssertionError | issue 41 appears to be fixed: remove @tdd_expected_fail

Pabot Sums Up The Expected Failures Of Its Workers
    VAR    ${options}    --no-pabotlib --listener ${LISTENER} --prerebotmodifier ${OPEN_ISSUES}
    Run Command    pabot ${options} --test Plain expected.robot red.robot
    Exit Code Should Be    ${0}
    Output Should Hold
    ...    Expected failures: 1
    ...    Suites.Expected.Plain: expected failure: issue 41 is still open (Adding loses a book)


*** Keywords ***
Failure Should Not Be As Reported
    [Documentation]    The test of red.robot is red, and the reason is told.
    [Arguments]    ${test}    ${reason}
    Run Robot    --test "${test}" red.robot
    Exit Code Should Be    ${1}
    Output Should Hold    failed, but not as reported: ${reason}
