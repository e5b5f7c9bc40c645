Feature: Engines for containers

  Rule: Where no engine can be had, one line says so and nothing is left behind

    Background:
      Given runs have their databases in containers

    Scenario Outline: <circumstance>
      Given runs have "<place>" as DOCKER_HOST in their environment
      When the run "hapless" asks for a database in vain
      Then "hapless" says in one line "<place>: <words>"
      And nothing is left of it

      Examples:
        | circumstance             | place                | words                             |
        | Nobody answers           | unix:///nowhere.sock | no container engine answers       |
        | It is on another machine | tcp://192.0.2.1:2375 | this engine is on another machine |

    Scenario: Certificates that are not there
      Given runs have "tcp://127.0.0.1:2376" as DOCKER_HOST in their environment
      And runs have "1" as DOCKER_TLS_VERIFY in their environment
      And runs have "/nowhere" as DOCKER_CERT_PATH in their environment
      When the run "hapless" asks for a database in vain
      Then "hapless" says in one line "/nowhere: the certificates for the container engine cannot be had"
      And nothing is left of it

    Scenario: A context that nobody has made
      Given runs have an empty DOCKER_HOST in their environment
      And runs have "nobodys" as DOCKER_CONTEXT in their environment
      When the run "hapless" asks for a database in vain
      Then "hapless" says in one line "DOCKER_CONTEXT: there is no context 'nobodys'"
      And nothing is left of it

  Rule: What containers leave behind is not for clean, which lists databases

    Scenario: It is asked to clean up behind containers
      When I run "handrail clean --database docker:postgres:15"
      Then it exits with code 2
      And it prints "handrail: docker:postgres:15: containers of dead runs are removed by the next run that has one" on standard error
