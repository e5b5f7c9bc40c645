@requires_docker
Feature: Databases in containers

  Background:
    Given runs have their databases in containers

  Rule: A run leaves no container, however it ends

    Scenario Outline: With a container it ends by <cause>
      Given the run "brief" with 2 databases
      When the run "brief" is ended by <cause>
      Then nothing is left of it

      Examples:
        | cause               |
        | the end of its work |
        | an exception        |
        | SIGINT              |
        | SIGTERM             |
        | SIGKILL             |

  Rule: The kind of server is what is said, else what the image's name tells

    Scenario Outline: <asked>
      Given the image "handrail-odd:1" holds "MariaDB"
      And runs have their databases in "<asked>"
      And the run "brief" with 2 databases
      When the run "brief" is ended by SIGKILL
      Then nothing is left of it

      Examples:
        | asked                         |
        | docker:mariadb:10.11          |
        | docker+mariadb:handrail-odd:1 |

  Rule: An image that is not here is pulled, and how far that has come is told

    Scenario: The registry takes its time
      Given runs have their databases in containers of an image that a registry takes seconds to give
      When the run "patient" asks for a database in vain
      Then "patient" says on its way "of 5 MB"
      And "patient" says at last "the engine does not start it"
      And nothing is left of it

  Rule: An engine may want certificates, and its own alone count

    Scenario: It is reached by TCP
      Given the engine is reached by TCP with certificates
      And runs have "/nowhere.crt" as REQUESTS_CA_BUNDLE in their environment
      And the run "brief" with 2 databases
      When the run "brief" is ended by SIGKILL
      Then nothing is left of it

    Scenario: Those at hand are of somebody else
      Given the engine is reached by TCP with certificates of somebody else
      When the run "hapless" asks for a database in vain
      Then "hapless" says in one line "no container engine answers: [SSL: CERTIFICATE_VERIFY_FAILED]"
      And nothing is left of it

  Rule: A run removes the containers of dead runs, and no others

    Scenario: A run was killed together with the keeper of its container
      Given the run "first" was killed together with its keeper
      When the run "second" comes and goes
      Then nothing is left of either

    Scenario: Others go on
      Given the run "first" with 2 databases
      And the container "foreign" is that of a run on another machine
      And the container "nameless" bears labels that tell of no owner
      When the run "second" comes and goes
      Then the 2 databases of "first" and one more can be used
      And the container "foreign" is still there
      And the container "nameless" is still there

  Rule: Where no server can be had, one line says so and nothing is left behind

    Scenario: The server is killed while its databases are in use
      Given the run "bereft" with 2 databases
      And the containers of the runs were killed
      When the run "bereft" ends by the end of its work
      Then "bereft" says in one line "postgresql://handrail@127.0.0.1:"
      And nothing is left of it

    Scenario: The image is not here, and there is no registry
      Given runs have their databases in containers of the image "localhost:1/postgres:15"
      When the run "distant" asks for a database in vain
      Then "distant" says at last "localhost:1/postgres:15: the image is not here and cannot be pulled"
      And nothing is left of it

    Scenario Outline: The image holds <what>
      Given the image "handrail-odd:1" holds "<what>"
      And runs have their databases in containers of the image "handrail-odd:1"
      When the run "misled" asks for a database in vain
      Then "misled" says in one line "<words>"
      And nothing is left of it

      Examples:
        | what             | words                                                               |
        | no server        | handrail-odd:1: this is no image of a database server               |
        | a failing server | docker:handrail-odd:1: the server has ended: FATAL: it is dark      |
        | MariaDB          | handrail-odd:1: this image holds a server of the kind mariadb, and  |
