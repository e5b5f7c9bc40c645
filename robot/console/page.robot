*** Settings ***
Documentation    The page in a real browser: what comes of clicks, where errors are kept, and how it is used
...              without a mouse and without eyes. One suite, so that browser and servers start once.

Resource         ../resources/console.resource

Test Teardown    Close Console

Test Tags        requires_browser


*** Variables ***
${AWAY}      Failed to initiate storage scan of host-1: the server does not answer
${MARKUP}    <script>ran = true</script><img src=x onerror="ran = true">
@{HEARD}
...          RootWebArea Agents console
...          banner
...          heading 1 Agents console
...          status
...          button Refresh
...          main
...          heading 2 Agents
...          heading 3 host-1
...          button Scan updates of host-1
...          button Scan storage of host-1
...          button Scan system of host-1
...          button Scan docker of host-1
...          heading 2 Commands
...          table What the agents were told to do, the newest first
...          columnheader When
...          columnheader Agent
...          columnheader Command
...          columnheader Status
...          columnheader Id
...          heading 2 History
...          table What came of it, errors included, the newest first
...          columnheader When
...          columnheader Agent
...          columnheader Action
...          columnheader Result
...          columnheader Message
...          alert
...          button Try again
...          button Dismiss


*** Test Cases ***
As Reported The Second Of Three Rapid Clicks Fails
    [Tags]    tdd_issue    tdd_issue_12    tdd_expected_fail
    Three Rapid Clicks Should Be Three Commands    as reported

As Repaired Three Rapid Clicks Are Three Commands
    [Tags]    tdd_issue    tdd_issue_12
    Three Rapid Clicks Should Be Three Commands    as repaired

A Click Whose Answer Was Lost Is Still One Command When It Is Tried Again
    Open Console Of Server    as repaired
    Lose One Answer
    Click    Scan storage of host-1
    Error Should Be Shown    ${AWAY}
    Click    Try again
    No Error Should Be Shown
    Commands Should Be    scan_storage of host-1

As Reported An Error Shown While The Server Was Away Is Lost
    [Tags]    tdd_issue    tdd_issue_13    tdd_expected_fail
    Error Should Be In The History When The Server Is Back    as reported

As Repaired An Error Shown While The Server Was Away Is In The History
    [Tags]    tdd_issue    tdd_issue_13
    Error Should Be In The History When The Server Is Back    as repaired

An Error Is Kept Though The Page Is Left
    Click While The Server Is Away    as repaired
    Leave Console
    Start Server    as repaired
    Visit Console Again
    Refresh When All Is Sent
    History Should Hold Errors    ${AWAY}

An Error That Was Sent But Not Answered Is In The History Once
    Open Console Of Server    as repaired
    Lose One Answer
    Lose One Answer    /client-error
    Click    Scan storage of host-1
    Refresh When All Is Sent
    History Should Hold Errors    ${AWAY}

Markup In A Name And In The History Is Shown As Text
    Start Server    as repaired
    Add Agent    ${MARKUP}
    Report Error    ${MARKUP}
    Open Console
    Click    Scan system of ${MARKUP}
    Commands Should Be    scan_system of ${MARKUP}
    History Should Hold Errors    ${MARKUP}
    Capture Page Screenshot
    No Script Should Have Run

Markup In An Error Is Shown As Text
    Start Server    as repaired
    Add Agent    ${MARKUP}
    Open Console
    Lose One Answer
    Click    Scan docker of ${MARKUP}
    Error Should Be Shown    Failed to initiate docker scan of ${MARKUP}: the server does not answer
    Capture Page Screenshot
    No Script Should Have Run

A Screen Reader Tells What Is There And What It Is Called
    Open Console Of Server    as repaired
    Lose One Answer
    Click    Scan docker of host-1
    Element Attribute Value Should Be    css:html    lang    en
    Page Should Be Heard As    @{HEARD}

The Keyboard Alone Starts Scans
    Open Console Of Server    as repaired
    Focus Should Go    Tab    Refresh    Scan updates of host-1    Scan storage of host-1
    Capture Page Screenshot
    Press    Enter    Space
    No Error Should Be Shown
    Commands Should Be    scan_storage of host-1    scan_storage of host-1

The Keyboard Alone Tries A Failed Scan Again
    Fail To Scan By Keyboard
    Focus Should Go    Tab    Scan system of host-1    Scan docker of host-1    Try again
    Capture Page Screenshot
    Press    Enter
    No Error Should Be Shown
    Commands Should Be    scan_storage of host-1
    Focus Should Be On    Scan storage of host-1

The Keyboard Alone Dismisses An Error
    Fail To Scan By Keyboard
    Focus Should Go    Tab    Scan system of host-1    Scan docker of host-1    Try again    Dismiss
    Press    Space
    No Error Should Be Shown
    Focus Should Be On    Scan storage of host-1


*** Keywords ***
Three Rapid Clicks Should Be Three Commands
    [Documentation]    All three are made before the server has answered the first.
    [Arguments]    ${variant}
    Open Console Of Server    ${variant}
    Click    Scan storage of host-1    ${3}
    Capture Page Screenshot
    No Error Should Be Shown
    Commands Should Be    scan_storage of host-1    scan_storage of host-1    scan_storage of host-1

Click While The Server Is Away
    [Documentation]    The page tells that the click has failed.
    [Arguments]    ${variant}
    Open Console Of Server    ${variant}
    Stop Server
    Click    Scan storage of host-1
    Error Should Be Shown    ${AWAY}
    Capture Page Screenshot

Error Should Be In The History When The Server Is Back
    [Documentation]    The page stays open all the time.
    [Arguments]    ${variant}
    Click While The Server Is Away    ${variant}
    Start Server    ${variant}
    Refresh When All Is Sent
    Capture Page Screenshot
    History Should Hold Errors    ${AWAY}

Fail To Scan By Keyboard
    [Documentation]    The server gets the command, but its answer is lost.
    Open Console Of Server    as repaired
    Lose One Answer
    Focus Should Go    Tab    Refresh    Scan updates of host-1    Scan storage of host-1
    Press    Enter
    Error Should Be Shown    ${AWAY}
