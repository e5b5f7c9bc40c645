@postgresql
Feature: What the page reports is a text and nothing else

  Rule: The history gives back the very text that was reported, as data

    Scenario Outline: The page reports `<text>`
      Given the agents' server as repaired with the agent "web-1"
      When the page reports "<text>"
      Then the history now holds
        | action       | message |
        | client_error | <text>  |
      And the history is sent as data, not as a page

      Examples:
        | text                           |
        | <script>alert(1)</script>      |
        | <img src=x onerror="alert(1)"> |
        | </td></tr><tr><td>             |
        | &lt;b&gt; 'and' "quotes"       |
        | {{ 7 * 7 }} {% raw %}          |
        | %s %(password)s ${HOME}        |
        | '); DROP TABLE update_logs; -- |
        | Übermäßig 漢字 🙂 ‮desrever       |
