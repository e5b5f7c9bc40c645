Feature: What a rule means, and what to do instead

  `handrail explain RULE` tells the text of the rule's own module. What such texts and the remedies of findings speak
  of can be had: nobody is sent to an operation, an option or a command that does not exist.

  Rule: Each rule says in one sentence what is wrong, then shows it, and tells why it hurts and what to do

    Scenario: All rules of all commands
      When the explanations of all rules are read
      Then each begins with a sentence, and has the parts
        | part         |
        | Example      |
        | Why it hurts |
        | Remedy       |

  Rule: What is spoken of exists

    Scenario: In explanations
      When the explanations of all rules are read
      Then what they speak of is there, and it is at least so much
        | kind               | named |
        | operation          | 10    |
        | option             | 5     |
        | command            | 1     |
        | command of Alembic | 3     |

    Scenario: In the remedies of findings
      When the remedies of all rules are read
      Then what they speak of is there, and it is at least so much
        | kind               | named |
        | operation          | 5     |
        | option             | 2     |
        | command of Alembic | 2     |
