"""``python .ci/picture/smaller.py FROM TO``: the same picture in 256 colours, a third as large."""

from __future__ import annotations

import sys

from PIL import Image

taken, kept = sys.argv[1:]
Image.open(taken).convert("RGB").quantize(256, dither=Image.Dither.NONE).save(kept, optimize=True)
