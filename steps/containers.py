"""Containers and images on the engine of this machine."""

from behave import given, then
from behave.runner import Context


@given("runs have their databases in containers")
def runs_use_containers(context: Context):
    context.bench.runs.use_containers()


@given('runs have their databases in containers of the image "{image}"')
def runs_use_image(context: Context, image: str):
    context.bench.runs.use_containers(image)


@given('runs have their databases in "{asked}"')
def runs_use_place(context: Context, asked: str):
    context.bench.runs.use_place(asked)


@given("runs have their databases in containers of an image that a registry takes seconds to give")
def runs_use_pulled_image(context: Context):
    context.bench.runs.use_containers(context.bench.containers.open_registry())


@given("the engine is reached by TCP with certificates")
def reached_by_tcp(context: Context):
    context.bench.runs.environment.update(context.bench.containers.open_door())


@given("the engine is reached by TCP with certificates of somebody else")
def reached_with_other_certificates(context: Context):
    context.bench.runs.environment.update(context.bench.containers.open_other_door())


@given('the image "{name}" holds "{holds}"')
def image_holds(context: Context, name: str, holds: str):
    context.bench.containers.make_image(name, holds)


@given('the container "{name}" is that of a run on another machine')
def container_of_another_machine(context: Context, name: str):
    context.bench.containers.make_foreign_container(name)


@given('the container "{name}" bears labels that tell of no owner')
def container_without_owner(context: Context, name: str):
    context.bench.containers.make_container(name, {"handrail.run": name})


@given("the containers of the runs were killed")
def containers_killed(context: Context):
    context.bench.runs.kill_containers()


@then('the container "{name}" is still there')
def container_still_there(context: Context, name: str):
    context.bench.containers.should_be_there(name)
