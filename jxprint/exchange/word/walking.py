"""The walk through a document's elements (ISO/IEC 29500-1, 17): what is shown once all changes are accepted is copy,
and what is not is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec.structs import replace

from jxprint.exchange.rough import Mark
from jxprint.exchange.word.changes import GONE, settle_moves, take_out, text_of
from jxprint.exchange.word.drawings import boxes_of, told_of
from jxprint.exchange.word.elements import is_joined, is_on, shown
from jxprint.exchange.word.fields import ADDRESS, Fields
from jxprint.exchange.word.formatting import Formatting
from jxprint.exchange.word.formulas import formula
from jxprint.exchange.word.looks import is_shaded, keep_looks, looks_of
from jxprint.exchange.word.records import Beside, Run, WordParagraph
from jxprint.exchange.word.symbols import character
from jxprint.exchange.word.tables import cells_of, is_gone, is_merged
from jxprint.intake.xml_tree import Element

_DRAWN = ("drawing", "pict", "object")
# What a program puts there by itself (17.3.3), and a document that is not in this one; a chunk is (17.17.2).
_MADE_UP = ("pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong")
_ELSEWHERE = ("subDoc",)
_CAME = {"ins": "inserted"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_NOTES = ("footnoteReference", "endnoteReference")


class Walk:
    """One walk. `targets` are addresses of links by their ids, `notes` the footnotes by kind of reference and id."""

    def __init__(
        self,
        targets: Mapping[str, str] = MappingProxyType({}),
        notes: Mapping[tuple[str, str], Element] = MappingProxyType({}),
        formatting: Formatting | None = None,
    ) -> None:
        self.beside = Beside()
        self._formatting = formatting or Formatting()
        self._style = ""  # of the paragraph whose runs are read
        self._is_shaded = False  # what is read stands on a colour, or in a box, whose colour is not known
        self._looking: dict[str, list[str]] = {}  # looks of the run before
        self._targets, self._notes = targets, notes
        self._fields = Fields(self.beside)
        self._boxes: list[Element] = []
        self._open_notes: list[tuple[str, str]] = []
        self.met_notes: set[tuple[str, str]] = set()

    def paragraphs(self, element: Element, *, is_boxed: bool = False) -> Iterator[WordParagraph]:
        """Paragraphs in order. One whose own end was deleted goes on in the next."""
        before: tuple[Run, ...] = ()
        for one in shown(element):
            if one.name == "tr":
                yield from self._row(one)
            elif one.name == "p":
                paragraph = self._paragraph(one, before, is_boxed=is_boxed)
                before = paragraph.runs if is_joined(one) else ()
                if not before:
                    yield paragraph
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    self.beside.counts["text_boxes"] += 1
                    yield from self.paragraphs(box, is_boxed=True)
            elif one.name in GONE:
                take_out(one, self.beside)
            elif one.name in _ELSEWHERE:
                self._elsewhere(one)
            elif not one.name.endswith("Pr"):
                yield from self.paragraphs(one, is_boxed=is_boxed)
        if before:
            yield WordParagraph(before, is_boxed=is_boxed)
        if element.name in ("document", "hdr", "ftr"):
            self._fields.finish()
            settle_moves(self.beside)

    def _row(self, row: Element) -> Iterator[WordParagraph]:
        properties = row.first("trPr")
        if properties is not None and properties.first("del") is not None:
            take_out(row, self.beside)
            return
        if properties is not None and is_on(properties, "hidden"):
            self.beside.hidden.append(text_of(row, self.beside))
            return
        self.beside.counts["rows"] += 1
        self.beside.counts["inserted"] += properties is not None and properties.first("ins") is not None
        runs: list[Run] = []
        cells = list(cells_of(row))
        for cell in filter(is_gone, cells):
            take_out(cell, self.beside)
        around = self._is_shaded
        for number, cell in enumerate(cell for cell in cells if not is_gone(cell)):
            self.beside.counts["merged"] += is_merged(cell)
            self._is_shaded = around or is_shaded(cell.first("tcPr"))
            runs += [Run("\t")] if number else []
            for at, paragraph in enumerate(self.paragraphs(cell)):
                runs += [Run(" ")] if at else []
                runs += paragraph.runs
        self._is_shaded = around
        yield WordParagraph(tuple(runs), is_row=True)

    def _paragraph(self, element: Element, before: tuple[Run, ...], *, is_boxed: bool) -> WordParagraph:
        said = element.first("pPr") or Element("", {}, 0)
        style, numbers, outline = said.first("pStyle"), said.first("numPr"), said.first("outlineLvl")
        number = numbers.first("numId") if numbers is not None else None
        level = outline.number("val") if outline is not None else None
        name = style.attributes.get("val", "") if style is not None else ""
        is_numbered = number.attributes.get("val") != "0" if number is not None else self._formatting.is_numbered(name)
        around = (self._style, self._is_shaded, self._looking)  # a footnote stands within a paragraph
        self._style, self._is_shaded, self._looking = name, self._is_shaded or is_boxed or is_shaded(said), {}
        runs = tuple(self._runs(element, ()))
        self._style, self._is_shaded, self._looking = around
        return WordParagraph(
            (*before, *runs),
            name,
            int(level) if level is not None and 0 <= level < 9 else None,
            is_boxed=is_boxed,
            is_numbered=is_numbered,
        )

    def _runs(self, element: Element, marks: tuple[Mark, ...]) -> Iterator[Run]:
        for one in shown(element):
            if one.name == "r":
                yield from self._run(one, marks)
            elif one.name in GONE:
                take_out(one, self.beside)
            elif one.name == "moveTo":
                runs = list(self._runs(one, marks))
                self.beside.moved_to.append("".join(run.text for run in runs))
                yield from runs
            elif one.name == "hyperlink":
                yield from self._runs(one, self._linked(marks, self._targets.get(one.attributes.get("id", ""), "")))
            elif one.name == "t":
                yield Run(self.beside.take(one), marks)
            elif one.name in _ELSEWHERE:
                self._elsewhere(one)
            elif one.name in ("oMath", "oMathPara"):
                self.beside.counts["formulas"] += 1
                yield from formula(one, marks, self.beside)
            elif not one.name.endswith("Pr"):
                if one.name == "fldSimple":
                    self.beside.codes.append(one.attributes.get("instr", "").strip())
                self.beside.counts[_CAME.get(one.name, one.name)] += 1
                yield from self._runs(one, marks)

    def _elsewhere(self, element: Element) -> None:
        """A document that stands elsewhere, and whose text would be here."""
        number = element.attributes.get("id", "")
        self.beside.links.append(f"{element.name} {self._targets.get(number, number)}")

    def _linked(self, marks: tuple[Mark, ...], target: str) -> tuple[Mark, ...]:
        """Marks within a link; an address that copy cannot hold is kept beside it, as one within another link is."""
        if not target:
            return marks
        if ADDRESS.fullmatch(target) and not any(kind == "link" for kind, *_ in marks):
            return (*marks, ("link", target, 0))
        self.beside.links.append(target)
        return marks

    def _run(self, element: Element, marks: tuple[Mark, ...]) -> Iterator[Run]:
        said = element.first("rPr")
        size = said.first("sz") if said is not None else None
        halves = size.number("val") if size is not None else None
        own = (*marks, *self._formatting.marks(said)) if said is not None else marks
        is_hidden = self._formatting.is_hidden(said, self._style)
        is_struck = said is not None and self._formatting.is_struck(said)
        looks = tuple(looks_of(said, self._style, self._formatting, on_white=not self._is_shaded))
        for run in self._pieces(element, own):
            if is_hidden:
                self.beside.hidden.append(run.text)
                continue
            self.beside.counts["struck"] += len(run.text) * is_struck
            self._looking = keep_looks(self.beside, run.text, looks, self._looking)
            yield replace(run, size_pt=run.size_pt or (halves / 2 if halves else None))

    def _pieces(self, element: Element, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """What a run holds, its results of fields under their links."""
        for one in shown(element):
            name = one.name
            if name == "t":
                yield Run(self.beside.take(one), self._fields.marks(marks))
            elif name in _SIGNS:
                yield Run(_SIGNS[name], marks)
            elif name == "delText":
                self.beside.deleted.append(self.beside.take(one))
            elif name in ("instrText", "delInstrText"):
                self._fields.code(self.beside.take(one))
            elif name == "fldChar":
                self._fields.char(one)
            elif name == "sym":
                char, told = character(one)
                self.beside.symbols += [] if char else [told]
                yield from (Run(char, marks),) if char else ()
            elif name in _MADE_UP:
                self.beside.codes.append(name)
            elif name in _NOTES:
                yield from self._note((name, one.attributes.get("id", "")), marks)
            elif name == "ruby":
                yield from self._ruby(one, marks)
            elif name in _DRAWN:
                self._drawn(one)
            elif not name.endswith("Pr"):
                self.beside.counts[name] += 1
                yield from self._pieces(one, marks)

    def _note(self, reference: tuple[str, str], marks: tuple[Mark, ...]) -> Iterator[Run]:
        """A footnote's text where its reference stands; one that refers to itself ends there."""
        note = self._notes.get(reference)
        if note is None or reference in self._open_notes:
            self.beside.marks.append(f"{reference[0]} {reference[1]}")
            return
        self.met_notes.add(reference)
        self._open_notes.append(reference)
        self.beside.counts["footnotes"] += 1
        within = (*marks, ("note", "", self.beside.counts["footnotes"]))
        for at, paragraph in enumerate(self.paragraphs(note)):
            if at:
                yield Run(" ", within)
            for run in paragraph.runs:
                yield replace(run, marks=(*within, *run.marks))
        self._open_notes.pop()

    def _ruby(self, element: Element, marks: tuple[Mark, ...]) -> Iterator[Run]:
        reading = "".join(run.text for one in element.named("rt") for run in self._runs(one, ())).strip()
        self.beside.counts["rubies"] += 1
        ruby = (*marks, ("ruby", reading, self.beside.counts["rubies"])) if reading else marks
        base = [run for one in element.named("rubyBase") for run in self._runs(one, ruby)]
        self.beside.marks += [reading] if reading and not any(run.text.strip() for run in base) else []
        yield from base

    def _drawn(self, element: Element) -> None:
        """A drawing: its text boxes are read behind the paragraph, what describes it is told."""
        boxes = boxes_of(element)
        self._boxes += boxes
        told = told_of(element, self.beside, has_boxes=bool(boxes))
        self.beside.pictures += [told] if told is not None else []
