Feature: Nothing that a step does to itself or to us stops the walk

  A step runs in a process of its own, under a time limit and a count of its statements.

  Rule: A step that does not come back is stopped, told with its row, and the walk goes on

    Scenario Outline: A step <does> when there are users
      Given the chain "<chain>"
      When I walk it and allow each step 1 s
      Then the errors are
        | rule         | revision | direction | message         | rows |
        | endless-step | r2       | upgrade   | <how it is told> | 1    |
      And the notes are
        | rule      | revision | direction |
        | data-lost | r3       | downgrade |

      Examples:
        | chain                 | does                            | how it is told                                                                                |
        | sleeps                | sleeps                          | the upgrade was stopped after 1 s without coming to an end                                  |
        | cannot_be_interrupted | sleeps and cannot be interrupted | the upgrade was stopped after 1 s without coming to an end, and had to be killed            |

  Rule: A step that ends its own process has crashed, and the walk goes on

    Scenario Outline: A step <does> when there are users
      Given the chain "<chain>"
      When I walk it
      Then the errors are
        | rule          | revision | direction | message          | rows |
        | upgrade-crash | r2       | upgrade   | <how it is told> | 1    |
      And the notes are
        | rule      | revision | direction |
        | data-lost | r3       | downgrade |

      Examples:
        | chain            | does              | how it is told                                                                                |
        | ends_its_process | aborts            | the upgrade crashes with rows in its way: the process that ran the step ended with code -6    |
        | exits            | exits with a word | the upgrade crashes with rows in its way: nothing to see here                                 |

  Rule: The process that children are forked from may end, and the walk goes on

    @sqlite
    Scenario: It is killed while a child lives
      Given the chain "one_statement"
      When what its child was forked from is killed and I walk it
      Then there is no error and no warning
