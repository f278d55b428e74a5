"""Baselines (基准图) on disk: one small PNG a page, and beside it what stands where on the page, as JSON.

A picture's name holds what its pixels depend on: `NAME.PAGE.pdfium-BUILD.DPIdpi.png`; of a page that came as a picture,
`NAME.PAGE.picture.png`. Places depend on neither and are `NAME.PAGE.places.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from jxprint.errors import Finding, OutputError, Place, UsageError
from jxprint.golden.png import encoded, read_png
from jxprint.golden.sheets import Sheet, renderer
from jxprint.intake.refusals import reason
from jxprint.model import SeenPage

# At this a broadsheet (对开) with some colour stays under KIB. pdfium sets glyphs at whole pixels, 0.6 mm here:
# what moves by less is found by places.
DPI = 40.0
KIB = 256
_DRAWN_BY = re.compile(r"pdfium-(?P<build>[^.]+)\.(?P<dpi>[\d.]+)dpi|picture")
_UNSAFE = re.compile(r'[\0-\x1f/\\:*?"<>|\[\]\s]+')
_LONGEST = 100
_SAID = "Software"


def safe_name(name: str) -> str:
    """A name of a test or a file as the name of baselines: no system stumbles over it, and two names stay two."""
    plain = _UNSAFE.sub("_", name).strip("_. ")
    of_pytest = name.removesuffix("]").replace("[", "_", 1) if "[" in name else name
    if not plain or plain != of_pytest or len(plain.encode()) > _LONGEST:
        import zlib

        cut = plain.encode()[:_LONGEST].decode("utf-8", "ignore")
        plain = f"{cut}-{zlib.crc32(name.encode('utf-8', 'surrogateescape')):08x}"
    return plain


def check_name(name: str) -> str:
    """A name that somebody chose. Raises UsageError where it would lead elsewhere."""
    if not name or name in (".", "..") or _UNSAFE.sub("", name) != name or len(name.encode()) > _LONGEST:
        raise UsageError(Finding("golden.bad_name", args={"name": name}))
    return name


class Baselines:
    """The baselines of one name in a folder."""

    def __init__(self, folder: Path, name: str, drawn_by: str) -> None:
        self.folder = folder
        self.name = name
        self.drawn_by = drawn_by

    def picture(self, page: int) -> Path:
        """Where the picture of a page (from 0) is."""
        return self.folder / f"{self.name}.{page + 1}.{self.drawn_by}.png"

    def places_file(self, page: int) -> Path:
        """Where the places of a page (from 0) are."""
        return self.folder / f"{self.name}.{page + 1}.places.json"

    def sheet(self, page: int, like: Sheet) -> Sheet | None:
        """The expected page, None where there is none; its trim lies where that of the page of now does. Raises
        PdfError.
        """
        path = self.picture(page)
        if not path.exists():
            return None
        picture, dpi = read_png(path, str(path))
        return Sheet(picture, like.dpi or dpi, like.left, like.head, like.turned)

    def missing(self, page: int) -> Finding:
        """What is told where a page has no baseline: another renderer's is named for what it is."""
        path = self.picture(page)
        place = Place(file=str(path))
        mine = _DRAWN_BY.fullmatch(self.drawn_by)
        for other, match in self._others(page):
            if mine is None or match["build"] is None or mine["build"] is None:
                continue
            told = {"page": page + 1, "other": other.name}
            if match["build"] != mine["build"]:
                builds = {"old": match["build"], "new": mine["build"]}
                return Finding("golden.other_renderer", place, {**told, **builds})
            return Finding("golden.other_dpi", place, {**told, "old": match["dpi"], "new": mine["dpi"]})
        return Finding("golden.missing", place, {"page": page + 1})

    def _others(self, page: int) -> Iterator[tuple[Path, re.Match[str]]]:
        """Baselines of the same page that something else drew; other builds at our resolution come first."""
        start = f"{self.name}.{page + 1}."
        found = [
            (path, match)
            for path in _listed(self.folder)
            if path.name.startswith(start) and path.name.endswith(".png")
            if (match := _DRAWN_BY.fullmatch(path.name[len(start) : -4])) is not None
        ]
        ours = self.drawn_by.rpartition(".pdfium")[2].partition(".")[2]
        yield from sorted(found, key=lambda one: (not one[0].name.endswith(f".{ours}.png"), one[0].name))

    def beyond(self, pages: int) -> list[int]:
        """Pages (from 0) that have a baseline of ours and are no longer there."""
        start, end = f"{self.name}.", f".{self.drawn_by}.png"
        numbers = [
            path.name[len(start) : -len(end)]
            for path in _listed(self.folder)
            if path.name.startswith(start) and path.name.endswith(end)
        ]
        return sorted(int(one) - 1 for one in numbers if one.isascii() and one.isdigit() and int(one) > pages)

    def places(self, pages: int) -> list[SeenPage] | None:
        """What stood where when the baselines were written, up to the first page of which that is not known."""
        found: list[SeenPage] = []
        try:
            for page in range(pages):
                found.append(self._seen(page))
        except (OSError, ValueError):
            pass  # told by `unwitnessed`; pixels are compared all the same
        return found or None

    def _seen(self, page: int) -> SeenPage:
        return msgspec.json.decode(self.places_file(page).read_bytes(), type=SeenPage)

    def unwitnessed(self, page: int, has_places: bool) -> Finding | None:
        """What is told where the places of a page (from 0) that were kept cannot be held beside its own (`has_places`);
        None where they can, or neither side has any.
        """
        path = self.places_file(page)
        place = Place(file=str(path))
        try:
            self._seen(page)
        except FileNotFoundError:
            return Finding("golden.places_missing", place, {"page": page + 1}) if has_places else None
        except OSError as error:
            return Finding("golden.places_broken", place, {"page": page + 1, "reason": reason(error)})
        except ValueError as error:
            told = " ".join(str(error).split())[:120]
            return Finding("golden.places_broken", place, {"page": page + 1, "reason": told})
        return None if has_places else Finding("golden.places_gone", place, {"page": page + 1})

    def otherwise_drawn(self, page: int) -> list[Finding]:
        """A note where the baseline's build has our number and comes from elsewhere: its libraries may be others."""
        path = self.picture(page)
        said = str(read_png(path, str(path))[0].info.get(_SAID, ""))
        if not said.startswith("pdfium ") or said == drawn_with():
            return []
        told = {"old": said, "new": drawn_with()}
        return [Finding("golden.other_origin", Place(file=str(path)), told, "note")]

    def files(self, page: int, sheet: Sheet, seen: SeenPage | None, kib: int) -> Iterator[tuple[Path, bytes]]:
        """What is to be written for a page. Raises OutputError where the picture would be over `kib`."""
        texts = {_SAID: drawn_with()} if self.drawn_by.startswith("pdfium") else {}
        data = encoded(sheet.picture, dpi=sheet.dpi, texts=texts)
        path = self.picture(page)
        if len(data) > kib * 1024:
            told = {"page": page + 1, "size": -(-len(data) // 1024), "limit": kib}
            raise OutputError(Finding("golden.over_limit", Place(file=str(path)), told))
        yield path, data
        if seen is not None:
            yield self.places_file(page), places_bytes(seen)

    def stale(self, page: int, seen: SeenPage | None) -> Sequence[Path]:
        """Places that are no longer those of the page."""
        return [self.places_file(page)] if seen is None and self.places_file(page).exists() else []


def drawn_with() -> str:
    """The renderer and its whole version, as a baseline carries it."""
    return f"pdfium {renderer()[1]}"


def places_bytes(page: SeenPage) -> bytes:
    """Places as JSON, a part a line, lengths to a hundredth of a point: what changes is seen in a diff."""
    plain = {key: value for key, value in msgspec.to_builtins(page).items() if value or key == "name"}
    parts = b",\n".join(msgspec.json.encode(_rounded(one)) for one in plain.pop("articles", ()))
    return msgspec.json.encode(plain)[:-1] + b',"articles":[\n' + parts + b"\n]}\n"


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 2)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_rounded(one) for one in value]
    return value


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
