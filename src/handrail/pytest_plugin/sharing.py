"""How xdist shares the items out: both steps of a revision go to the worker that visits it."""

from __future__ import annotations

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadScheduling
from xdist.workermanage import WorkerController


class StepsTogether(LoadScheduling):  # type: ignore[misc]
    """As ``--dist load``, but no batch ends between two steps that one visit answers.

    Were they parted, two workers would make the same visit; what they find would be the same.
    """

    def _send_tests(self, node: WorkerController, num: int) -> None:
        names = self.collection or []
        while 0 < num < len(self.pending) and _visit(names[self.pending[num - 1]]) == _visit(
            names[self.pending[num]]
        ):
            num += 1
        super()._send_tests(node, num)


def scheduler(config: pytest.Config, log: Producer) -> StepsTogether | None:
    """In place of xdist's own, where that is the usual one."""
    return StepsTogether(config, log) if config.getoption("dist") == "load" else None


def _visit(nodeid: str) -> str:
    """The same for the upgrade and the downgrade of one revision on one database."""
    return nodeid.replace("::downgrade[", "::upgrade[")
