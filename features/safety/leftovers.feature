Feature: What killed runs left behind

  Rule: A run removes what dead runs left, and nothing that a living one uses

    Scenario: A run was killed together with the process that tidies up after it
      Given the run "first" was killed together with its keeper
      When the run "second" comes and goes
      Then nothing is left of either

    Scenario: Another run goes on
      Given the run "first" with 2 databases
      When the run "second" comes and goes
      Then the 2 databases of "first" and one more can be used

  Rule: Scratch databases are nobody else's business

    Scenario: The folder of a run
      When the run "first" asks for a database
      Then its scratch folders can be entered by their owner alone

    Scenario: There is no place for the folder
      Given runs have "/nowhere" as HANDRAIL_SCRATCH in their environment
      When the run "homeless" asks for a database in vain
      Then "homeless" says in one line "/nowhere: no folder for scratch databases"
