@sqlite
Feature: A machine without room is told as that, and not as a broken migration

  Background:
    Given a copy of the folder "fixtures/chains" as "chains"
    And the empty folder "scratch"

  Rule: One line says so, the exit code is 3, and nothing is left

    Scenario Outline: No file may grow beyond <kilobytes> kB, on <database>
      When I run "env HANDRAIL_SCRATCH=scratch handrail walk chains/loop_over_rows/alembic.ini --database <database>" where no file may grow beyond <kilobytes> kB
      Then it exits with code 3
      And it prints "<said>" on standard error
      And it does not print "Traceback"
      And the folder "scratch" is empty again

      Examples:
        | database   | kilobytes | said                                                                                                         |
        | sqlite     | 8         | handrail: no room is left on the disk: disk I/O error (let HANDRAIL_SCRATCH name another folder) |
        | sqlite     | 16        | handrail: no room is left on the disk: disk I/O error (let HANDRAIL_SCRATCH name another folder) |
        | postgresql | 40        | the embedded PostgreSQL did not start:                                                                       |

    Scenario: A step meets a device that is full
      Given the file "chains/leftover_table/versions/r9_full.py" holds
        """
        from pathlib import Path

        revision, down_revision = "r9", "r2"

        def upgrade():
            Path("/dev/full").write_text("more")

        def downgrade():
            pass
        """
      When I run "env HANDRAIL_SCRATCH=scratch handrail walk chains/leftover_table/alembic.ini --database sqlite"
      Then it exits with code 3
      And it prints "handrail: no room is left on the disk: [Errno 28] No space left on device" on standard error
      And the folder "scratch" is empty again

    @requires_mounts
    Scenario: The disk below PostgreSQL is full when it has to write its log of changes
      When I run "env HANDRAIL_SCRATCH=scratch handrail walk chains/fills_the_disk/alembic.ini --database postgresql" where the folder "scratch" is a disk of 600 MB
      Then it exits with code 3
      And it prints "handrail: no room is left on the disk: could not write to file "pg_wal/" on standard error
      And it does not print "server closed the connection"

    @requires_mounts @requires_mariadb
    Scenario: The disk below MariaDB is full when a table has to grow
      When I run "env HANDRAIL_SCRATCH=scratch handrail walk chains/fills_the_disk_of_mariadb/alembic.ini --database mariadb" where the folder "scratch" is a disk of 600 MB
      Then it exits with code 3
      And it prints "handrail: no room is left on the disk:" on standard error
      And it does not print "gone away"

  Rule: No home and no folder for temporary files are needed

    Scenario: Neither HOME nor TMPDIR leads anywhere
      When I run "env -u HOME TMPDIR=/nowhere handrail walk chains/leftover_table/alembic.ini --database sqlite --fail-on never"
      Then it exits with code 0
      And it prints "walked on sqlite"
