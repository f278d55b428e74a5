"""Lines of copy made into stories: parted where a new head begins or one says that it ends, and each with its head."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.canonical import spell_copy
from jxprint.errors import DescriptionError, Finding, Place
from jxprint.exchange.cleaning import Debris, lines_of, value
from jxprint.exchange.heads import Told, is_sentence, told_of
from jxprint.exchange.rough import HEAD_ROLES, LeftOut, Line, Rough
from jxprint.exchange.wire import ends_story, is_end, without_wire
from jxprint.model import Paragraph, Passage


class Incoming(Struct, frozen=True):
    """One story from outside (来稿). `header` has passages by the keys of story files; `data` is what is known of it
    besides (language, uri, embargo, version, …), `left_out` what of its text is in neither. `is_named`: no headline was
    found, and the name of the source stands in its place. `subheads` counts those that only looked so.
    """

    name: str
    header: Mapping[str, tuple[Passage, ...]]
    paragraphs: tuple[Paragraph, ...]
    data: Mapping[str, str] = {}
    left_out: tuple[LeftOut, ...] = ()
    is_named: bool = False
    subheads: int = 0

    @property
    def text(self) -> str:
        """The story file."""
        return spell_copy(self.header, self.paragraphs)


class Origin(Struct, frozen=True):
    """Where stories come from: the name that the first gets, the file that is told, what is known of all of them."""

    name: str
    file: str
    data: Mapping[str, str] = {}


def stories_of(roughs: Iterable[Rough], origin: Origin, debris: Debris, *, one: bool = False) -> list[Incoming]:
    """The stories of a source's paragraphs; what was cleaned is counted in `debris`. Raises DescriptionError where one
    has no text. `one`: whatever looks like another head is a subhead.
    """
    data = origin.data
    lines = [line for rough in roughs for line in lines_of(rough, debris)]
    parted = _parted(lines, one=one)
    found: list[Incoming] = []
    waiting: list[LeftOut] = []  # what stands beside no story
    for own in parted:
        wire = without_wire(own)
        waiting += wire.left_out
        if not wire.lines and len(parted) > 1:
            continue
        told = told_of(wire.lines)
        told.left_out[:0] = waiting
        waiting = []
        number = len(found) + 1
        both = {key: f"{data[key]} / {said}" for key, said in wire.data.items() if key in data}
        known = {**data, **wire.data, **both}
        found.append(_made(told, origin.name if number == 1 else f"{origin.name}-{number}", origin.file, known))
    if waiting and found:
        found[-1] = replace(found[-1], left_out=(*found[-1].left_out, *waiting))
    elif not found:
        raise DescriptionError(Finding("exchange.no_text", Place(origin.file), {"story": origin.name}))
    return found


def exact_story(roughs: Sequence[Rough], origin: Origin) -> Incoming:
    """A story whose every line says what it is, and is taken as it is."""
    told = Told()
    for rough in roughs:
        for line in lines_of(rough, Debris()):
            if line.role in HEAD_ROLES:
                told.header.setdefault(line.role, []).append(line)
            else:
                told.paragraphs.append(line)
    return _made(told, origin.name, origin.file, origin.data)


def _parted(lines: Sequence[Line], *, one: bool) -> list[list[Line]]:
    """Lines by story; each of these has something in it."""
    parted: list[list[Line]] = [[]]
    has_head = has_text = has_ended = False
    for line in lines:
        is_head = line.role in ("kicker", "headline")
        if one and is_head and has_text:
            line, is_head = replace(line, role="subhead"), False
        if (is_head and has_text) or (has_ended and not one):
            parted.append([])
            has_head = has_text = has_ended = False
        parted[-1].append(line)
        has_head = has_head or line.role == "headline"
        # Short lines before a head that is known as one may be of it: a kicker, a label.
        is_text = not (line.role in (*HEAD_ROLES, "subhead") or is_end(line))
        has_text = has_text or (is_text and (has_head or is_sentence(line) or ends_story(line)))
        has_ended = has_text and ends_story(line)
    if len(parted) > 1 and not has_text:  # heads that nothing follows
        last = parted.pop()
        parted[-1] += [replace(line, role="subhead") for line in last]
    return parted


def _made(told: Told, name: str, file: str, data: Mapping[str, str]) -> Incoming:
    header: dict[str, tuple[Passage, ...]] = {}
    for key in HEAD_ROLES:
        header[key] = tuple(Passage(line.text, markup=line.markup) for line in told.header.get(key, []))
    if not any(line.role == "body" for line in told.paragraphs):
        raise DescriptionError(Finding("exchange.no_text", Place(file), {"story": name}))
    is_named = not header["headline"]
    if is_named:
        header["headline"] = (Passage(value(name)),)
    paragraphs = tuple(
        Paragraph(Passage(line.text, markup=line.markup), "subhead" if line.role == "subhead" else "body")
        for line in told.paragraphs
    )
    return Incoming(name, header, paragraphs, dict(data), tuple(told.left_out), is_named, told.subheads)
