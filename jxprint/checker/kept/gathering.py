"""What all files of an archive say beside their words, by page, and where they lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.checker.kept.comparing import page_of
from jxprint.checker.kept.facts import facts_of
from jxprint.checker.kept.images import size_of
from jxprint.checker.kept.seen import Facts, KeptPage, note
from jxprint.checker.kept.wraps import Wrap
from jxprint.errors import Finding, Place
from jxprint.intake.xml_tree import parsed
from jxprint.model import Page

# By path: what a file says of pages, each from 0; -1 is the edition.
Gathered = dict[str, list[tuple[int, Facts]]]
_PREMIS = "premis.xml"


class Issued(Struct, frozen=True):
    """What the edition's own file says of it, empty where it says nothing: title, paper, day, number of the issue."""

    title: str = ""
    paper: str = ""
    day: str = ""
    number: str = ""


def gathered(
    files: Mapping[str, bytes],
    reads: Mapping[str, Sequence[KeptPage]],
    wraps: Mapping[str, Wrap],
    pages: Sequence[Page],
    issued: Issued | None,
) -> Gathered:
    """All that is said; what the copy says itself has an empty path."""
    found: Gathered = {"": [(at, {("", "title"): page.title, ("", "language"): page.language})
                            for at, page in enumerate(pages)]}  # fmt: skip
    if issued is not None:
        facts: Facts = {}
        for what, value in (("title", issued.title), ("paper", issued.paper), ("date", issued.day),
                            ("issue", issued.number)):  # fmt: skip
            note(facts, "", what, value)
        found[""].append((-1, facts))
    for path, read in reads.items():
        found[path] = [(page_of(one, pages), _with_image(facts_of(one), posixpath.dirname(path))) for one in read]
    for path, wrap in wraps.items():
        found[path] = [(page - 1, _with_image(facts, "")) for page, facts in wrap.facts]
    for path, (page, data) in images_of(files, found).items():
        found[path] = [(page, {("", "size"): size_of(data, path)})]
    return found


def images_of(files: Mapping[str, bytes], facts: Gathered) -> dict[str, tuple[int, bytes]]:
    """The images of pages, by path, each with the page (from 0) that most files name it for; where none does, in the
    order of their names.
    """
    names = sorted((path for path in files if path.startswith("png/")), key=lambda path: (len(path), path))
    said: dict[str, list[int]] = {}
    for one in facts.values():
        for page, told in one:
            said.setdefault(str(told.get(("", "image"), "")), []).append(page)
    usual = {path: max(set(said[path]), key=said[path].count) if path in said else at for at, path in enumerate(names)}
    pages = {page for page, _ in facts[""]}
    return {path: (usual[path], files[path]) for path in names if usual[path] in pages}


def dead_links(files: Mapping[str, bytes], facts: Gathered, wraps: Mapping[str, Wrap]) -> Iterator[Finding]:
    """Images that a file names and links of a wrap that lead to nothing in the archive, and type that PREMIS does not
    know.
    """
    for path, told in facts.items():
        named = {str(one["", "image"]) for _, one in told if ("", "image") in one}
        for link in sorted(named | set(wraps[path].links if path in wraps else ())):
            if link not in files:
                yield Finding("library.dead_link", Place(path), {"kind": path, "link": link})
    if _PREMIS not in files:
        return
    agents = [one for one in parsed(files[_PREMIS], _PREMIS).named("agent")
              if any(kind.text == "font" for kind in one.all("agentIdentifierType"))]  # fmt: skip
    known = {name.text for one in agents for name in one.named("agentName")}
    for path, told in facts.items():
        faces = {str(value) for _, one in told for (_, what), value in one.items() if what == "face"}
        for face in sorted(faces - known):
            yield Finding("library.dead_link", Place(path), {"kind": path, "link": face})


def _with_image(facts: Facts, folder: str) -> Facts:
    """What is said, the image named by its path in the archive."""
    image = facts.get(("", "image"))
    if image is None:
        return facts
    return facts | {("", "image"): posixpath.normpath(posixpath.join(folder, str(image)))}
