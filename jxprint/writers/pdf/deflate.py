"""Flate compression on a second thread, piece by piece.

zlib works without the interpreter's lock while the next page is written. What is compressed comes in pieces: a page's
articles, a program's runs of glyphs. Each is compressed on its own, with the piece before it as dictionary where pieces
are alike, so that its bytes depend on these two alone, and a piece that was compressed for the last build is not
compressed again. The bytes are the same whether anything was remembered or not.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from queue import SimpleQueue
from threading import Event, Thread

# zlib's usual level. Measured on the first page: a level higher saves nothing worth its time.
_LEVEL = 6
_RAW = -15
# RFC 1950: deflate with a window of 32 KiB, at zlib's usual level; RFC 1951: a last block that holds nothing.
_HEAD, _LAST = b"\x78\x9c", b"\x03\x00"

_SMALL = 4096
# A page's content stream; a face's program is several times as large.
_MIDDLING = 65536
_SWITCH_S = 0.0001

# Where a program is parted: at places that depend on nothing but the bytes around them, so that a glyph more moves no
# other part. A charstring ends with 14 (endchar) and starts, more often than not, with a number above 246.
_PART = re.compile(rb"\x0e\xf8[\x00-\x1f]")
_LONGEST = 32768

_Key = tuple[bytes, bytes]


def parted(program: bytes) -> tuple[bytes, ...]:
    """A font program in pieces, most of which stay as they are when a glyph is put in or taken out."""
    ends = [match.start() + 1 for match in _PART.finditer(program)]
    pieces: list[bytes] = []
    start = 0
    for end in (*ends, len(program)):
        pieces.extend(program[at : min(at + _LONGEST, end)] for at in range(start, end, _LONGEST))
        start = end
    return tuple(pieces)


class Known:
    """The pieces compressed for the last build and for this one."""

    def __init__(self) -> None:
        self._before: dict[_Key, bytes] = {}
        self._now: dict[_Key, bytes] = {}

    def __len__(self) -> int:
        return len(self._before.keys() | self._now.keys())

    def turn(self) -> None:
        """Begin another build: what the last one did not use is forgotten."""
        self._before, self._now = self._now, {}

    def new(self, keys: Iterable[_Key]) -> int:
        """How many bytes of some pieces, each behind another, have to be compressed."""
        return sum(len(key[1]) for key in keys if key not in self._now and key not in self._before)

    def packed(self, key: _Key) -> bytes:
        """A piece behind another as raw deflated blocks that end with a whole byte (RFC 1951)."""
        before, piece = key
        packed = self._now.get(key) or self._before.get(key)
        if packed is None:
            packer = zlib.compressobj(_LEVEL, wbits=_RAW, zdict=before)
            packed = packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
        self._now[key] = packed
        return packed


def deflated(pieces: Sequence[bytes], known: Known | None = None, *, alike: bool = True) -> bytes:
    """Pieces, one behind the other, as one zlib stream (RFC 1950), the form that FlateDecode takes. `alike` tells
    whether a piece has much in common with the one before it.
    """
    known = Known() if known is None else known
    out = [_HEAD]
    check = 1
    for key in _keys(pieces, alike):
        out.append(known.packed(key))
        check = zlib.adler32(key[1], check)
    return b"".join((*out, _LAST, check.to_bytes(4, "big")))


def _keys(pieces: Sequence[bytes], alike: bool) -> Iterable[_Key]:
    return zip((b"", *pieces) if alike else repeat(b""), pieces, strict=False)


class Pending:
    """Compressed data that may still be in the making."""

    def __init__(self, pieces: Sequence[bytes], known: Known, alike: bool) -> None:
        self._pieces = pieces
        self._alike = alike
        self._known = known
        self._data = b""
        self._done = Event()

    def work(self) -> None:
        """Compress; called once."""
        self._data = deflated(self._pieces, self._known, alike=self._alike)
        self._pieces = ()
        self._done.set()

    @property
    def done(self) -> bool:
        """Whether `result` would answer at once."""
        return self._done.is_set()

    def result(self) -> bytes:
        """The compressed data, waited for if need be."""
        self._done.wait()
        return self._data


def at_once(*pieces: bytes) -> Pending:
    """What `Deflater.submit` gives, without a thread."""
    pending = Pending(pieces, Known(), alike=True)
    pending.work()
    return pending


class Deflater:
    """Compresses what it is given, in order, on one thread; a context manager that ends the thread. What `known` has
    of the last build is not compressed again.
    """

    def __init__(self, known: Known | None = None) -> None:
        self._known = Known() if known is None else known
        self._interval = sys.getswitchinterval()
        self._jobs: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._last: Pending | None = None

    def __enter__(self) -> Deflater:
        return self

    def __exit__(self, *_: object) -> None:
        sys.setswitchinterval(self._interval)
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()

    def submit(self, *pieces: bytes, alike: bool = True) -> Pending:
        """Start compressing. What is small is done at once, and so is what would wait behind other work, or has changed
        a little since the last build: to hand a job over and back costs more than to do it.
        """
        pending = Pending(pieces, self._known, alike)
        new, whole = self._known.new(_keys(pieces, alike)), sum(map(len, pieces))
        if new < (_SMALL if self._idle() and 2 * new > whole else _MIDDLING):
            pending.work()
            return pending
        if self._thread is None:
            self._thread = Thread(target=self._run, name="deflate", daemon=True)
            self._thread.start()
            # A job that is done waits for the interpreter's lock for as long as this; five milliseconds, the
            # default, is longer than most jobs take.
            sys.setswitchinterval(_SWITCH_S)
        self._jobs.put(pending.work)
        self._last = pending
        return pending

    def _idle(self) -> bool:
        return self._last is None or self._last.done

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
