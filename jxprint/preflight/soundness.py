"""Whether a picture's data is all there: inflated without keeping it, or begun and ended as its format is."""

from __future__ import annotations

import zlib
from typing import Any

from jxprint.preflight.colours import read_space
from jxprint.preflight.survey import filters_of
from jxprint.preflight.values import is_true

# As much as is inflated of one picture; a broadsheet at 600 ppi in four inks has 472 MB.
_MOST, _STEP = 512 << 20, 1 << 20
# Bytes that may stand behind the end of a JPEG.
_BEHIND = 64


def is_whole(image: Any, resources: Any) -> bool:
    """False where data of a known form ends too soon or is damaged; True where nothing is known of its form."""
    filters = filters_of(image)
    if filters == ["/FlateDecode"]:
        return _inflates(image.read_raw_bytes(), _needed(image, resources))
    if filters == ["/DCTDecode"]:
        data = image.read_raw_bytes()
        return data.startswith(b"\xff\xd8") and b"\xff\xd9" in data[-_BEHIND:]
    return bool(filters) or len(image.read_raw_bytes()) >= _needed(image, resources)


def _needed(image: Any, resources: Any) -> int:
    """How many bytes the samples take (ISO 32000-1, 8.9.5); rows begin with a byte."""
    width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
    is_mask = is_true(image.get("/ImageMask"))
    bits = 1 if is_mask else int(image.get("/BitsPerComponent", 8))
    components = 1 if is_mask else read_space(image.get("/ColorSpace"), resources).components
    return (max(width, 0) * bits * components + 7) // 8 * max(height, 0)


def _inflates(data: bytes, needed: int) -> bool:
    inflater = zlib.decompressobj()
    count = 0
    try:
        count += len(inflater.decompress(data, _STEP))
        while inflater.unconsumed_tail and count < min(needed + _STEP, _MOST):
            count += len(inflater.decompress(inflater.unconsumed_tail, _STEP))
        if not inflater.unconsumed_tail:
            count += len(inflater.flush())
    except zlib.error:
        return False
    return count >= min(needed, _MOST)
