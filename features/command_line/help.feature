Feature: Every command says how it is called

  Rule: Its help shows an example, and what it shows can be typed

    Scenario: All commands and groups
      When I read the help of every command
      Then each shows an example that begins with its own words
      And each example is a call that it understands
