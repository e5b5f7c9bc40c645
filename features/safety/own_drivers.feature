Feature: A driver that a target uses by itself leads to no live database

  Rule: What would be opened is not, and the line that wanted it is told

    Scenario: Revisions that go past Alembic, but for memory and for the database that is migrated
      Given a file and a server with users in them, both in use
      And the target "own_drivers"
      And the target knows where both are
      When I walk it
      Then the errors are
        | rule          | revision | at                    |
        | upgrade-crash | r2       | r2_sqlite.py:12       |
        | upgrade-crash | r3       | r3_class.py:12        |
        | upgrade-crash | r4       | r4_attach.py:13       |
        | upgrade-crash | r5       | r5_psycopg.py:12      |
        | upgrade-crash | r6       | r6_asynchronous.py:13 |
        | upgrade-crash | r7       | r7_asyncpg.py:13      |
        | upgrade-crash | r8       | r8_psycopg2.py:11     |
        | upgrade-crash | r9       | r9_swallowed.py:14    |
        | upgrade-crash | r11      | r11_class_attaches.py:14 |
        | upgrade-crash | r12      | r12_other_sqlite.py:12 |
        | upgrade-crash | r13      | r13_other_class.py:11 |
      And nobody has come to either, and their rows are as they were

    @sqlite
    Scenario Outline: <whose> connects when it is loaded, by <driver>
      Given a file and a server with users in them, both in use
      And a copy of the folder "fixtures/chains/live_database" as "chain"
      And the file "chain/<whose>" holds
        """
        import psycopg, sqlite3, threading

        engine = None
        thread = threading.Thread(target=sqlite3.connect, args=["live.db"])
        <call>
        """
      And "chain/<whose>" names them
      When I run "handrail walk chain/alembic.ini --database sqlite"
      Then it exits with code 2
      And it prints "<said>" on standard error
      And it does not print "s3cret"
      And nobody has come to either, and their rows are as they were

      Examples:
        | whose          | driver   | call                           | said                                                                     |
        | env.py         | psycopg  | psycopg.connect("LIVE_SERVER") | /chain/env.py:5: env.py failed: psycopg was kept from opening a database |
        | application.py | a thread | thread.start(); thread.join()  | chain/alembic.ini: sqlite3 was kept from opening live.db                 |

  Rule: A program that a step starts finds no address in its environment

    @sqlite
    Scenario: Everything that a target has names a server, and a revision starts Python
      Given a file and a server with users in them, both in use
      And a copy of the folder "fixtures/chains/live_database" as "chain"
      And the file "chain/alembic.ini" holds
        """
        [alembic]
        script_location = %(here)s
        prepend_sys_path = %(here)s
        path_separator = os
        sqlalchemy.url = LIVE_SERVER
        """
      And "chain/alembic.ini" names them
      And the file "chain/application.py" holds
        """
        import os

        from sqlalchemy import create_engine

        engine = create_engine(os.environ["DATABASE_URL"])
        """
      And the file "chain/versions/r2_program.py" holds
        """
        import subprocess
        import sys

        revision = "r2"
        down_revision = "r1"
        PROGRAM = "import os, psycopg; psycopg.connect(os.environ['DATABASE_URL'])"

        def upgrade():
            subprocess.run([sys.executable, "-c", PROGRAM], check=True)

        def downgrade():
            pass
        """
      And the environment names the server as "DATABASE_URL"
      When I run "handrail walk chain/alembic.ini --database sqlite --data none --format json"
      Then it exits with code 1
      And it prints "returned non-zero exit status 1"
      And it does not print "s3cret"
      And nobody has come to either, and their rows are as they were

    @sqlite
    Scenario: What MariaDB's clients fill in by themselves
      Given a copy of the folder "fixtures/chains/environment" as "environment"
      And the file "chain/alembic.ini" holds
        """
        [alembic]
        script_location = %(here)s/../environment
        version_locations = %(here)s/versions
        path_separator = os
        """
      And the file "chain/versions/r1_tells.py" holds
        """
        import os

        revision = "r1"
        down_revision = None

        def upgrade():
            found = {name: os.environ[name] for name in sorted(os.environ) if "MYSQL" in name}
            raise RuntimeError(f"what is found: {found}")

        def downgrade():
            pass
        """
      When I run "env MYSQL_HOST=db MYSQL_PWD=s3cret MYSQL_TCP_PORT=1 handrail walk chain/alembic.ini --database sqlite"
      Then it exits with code 0
      And it prints "what is found: {'MYSQL_HOST': 'handrail.invalid'}"
