"""One provider of each kind for a whole process, so that a server starts once."""

from __future__ import annotations

from handrail.databases import Provider, provider


class SharedProviders:
    """Providers by name: the same one each time it is asked for, until all are closed."""

    def __init__(self) -> None:
        self._given: dict[str, Provider] = {}

    def get(self, name: str) -> Provider:
        """The provider of that name. Raises TargetError for a name that nobody gave."""
        if name not in self._given:
            self._given[name] = provider(name)
        return self._given[name]

    def close(self) -> None:
        """Close all of them; who asks again gets new ones."""
        while self._given:
            self._given.popitem()[1].close()


SHARED = SharedProviders()
"""What behave's hooks and Robot's library both use."""
