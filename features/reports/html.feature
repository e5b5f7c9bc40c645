Feature: A report as one page

  A reviewer opens it from a CI job's artifacts, where nothing else can be loaded. What a browser makes of it is
  told by the suite in robot/report.

  Rule: The page holds all that it shows, and nothing of the target's is more than text in it

    @sqlite
    Scenario: A chain whose names, values, messages and errors are full of markup
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail walk chains/markup/alembic.ini --database sqlite --format html=report.html"
      Then it exits with code 1
      And the page "report.html" refers to nothing outside itself
      And the page "report.html" lets no style and no script run but its own
      And no markup of the target is markup of the page "report.html"

    Scenario: What was read and not walked
      Given a copy of the folder "fixtures/chains" as "chains"
      When I run "handrail audit chains/markup/alembic.ini --no-squawk --format html=report.html"
      Then it exits with code 1
      And the page "report.html" refers to nothing outside itself

  Rule: Each step is shown as it ended, and what could not be walked as such

    @sqlite
    Scenario: A broken revision and the one above it
      Given the chain "refused_by_the_database"
      When I walk it
      Then its page shows the steps
        | revision | way           | outcome    |
        | r2       | upgrade       | crashed    |
        | r3       |               | not walked |

  Rule: Of long lists the first are shown, and the others are counted

    @sqlite
    Scenario: A revision that makes fifty tables
      Given the chain "many_tables"
      When I walk it
      Then its page leaves out
        | revision | way       | what        | shown | left out |
        | r2       | upgrade   | statements  | 30    | 21       |
        | r2       | upgrade   | alterations | 40    | 10       |
        | r2       | downgrade | statements  | 30    | 21       |
        | r2       | downgrade | alterations | 40    | 10       |

  Rule: The same target gives the same page, times aside

    Scenario: Two walks and their pages
      Given the chain "copy_without_a_column"
      When I walk it twice
      Then both pages are the same, times aside
