Feature: Where reports go

  A form is asked for by its name, and goes to standard output; with a file behind it, it goes there. Several may be
  asked for at once.

  Background:
    Given a copy of the folder "fixtures/chains/environment" as "chains/environment"
    And a copy of the folder "fixtures/chains/copy_without_a_column" as "chains/copy_without_a_column"
    And the file "old.json" holds
      """
      the report of yesterday
      """

  Rule: Each file holds one report, and standard output another: text, unless told

    Scenario: Text for whoever looks on, and files for whoever comes later
      Given the empty folder "kept"
      When I run "handrail audit chains/copy_without_a_column/alembic.ini --no-squawk --format json=kept/a.json --format json=old.json --format text=kept/a.txt"
      Then it exits with code 1
      And it prints "warning drop-and-recreate: upgrade of r2"
      And the file "kept/a.txt" now holds
        """
        warning drop-and-recreate: upgrade of r2
          dropped and made again: notes (lines 18 and 19)
        """
      And the files in "kept" are "a.json" and "a.txt"
      And the JSON file "kept/a.json" obeys the schema of reports
      And the JSON file "old.json" obeys the schema of reports

    Scenario: A document on standard output, and nothing else there
      When I run "handrail audit chains/copy_without_a_column/alembic.ini --no-squawk --format text=report.txt --format json"
      Then it exits with code 1
      And standard output is a JSON document that obeys the schema of reports

  Rule: What cannot be written is said in one line before anything is done

    Scenario: The target is not even looked at
      When I call "walk nowhere --format json=lost/report.json"
      Then it exits with code 2
      And it says "handrail: {folder}/lost/report.json: nothing can be written there: No such file or directory" and nothing else
      And nothing is left of the call

    Scenario Outline: <what>
      When reports are asked for as "<forms>"
      Then it is refused with "<line>"
      And the files in "." are "chains" and "old.json"

      Examples:
        | what                              | forms                                | line                                                                                        |
        | An unknown form                   | yaml                                 | --format: there is no form "yaml" (there are text, json, sarif, junit, github, html)        |
        | No name of a file                 | json=                                | --format: "json=" names no file                                                             |
        | Two documents for standard output | json text                            | --format: json and text would both go to standard output (name a file: text=FILE)           |
        | Two reports for one file          | json=a.json text=chains/../a.json    | {folder}/a.json: two reports would go to this file                                          |
        | One file of two                   | json=old.json text=lost/report.txt   | {folder}/lost/report.txt: nothing can be written there: No such file or directory           |
        | A folder in place of a file       | json=chains                          | {folder}/chains: nothing can be written there: it is a folder                               |
        | A folder that takes no files      | json=/proc/report.json               | /proc/report.json: nothing can be written there: No such file or directory                  |

    Scenario: A disk that is full at the end takes nothing from whoever looks on
      When I run "handrail audit chains/copy_without_a_column/alembic.ini --no-squawk --format json=/dev/full"
      Then it exits with code 2
      And it prints "warning drop-and-recreate: upgrade of r2"
      And it prints "handrail: /dev/full: nothing can be written there: No space left on device" on standard error

  Rule: A run that does not come to its end leaves the files as they were

    @sqlite
    Scenario: It is called off
      When I send SIGINT to "handrail walk chains/copy_without_a_column/alembic.ini --database sqlite --format json=old.json --format json=new.json" once it prints "r2"
      Then it exits with code 130
      And the file "old.json" now holds
        """
        the report of yesterday
        """
      And the file "new.json" is not there
