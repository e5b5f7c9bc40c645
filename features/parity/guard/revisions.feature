Feature: The guard reads what a revision brings, however it is written

  Background:
    Given a repository with both tracks
    And the branch "work"

  Rule: A column is brought by whatever adds it on the way up

    Scenario Outline: <revision> brings the column
      Given a commit that brings a column
      And a commit that brings <revision>
      When the guard compares "main" with "work"
      Then the guard passes
      And it accepts "src/backend/migrations/versions/<file>"

      Examples:
        | revision                         | file                        |
        | the revision of the column       | 0003_voice.py               |
        | a revision in batch mode         | 0003_a_revision_in_batch_.py |
        | a revision in SQL                | 0003_a_revision_in_SQL.py   |
        | a revision in a block            | 0003_a_revision_in_a_bloc.py |
        | a revision by a helper           | 0003_a_revision_by_a_help.py |
        | a revision of columns whose names cannot be known | 0003_a_revision_of_column.py |
        | the draft filled in where it is  | 0002_draft.py               |

    Scenario Outline: <revision> brings it not
      Given a commit that brings a column
      And a commit that brings <revision>
      When the guard compares "main" with "work"
      Then the guard fails
      And it accepts no revision

      Examples:
        | revision                                           |
        | a revision of rows alone                           |
        | a revision of an index whose name cannot be known  |
        | a revision with the column in its way down alone   |
        | words about the draft                              |

  Rule: What a revision runs and nobody can read is told, and not held against it

    Scenario Outline: <revision> may bring it
      Given a commit that brings a column
      And a commit that brings <revision>
      When the guard compares "main" with "work"
      Then the guard passes
      And it does not judge "column voice of agents added"

      Examples:
        | revision                                    |
        | a revision of a file that cannot be read    |
        | a revision of an operation that is not known |

  Rule: A table comes with each of its columns

    Scenario Outline: A table by <revision>
      Given a commit that brings a table
      And a commit that brings the table as an object
      And a commit that brings <revision>
      When the guard compares "main" with "work"
      Then the guard passes

      Examples:
        | revision                                    |
        | the revision of the table                   |
        | a revision that makes the table from the objects |

    Scenario: The revision of the table lacks a column
      Given a commit that brings a table
      And a commit that brings a revision of the table that lacks a column
      When the guard compares "main" with "work"
      Then it names
        | what                       | by    | at                              |
        | column body of notes added | notes | src/backend/db/migrations.py:19 |

    Scenario: Of a table that is missing as a whole its parts are not listed
      Given a commit that brings a table
      When the guard compares "main" with "work"
      Then it names
        | what              |
        | table notes added |

  Rule: What an older revision has brought need not be brought again

    Scenario: The revision came first
      Given a commit that brings the revision of the column
      And the branch "later"
      And a commit that brings a column
      When the guard compares "work" with "later"
      Then the guard passes
      And it accepts "src/backend/migrations/versions/0003_voice.py"

    Scenario: Another revision has taken it away since
      Given a commit that brings the revision of the column
      And a commit that brings a revision without the column
      And the branch "later"
      And a commit that brings a column
      When the guard compares "work" with "later"
      Then the guard fails

    Scenario: Only words of the older revision change
      Given a commit that brings the revision of the column
      And a commit that brings a revision without the column
      And the branch "later"
      And a commit that brings a column
      And a commit that brings words about the revision of the column
      When the guard compares "work" with "later"
      Then the guard fails
      And it accepts no revision

  Rule: A change that is taken back takes its revision along

    Scenario: Column and revision are gone again
      Given commits that bring
        | change                     |
        | a column                   |
        | the revision of the column |
      And the branch "back"
      And commits that bring
        | change                        |
        | the column taken back         |
      And a commit in which "src/backend/migrations/versions/0003_voice.py" is gone
      When the guard compares "work" with "back"
      Then the guard passes
      And it sees
        | what                           |
        | column voice of agents removed |

    Scenario: The revision is forgotten
      Given commits that bring
        | change                     |
        | a column                   |
        | the revision of the column |
      And the branch "back"
      And a commit that brings the column taken back
      When the guard compares "work" with "back"
      Then it names
        | what                           | at                         |
        | column voice of agents removed | src/backend/db/schema.py:8 |

    Scenario: A renamed column has its name again
      Given commits that bring
        | change                           |
        | a renamed column                 |
        | the revision of a renamed column |
      And the branch "back"
      And a commit that brings the renamed column taken back
      And a commit in which "src/backend/migrations/versions/0003_x.py" is gone
      When the guard compares "work" with "back"
      Then it sees no change
