"""Git repositories: their commits, branches and files."""

from behave import given
from behave.runner import Context


@given("a repository with both tracks")
def both_tracks(context: Context):
    context.bench.repository.begin()


@given('a repository with the files of "{folder}"')
def files_of(context: Context, folder: str):
    context.bench.repository.begin(folder)


@given('the branch "{name}"')
def branch(context: Context, name: str):
    context.bench.repository.branch(name)


@given('the branch "{name}" from the commit before')
def branch_from_before(context: Context, name: str):
    context.bench.repository.branch_before(name)


@given('the branch "{name}" that has no commit in common')
def unrelated(context: Context, name: str):
    context.bench.repository.unrelated(name)


@given('"{name}" is checked out')
def checked_out(context: Context, name: str):
    context.bench.repository.check_out(name)


@given("a commit that brings {change}")
def commit_with(context: Context, change: str):
    context.bench.repository.bring(change)


@given("commits that bring")
def commits_with(context: Context):
    context.bench.repository.bring(*(row["change"] for row in context.table))


@given('a commit with the files of "{folder}"')
def commit_files_of(context: Context, folder: str):
    context.bench.repository.overlay(folder)


@given('a commit in which "{name}" holds')
def commit_holds(context: Context, name: str):
    context.bench.repository.write(name, context.text)


@given('a commit in which "{name}" holds a zero byte')
def commit_holds_zero(context: Context, name: str):
    context.bench.repository.write(name, "\0")


@given('a commit in which "{old}" becomes "{new}"')
def commit_moves(context: Context, old: str, new: str):
    context.bench.repository.move(old, new)


@given('a commit in which "{name}" is gone')
def commit_removes(context: Context, name: str):
    context.bench.repository.remove(name)


@given('a commit in which "{name}" is a link to "{target}"')
def commit_links(context: Context, name: str, target: str):
    context.bench.repository.link(name, target)


@given('the object "{name}" is lost')
def object_lost(context: Context, name: str):
    context.bench.repository.lose(name)


@given('"{name}" was merged')
def merged(context: Context, name: str):
    context.bench.repository.merge(name)


@given("a clone of the last {depth:d} commits")
@given("a clone of the last {depth:d} commit")
def shallow_clone(context: Context, depth: int):
    context.bench.repository.clone(depth)


@given('"{name}" of another repository is "{commit}"')
def fetched(context: Context, name: str, commit: str):
    context.bench.repository.know_as(name, commit)
