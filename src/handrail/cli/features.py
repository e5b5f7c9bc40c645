"""``--write-features``: what was found, as features for the test-first way."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from handrail.chains.naming import NamedChain
from handrail.cli.output import FailOn
from handrail.databases import USUAL
from handrail.errors import TargetError
from handrail.model import Report, Severity
from handrail.reports.places import shown
from handrail.writing import can_be_told, write_features

_OPTION = "--write-features"
_UNTOLD = (
    "since no phrase can carry the name of their revision or of the chain, or that foreign keys are"
    " enforced"
)


@dataclass(frozen=True, slots=True)
class Features:
    """Where features go, the issue that they are about, and how they call the chain.

    ``everywhere`` are the kinds of database on which the scenarios will be run.
    """

    folder: Path
    issue: int | None
    chain: str
    everywhere: tuple[str, ...]

    @classmethod
    def asked(
        cls,
        folder: Path | None,
        issue: int | None,
        target: str,
        chain: NamedChain,
        given: Mapping[str, object],
    ) -> Self | None:
        """What the call asks for, the folder being there; None where it asks for no features.

        Raises TargetError where the folder cannot be, for an issue without it, and for options
        that the features could not carry: they know of a chain what pyproject.toml says.
        """
        if folder is None:
            if issue is not None:
                raise TargetError("it is for features", where="--issue", then=f"give {_OPTION} DIR")
            return None
        uncarried = [option for option, value in given.items() if value]
        if uncarried:
            what = f"a feature cannot carry {' and '.join(uncarried)}"
            then = "walk without it"
            if "-x" not in uncarried:
                then = "say it of a named chain: [tool.handrail.chains.NAME] in pyproject.toml"
            raise TargetError(what, where=_OPTION, then=then)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TargetError(f"it cannot be made: {error.strerror}", where=str(folder)) from error
        name = shown(str(Path(target).resolve())) if Path(target).exists() else target
        return cls(folder, issue, name, chain.kinds or tuple(USUAL))

    def write(self, report: Report, fail_on: FailOn, verb: str = "walk") -> None:
        """Write a feature for what counts in the report, and say on stderr which.

        ``verb`` tells how it came about: by ``walk`` or ``read``.
        """
        counts = Severity.WARNING if fail_on is FailOn.NEVER else Severity(fail_on.value)
        findings = [each for each in report.standing if each.severity.at_least(counts)]
        told = [each for each in findings if can_be_told(each, self.chain)]
        if len(told) < len(findings):
            sys.stderr.write(f"not written: {len(findings) - len(told)} of them, {_UNTOLD}\n")
        for each in write_features(
            told, self.folder, self.chain, self.everywhere, self.issue, verb
        ):
            said = f"{each.became}: {shown(str(each.path.resolve()))} (issue {each.issue})"
            sys.stderr.write(f"{said}\n")
