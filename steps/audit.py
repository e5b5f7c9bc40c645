"""Sources of migrations that are read, and what the audit names in them."""

from behave import then, when
from behave.runner import Context


@when('the rule "{rule}" reads the revision "{revision}"')
def rule_reads_revision(context: Context, rule: str, revision: str):
    context.bench.audit.audit_revision(rule, revision)


@when('the rule "{rule}" reads the folder "{folder}"')
def rule_reads_folder(context: Context, rule: str, folder: str):
    context.bench.audit.audit_folder(rule, folder)


@when('the rule "{rule}" reads the runner "{name}"')
def rule_reads_runner(context: Context, rule: str, name: str):
    context.bench.audit.audit_runner(rule, name)


@when('I audit the runner "{runner}"')
def read_runner(context: Context, runner: str):
    context.bench.audit.read_runner(runner)


@when('I audit the chain "{name}" {variant}')
def audit_chain(context: Context, name: str, variant: str):
    context.bench.audit.audit_chain(name, variant)


@when('I audit the file "{name}"')
def audit_file(context: Context, name: str):
    context.bench.audit.audit_file(name)


@when('squawk is asked about the folder "{folder}"')
def squawk_is_asked(context: Context, folder: str):
    context.bench.audit.ask_squawk(folder)


@when('"{command}" is asked about the folder "{folder}"')
def command_is_asked(context: Context, command: str, folder: str):
    context.bench.audit.ask_squawk(folder, command)


@then('"{rule}" is named at each marked line')
def named_at_marked_lines(context: Context, rule: str):
    context.bench.audit.should_name_marked_lines(rule)


@then('"{rule}" is not named')
def not_named(context: Context, rule: str):
    context.bench.audit.should_not_name(rule)


@then('nothing is said, for "{reason}"')
def nothing_is_said(context: Context, reason: str):
    context.bench.audit.should_be_silent(reason)


@then("the audit names nothing")
def names_nothing(context: Context):
    context.bench.audit.should_name_nothing()


@then("the audit names")
def names(context: Context):
    context.bench.audit.should_name([row.as_dict() for row in context.table])


@then('the audit is refused with "{message}"')
def refused_with(context: Context, message: str):
    context.bench.audit.should_be_refused_with(message)


@then("the catalogue of the audit explains")
def catalogue_explains(context: Context):
    context.bench.audit.should_explain([row["rule"] for row in context.table])
