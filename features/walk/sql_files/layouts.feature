Feature: A folder of SQL files is read as its own runner would read it

  Rule: Versions are numbers to a person: 9 comes before 10, and 9b between them

    Scenario: Pairs of files whose names sort badly
      Given a folder with the files
        | file               |
        | 10_stamps.up.sql   |
        | 009b_tags.up.sql   |
        | 9_notes.up.sql     |
        | 9_notes.down.sql   |
      When I read the folder
      Then it is a chain in the layout "pairs"
        | place | version | recorded as      | up                 | down               |
        | 1     | 9       | 9_notes.up.sql   | 9_notes.up.sql:1   | 9_notes.down.sql:1 |
        | 2     | 009b    | 009b_tags.up.sql | 009b_tags.up.sql:1 | none               |
        | 3     | 10      | 10_stamps.up.sql | 10_stamps.up.sql:1 | none               |

  Rule: Of dbmate's files each part begins at its mark, and may stay out of a transaction

    Scenario: One file with both ways and one without a way back
      Given a folder with the files
        | file                      | content                 |
        | 20240229120000_notes.sql  | up by itself, then down |
        | 20240301120000_stamps.sql | up alone                |
      When I read the folder
      Then it is a chain in the layout "dbmate"
        | place | version        | recorded as    | up                          | down                       | in a transaction |
        | 1     | 20240229120000 | 20240229120000 | 20240229120000_notes.sql:2  | 20240229120000_notes.sql:4 | no               |
        | 2     | 20240301120000 | 20240301120000 | 20240301120000_stamps.sql:1 | none                       | yes              |

  Rule: Of Flyway's files versions have parts, ways back are undo files, and repeatable ones come last

    Scenario: Versions with dots and underscores, one undo file, two repeatable ones
      Given a folder with the files
        | file             |
        | R__views.sql     |
        | R__functions.sql |
        | V1_10__tags.sql  |
        | V1.9__notes.sql  |
        | U1_9__notes.sql  |
      When I read the folder
      Then it is a chain in the layout "flyway"
        | place | version      | recorded as      | down              |
        | 1     | 1.9          | V1.9__notes.sql  | U1_9__notes.sql:1 |
        | 2     | 1.10         | V1_10__tags.sql  | none              |
        | 3     | R__functions | R__functions.sql | none              |
        | 4     | R__views     | R__views.sql     | none              |

  Rule: Files that are no migrations are nobody's business

    Scenario: Something else in SQL beside the migrations
      Given a folder with the files
        | file           |
        | 1_notes.up.sql |
        | seeds.sql      |
      When I read the folder
      Then it is a chain in the layout "pairs"
        | place | version |
        | 1     | 1       |
