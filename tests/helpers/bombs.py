"""Half a gigabyte of blanks in half a megabyte, packed in no time."""

from __future__ import annotations

import zlib
from functools import cache

MEBIBYTE = 1 << 20
# What a zlib stream begins with (RFC 1950): deflate, a window of 32 KiB, packed as small as can be.
_HEADER = b"\x78\xda"


@cache
def packed(mebibytes: int) -> bytes:
    """A zlib stream of so many mebibytes of blanks: the bits of one, which refer to nothing before it, again and again.

    To have the packer look at all of them takes seconds.
    """
    blanks = b" " * MEBIBYTE
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    piece = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    end = zlib.compressobj(9, wbits=-zlib.MAX_WBITS).flush()
    check = 1
    for _ in range(mebibytes):
        check = zlib.adler32(blanks, check)
    return _HEADER + piece * mebibytes + end + check.to_bytes(4, "big")
