*** Settings ***
Documentation    What every provider promises, tried on each: a row of a test is a kind of database,
...              and ``server`` a PostgreSQL server that somebody has, which a URL names.

Library          benches.robot_library.RobotLibrary


*** Test Cases ***
A Clone And Its Original Do Not See Each Other's Changes
    [Template]    Clone Of A ${kind} Database Should Be Isolated
    sqlite
    postgresql
    server

A Clone Can Be Made While Somebody Is Idly Connected
    [Template]    Connected ${kind} Database Should Be Cloned
    sqlite
    postgresql
    server

What Was Not Committed Is Rolled Back On Leaving The Connection
    [Template]    Connection To A ${kind} Database Should Roll Back
    sqlite
    postgresql
    server

The URL Is All That Another Process Needs
    [Template]    URL Of A ${kind} Database Should Lead To It
    sqlite
    postgresql
    server

A Dropped Database Is Gone Though Somebody Is Connected And May Be Dropped Again
    [Template]    Dropped ${kind} Database Should Be Gone
    sqlite
    postgresql
    server

A Closed Provider Leaves No Database And May Be Closed Again
    [Template]    Databases Of A Closed ${kind} Provider Should Be Gone
    sqlite
    postgresql

Databases Of One Provider Do Not Meet
    [Template]    Twenty ${kind} Databases Should Hold Their Own
    sqlite
    postgresql
    server

Whatever Tables Are Called Their Clones Are Called
    [Template]    Tables Of A ${kind} Database Should Be Cloned
    sqlite
    postgresql
    server

Every Capability Is There If And Only If It Is Claimed
    [Template]    Capability ${capability} Of ${kind} Databases Should Be As Claimed
    transactional_ddl    sqlite
    transactional_ddl    postgresql
    transactional_ddl    server
    enforces_foreign_keys    sqlite
    enforces_foreign_keys    postgresql
    enforces_foreign_keys    server
    named_enums    sqlite
    named_enums    postgresql
    named_enums    server


*** Keywords ***
Twenty ${kind} Databases Should Hold Their Own
    [Documentation]    Somebody is connected to each of them all the time.
    Use Databases Of Kind    ${kind}
    Hold Many Databases    20
    Each Should Hold Its Own Note

Tables Of A ${kind} Database Should Be Cloned
    [Documentation]    Their names hold quotes, blanks, words of SQL and letters of all kinds.
    Use Databases Of Kind    ${kind}
    Make Database    original
    Make Tables    original    select    it's "here"; --    Größe ✓ 表
    Clone Database    original    copy
    Tables Should Be    copy    notes    select    it's "here"; --    Größe ✓ 表

Clone Of A ${kind} Database Should Be Isolated
    [Documentation]    Each of the two gets a note after the cloning, and the other one has it not.
    Use Databases Of Kind    ${kind}
    Make Database    original    older
    Clone Database    original    copy
    Add Notes    original    only here
    Add Notes    copy    only there
    Notes Should Be    original    older    only here
    Notes Should Be    copy    older    only there

Connected ${kind} Database Should Be Cloned
    [Documentation]    The clone holds what the original holds.
    Use Databases Of Kind    ${kind}
    Make Database    original    older
    Stay Connected    original
    Clone Database    original    copy
    Notes Should Be    copy    older

Connection To A ${kind} Database Should Roll Back
    [Documentation]    A note that was added without a commit is not there.
    Use Databases Of Kind    ${kind}
    Make Database    notes    older
    Add Notes Without Commit    notes    newer
    Notes Should Be    notes    older

URL Of A ${kind} Database Should Lead To It
    [Documentation]    The text of the URL leads to the notes.
    Use Databases Of Kind    ${kind}
    Make Database    notes    older
    Notes At URL Should Be    notes    older

Dropped ${kind} Database Should Be Gone
    [Documentation]    Somebody is connected, and the database is dropped twice.
    Use Databases Of Kind    ${kind}
    Make Database    notes    older
    Stay Connected    notes
    Drop Database    notes
    Drop Database    notes
    Database Should Be Gone    notes

Databases Of A Closed ${kind} Provider Should Be Gone
    [Documentation]    The provider is closed twice; a database of its may still be dropped.
    Use Databases Of Kind    ${kind}
    Make Database    notes    older
    Close Provider
    Close Provider
    Drop Database    notes
    Database Should Be Gone    notes

Capability ${capability} Of ${kind} Databases Should Be As Claimed
    [Documentation]    The capability is tried on a new database.
    Use Databases Of Kind    ${kind}
    Try Capability    ${capability}
    Capability Should Be As Claimed    ${capability}
