Feature: A report as JSON

  Other programs will parse it, so its shape is written down as a JSON Schema, which is part of the package.

  Rule: Every report obeys the schema

    Scenario Outline: A report with <what>
      Given the chain "<chain>"
      When I walk it
      Then its JSON obeys the schema
      And its JSON tells at "<place>"
        """
        <told>
        """

      Examples:
        | what                            | chain                   | place                              | told                         |
        | a finding and what changed      | copy_without_a_column   | findings.0.evidence.changed.0      | {"after": {"remark": null}, "before": {"remark": "a"}, "table": "notes"}  |
        | a refusal                       | refuses_in_time         | refusals.0.message                 | "users holds 1 rows: give each an age first"   |
        | a refusal that leaves something out | refuses_without_words | refusals.0.unsaid                 | ["the table", "how many rows"] |
        | something that was not tried    | refused_by_the_database | not_exercised.0.direction          | "upgrade" |

    @sqlite
    Scenario: Bytes are told in hexadecimal
      Given the chain "unique_pictures"
      When I walk it
      Then its JSON obeys the schema
      And its JSON tells at "findings.0.evidence.rows.0.values"
        """
        {"content": "636f6e74656e742d31", "id": 1}
        """

  Rule: The same target gives the same report, byte for byte

    Scenario: Two walks of one chain
      Given the chain "copy_without_a_column"
      When I walk it twice
      Then both reports are the same
