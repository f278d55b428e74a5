"""What all files of an archive say beside their words, by page, and where they lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.checker.kept.comparing import page_of
from jxprint.checker.kept.facts import facts_of, free_of
from jxprint.checker.kept.images import size_of
from jxprint.checker.kept.page_facts import tongue_of
from jxprint.checker.kept.premis import fonts_of, premis_facts
from jxprint.checker.kept.seen import OF_EDITION, Facts, KeptPage, note
from jxprint.checker.kept.wraps import Wrap
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.geometry import PT_PER_MM
from jxprint.intake.xml_tree import Element
from jxprint.model import Page

# By path: what a file says of pages, each from 0; -1 is the edition.
Gathered = dict[str, list[tuple[int, Facts]]]
_PREMIS = "premis.xml"
# What says in which face something is set.
_SET_IN = ("face", "looks")


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
    roots: Mapping[str, Element],
    pages: Sequence[Page],
    issued: Issued | None,
) -> Gathered:
    """All that is said; what the copy says itself has an empty path. `roots` are those of METS and PREMIS. Of an image
    that cannot be opened nothing is.
    """
    found: Gathered = {"": [(at, _of_copy(page, at)) for at, page in enumerate(pages)]}
    found[""].append((-1, {("", "page_count"): len(pages)}))
    if issued is not None:
        facts: Facts = {}
        for what, value in (("title", issued.title), ("paper", issued.paper), ("date", issued.day),
                            ("issue", issued.number)):  # fmt: skip
            note(facts, "", what, value)
        found[""].append((-1, facts))
    for path, read in reads.items():
        found[path] = [one for kept in read for one in _of_page(kept, page_of(kept, pages), posixpath.dirname(path))]
    for path, wrap in wraps.items():
        found[path] = [(page - 1, _with_image(facts, "")) for page, facts in wrap.facts]
    if _PREMIS in roots:
        found[_PREMIS] = [(-1, facts) for facts in premis_facts(roots[_PREMIS])]
    for path, (page, data) in images_of(files, found).items():
        try:
            found[path] = [(page, {("", "size"): size_of(data, path)})]
        except DescriptionError:
            continue  # it is told where it is opened first
    return found


def _of_copy(page: Page, at: int) -> Facts:
    """What the copy says of a page, beside its words."""
    told = {"title": page.title, "language": page.language, "tongue": tongue_of(page.language), "number": float(at + 1)}
    told["statement"] = "" if page.resetting is None else page.resetting.statement(page.language)
    width, height = (round(side / PT_PER_MM, 2) for side in (page.sheet.width_pt, page.sheet.height_pt))
    told["trim_mm"] = (0.0, 0.0, width, height)
    return {("", what): value for what, value in told.items()}


def _of_page(kept: KeptPage, at: int, folder: str) -> Iterator[tuple[int, Facts]]:
    """What a file says of a page, and what it says of the edition."""
    for facts in (facts_of(kept), kept.again, free_of(kept)):
        own = {key: value for key, value in facts.items() if key[1] not in OF_EDITION}
        yield at, _with_image(own, folder)
        yield -1, {key: value for key, value in facts.items() if key[1] in OF_EDITION}


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


def dead_links(
    files: Mapping[str, bytes], facts: Gathered, wraps: Mapping[str, Wrap], roots: Mapping[str, Element]
) -> Iterator[Finding]:
    """Images that a file names and links of a wrap that lead to nothing in the archive, and type that PREMIS does not
    know, or knows and no page has.
    """
    for path, told in facts.items():
        named = {str(one["", "image"]) for _, one in told if one.get(("", "image"))}
        for link in sorted(named | set(wraps[path].links if path in wraps else ())):
            if link not in files:
                yield Finding("library.dead_link", Place(path), {"link": link})
    if _PREMIS not in roots:
        return
    known = fonts_of(roots[_PREMIS])
    if not known:
        return  # that is told by the form
    known_to = {path for path in files if path.startswith("alto/")}
    used: dict[str, dict[str, tuple[int, str]]] = {}
    for path, told in facts.items():
        for at, one in told:
            for (name, what), value in one.items():
                for face in _faces(what, value) if what in _SET_IN else ():
                    used.setdefault(face, {}).setdefault(path, (at + 1, name))
    yield from _type(known, used, is_whole=bool(known_to) and known_to <= facts.keys())


def _type(known: set[str], used: Mapping[str, Mapping[str, tuple[int, str]]], *, is_whole: bool) -> Iterator[Finding]:
    """Faces that files name and PREMIS does not, and those that it alone names; `is_whole`: all of them are named."""
    for face in sorted(used.keys() - known - {""}):
        if len(used[face]) > 1:  # then it is not they that are wrong
            yield Finding("library.form_missing", Place(_PREMIS), {"what": f"agentName {face}", "more": ""})
            continue
        for path, (page, name) in used[face].items():
            yield Finding("library.dead_link", Place(path), {"link": face, "page": page, "name": name})
    for face in sorted(known - used.keys() - {""}) if is_whole else ():
        yield Finding("library.form_strange", Place(_PREMIS), {"what": f"agentName {face}", "more": ""})


def unlinked(files: Mapping[str, bytes], manifest: Wrap) -> Iterator[Finding]:
    """Files of the archive to which its manifest does not lead."""
    for path in files:
        if path not in (_PREMIS, manifest.file) and path not in manifest.links:
            yield Finding("library.file_unlisted", Place(path), {"manifest": manifest.file, "more": ""})


def _faces(what: str, value: object) -> Iterator[str]:
    if what == "face":
        yield str(value)
    elif what == "looks" and isinstance(value, tuple):
        yield from (str(look[0]) for look in value if look)


def _with_image(facts: Facts, folder: str) -> Facts:
    """What is said, the image named by its path in the archive."""
    image = facts.get(("", "image"))
    if not image:
        return facts
    return facts | {("", "image"): posixpath.normpath(posixpath.join(folder, str(image)))}
