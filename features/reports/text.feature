Feature: A report as text

  What broke, with which rows, what was left, what to do.

  Rule: A finding is told with its rows, what changed, the remedy and the command that shows it again

    @sqlite
    Scenario: Values gone without a word
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
      When I run "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --since r1"
      Then it exits with code 1
      And it prints
        """
        error data-lost: upgrade of r2 on sqlite
          the upgrade loses notes.remark without saying so
          at           chains/copy_without_a_column/versions/r2_copied.py:17
          rows         notes
                         id  remark
                         1   'a'
          statement    INSERT INTO notes_new (id, price) SELECT id, price FROM notes
          changed      notes
                               remark
                       before  'a'
                       after   NULL
          remedy       carry every row and column over, or refuse with op.require before anything is touched
          see it again handrail walk chains/copy_without_a_column/alembic.ini --only r2 --database sqlite
        """
      And it prints "1 revision walked on sqlite, "

    @sqlite
    Scenario: Rows gone without a word
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_some_rows" as "chains/copy_without_some_rows"
      When I run "handrail walk chains/copy_without_some_rows/alembic.ini --database sqlite --since r1"
      Then it exits with code 1
      And it prints
        """
          changed      notes
                             id  price  remark
                       gone  1   NULL   NULL
        """

  Rule: What was refused and what could not be tried is listed with the reason

    @sqlite
    Scenario: A refusal that leaves out what it should say
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/refuses_without_words" as "chains/refuses_without_words"
      When I run "handrail walk chains/refuses_without_words/alembic.ini --database sqlite --since r1"
      Then it exits with code 0
      And it prints
        """
        refused upgrade of r2 on sqlite
          not like this
          its words leave out the table and how many rows
        """

    @sqlite
    Scenario: A revision that stands on a broken one
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/refused_by_the_database" as "chains/refused_by_the_database"
      When I run "handrail walk chains/refused_by_the_database/alembic.ini --database sqlite --since r1"
      Then it exits with code 1
      And it prints
        """
        not exercised: upgrade of r3 on sqlite: it needs what r2 did not do: no such table: nowhere
        not exercised: downgrade of r3 on sqlite: it needs what r2 did not do: no such table: nowhere
        """

  Rule: Colours are for a terminal, and for nobody who does not want them

    Scenario Outline: <who>
      Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
      And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
      And runs have <NO_COLOR> in their environment
      When I call "audit chains/copy_without_a_column/alembic.ini --no-squawk" on a terminal
      Then it exits with code 1
      And it prints a match for `<heading>`

      Examples:
        | who                      | NO_COLOR          | heading                                                        |
        | Somebody                 | an empty NO_COLOR | ^\x1b\[33mwarning\x1b\[0m \x1b\[1mdrop-and-recreate\x1b\[0m: |
        | Somebody without colours | "1" as NO_COLOR   | ^warning drop-and-recreate: upgrade of r2                      |
