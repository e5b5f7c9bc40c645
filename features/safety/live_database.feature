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

    @sqlite
    Scenario: An environment with an asynchronous engine
      Given a copy of the folder "fixtures/chains/live_database" as "chain"
      And the file "chain/env.py" holds
        """
        import asyncio

        from alembic import context
        from sqlalchemy.ext.asyncio import create_async_engine

        def migrate(connection):
            connection.exec_driver_sql("CREATE TABLE footprint (id INTEGER)")
            connection.exec_driver_sql("DROP TABLE footprint")
            context.configure(connection=connection)
            context.run_migrations()

        async def main():
            async with create_async_engine("sqlite+aiosqlite:///live.db").begin() as connection:
                await connection.run_sync(migrate)

        asyncio.run(main())
        """
      When I run "handrail walk chain/alembic.ini --database sqlite"
      Then it exits with code 0
      And it prints "1 revision walked on sqlite"
      And the file "live.db" is not there
      And the file "chain/live.db" is not there
