Feature: Rows keep to what the chain itself has declared

  An enumeration is plain text to SQLite, and elsewhere when it is not the database's own. A crash over a word
  that nobody could have stored would be no finding.

  Rule: A column that was declared an enumeration holds its labels, also under another table's name

    Scenario: Steps that know the declared colours and no others
      Given the chain "declared_labels"
      When I walk it
      Then the errors are none

  Rule: A column that was declared free again may hold any word

    Scenario: The way back to the enumeration refuses other words
      Given the chain "declared_labels"
      When I walk it
      Then the refusals are
        | revision | direction | message                                 |
        | r4       | downgrade | lights: 1 colours are not among the two |
