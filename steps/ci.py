"""The ready-made files for CI: their jobs and hooks."""

from behave import given, when
from behave.runner import Context


@given("the ready-made hooks of pre-commit")
def hooks(context: Context):
    context.bench.ci.take_up_hooks()


@given('the job "{job}" of "{file}" has run, where')
def job_has_run(context: Context, job: str, file: str):
    context.bench.ci.run_job(job, file, {row["name"]: row["is"] for row in context.table})
    context.bench.processes.should_exit_with(0)


@when('I run the job "{job}" of "{file}"')
def run_job(context: Context, job: str, file: str):
    context.bench.ci.run_job(job, file, {})


@when('I run the job "{job}" of "{file}", where')
def run_job_where(context: Context, job: str, file: str):
    context.bench.ci.run_job(job, file, {row["name"]: row["is"] for row in context.table})
