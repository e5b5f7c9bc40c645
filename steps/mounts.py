"""Commands that see another file system in the place of a folder."""

from behave import when
from behave.runner import Context


@when('I run "{command}" where the folder "{folder}" is mounted so that it can only be read')
def run_read_only(context: Context, command: str, folder: str):
    context.bench.mounts.run_read_only(command, folder)


@when('I run "{command}" where the folder "{folder}" is a disk of {megabytes:d} MB')
def run_small(context: Context, command: str, folder: str, megabytes: int):
    context.bench.mounts.run_small(command, folder, megabytes)
