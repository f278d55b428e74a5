"""DOCX as copy: what is accepted is text; what was deleted, commented, hidden or drawn is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.levels import by_level
from jxprint.exchange.rough import Kind, LeftOut, Piece, Role, Rough
from jxprint.exchange.sources import Gathered
from jxprint.exchange.word.archive import STYLES, Archive
from jxprint.exchange.word.changes import settle_moves
from jxprint.exchange.word.formatting import Formatting
from jxprint.exchange.word.records import Beside, WordParagraph
from jxprint.exchange.word.unmet import TEXTS, unmet_of
from jxprint.exchange.word.walking import Walk
from jxprint.intake.xml_tree import Element, parsed

_RELATIONS, _COMMENTS = "word/_rels/{}.rels", "word/comments.xml"
_NOTES = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
_FURNITURE = re.compile(r"word/(?:header|footer)\d*\.xml")
_PICTURES = re.compile(r"word/(?:media|embeddings)/.+")
# Drawings whose words are in parts of their own, and whole documents of another kind.
_WORDED, _CHUNK = re.compile(r"word/(?:diagrams/data|charts/chart)\d*\.xml"), re.compile(r"word/afchunk[^/]*")
# A diagram as it was last drawn says what its data say.
_PART, _HAS_TEXT = (
    re.compile(r"word/(?!diagrams/drawing).+\.xml"),
    re.compile(rb"<(?:\w+:)?(?:t|delText|instrText|delInstrText)[\s>]"),
)
_LINKS, _CHUNKS = ("/hyperlink", "/subDocument"), "/aFChunk"
# Names of styles, as Word, WPS and newsrooms' templates have them.
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("title", "标题", "主题", "主标题", "大标题"), "headline"),
    **dict.fromkeys(("subtitle", "副标题", "副题"), "deck"),
    **dict.fromkeys(("引题", "肩题", "眉题", "kicker"), "kicker"),
    **dict.fromkeys(("作者", "署名", "byline", "author"), "byline"),
    **dict.fromkeys(("电头", "dateline"), "dateline"),
    **dict.fromkeys(("小标题", "插题", "subhead"), "subhead"),
}
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)")
_MOST_PARENTS = 12


def read(data: bytes, file: str, name: str) -> Gathered:
    """The paragraphs of a document. Raises DescriptionError where it is damaged or none."""
    archive = Archive(data, file)
    document = archive.part(archive.document)
    if document is None:
        raise DescriptionError(Finding("exchange.other_archive", Place(file), {"what": "ZIP"}))
    root = archive.part(STYLES)
    styles = _styles(root)
    notes = _notes(archive)
    walk = Walk(_targets(archive), notes, Formatting(root))
    gathered = Gathered()
    found: list[Rough] = []
    counts = walk.beside.counts
    for paragraph in walk.paragraphs(document):
        counts["numbered"] += paragraph.is_numbered
        found.append(_rough(paragraph, styles))
    gathered.roughs = by_level(found)
    beside = walk.beside
    apart = [*_comments(archive, beside), *_furniture(archive, beside), *_unmet(notes, walk.met_notes, beside)]
    apart += [LeftOut("body", text, archive.document) for text in unmet_of(document, beside.met)]
    gathered.left_out = [*_beside(beside), *_enclosed(archive), *apart, *_others(archive), *_outside(archive)]
    if not any(one.kind == "picture" for one in gathered.left_out):
        gathered.left_out += [LeftOut("picture", "", one) for one in sorted(archive.members) if _PICTURES.match(one)]
    gathered.counts, gathered.looks = counts, beside.looks
    return gathered


def _text_apart(element: Element, beside: Beside) -> str:
    """The text of a part, or of a piece of one, that is no copy; what is beside it is taken in."""
    walk = Walk()
    text = "\n".join(one.text for one in walk.paragraphs(element)).strip()
    settle_moves(walk.beside)
    missed = unmet_of(element, walk.beside.met)
    beside.add(walk.beside)
    return "\n".join((*((text,) if text else ()), *missed))


def _rough(paragraph: WordParagraph, styles: Mapping[str, str]) -> Rough:
    name = styles.get(paragraph.style, paragraph.style).strip().lower()
    heading = _HEADING.fullmatch(name)
    level = int(heading[1]) if heading is not None else (paragraph.outline + 1 if paragraph.outline is not None else 0)
    # A blank stands between the cells of a row that no indent is mistaken for.
    cells = "\u3000" if paragraph.is_row else "\t"
    pieces = tuple(Piece(run.text.replace("\t", cells), run.marks) for run in paragraph.runs)
    role = "body" if paragraph.is_row or paragraph.is_boxed else _ROLES.get(name, "")
    return Rough(pieces, role, 0 if paragraph.is_row else level)


def _styles(root: Element | None) -> dict[str, str]:
    """Names of styles by their ids: a style that newsrooms made of one that Word has is taken for that one."""
    named: dict[str, str] = {}
    parents: dict[str, str] = {}
    for style in root.named("style") if root is not None else ():
        own = style.attributes.get("styleId", "")
        name, parent = style.first("name"), style.first("basedOn")
        named[own] = name.attributes.get("val", "") if name is not None else ""
        parents[own] = parent.attributes.get("val", "") if parent is not None else ""
    return {own: _known_name(own, named, parents) for own in named}


def _known_name(style: str, named: Mapping[str, str], parents: Mapping[str, str]) -> str:
    one = style
    for _ in range(_MOST_PARENTS):
        name = named.get(one, "").strip().lower()
        if name in _ROLES or _HEADING.fullmatch(name):
            return name
        one = parents.get(one, "")
    return named[style]


def _targets(archive: Archive) -> dict[str, str]:
    """Addresses of links by their ids. They are words to be kept: nothing is fetched."""
    links = _relations(archive)
    return {
        one.attributes.get("Id", ""): one.attributes.get("Target", "")
        for one in links
        if one.attributes.get("Type", "").endswith(_LINKS)
    }


def _relations(archive: Archive) -> list[Element]:
    root = archive.part(_RELATIONS.format(archive.document.rpartition("/")[2]))
    return list(root.named("Relationship")) if root is not None else []


def _others(archive: Archive) -> Iterator[LeftOut]:
    """Parts that are none of those above and have text, as the building blocks of a template."""
    known = (archive.document, _COMMENTS, *_NOTES.values())
    for member in sorted(archive.members):
        is_known = member in known or _FURNITURE.fullmatch(member) or _WORDED.fullmatch(member)
        if is_known or not _PART.fullmatch(member) or not _HAS_TEXT.search(data := archive.bytes_of(member)):
            continue
        text = " ".join(one.text.strip() for one in parsed(data, member).all(*TEXTS) if one.text.strip())
        if text:
            yield LeftOut("data", text, member)


def _outside(archive: Archive) -> Iterator[LeftOut]:
    """Pictures and objects that stand in other files: those are named, and not looked for."""
    for one in _relations(archive):
        target, kind = one.attributes.get("Target", ""), one.attributes.get("Type", "")
        if one.attributes.get("TargetMode") == "External" and not kind.endswith(_LINKS) and target:
            yield LeftOut("outside", target, kind.rpartition("/")[2])


def _chunks(archive: Archive) -> frozenset[str]:
    """Members that are documents of another kind, put in whole (17.17.2)."""
    links = _relations(archive)
    found = (one.attributes.get("Target", "") for one in links if one.attributes.get("Type", "").endswith(_CHUNKS))
    return frozenset(one.lstrip("/") if one.startswith("/") else f"word/{one}" for one in found)


def _notes(archive: Archive) -> dict[tuple[str, str], Element]:
    found: dict[tuple[str, str], Element] = {}
    for reference, member in _NOTES.items():
        root = archive.part(member)
        for note in root.named("footnote", "endnote") if root is not None else ():
            if "type" not in note.attributes:
                found[reference, note.attributes.get("id", "")] = note
    return found


def _unmet(
    notes: Mapping[tuple[str, str], Element], met: Collection[tuple[str, str]], beside: Beside
) -> Iterator[LeftOut]:
    """Footnotes that no sign stands for, and what of the others the walk did not come to."""
    for reference, note in notes.items():
        if reference in met:
            yield from (LeftOut("body", text, " ".join(reference)) for text in unmet_of(note, beside.met))
        elif text := _text_apart(note, beside):
            yield LeftOut("body", text, " ".join(reference))


def _beside(beside: Beside) -> Iterator[LeftOut]:
    kinds: tuple[tuple[Kind, list[str]], ...] = (
        ("deleted", beside.deleted),
        ("moved", beside.moved),
        ("changed", beside.changed),
        ("hidden", beside.hidden),
        ("code", beside.codes),
        ("link", beside.links),
        ("symbol", beside.symbols),
        ("mark", beside.marks),
        ("picture", beside.pictures),
    )
    for kind, texts in kinds:
        yield from (LeftOut(kind, text) for text in texts if text or kind == "picture")


def _comments(archive: Archive, beside: Beside) -> Iterator[LeftOut]:
    root = archive.part(_COMMENTS)
    for comment in root.named("comment") if root is not None else ():
        yield LeftOut("comment", _text_apart(comment, beside), comment.attributes.get("author", ""))


def _furniture(archive: Archive, beside: Beside) -> Iterator[LeftOut]:
    """Headers and footers: text of the sheet of paper, and none of the story."""
    for member in sorted(archive.members):
        root = archive.part(member) if _FURNITURE.fullmatch(member) else None
        text = _text_apart(root, beside) if root is not None else ""
        if text:
            yield LeftOut("header", text, member)


def _enclosed(archive: Archive) -> Iterator[LeftOut]:
    """Words of charts and diagrams, and documents that are in the document and no part of its text."""
    chunks = _chunks(archive)
    for member in sorted(archive.members):
        if _WORDED.fullmatch(member) and (root := archive.part(member)) is not None:
            text = " ".join(one.text.strip() for one in root.all("t", "v") if one.text.strip())
            if text:
                yield LeftOut("picture", text, member)
        elif member in chunks or _CHUNK.fullmatch(member):
            yield LeftOut("body", archive.bytes_of(member).decode("utf-8", "replace"), member)
