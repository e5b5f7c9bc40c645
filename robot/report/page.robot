*** Settings ***
Documentation    The report that `handrail walk --format html=FILE` writes, in a real browser: the stairs, the panel
...              beside them, the filter, light and dark, narrow windows, the keyboard alone, and a chain that is full
...              of markup. One suite, so that the browser starts once and each report is written once.

Resource         ../resources/report.resource

Test Teardown    Leave Report

Test Tags        requires_browser


*** Variables ***
${PLANS}       plans as reported
${SCRIPT}      <script>ran = true</script>
${CRASHED}     downgrade of a5_005 on sqlite
${REBUILT}     downgrade of a5_003 on sqlite: done, 2 warnings, 1 note
@{WARNINGS}
...            warning table-rebuilt: upgrade of <b>r2</b> on sqlite and postgresql
...            warning data-changed: upgrade of r3 on sqlite and postgresql
@{A5_005}
...            error downgrade-crash: downgrade of a5_005 on sqlite
...            error downgrade-crash: downgrade of a5_005 on sqlite
...            error downgrade-crash: downgrade of a5_005 on sqlite
...            warning table-rebuilt: downgrade of a5_005 on sqlite


*** Test Cases ***
The Essence Is In Sight At Once And Nothing Is Asked Of Anybody
    Open Report    ${PLANS}
    Page Should Show
    ...    fixtures/plans/reported/alembic.ini
    ...    5 errors
    ...    15 warnings
    ...    11 revisions walked
    ...    46 of 46 hazards exercised
    ...    The stairs
    ...    m9_002
    ...    a5_002
    ...    What was found
    ...    downgrade-crash
    Step Should Be Called    ${CRASHED}: crashed, 3 errors, 1 warning
    Step Should Be Called    upgrade again of a5_005 on sqlite: done
    Capture Page Screenshot
    Nothing Should Have Been Asked For

A Click On A Step Shows What Was Found There With All That Was Seen
    Open Report    ${PLANS}
    Select Step    ${CRASHED}
    Findings Should Be    @{A5_005}
    Capture Page Screenshot
    Panel Should Show
    ...    the downgrade crashes with v3_plans: phase 'action' against ck_v3_plans_phase
    ...    Rows that show it    v3_plans 1 row
    ...    Statement    INSERT INTO _v3_plans_new
    ...    Error    CHECK constraint failed: ck_v3_plans_phase
    ...    Left behind    table _v3_plans_new is left over
    ...    Remedy
    ...    See it again    --only a5_005 --database sqlite

A Click On A Step Shows What It Does And How It Was Tried
    Open Report    ${PLANS}
    Select Step    ${CRASHED}
    Panel Should Show
    ...    ${CRASHED}    crashed    stands on b1_001    a5_005_rebaseline_plan_phases.py:37
    ...    Rows before and after
    ...    Schema    v3_plans: check ck_v3_plans_phase
    ...    Statements (24)
    ...    Hazards (
    ...    Runs (

What Is Folded Away Is A Click Further
    Open Report    ${PLANS}
    Select Step    upgrade of m8_001 on sqlite
    Panel Should Show    stopped    endless-step    Rows before and after
    Unfold    Statements (
    Unfold    Hazards (
    Unfold    Runs (
    Panel Should Show
    ...    INSERT INTO alembic_version (version_num) VALUES ('m8_001')
    ...    exercised v3_plans: a two-cycle through parent_plan_id and root_plan_id
    ...    done an empty database
    ...    done one full row
    Capture Element Screenshot    id:panel
    Click    Back to all findings
    Count Should Be    29 of 29 findings shown

A Finding Opens Where It Is Listed And Leads To Its Step
    Open Report    ${PLANS}
    Choose Rule    endless-step
    Unfold    endless-step
    Click    Show the step on sqlite
    Panel Should Show    upgrade of m8_001 on sqlite    Back to all findings    stopped

What Is Shown Can Be Narrowed By Severity And Rule
    Open Report    markup
    Count Should Be    8 of 8 findings shown
    Click    errors
    Count Should Be    6 of 8 findings shown
    Click    notes
    Findings Should Be    @{WARNINGS}
    Choose Rule    data-changed
    Findings Should Be    warning data-changed: upgrade of r3 on sqlite and postgresql
    Capture Page Screenshot

What Is Shown Can Be Narrowed By Database
    Open Report    markup
    Click    postgresql
    Count Should Be    4 of 8 findings shown
    Stairs Should Show Databases    sqlite
    Choose Rule    data-changed
    Findings Should Be    warning data-changed: upgrade of r3 on sqlite
    Step Should Be Called    upgrade of <b>r2</b> on sqlite: crashed
    Capture Page Screenshot

Where All Is Filtered Out It Says That There Is More
    Open Report    markup
    Choose Rule    data-changed
    Click    warnings
    Panel Should Show    None of the 8 findings is of what you chose to see.

It Is Dark Where The System Is And Where The Reader Wants It
    Open Report    ${PLANS}    scheme=dark
    Page Should Be    dark
    Select Step    ${CRASHED}
    Capture Page Screenshot
    Click    Dark
    Page Should Be    light
    Click    Dark
    Page Should Be    dark

In A Narrow Window Everything Stands Below Each Other
    Open Report    ${PLANS}    width=${360}
    Page Should Fit Its Window
    Capture Page Screenshot
    Select Step    ${CRASHED}
    Page Should Fit Its Window
    Panel Should Show    ${CRASHED}    v3_plans 1 row
    Capture Page Screenshot

The Keyboard Alone Leads From Step To Step
    Open Report    ${PLANS}
    Focus Should Go    Tab    Skip to what was found    Dark    errors    warnings    notes    Rule
    Focus Should Go    Tab    upgrade of m9_002 on sqlite: done
    Focus Should Go    Down    upgrade of m9_001 on sqlite: done
    Focus Should Go    Page Down    upgrade of a5_002 on sqlite: done
    Focus Should Go    End    upgrade again of a5_002 on sqlite: done
    Focus Should Go    Left    downgrade of a5_002 on sqlite: done, 1 note
    Focus Should Go    Up    ${REBUILT}
    Capture Page Screenshot

The Keyboard Alone Opens A Step And Comes Back To It
    Open Report    ${PLANS}
    Focus Should Go    Tab    Skip to what was found    Dark    errors    warnings    notes    Rule
    Press    Tab    Page Down    Up    Right    Enter
    Panel Should Show    downgrade of a5_003 on sqlite    table-rebuilt
    Focus Should Go    Tab    Back to all findings
    Capture Page Screenshot
    Press    Escape
    Focus Should Be On    ${REBUILT}
    Count Should Be    29 of 29 findings shown

The Keyboard Alone Narrows What Is Shown
    Open Report    ${PLANS}
    Focus Should Go    Tab    Skip to what was found    Dark    errors
    Press    Space
    Count Should Be    24 of 29 findings shown
    Focus Should Be On    errors

Markup In Names And Messages Is Shown As Text
    Open Report    markup
    Page Should Show    <b>r2</b>    </script><script>window.ran = true</script>    upgrade-crash
    Capture Page Screenshot
    No Script Should Have Run
    Nothing Should Have Been Asked For

Markup In Errors And Statements Is Shown As Text
    Open Report    markup
    Select Step    upgrade of <b>r2</b> on sqlite
    Panel Should Show
    ...    Quotes " ' `, \\u2028 a line that ends, \\u202e turned
    ...    ${SCRIPT}: kind '</script><img src=x onerror="ran = true">' against </script>${SCRIPT}
    ...    CHECK constraint failed: </script>${SCRIPT}
    ...    ${SCRIPT} 1 row
    ...    </script><img src=x onerror="ran = true">
    ...    INSERT INTO fewer SELECT * FROM "${SCRIPT}"
    Capture Page Screenshot
    No Script Should Have Run
    Nothing Should Have Been Asked For

Markup In Refusals And Values Is Shown As Text
    Open Report    markup
    Select Step    downgrade of <b>r2</b> on sqlite
    Unfold    Refused in words
    Panel Should Show    no ${SCRIPT} \\u202e way back
    Select Step    upgrade of r3 on postgresql
    Panel Should Show    Rows before and after    changed    → <img src=x onerror="ran = true">
    Capture Page Screenshot
    No Script Should Have Run
    Nothing Should Have Been Asked For

Where Nothing Is Wrong It Says So And What Was Walked
    Open Report    plans as repaired
    Page Should Show    0 errors    0 warnings    refused in words    1 revision walked
    Panel Should Show    No error and no warning stands
    Unfold    Refused in words
    Capture Page Screenshot

Where Nothing Is Found It Says What Was Walked
    Open Report    nothing    scheme=dark
    Panel Should Show    Nothing found    steps of 2 revisions were run on sqlite
    Capture Page Screenshot
    Select Step    upgrade of r2 on sqlite
    Panel Should Show    Schema    table table_00    and 10 more things    Statements (51)
    Capture Page Screenshot

What Is Accepted Weighs Nothing And Is Shown With The Reason
    Open Report    accepted
    Page Should Show    0 errors    0 warnings    2 accepted    No error and no warning stands
    Step Should Be Called    upgrade of r2 on sqlite: done, 2 accepted
    Select Step    upgrade of r2 on sqlite
    Unfold    data-lost
    Panel Should Show    error accepted data-lost    Accepted    there before Handrail
    Capture Page Screenshot

What Was Read And Not Walked Has No Stairs
    Open Report    audit
    Page Should Show    5 revisions read    What was found    duplicate-add
    Unfold    duplicate-add
    Panel Should Show    the column machine_id of agents is there already    Remedy    See it again
    Capture Page Screenshot
