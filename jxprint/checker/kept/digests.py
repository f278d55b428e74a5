"""Whether all files of an archive are there, and are those that its lists say: bag, METS, PREMIS."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import new as digest_of
from pathlib import PurePosixPath
from urllib.parse import unquote

from jxprint.errors import Finding, Place
from jxprint.intake.xml_tree import Element

_SUMS = ("sha256", "sha512")
# What a bag declares, in the versions that are read; where it tells of itself.
_BAGIT, _INFO = "bagit.txt", "bag-info.txt"
_DECLARED = {"BagIt-Version": ("1.0", "0.97"), "Tag-File-Character-Encoding": ("UTF-8",)}
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
# What wraps the others; a list names none of those that are made behind it.
_METS, _PREMIS = "mets.xml", "premis.xml"


def is_a_bag(files: Mapping[str, bytes]) -> bool:
    """Whether a folder is a bag, though its declaration or its data be gone."""
    return _BAGIT in files or any(f"manifest-{name}.txt" in files for name in _SUMS)


def bag_findings(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """What is wrong with a bag (RFC 8493): what it says of itself, files that its manifests do not know, that are not
    there, or whose digests differ.
    """
    if _BAGIT in files:
        yield from _declared(files[_BAGIT])
    found = [*_unlike(files, "manifest", True), *_unlike(files, "tagmanifest", False)]
    yield from found
    # A file that is gone is told by the lists, and by no number beside.
    if not any((one.place.file or "").startswith("data/") for one in found):
        yield from _payload(files)


def _unlike(files: Mapping[str, bytes], kind: str, inside: bool) -> Iterator[Finding]:
    """What is wrong with the files in a bag's folder of data, or outside it, by the lists of one kind."""
    for name in _SUMS:
        manifest = f"{kind}-{name}.txt"
        if manifest not in files:
            yield Finding("library.file_missing", Place(manifest), {"manifest": _BAGIT})
            continue
        listed, strange_lines = _listed(files[manifest])
        there = [path for path in files if path.startswith("data/") == inside]
        strange = [path for path in there if path not in listed and not path.startswith("tagmanifest-")]
        renamed = _renamed(listed, files, strange, name)
        yield from _sums(listed, files, name, manifest, renamed)
        if strange_lines or not listed:
            # What such a line named is in no list, and no fault of the file.
            told = {"lines": len(strange_lines)}
            yield Finding("library.list_damaged", Place(manifest, next(iter(strange_lines), None)), told)
            continue
        strange = [path for path in strange if path not in renamed.values()]
        yield from (
            Finding("library.file_unlisted", Place(path), {"manifest": manifest, "more": ""}) for path in strange
        )


def _declared(bagit: bytes) -> Iterator[Finding]:
    """The two lines of a bag's declaration (RFC 8493, 2.1.1), each where it is wanting."""
    lines = [line.strip() for line in bagit.decode("utf-8", "replace").splitlines()]
    missing = [
        f"{label}: {' / '.join(known)}"
        for label, known in _DECLARED.items()
        if not any(f"{label}: {one}" in lines for one in known)
    ]
    if missing:
        yield Finding("library.bag_undeclared", Place(_BAGIT), {"missing": tuple(missing)})


def _payload(files: Mapping[str, bytes]) -> Iterator[Finding]:
    """How many bytes and files a bag says that it has (Payload-Oxum; RFC 8493, 2.2.2), where it says so."""
    data = [one for path, one in files.items() if path.startswith("data/")]
    there = f"{sum(map(len, data))}.{len(data)}"
    for at, line in enumerate(files.get(_INFO, b"").decode("utf-8", "replace").splitlines(), 1):
        label, _, said = line.partition(":")
        if label == "Payload-Oxum" and said.strip() != there:
            yield Finding("library.other_payload", Place(_INFO, at), {"said": said.strip(), "there": there})


def _listed(manifest: bytes) -> tuple[dict[str, str], list[int]]:
    """The digests of a list by their paths, and the numbers of the lines that are none of a list's."""
    found: dict[str, str] = {}
    strange: list[int] = []
    for at, line in enumerate(re.split("\r\n|\r|\n", manifest.decode("utf-8", "replace")), 1):
        one = _LINE.fullmatch(line)
        if one is not None and "\ufffd" not in line:
            found[one[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")] = one[1].lower()
        elif line.strip():
            strange.append(at)
    return found, strange


def _renamed(
    listed: Mapping[str, str], files: Mapping[str, bytes], strange: Sequence[str], name: str
) -> dict[str, str]:
    """Listed files that are there under another name, by what they are called in the list: they have its digest."""
    gone = {path: sum_ for path, sum_ in listed.items() if path not in files}
    sums = {digest_of(name, files[path]).hexdigest(): path for path in strange} if gone else {}
    return {path: sums.pop(sum_) for path, sum_ in gone.items() if sum_ in sums}


def _sums(
    listed: Mapping[str, str], files: Mapping[str, bytes], name: str, manifest: str, renamed: Mapping[str, str]
) -> Iterator[Finding]:
    for path, sum_ in listed.items():
        if path in renamed:
            yield Finding("library.file_renamed", Place(renamed[path]), {"manifest": manifest, "old": path})
        elif path not in files:
            yield Finding("library.file_missing", Place(path), {"manifest": manifest})
        elif sum_ and digest_of(name, files[path]).hexdigest() != sum_:  # that there is none is told by the form
            yield Finding("library.file_changed", Place(path), {"manifest": manifest})


def list_findings(files: Mapping[str, bytes], roots: Mapping[str, Element], is_bag: bool) -> Iterator[Finding]:
    """Files that METS or PREMIS name and that are not there, or are others, and those that they do not name; `roots`
    are theirs, as far as they can be read. A PREMIS without a METS is a bag's alone.
    """
    found: dict[tuple[str, str | None], Finding] = {}
    if _METS in roots:
        found |= {(one.key, one.place.file): one for one in _listed_by(files, roots[_METS], _METS, {_METS})}
    elif _PREMIS in roots and _METS not in files and not is_bag:
        yield Finding("library.file_missing", Place(_METS), {"manifest": _PREMIS})
    if _PREMIS in roots:
        for one in _listed_by(files, roots[_PREMIS], _PREMIS, {_METS, _PREMIS}):
            found.setdefault((one.key, one.place.file), one)
    yield from found.values()


def _listed_by(files: Mapping[str, bytes], root: Element, manifest: str, wraps: set[str]) -> Iterator[Finding]:
    listed = dict(_of_mets(root) if manifest == _METS else _of_premis(root))
    sums = {path: sum_ for path, (sum_, _) in listed.items()}
    strange = [path for path in files if path not in listed and path not in wraps]
    renamed = _renamed(sums, files, strange, "sha256")
    yield from _sums(sums, files, "sha256", manifest, renamed)
    for path, (_, size) in listed.items():
        if path in files and size is not None and size != len(files[path]):
            yield Finding("library.other_length_told", Place(path), {"size": len(files[path]), "manifest": manifest})
    strange = [path for path in strange if path not in renamed.values()]
    yield from (Finding("library.file_unlisted", Place(path), {"manifest": manifest, "more": ""}) for path in strange)


def _of_mets(root: Element) -> Iterator[tuple[str, tuple[str, float | None]]]:
    """Paths, each with its digest and size."""
    for file in root.all("file", "mdRef"):
        place = file if file.name == "mdRef" else file.first("FLocat")
        path = "" if place is None else place.attributes.get("href", "")
        yield str(PurePosixPath(unquote(path))), (file.attributes.get("CHECKSUM", ""), file.number("SIZE"))


def _of_premis(root: Element) -> Iterator[tuple[str, tuple[str, float | None]]]:
    for one in root.named("object"):
        path, sum_, size = (
            next((found.text for found in one.all(name)), "")
            for name in ("objectIdentifierValue", "messageDigest", "size")
        )
        yield path, (sum_, float(size) if size.isdecimal() else None)
