*** Settings ***
Documentation    Where there is no browser, the suite of the page says so.

Library          benches.robot_library.RobotLibrary


*** Variables ***
${REASONS}    handrail.acceptance.robot_skips.SkippedTests


*** Test Cases ***
Every Test That Needs A Browser Is Skipped And The Reason Is Told
    Copy Folder    robot    robot
    Hide Installed Programs
    Run Command    robot --report NONE --prerebotmodifier ${REASONS} robot/console/page.robot
    Exit Code Should Be    ${0}
    Output Should Hold    13 tests, 0 passed, 0 failed, 13 skipped
    Output Should Hold    skipped: 13 tests: no Chromium and chromedriver on PATH
