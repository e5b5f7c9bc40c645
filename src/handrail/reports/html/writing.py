"""The page put together: its markup, its style, its scripts, and the report as escaped JSON.

Nothing of the target's becomes markup or script: it stands in a block of data, in which neither a
tag nor anything beyond ASCII is written out, and the scripts write it as text. The policy in the
page's head lets no other script or style run, and nothing be fetched.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from handrail.model import Report
from handrail.reports.html.contents import contents

_SCRIPTS = ("elements", "report", "evidence", "findings", "step", "staircase", "page")
"""In the order in which they lean on each other."""
_ESCAPED = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def as_html(report: Report) -> str:
    """One page that ends with a newline; equal reports give equal text, but for their times."""
    style = _read("page.css")
    script = "".join(_read(f"{name}.js") for name in _SCRIPTS)
    parts = {
        "policy": _policy(style, script),
        "style": style,
        "data": json.dumps(contents(report), separators=(",", ":")).translate(_ESCAPED),
        "script": script,
    }
    return re.sub(r"\{\{(\w+)\}\}", lambda found: parts[found[1]], _read("page.html"))


def _policy(style: str, script: str) -> str:
    """What the browser may do: run exactly these two, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src {_hash(style)}",
            f"script-src {_hash(script)}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
