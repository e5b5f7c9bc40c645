"""What the rule means stands in :mod:`handrail.chains.heads`: ``parity drift`` asks it too."""

from handrail.chains.heads import RULE, compare

__all__ = ["RULE", "compare"]
