"""From what is there to what is to be written (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handrail.init.amending import amended
from handrail.init.found import OURS, Found, FoundChain
from handrail.init.templates import filled

PYPROJECT = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that is to be there with this text; one that is there already is left as it is."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, in this order, and what is said beside it.

    ``settings`` is the text of pyproject.toml, ``amended`` what it says that it did not say
    before; both are empty where it stays as it is. ``remarks`` tell what was found, and what
    stays to be done by hand. ``following`` is the command to call next.
    """

    files: tuple[Wanted, ...]
    settings: str
    amended: tuple[str, ...]
    remarks: tuple[str, ...]
    following: str


def plan(found: Found) -> Plan:
    """What Handrail puts into a repository in which stands what was found.

    Raises TargetError where pyproject.toml cannot take what it lacks.
    """
    settings, added = amended(found)
    return Plan(
        files=tuple(_files(found)),
        settings=settings,
        amended=added,
        remarks=tuple(_remarks(found)),
        following=_following(found),
    )


def _files(found: Found) -> Iterator[Wanted]:
    behave = found.behave
    yield Wanted(f"{behave.features}/issues.toml", filled("issues.toml"))
    yield Wanted(f"{behave.steps}/handrail_steps.py", filled("handrail_steps.py"))
    for chain in found.chains:
        if chain.tried.head:
            yield from _examples(chain, behave.features)
    if found.chains:
        yield Wanted("noxfile.py", _noxfile(found))


def _examples(chain: FoundChain, features: str) -> Iterator[Wanted]:
    only = chain.tried.databases if len(chain.tried.databases) == 1 else ()
    said = {
        "chain": chain.name,
        "head": chain.tried.head,
        "parent": chain.tried.parent,
        "tags": "".join(f"@{name}\n" for name in only),
        "database": (*only, "sqlite")[0],
    }
    kind = "" if chain.tried.goes_back else ".upwards"
    yield Wanted(f"{features}/{chain.name}/head.feature", filled(f"head{kind}.feature", **said))
    yield Wanted(f"robot/{chain.name}/head.robot", filled(f"head{kind}.robot", **said))


def _noxfile(found: Found) -> str:
    kinds = {name: None for chain in found.chains for name in chain.tried.databases}
    return filled(
        "noxfile.py",
        databases=_listed(kinds or ("sqlite", "postgresql")),
        chains=_listed(chain.name for chain in found.chains),
        runner="" if found.behave.has_our_runner else f', "--runner={OURS}"',
    )


def _listed(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _remarks(found: Found) -> Iterator[str]:
    behave = found.behave
    if not found.chains:
        yield (
            "no chain of migrations is here: make one (alembic init migrations), or name one in"
            " [tool.handrail.chains.app], and call handrail init again"
        )
    for chain in found.chains:
        if chain.tried.trouble:
            yield f"{_called(chain)} cannot be used yet: {chain.tried.trouble}"
            yield (
                f"say what it needs in [tool.handrail.chains.{chain.name}] (env, baseline, section,"
                " databases), and call handrail init again"
            )
        elif not chain.tried.head:
            yield f"{_called(chain)} holds no revision yet: make one, and call handrail init again"
    if not behave.has_our_runner:
        yield (
            f'{behave.runner_in} gives behave the runner "{behave.runner}", which stays; steps of'
            f" Handrail need another: behave --runner={OURS}"
        )
    if not found.ignores_reports:
        yield "runs leave their reports in reports/, which git need not keep"


def _called(chain: FoundChain) -> str:
    return f'the chain "{chain.name}" ({chain.target})'


def _following(found: Found) -> str:
    able = [chain for chain in found.chains if chain.tried.head]
    if able:
        return f"handrail walk {able[0].name}"
    return "handrail init" if found.chains else "alembic init migrations"
