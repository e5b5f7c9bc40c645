"""Walk a chain up and down over awkward but legal rows, and judge what is seen."""

from handrail.walk.ascent import Ascent
from handrail.walk.walker import walk

__all__ = ["Ascent", "walk"]
