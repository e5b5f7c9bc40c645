Feature: Whatever two databases hold, what differs is told

  Rule: Something is said wherever two snapshots are not the same, and nowhere else

    Scenario Outline: Of two snapshots <sentence>
      When it is tried on everything that can be made up whether <sentence>
      Then nothing is found against it

      Examples:
        | sentence                                   |
        | equal snapshots alone have no difference   |
        | each respect of a table counts             |
        | what is gone is new the other way round    |
        | another spelling is no difference          |
        | the changes of rows make the one the other |
