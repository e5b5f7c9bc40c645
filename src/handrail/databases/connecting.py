"""How connections to PostgreSQL are made, beside what a URL says."""

from __future__ import annotations

from typing import Any

NOWHERE_ELSE: dict[str, Any] = {"hostaddr": "", "options": "", "password": ""}
"""Lest the environment (PGHOSTADDR, PGOPTIONS, PGPASSWORD) leads elsewhere; a URL may say more."""
CONNECTING: dict[str, Any] = {
    **NOWHERE_ELSE,
    # A held connection would stumble over statements prepared for a table that has changed.
    "prepare_threshold": None,
}
"""The same for Handrail's own connections."""
