*** Settings ***
Documentation    Whatever is wrong with the target or the call is said in one line, with exit code 2 and nothing
...              left behind.

Library          benches.robot_library.RobotLibrary

Test Setup       Copy Small Chain


*** Variables ***
${ADVICE}           SEPARATOR=${SPACE}
...                 (give an alembic.ini, a pyproject.toml with [tool.alembic], a folder with env.py,
...                 or a folder of SQL files)
${CONFIGURATION}    the configuration cannot be read: *'nothing'* (alembic heads says it too)
${IMPORTED}         (start where it can be imported, or install Handrail where it is installed)
${INI}              chain/alembic.ini
${NOT_UTF_8}        'utf-8' codec can't decode * (save it as UTF-8)
${SETTINGS}         (give it what it needs with --env NAME=VALUE, or walk without it: --no-env)
${UNKNOWN}          ${INI}: there is no revision "r9" in this chain


*** Test Cases ***
The Target Is Missing
    [Template]    Call Should Be Wrong
    walk nowhere    nowhere: there is no such file or folder ${ADVICE}
    audit nowhere    nowhere: there is no such file or folder ${ADVICE}
    tags check nowhere    nowhere: no such file or folder

The Folder Has No Environment
    Call Should Be Wrong
    ...    walk chain/versions
    ...    chain/versions: the folder holds neither env.py nor SQL files ${ADVICE}

The File Is No Configuration
    Write Lines    words.txt    just words
    Write Lines    pyproject.toml    [tool.other]
    Call Should Be Wrong    walk words.txt    words.txt: the file is no ini file ${ADVICE}
    Call Should Be Wrong    walk pyproject.toml    pyproject.toml: the file holds no [tool.alembic] ${ADVICE}

The Configuration Cannot Be Read
    Write Lines    ${INI}    [alembic]    script_location = \%(nothing)s
    Call Should Be Wrong    walk ${INI} --database sqlite    ${INI}: ${CONFIGURATION}
    Call Should Be Wrong    audit ${INI}    ${INI}: ${CONFIGURATION}
    Write Lines    environment/alembic.ini    just words
    Call Should Be Wrong    audit environment    {folder}/environment/alembic.ini: the file is no ini file ${ADVICE}

A Feature And A Suite Are Not In UTF-8
    Write In Latin 1    chain/greeting.feature    Feature: Grüße
    Call Should Be Wrong
    ...    tags check chain/greeting.feature
    ...    chain/greeting.feature: a feature cannot be read: ${NOT_UTF_8}
    Write In Latin 1    chain/greeting.robot    *** Settings ***\nDocumentation${SPACE * 4}Grüße
    Call Should Be Wrong    tags check chain/greeting.robot    chain/greeting.robot: no suite: *${NOT_UTF_8}

The Environment Fails
    Write Lines    environment/env.py    raise RuntimeError("the settings are not there")
    Call Should Be Wrong
    ...    walk chain/alembic.ini --database sqlite
    ...    {folder}/chain/../environment/env.py:1: env.py failed: RuntimeError: the settings are not there ${SETTINGS}

A Revision Cannot Be Imported
    Write Lines    chain/versions/other.py    import nowhere
    Call Should Be Wrong
    ...    walk chain/alembic.ini --database sqlite
    ...    {folder}/chain/versions/other.py:1: a revision could not be loaded: No module named 'nowhere' ${IMPORTED}

A Revision Is Not In UTF-8
    Write In Latin 1    chain/versions/other.py    """Grüße"""
    Call Handrail    walk chain/alembic.ini --database sqlite
    Exit Code Should Be    ${2}
    It Should Be Said In One Line    handrail: {folder}/chain/versions/other.py:1: * 'utf-8' codec can't decode *
    Nothing Should Be Left Behind
    Call Handrail    audit chain/alembic.ini
    Exit Code Should Be    ${2}
    It Should Be Said In One Line    handrail: {folder}/chain/versions/other.py:1: * 'utf-8' codec can't decode *
    Nothing Should Be Left Behind

A Revision Refers To One That Is Not There
    Write Lines    chain/versions/other.py    revision = "other"    down_revision = "nowhere"
    Call Should Be Wrong
    ...    walk chain/alembic.ini --database sqlite
    ...    chain/alembic.ini: a revision refers to 'nowhere', which is not there

The Chain Has No Revisions
    Write Lines    chain/alembic.ini    [alembic]    script_location = %(here)s/../environment
    Call Should Be Wrong    walk chain/alembic.ini --database sqlite    chain/alembic.ini: the chain has no revisions

What Is Asked For Is Unknown
    [Template]    Call Should Be Wrong
    walk ${INI} --database sqlite --only r9    ${UNKNOWN} (it has 2, heads: r2)
    audit ${INI} --only r9    ${UNKNOWN}
    walk ${INI} --database oracle    --database: no provider gives 'oracle' databases (known: sqlite, *)
    walk ${INI} --database oracle://ann:secret@far/x    --database: no provider gives 'oracle' databases (known: *)
    walk ${INI} --database postgresql --database postgres://ann@far/x    --database: postgresql is asked for twice, *
    walk ${INI} --database sqlite --keep    --keep: databases are kept on a server that a URL names, and nowhere *
    explain nothing    there is no rule "nothing" (handrail explain lists them all)
    explain squawk/nothing    there is no rule "squawk/nothing" (handrail explain lists them all)


*** Keywords ***
Copy Small Chain
    [Documentation]    A sound chain of two revisions, which each test spoils in its own way.
    Copy Folder    fixtures/chains/environment    environment
    Copy Folder    fixtures/chains/one_statement    chain

Call Should Be Wrong
    [Documentation]    Exit code 2, that one line, and nothing left behind.
    [Arguments]    ${arguments}    ${line}
    Call Handrail    ${arguments}
    Exit Code Should Be    ${2}
    It Should Be Said In One Line    handrail: ${line}
    Nothing Should Be Left Behind
