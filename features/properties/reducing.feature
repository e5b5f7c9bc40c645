Feature: Whatever the reason of a failure, its rows are reduced to the fewest

  Rule: A failure that comes and goes with the rows is reduced as any other

    Scenario Outline: Of rows that fail <sentence>
      When it is tried on everything that can be made up whether <sentence>
      Then nothing is found against it

      Examples:
        | sentence                          |
        | what is left of rows still fails  |
        | no row that is left can be spared |
