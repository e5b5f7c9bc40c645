"""The report as a page, read as the text that it is, without a browser."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html.parser import HTMLParser
from typing import Any

from benches.processes_bench import ProcessesBench
from benches.walk_bench import WalkBench
from handrail.acceptance.tables import Record, assert_same
from handrail.model import Report, Walked
from handrail.reports.html import as_html

_NAMESPACE = "http://www.w3.org/2000/svg"
"""A name, no address: nobody asks for it."""
_ADDRESS = re.compile(r"\w+://|\burl\(|@import|\bimport\b")
_INSIDE = re.compile(r"#[\w-]+|data:,")
_TIMES = re.compile(r'"seconds":[\d.e-]+')


class PageBench:
    """Reads pages that the command has written, and those of a walk of this process."""

    def __init__(self, processes: ProcessesBench, walk: WalkBench) -> None:
        self._processes = processes
        self._walk = walk

    def should_refer_to_nothing(self, name: str) -> None:
        """Whatever the page leads to, loads or imports is in itself."""
        page = _read(self._text(name))
        outside = [where for where in page.leads_to if not _INSIDE.fullmatch(where)]
        own = f"{page.contents['style']}{page.contents['module']}".replace(_NAMESPACE, "")
        assert not outside, f"the page leads to {outside}"
        assert not (found := _ADDRESS.findall(own)), f"style or script name {found}"

    def should_allow_only_itself(self, name: str) -> None:
        """The policy in the page names its one style and its one script, and forbids the rest."""
        page = _read(self._text(name))
        wanted = {
            "default-src 'none'",
            f"style-src {_hash(page.contents['style'])}",
            f"script-src {_hash(page.contents['module'])}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
        }
        missing = wanted.difference(page.policy.split("; "))
        assert not missing, f"the policy {page.policy!r} lacks {missing}"
        assert page.policy_place == 1, "something stands in the head before the policy"

    def should_have_no_markup_of_the_target(self, name: str) -> None:
        """The page has the elements of a page about nothing, and no others."""
        nothing = _read(as_html(Report(target="", walked=Walked())))
        page = _read(self._text(name))
        assert page.elements == nothing.elements, "the page has elements of the target's"

    def should_leave_out(self, expected: Sequence[Record]) -> None:
        """The page of the walk tells how much of each step it shows, and how much it does not."""
        there = [
            {
                "revision": stair["revision"],
                "way": tread["way"],
                "what": what,
                "shown": str(len(tread[what]["shown"])),
                "left out": str(tread[what]["left_out"]),
            }
            for stair in self._told()["stairs"]
            for tread in stair["treads"]
            for what in ("statements", "alterations")
            if tread[what] and tread[what]["left_out"]
        ]
        assert_same(expected, there, "the page leaves out something else")

    def should_walk(self, expected: Sequence[Record]) -> None:
        """The page of the walk shows these steps and no others, in the order of the chain."""
        there = [
            {"revision": stair["revision"], "way": tread["way"], "outcome": tread["outcome"]}
            for stair in self._told()["stairs"]
            for tread in stair["treads"] or [{"way": "", "outcome": "not walked"}]
        ]
        wanted = [dict(record) for record in expected]
        assert there == wanted, f"the page shows {there}"

    def should_be_the_same_twice(self) -> None:
        """The pages of both walks are the same text, times aside."""
        earlier, later = (_TIMES.sub("", as_html(each)) for each in self._walk.both)
        assert earlier == later, "the second walk is shown as something else"

    def close(self) -> None:
        """Nothing is held."""

    def _text(self, name: str) -> str:
        return self._processes.path(name).read_text(encoding="utf-8")

    def _told(self) -> Any:
        return json.loads(_read(as_html(self._walk.report)).contents["application/json"])


class _Page(HTMLParser):
    """What of a page a browser takes for more than text."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.leads_to: list[str] = []
        self.contents: dict[str, str] = {"style": "", "module": "", "application/json": ""}
        self.policy = ""
        self.policy_place = 0
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.leads_to += [given[name] for name in ("href", "src", "action") if name in given]
        self.elements.append(f"{tag} {sorted(given)}")
        self._inside = given.get("type", tag)
        if "http-equiv" in given:
            self.policy = given["content"]
            self.policy_place = sum(each.startswith("meta") for each in self.elements) - 1

    def handle_data(self, data: str) -> None:
        if self._inside in self.contents:
            self.contents[self._inside] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._inside = ""


def _read(text: str) -> _Page:
    page = _Page()
    page.feed(text)
    page.close()
    return page


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
