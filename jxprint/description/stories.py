"""Copy files: a story with its header lines, and the standfirst's paragraphs; one paragraph a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct, field

from jxprint.description.head_lines import read_head_lines, read_one_line
from jxprint.description.markup import read_passage
from jxprint.description.suggestions import unknown
from jxprint.errors import Finding, Place
from jxprint.model import Paragraph, Passage

# English header keys, and the words of the trade that are understood for them.
HEADER_KEYS = ("kicker", "headline", "deck", "byline", "dateline")
OF_CHINESE = {"引题": "kicker", "标题": "headline", "副题": "deck", "署名": "byline", "电头": "dateline"}
# Keys whose lines a mark within them may part.
_BROKEN_KEYS = ("kicker", "headline", "deck")
SUBHEAD_MARK = "## "
# What is typed for the mark of a subhead, with or without the blank behind it.
_MARKS = ("#", "＃")

_HEADER = re.compile(r"(?P<key>[^:：\s]{1,20})[ \t\u3000]*[:：](?P<value>.*)")
_BLANKS = " \t\u3000"
# One # begins a topic (#话题#); two and more are meant as a mark, whatever stands behind them.
_SHOWN = 12


class StoryCopy(Struct):
    """What a story file says: lines by header key, and the paragraphs."""

    header: dict[str, list[Passage]] = field(default_factory=dict)
    paragraphs: tuple[Paragraph, ...] = ()

    def lines(self, key: str) -> tuple[Passage, ...]:
        """The lines of one header key."""
        return tuple(self.header.get(key, ()))


def read_story(text: str, file: str, findings: list[Finding]) -> StoryCopy:
    """Header lines up to the first blank line, paragraphs after it. Not to be changed: it may be handed out again."""
    story, found = _read_story(text, file)
    findings.extend(found)
    return story


# Of a page that is read again after an edit, all stories but one are what they were.
@lru_cache(maxsize=64)
def _read_story(text: str, file: str) -> tuple[StoryCopy, list[Finding]]:
    findings: list[Finding] = []
    return _story(text, file, findings), findings


def _story(text: str, file: str, findings: list[Finding]) -> StoryCopy:
    story = StoryCopy()
    lines = list(enumerate(text.split("\n"), 1))
    while lines and not lines[0][1].strip(_BLANKS):
        lines.pop(0)
    if not lines:
        findings.append(Finding("copy.empty", Place(file, 1, 1)))
        return story
    after = next((at for at, (_, line) in enumerate(lines) if not line.strip(_BLANKS)), len(lines))
    if not any(_is_header(line) for _, line in lines[:after]):
        findings.append(Finding("copy.no_header", Place(file, lines[0][0], 1)))
        story.paragraphs = tuple(_paragraphs(lines, file, findings))
        return story
    after = min(after, _text_begins(lines[:after]))
    for number, line in lines[:after]:
        _read_header(story, number, line, file, findings)
    if after < len(lines) and lines[after][1].strip(_BLANKS):
        findings.append(Finding("copy.not_a_header", Place(file, lines[after][0], 1)))
    if "headline" not in story.header:
        findings.append(Finding("copy.no_headline", Place(file, lines[0][0], 1)))
    story.paragraphs = tuple(_paragraphs(lines[after:], file, findings))
    if not any(paragraph.kind == "body" for paragraph in story.paragraphs):
        findings.append(Finding("copy.no_paragraphs", Place(file, lines[after - 1][0], 1)))
    return story


def read_paragraphs(text: str, file: str, findings: list[Finding]) -> tuple[Paragraph, ...]:
    """A standfirst: paragraphs alone."""
    paragraphs = tuple(_paragraphs(enumerate(text.split("\n"), 1), file, findings))
    if not paragraphs:
        findings.append(Finding("copy.empty", Place(file, 1, 1)))
    for paragraph in paragraphs:
        if paragraph.kind == "subhead":
            findings.append(Finding("copy.subhead_in_standfirst", paragraph.passage.place))
    return paragraphs


def _is_header(line: str) -> bool:
    """Whether a line was meant as one of a story's header lines, rightly spelled or nearly."""
    match = _HEADER.match(line.strip(_BLANKS))
    if match is None:
        return False
    key = match["key"].lower()
    if key in HEADER_KEYS or key in OF_CHINESE:
        return True
    from difflib import get_close_matches  # only where something is amiss

    return bool(get_close_matches(key, (*HEADER_KEYS, *OF_CHINESE), 1))


def _text_begins(lines: Sequence[tuple[int, str]]) -> int:
    """Where text begins among lines that should be a head: at the first line behind all header lines that has not even
    their form. The blank line was left out, which is one mistake however many paragraphs follow.
    """
    last = max(at for at, (_, line) in enumerate(lines) if _is_header(line))
    behind = range(last + 1, len(lines))
    return next((at for at in behind if _HEADER.match(lines[at][1].strip(_BLANKS)) is None), len(lines))


def _read_header(story: StoryCopy, number: int, line: str, file: str, findings: list[Finding]) -> None:
    indent = len(line) - len(line.lstrip(_BLANKS))
    match = _HEADER.match(line, indent)
    place = Place(file, number, indent + 1)
    if match is None:
        findings.append(Finding("copy.not_a_header", place))
        return
    key = OF_CHINESE.get(match["key"], match["key"].lower())
    if key not in HEADER_KEYS:
        findings.append(unknown("copy.unknown_header", place, match["key"], (*HEADER_KEYS, *OF_CHINESE)))
        return
    value = match["value"].strip(_BLANKS)
    if not value:
        findings.append(Finding("copy.empty_header", place, {"key": match["key"]}))
        return
    if key == "dateline" and key in story.header:
        findings.append(Finding("copy.second_dateline", place))
        return
    column = match.start("value") + len(match["value"]) - len(match["value"].lstrip(_BLANKS)) + 1
    reader = read_head_lines if key in _BROKEN_KEYS else read_one_line
    story.header.setdefault(key, []).extend(reader(value, Place(file, number, column), findings))


def _paragraphs(lines: Iterable[tuple[int, str]], file: str, findings: list[Finding]) -> Iterator[Paragraph]:
    stripped: list[Place] = []
    for number, line in lines:
        text = line.strip(_BLANKS)
        if not text:
            continue
        place = Place(file, number, len(line) - len(line.lstrip(_BLANKS)) + 1)
        if text != line:
            stripped.append(place)
        if text == SUBHEAD_MARK.rstrip():
            findings.append(Finding("copy.empty_subhead", place))
            continue
        if text[:1] in _MARKS and text[1:2] in _MARKS and not text.startswith(SUBHEAD_MARK):
            findings.append(Finding("copy.bad_subhead", place, {"found": text[:_SHOWN]}))
            continue
        subhead = text.startswith(SUBHEAD_MARK)
        if subhead:
            marked, text = text, text[len(SUBHEAD_MARK) :].lstrip(_BLANKS)
            place = Place(file, number, (place.column or 1) + len(marked) - len(text))
        yield Paragraph(read_passage(text, place, findings), "subhead" if subhead else "body")
    if stripped:
        findings.append(Finding("copy.blanks_stripped", stripped[0], {"count": len(stripped)}, "note"))
