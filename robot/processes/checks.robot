*** Settings ***
Documentation    Checks on commands can fail, each in words that tell what was and what was expected.

Library          benches.robot_library.RobotLibrary
Resource         ../resources/inner_robot.resource

Test Setup       Copy Folder    fixtures/processes


*** Test Cases ***
What Was Not Printed Fails Its Check
    Run Robot    --test "Exit Code" --test Line* --test Match --test "Error Line*" wrong.robot
    Exit Code Should Be    ${7}
    Output Should Hold    Exit Code | FAIL |    exit code 1, expected 0
    Output Should Hold    Line | FAIL |    standard output lacks
    Output Should Hold    Lines | FAIL |    standard output lacks
    Output Should Hold    Line Too Many | FAIL |    printed 'two', which it should not
    Output Should Hold    Match | FAIL |    no match for '^wo$'
    Output Should Hold    Error Line | FAIL |    standard error lacks
    Output Should Hold    Error Line Too Many | FAIL |    words on standard error

What Is Not In The Files Fails Its Check
    Run Robot    --test *File --test JUnit* wrong.robot
    Exit Code Should Be    ${6}
    Output Should Hold    Absent File | FAIL |    no 'one.txt' among []
    Output Should Hold    Present File | FAIL |    'one.txt' is there, among ['one.txt']
    Output Should Hold    File | FAIL |    the file 'one.txt' lacks
    Output Should Hold    JUnit | FAIL |    JUnit tells
    Output Should Hold    JUnit Numbers | FAIL |    JUnit counts [{'tests': '1'}], expected {'tests': '2'}
    Output Should Hold    JUnit That Is Absent | FAIL |    JUnit counts [], expected {'tests': '2'}

What Does Not Happen Fails The Test
    Run Robot    --test Words* --test Nobody* wrong.robot
    Exit Code Should Be    ${4}
    Output Should Hold    Words Of A Command That Ended | FAIL |    never printed 'three hundred'
    Output Should Hold    Words Of A Command That Runs | FAIL |    never printed 'three hundred'
    Output Should Hold    Nobody Looked | FAIL |    nobody looked at exit code 1
    Output Should Hold    Nobody Started It | FAIL |    no command was started

What Is So Passes
    Run Command    python -c "import sys; print('one'); print('two', '', 'and'); sys.exit('three')"
    Exit Code Should Be    ${1}
    Output Should Hold    one    two and
    Output Should Match    ^two
    Output Should Not Hold    four
    Error Output Should Hold    three
    Scratch File Should Exist    wrong.robot
    Scratch File Should Not Exist    right.robot
    Scratch File Should Hold    wrong.robot    Line    Output Should Hold three

A Running Command Can Be Stopped
    Start Command    python -c "import time; print('ready', flush=True); time.sleep(30)"
    Wait For Words    ready
    Send Signal    SIGTERM
    Finish Command
    Exit Code Should Be    ${-15}

Standard Error May Be Empty
    Run Command    python --version
    Exit Code Should Be    ${0}
    Error Output Should Be Empty
