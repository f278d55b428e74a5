"""The pictures of a report's section, made while the section is written."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

from jxprint.golden.png import encoded

if TYPE_CHECKING:
    from PIL.Image import Image

# Threads that pictures are made on, and what stands for one until it is there; § is escaped wherever somebody said it.
_LANES, _PLACE = 2, "§picture§"


class Pictures:
    """Pictures of a section as PNGs, made on other threads while the section is written; a context manager."""

    def __init__(self) -> None:
        self._lanes = ThreadPoolExecutor(_LANES)
        self._made: list[Future[bytes]] = []

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *problem: object) -> None:
        """Wait for what is being made, and leave the rest."""
        self._lanes.shutdown(cancel_futures=True)

    def img(self, picture: Image, alt: str) -> str:
        """An element for a picture, whose bytes are put in at the end."""
        self._made.append(self._lanes.submit(encoded, picture, fast=True))
        source = f"data:image/png;base64,{_PLACE}"
        return f'<img alt="{alt}" width="{picture.width}" height="{picture.height}" src="{source}">'

    def put_in(self, section: str) -> Iterator[str]:
        """The section with its pictures, in pieces."""
        first, *rest = section.split(_PLACE)
        yield first
        for made, piece in zip(self._made, rest, strict=True):
            yield b64encode(made.result()).decode("ascii")
            yield piece
