*** Settings ***
Documentation    What every provider promises, tried on each: a row of a test is a kind of database.
...              ``server`` and ``mariadb_server`` are servers that somebody has, which a URL names. Where
...              ``docker:IMAGE`` or another URL is the value of a variable that is called as a kind, its
...              databases are there.

Library          benches.robot_library.RobotLibrary


*** Test Cases ***
A Clone And Its Original Do Not See Each Other's Changes
    [Template]    Clone Of A ${kind} Database Should Be Isolated
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

A Clone Can Be Made While Somebody Is Idly Connected
    [Template]    Connected ${kind} Database Should Be Cloned
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

What Was Not Committed Is Rolled Back On Leaving The Connection
    [Template]    Connection To A ${kind} Database Should Roll Back
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

The URL Is All That Another Process Needs
    [Template]    URL Of A ${kind} Database Should Lead To It
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

A Dropped Database Is Gone Though Somebody Is Connected And May Be Dropped Again
    [Template]    Dropped ${kind} Database Should Be Gone
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

A Closed Provider Leaves No Database And May Be Closed Again
    [Template]    Databases Of A Closed ${kind} Provider Should Be Gone
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

Databases Of One Provider Do Not Meet
    [Template]    Twenty ${kind} Databases Should Hold Their Own
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

Whatever Things Are Called Is Seen And Cloned
    [Template]    Oddly Named Things Of A ${kind} Database Should Be Seen And Cloned
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

A Million Rows Are Cloned In Time
    [Template]    Million Rows Of A ${kind} Database Should Be Cloned
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

A Client That Is Killed Takes Nothing With It But What It Had Not Committed
    [Template]    Killed Client Of A ${kind} Database Should Leave Nothing
    sqlite
    postgresql
    server
    mariadb
    mariadb_server

A Server That Is Killed Is Told As Lost And The Next Database Is On One That Lives
    [Template]    Killed Server Of A ${kind} Database Should Be Replaced
    postgresql
    server
    mariadb

MariaDB Is Installed So That Its Rows Are Tried
    Use Databases Of Kind    mariadb

DDL Is Rolled Back If And Only If That Is Claimed
    [Template]    Capability ${capability} Of ${kind} Databases Should Be As Claimed
    transactional_ddl    sqlite
    transactional_ddl    postgresql
    transactional_ddl    server
    transactional_ddl    mariadb
    transactional_ddl    mariadb_server

Foreign Keys Are Enforced If And Only If That Is Claimed
    [Template]    Capability ${capability} Of ${kind} Databases Should Be As Claimed
    enforces_foreign_keys    sqlite
    enforces_foreign_keys    postgresql
    enforces_foreign_keys    server
    enforces_foreign_keys    mariadb
    enforces_foreign_keys    mariadb_server

Enumerations Have Names If And Only If That Is Claimed
    [Template]    Capability ${capability} Of ${kind} Databases Should Be As Claimed
    named_enums    sqlite
    named_enums    postgresql
    named_enums    server
    named_enums    mariadb
    named_enums    mariadb_server


*** Keywords ***
Twenty ${kind} Databases Should Hold Their Own
    [Documentation]    Somebody is connected to each of them all the time.
    Use Databases Of Kind    ${kind}
    Hold Many Databases    20
    Each Should Hold Its Own Note

Oddly Named Things Of A ${kind} Database Should Be Seen And Cloned
    [Documentation]    Tables, columns, constraints and, where there are any, schemas: their names hold
    ...    quotes of all kinds, blanks, words of SQL and letters beyond ASCII.
    Use Databases Of Kind    ${kind}
    Make Database    original
    Name Oddly    original
    Clone Database    original    copy
    Odd Names Should Be In    copy    original

Million Rows Of A ${kind} Database Should Be Cloned
    [Documentation]    The database makes them by one statement.
    Use Databases Of Kind    ${kind}
    Make Database    original
    Fill With A Million Rows    original
    Clone Database In Time    original    copy
    A Million Rows Should Be In    copy

Killed Client Of A ${kind} Database Should Leave Nothing
    [Documentation]    It dies by SIGKILL in a transaction; the database can be used and cloned.
    Use Databases Of Kind    ${kind}
    Make Database    original    older
    Kill Client    original
    Clone Database    original    copy
    Add Notes    original    newer
    Notes Should Be    original    older    newer
    Notes Should Be    copy    older

Killed Server Of A ${kind} Database Should Be Replaced
    [Documentation]    What was on it is lost. A server that somebody has is given time to come back.
    Use Databases Of Kind    ${kind}
    Make Database    lost    older
    Kill Server    lost
    Try To Clone    lost
    The Loss Should Be Told
    Make Database    new    newer
    Clone Database    new    copy
    Notes Should Be    copy    newer

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
