"""Run as a process of its own: a photograph of 12 megapixels into the inks of a press.

    python photograph.py FOLDER

The photograph is drawn: clouds of five sizes, the smallest of them the grain of a camera, 4000 by 3000 pixels as a JPEG
of 4.5 MB. Two lines are printed: the median of the seconds that its file takes to become a picture of a PDF (decoded,
separated, its ink measured, encoded), Little CMS and newsprint's profile loaded; and by how many bytes the process grew
meanwhile.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from pathlib import Path

from PIL import Image

from jxprint.colour import convert, newsprint

_TIMES = 5
_SIZE, _QUALITY = (4000, 3000), 90
# What newspapers ask for, in per cent.
_INK = 240
# Cells of each cloud across the picture, and how much of it there is.
_CLOUDS = ((12, 1.0), (60, 0.5), (250, 0.3), (1000, 0.15), (4000, 0.06))
# getrusage(2): kilobytes on Linux, bytes on macOS.
_MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def main(folder: Path) -> None:
    """Convert a small picture, so that everything is loaded, then the large one again and again."""
    large, small = folder / "large.jpg", folder / "small.jpg"
    _drawn_elsewhere(large)
    Image.new("RGB", (64, 64), (200, 60, 40)).save(small)
    convert(small, "press", newsprint(), limit=_INK)
    before = _peak()
    taken: list[float] = []
    for _ in range(_TIMES):
        started = time.perf_counter()
        convert(large, "press", newsprint(), limit=_INK)
        taken.append(time.perf_counter() - started)
    print(statistics.median(taken))
    print(_peak() - before)


def _drawn_elsewhere(path: Path) -> None:
    """The photograph, drawn in a process whose memory is not counted here."""
    import subprocess

    subprocess.run([sys.executable, __file__, str(path), "draw"], check=True)


def draw(path: Path) -> None:
    """The photograph; the same bytes each time."""
    seeded = random.Random(12)
    picture = Image.new("RGB", _SIZE, (128, 128, 128))
    for cells, share in _CLOUDS:
        rows = cells * 3 // 4
        noise = Image.frombytes("RGB", (cells, rows), seeded.randbytes(3 * cells * rows))
        picture = Image.blend(picture, noise.resize(_SIZE, Image.Resampling.BICUBIC), share / (1 + share))
    # Clouds over clouds are pale.
    picture.point(lambda value: (value - 128) * 2 + 128).save(path, quality=_QUALITY)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _MAXRSS_UNIT


if __name__ == "__main__":
    if sys.argv[2:] == ["draw"]:
        draw(Path(sys.argv[1]))
    else:
        main(Path(sys.argv[1]))
