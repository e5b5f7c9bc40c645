Feature: However a file is mangled, no call hangs or shows its insides

  Rule: What cannot be read is said in words, with exit code 2

    Scenario: Settings, chains, SQL, features, suites and commits
      When 36 files are mangled and each is read
      Then each call ends in time, with a verdict or with what is wrong
