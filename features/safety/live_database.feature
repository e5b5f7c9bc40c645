Feature: No database is touched that Handrail did not make

  The URL in a target's own configuration is read by nobody.

  Rule: Engines that the configuration, env.py or the application make lead to scratch databases

    @sqlite
    Scenario: A target that names a live database everywhere
      Given a copy of the folder "fixtures/chains/live_database" as "chain"
      When I run "handrail walk chain/alembic.ini --database sqlite"
      Then it exits with code 0
      And it prints "1 revision walked on sqlite"
      And the file "live.db" is not there
      And the file "chain/live.db" is not there

  Rule: An environment whose engine cannot be led to a scratch database is not run

    @sqlite
    Scenario: An asynchronous engine
      Given a copy of the folder "fixtures/chains/live_database" as "chain"
      And the file "chain/env.py" holds
        """
        from sqlalchemy.ext.asyncio import create_async_engine

        create_async_engine("sqlite+aiosqlite:///live.db")
        """
      When I run "handrail walk chain/alembic.ini --database sqlite"
      Then it exits with code 2
      And it prints "asynchronous engines are not led to scratch databases yet" on standard error
      And the file "live.db" is not there
