*** Settings ***
Documentation    The keywords that users have, over chains of this repository, and their page.

Library          handrail.acceptance.robot_library.HandrailLibrary


*** Variables ***
${REPAIRED}    fixtures/plans/repaired
${REPORTED}    fixtures/plans/reported
${CHAINS}      fixtures/chains


*** Test Cases ***
What Is In The Way Is Named Before Anything Is Touched
    Given Database At Revision    a5_005    ${REPAIRED}
    And Table Holds    v3_plans
    ...    | plan_id | phase | processing_state |
    ...    | P1 | action | queued |
    ...    | P2 | strategize | complete |
    When Downgrade To    b1_001
    Then Migration Should Be Refused Because Of
    ...    | table | column | value | rows |
    ...    | v3_plans | phase | action | 1 |
    And Refusal Should Show    | plan_id |    | P1 |
    And Database Should Be Unchanged
    And Database Should Be At    a5_005
    And Table Should Hold    v3_plans
    ...    | plan_id | phase |
    ...    | P1 | action |
    ...    | P2 | strategize |

Once It Is Mended The Way Is Free
    Given Database At Revision    a5_005    ${REPAIRED}
    And Table Holds    v3_plans    | plan_id | phase |    | P1 | action |
    And Migration Has Failed    downgrade    b1_001
    And Value Was Changed    v3_plans    phase    action    strategize
    When Downgrade To    b1_001
    Then Downgrade Should Succeed
    And Schema Should Be That Of    b1_001
    And No Row Should Be Lost
    And Table Should Count    v3_plans    phase    | phase | rows |    | strategize | 1 |

Rows Come Along, And Tables Stay Where They Stood
    Given Database At Revision    a5_002    ${REPAIRED}
    And Every Table Holds Rows
    And Database Was Upgraded To    a5_003
    When Upgrade To    a5_004
    Then Upgrade Should Succeed
    And Migration Should Take At Most    40
    And Table Should Be Renamed    lifecycle_plans    v3_plans

There, Back And There Again
    Given Database At Revision    m8_001    ${REPAIRED}
    And Every Table Holds Rows
    When Step Through And Back    downgrade    m8_001
    Then Migration Should Succeed Or Be Refused
    And Tables Should Be The Same
    And Schema Should Be Back
    And No Table Should Be Built Anew

A Second Time Is As Good As The First
    Given Database At Revision    a5_003    ${REPAIRED}
    When Step Through And Back And Again    upgrade    a5_004
    Then Migration Should Succeed
    And Database Should Be At    a5_004

A Crash Leaves Something Behind
    [Tags]    sqlite
    Given Database At Revision    a5_005    ${REPORTED}
    And Table Holds    v3_plans    | plan_id | phase |    | P1 | action |
    When Downgrade To    b1_001
    Then Migration Should Crash With    CHECK constraint failed
    And Tables Should Be Left Behind
    ...    | table | rows |
    ...    | _plan_arguments_bak | 0 |
    ...    | _plan_invariants_bak | 0 |
    ...    | _plan_projects_bak | 0 |
    ...    | _v3_plans_new | 0 |

A Table That Goes Is Told
    Given Database At Revision    r1    ${CHAINS}/dropped_column
    When Step Through    downgrade    r1
    Then Migration Should Succeed
    And Tables Should Be Gone    | table |    | notes |

A Loop Without End Is Stopped
    Given Database At Revision    r1    ${CHAINS}/endless_loop
    And Every Table Holds Rows
    When Upgrade To    r2
    Then Migration Should Have Been Stopped

A Loop Over Rows Is Noticed
    Given Database At Revision    r1    ${CHAINS}/loop_over_rows
    When Step Over Amounts    upgrade    r2    notes    2    12
    Then Run Keyword And Expect Error    the statements grow with the rows*    Statements Should Not Grow

What Broke Off Comes To Its End
    Given Database At Revision    r1    ${CHAINS}/resumes
    And Step Has Broken Off    upgrade    r2    2
    When Step Through    upgrade    r2
    Then Migration Should End As If Nothing Had Happened

A Walk Is Asked For One Rule
    When Walk Revision    r2    ${CHAINS}/dropped_column
    Then Rule Should Find Nothing    half-migrated
    And Run Keyword And Expect Error    data-lost*    Rule Should Find Nothing    data-lost

The Page Of The Library Names Every Keyword
    [Documentation]    Robot Framework's own tool makes it.
    VAR    ${page}    ${OUTPUT_DIR}/handrail_library.html
    Evaluate    robot.libdoc.libdoc("handrail.acceptance.robot_library.HandrailLibrary", $page)
    ...    modules=robot.libdoc
    ${text}    Evaluate    pathlib.Path($page).read_text("utf-8")    modules=pathlib
    Should Contain    ${text}    Migration Should Be Refused Because Of
    Should Contain    ${text}    Rows stand between bars
