"""What an import writes: a story file for each story, and `imported.json` (来稿登记), which keeps all that is in none
of them, and the hash of each file as it was written. By that a file which somebody changed since is told from one that
nobody did.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.cleaning import value
from jxprint.exchange.sources import Read
from jxprint.exchange.stories import Incoming
from jxprint.intake.refusals import reason

RECORD_FILE = "imported.json"
_FORMAT = 1
# What no file's name may have on one of the systems, and the names of devices that Windows has in every folder.
_NEVER = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_LONGEST = 80


class Planned(Struct, frozen=True):
    """One story file as it is to be written: its name, its story, and where the story came from."""

    file: str
    story: Incoming
    source: str

    @property
    def data(self) -> bytes:
        """Its bytes."""
        return self.story.text.encode("utf-8")


def planned(reads: Sequence[Read]) -> list[Planned]:
    """The story files of some sources. Names are those of the sources, made such as every system takes; two that would
    be one where capitals are no difference are numbered.
    """
    taken: set[str] = {RECORD_FILE}
    found: list[Planned] = []
    for read in reads:
        for story in read.stories:
            stem = _stem(story.name)
            name = next(
                name
                for number in range(1, len(taken) + 2)
                if (name := f"{stem}.txt" if number == 1 else f"{stem}-{number}.txt").lower() not in taken
            )
            taken.add(name.lower())
            found.append(Planned(name, story, read.file))
    return found


def _stem(name: str) -> str:
    stem = _NEVER.sub("-", value(name)).strip(" .-")[:_LONGEST].strip(" .-")
    return f"_{stem}" if _DEVICES.fullmatch(stem) else stem or "story"


def record(reads: Sequence[Read], files: Sequence[Planned], hashes: Mapping[str, str], before: object) -> bytes:
    """The record of an import, over what it says of files that were imported before. `hashes` are those of sources."""
    entries: dict[str, Any] = dict(before) if isinstance(before, dict) else {}
    left = {read.file: [_told(one) for one in read.left_out] for read in reads}
    kinds = {read.file: read.kind for read in reads}
    for one in files:
        entries[one.file] = {
            "sha256": hashlib.sha256(one.data).hexdigest(),
            "source": Path(one.source).name,
            "source_sha256": hashes[one.source],
            "kind": kinds[one.source],
            "data": dict(one.story.data),
            "left_out": [_told(text) for text in one.story.left_out] + left.pop(one.source, []),
        }
    told = {"format": _FORMAT, "files": dict(sorted(entries.items()))}
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _told(one: Any) -> dict[str, object]:
    told = {"kind": one.kind, "text": one.text, "where": one.where, "line": one.line}
    return {key: said for key, said in told.items() if said not in ("", None) or key == "text"}


def recorded(folder: Path) -> dict[str, Any]:
    """What the record of a folder says of its files; nothing where there is none. Raises DescriptionError where it
    cannot be read.
    """
    path = folder / RECORD_FILE
    try:
        told = json.loads(path.read_bytes())
        entries = told["files"]
        if told["format"] != _FORMAT or not all(isinstance(one["sha256"], str) for one in entries.values()):
            raise ValueError(f"format {told['format']}")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise DescriptionError(Finding("exchange.bad_record", Place(str(path)), {"reason": reason(error)})) from error
    else:
        return dict(entries)


def standing(folder: Path, files: Sequence[Planned], before: Mapping[str, Any], *, force: bool) -> set[str]:
    """Names of files that stand there already as they would be written. Raises DescriptionError with every file that
    a person changed since it was imported, or that was not imported at all; not with `force`.
    """
    same: set[str] = set()
    wrong: list[Finding] = []
    for one in files:
        path = folder / one.file
        try:
            now = path.read_bytes()
        except OSError:
            continue  # nothing stands there, or whoever writes is told why not
        if now == one.data:
            same.add(one.file)
            continue
        known = before.get(one.file)
        if known is None:
            wrong.append(Finding("exchange.not_ours", Place(str(path))))
        elif known["sha256"] != hashlib.sha256(now).hexdigest():
            wrong.append(Finding("exchange.changed", Place(str(path))))
    if wrong and not force:
        raise DescriptionError(*wrong)
    return same
