Feature: However tags are spread over a feature, the rules for them hold

  Rule: Each breach is found, and nothing else is taken for one

    Scenario Outline: In any feature <sentence>
      When it is tried on everything that can be made up whether <sentence>
      Then nothing is found against it

      Examples:
        | sentence                           |
        | tags offend where a rule is broken |
        | tags that obey name one issue      |
        | what was reported alone is green   |
