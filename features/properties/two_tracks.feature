Feature: However changes and revisions are written, the parity guard tells them apart

  Rule: It names what no revision brings, and nothing else

    Scenario Outline: Between two commits <sentence>
      When it is tried on everything that can be made up whether <sentence>
      Then nothing is found against it

      Examples:
        | sentence                           |
        | what no revision brings is missing |
        | the order of changes tells nothing |
        | revisions for all of them suffice  |
