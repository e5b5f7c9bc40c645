"""How many modules ``handrail --help`` imports that it has no use for; prints JSON."""

from __future__ import annotations

import json
import re
import subprocess
import sys

COUNTED = "modules of SQLAlchemy, Alembic and behave imported"
LINE = re.compile(r"^import time:.*\|\s+(sqlalchemy|alembic|behave)\b", re.MULTILINE)


def main(script: str) -> None:
    """As Python tells by itself."""
    command = [sys.executable, "-X", "importtime", script, "--help"]
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "import time:" in ran.stderr
    print(json.dumps({COUNTED: [len(LINE.findall(ran.stderr))]}))


if __name__ == "__main__":
    main(*sys.argv[1:])
