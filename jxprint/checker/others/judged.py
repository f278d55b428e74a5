"""What the readings of a stranger's pages come to beside the copy: each difference once, with all who see it."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from jxprint.checker.alignment import Hunk, rising
from jxprint.checker.glyphs import NO_TEXT
from jxprint.checker.others.altered import Found
from jxprint.checker.others.besides import TWICE, besides, joined_on_paper, leanest
from jxprint.checker.others.copy import Paragraph
from jxprint.checker.others.forms import is_private, named, other_forms
from jxprint.checker.others.gathered import Compared, Judged, forms_found
from jxprint.checker.others.rules import Rules
from jxprint.checker.others.search import find_all
from jxprint.checker.others.seen import Seen, spot
from jxprint.checker.others.spaces import amiss, is_hyphenation, unseen
from jxprint.checker.reader import READER
from jxprint.errors import Finding

_KEYS = {
    "missing": "checks.other.missing",
    "extra": "checks.other.extra",
    "altered": "checks.other.altered",
    "moved": "checks.other.moved",
}
_CONTEXT = 6


def judged(paragraphs: Sequence[Paragraph], readings: Sequence[Seen], rules: Rules) -> list[Finding]:
    """Everything that differs, errors before warnings before notes."""
    texts = [paragraph.text.text for paragraph in paragraphs]
    compared = [Compared(seen, *find_all(texts, seen)) for seen in readings]
    whole = "".join(texts)
    grams = {whole[at : at + TWICE] for at in range(len(whole) - TWICE + 1)}
    told = Judged()
    declared = "structure" if any(seen.order == "structure" for seen in readings) else "stream"
    for one in compared:
        others = [two for two in compared if two.seen.reader == one.seen.reader and two is not one]
        for found in one.found:
            found.hunks = [hunk for hunk in found.hunks if not is_hyphenation(one.seen, hunk)]
        elsewhere = {found.number for two in others for found in two.found if not found.hunks}
        # pdfium loses its way in some trees; what the first reader does not find there is told.
        in_tree = {
            found.number
            for two in compared
            if two.seen.order == "structure" and two.seen.reader == READER != one.seen.reader
            for found in two.found
            if found.is_whole
        }
        for gone in _gone(one.found, elsewhere):
            told.add(_missing(paragraphs, one, gone), one.name)
        for found in one.found:
            if found.pieces or found.number in elsewhere:
                _paragraph(told, paragraphs, one, found, elsewhere, in_tree)
        if one is leanest([one, *others]):
            for finding in besides(paragraphs, one, rules, grams):
                told.add(finding, one.name)
        elif one.seen.order == "geometry":
            for finding in joined_on_paper(paragraphs, one):
                told.add(finding, one.name)
        if one.seen.order == declared:
            for finding in _out_of_order(paragraphs, one, rules):
                told.add(finding, one.name)
    findings = [replace(one, args={**one.args, "readings": tuple(by)}) for one, by in told.found.values()]
    return findings + list(forms_found(told, rules))


def _paragraph(
    told: Judged, paragraphs: Sequence[Paragraph], one: Compared, found: Found, elsewhere: Container[int],
    in_tree: Container[int],
) -> None:  # fmt: skip
    """What differs in a paragraph; where another order of the same reader has it right, only the order is told, and
    where another reader has it whole in the tree (`in_tree`), as something that one reader does.
    """
    paragraph, seen = paragraphs[found.number], one.seen
    if found.hunks and found.number in elsewhere:
        # What paper has in an order of its own, `paper` tells from the text that is whole.
        if seen.order != "geometry":
            finding = _in_pieces(paragraph, one, found)
            told.add(replace(finding, severity="note") if found.number in in_tree else finding, one.name)
        return
    for hunk in found.hunks:
        told.add(_difference(paragraph, seen, hunk), one.name)
    if seen.order != "geometry":
        for key, own, place in amiss(paragraph, seen, found.pieces):
            args = {
                "expected": paragraph.text.stretch(own - 1, own + 1),
                "read": seen.folded.stretch(place - 1, place + 1),
            }
            told.add(
                Finding(key, paragraph.place(own), {**args, "story": paragraph.story, **spot(seen, place)}), one.name
            )
        for kind, expected, read, own, place in unseen(paragraph, seen, found.pieces):
            told.form(kind, one, (expected, read), place, paragraph.place(own))
    for at, there, size in found.pieces:
        for own, place, expected, read in other_forms(paragraph.text, at, seen.folded, there, size):
            told.form(named(expected, read), one, (expected, read), place, paragraph.place(own))


def _gone(all_found: Sequence[Found], elsewhere: Container[int]) -> Iterator[list[Found]]:
    """Paragraphs that are not there at all and whole in no other order, neighbours together."""
    for is_there, group in groupby(all_found, lambda found: bool(found.pieces) or found.number in elsewhere):
        if not is_there:
            yield list(group)


def _missing(paragraphs: Sequence[Paragraph], one: Compared, gone: Sequence[Found]) -> Finding:
    first, last = paragraphs[gone[0].number], paragraphs[gone[-1].number]
    whole = [paragraphs[found.number].text.raw for found in gone]
    args = {"expected": "".join(whole), "read": "", "story": first.story, "paragraphs": len(gone)}
    args |= {"last": last.line, "page": one.seen.where(0)[0], "x_mm": None, "y_mm": None}
    return Finding("checks.other.gone", first.place(0), args)


def _difference(paragraph: Paragraph, seen: Seen, hunk: Hunk) -> Finding:
    expected = paragraph.text.stretch(hunk.start, hunk.end)
    read = seen.folded.stretch(hunk.read_start, hunk.read_end)
    key = _KEYS[hunk.kind]
    if hunk.kind == "altered" and is_private(read):
        key = "checks.other.private_use"
    elif hunk.kind == "altered" and NO_TEXT in read:
        key = "checks.other.no_text"
    args = {"expected": expected, "read": read, "story": paragraph.story, **spot(seen, hunk.read_start)}
    begin = max(0, hunk.read_start - _CONTEXT)
    args["after"] = seen.folded.stretch(begin, hunk.read_start)
    return Finding(key, paragraph.place(hunk.start), args)


def _in_pieces(paragraph: Paragraph, one: Compared, found: Found) -> Finding:
    """A paragraph whose text is there, but in this order in pieces."""
    hunk = found.hunks[0]
    expected = paragraph.text.stretch(hunk.start, max(hunk.end, hunk.start + 1))
    args = {"expected": expected, "read": "", "story": paragraph.story, **spot(one.seen, hunk.read_start)}
    if one.seen.order == "structure":
        return Finding("checks.other.order_structure", paragraph.place(hunk.start), args)
    return Finding("checks.other.order_stream", paragraph.place(hunk.start), args, "note")


def _out_of_order(paragraphs: Sequence[Paragraph], one: Compared, rules: Rules) -> Iterator[Finding]:
    """Paragraphs that stand before one that the copy has before them: of the same story, or `ordered` of any."""
    groups: dict[int, list[Found]] = {}
    for found in one.found:
        if found.pieces:
            groups.setdefault(0 if rules.ordered else paragraphs[found.number].story, []).append(found)
    for group in groups.values():
        kept = set(rising((found.number, found.start) for found in group))
        for found in group:
            if (found.number, found.start) not in kept:
                paragraph = paragraphs[found.number]
                size = len(paragraph.text.text)
                args = {"expected": paragraph.text.stretch(0, size), "read": "", "story": paragraph.story}
                args |= spot(one.seen, found.start)
                args["after"] = one.seen.folded.stretch(max(0, found.start - _CONTEXT), found.start)
                yield Finding(
                    "checks.other.paragraph_moved", paragraph.place(0), args, "error" if rules.ordered else "warning"
                )
