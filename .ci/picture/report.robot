*** Settings ***
Documentation    The picture of a report that README shows: `nox -s picture` takes it anew.

Resource         ../../robot/resources/report.resource


*** Test Cases ***
The Chain Of Plans As Reported With The Step That Crashes
    Set Screenshot Directory    ${OUTPUT_DIR}
    Open Report    plans on both databases
    Select Step    downgrade of a5_005 on sqlite
    Capture Page Screenshot    report.png
