Feature: Which issues the words of a pull request close

  Rule: A closing word before a number closes it, in every spelling that GitHub and GitLab know

    Scenario Outline: <words>
      When a pull request says "<words>"
      Then it closes "<issues>"

      Examples: they close
        | words                                             | issues     |
        | Fixes #12                                         | 12         |
        | close #1, closes #2, closed #3, fix #4, fixed #5  | 1, 2, 3, 4, 5 |
        | RESOLVES: #7 and resolve #8, resolved #7          | 7, 8       |
        | closes owner/repo.py#12                           | 12         |
        | closes group/sub-group/project#12                 | 12         |
        | fixed https://tracker.example/owner/repo/issues/9 | 9          |
        | closes https://git.example/group/project/-/issues/9 | 9        |
        | Closes #4, #6 and #8                              | 4, 6, 8    |
        | What it was.\|\|Fixes #12.\|(fixes #13)           | 12, 13     |

      Examples: they close nothing
        | words                                          | issues |
        | Refs #12, see #13                              | none   |
        | This prefixes #12                              | none   |
        | a hot-fix #12                                  | none   |
        | fixes 12                                       | none   |
        | fixes #12a                                     | none   |
        | fixes the test, see #12                        | none   |
        | fixes https://tracker.example/o/r/pull/12      | none   |
        | <!-- fixes #12 -->                             | none   |
        | `fixes #12`                                    | none   |
        | ```\|fixes #12\|```                            | none   |
