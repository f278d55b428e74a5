"""What a check found, for people and for machines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jxprint.checker.figures import counts, figure_lines, kind_of, rates
from jxprint.errors import Finding, Phrase, Place
from jxprint.messages import render, said, text

if TYPE_CHECKING:
    from jxprint.checker.expected import ExpectedPage

# Findings that `lines` tells; `as_dict` has them all.
_TOLD = 40
_CODES = 6
_SHOWN = 24
_ORDERS = {
    "stream": "checks.order.stream",
    "structure": "checks.order.structure",
    "geometry": "checks.order.geometry",
    "reading": "checks.order.reading",
}
_ROLES = {
    "masthead": "checks.role.masthead",
    "kicker": "checks.role.kicker",
    "headline": "checks.role.headline",
    "deck": "checks.role.deck",
    "standfirst": "checks.role.standfirst",
    "byline": "checks.role.byline",
    "dateline": "checks.role.dateline",
    "body": "checks.role.body",
    "drop_cap": "checks.role.drop_cap",
    "subhead": "checks.role.subhead",
    "caption": "checks.role.caption",
    "credit": "checks.role.credit",
    "folio": "checks.role.folio",
    "jump": "checks.role.jump",
    "quote": "checks.role.quote",
    "label": "checks.role.label",
    "masthead_line": "checks.role.masthead_line",
    "nameplate": "checks.role.nameplate",
    "imprint": "checks.role.imprint",
    "ear_title": "checks.role.ear_title",
    "ear": "checks.role.ear",
    "table_title": "checks.role.table_title",
    "table_header": "checks.role.table_header",
    "table_cell": "checks.role.table_cell",
    "table_note": "checks.role.table_note",
    "list_title": "checks.role.list_title",
    "list_mark": "checks.role.list_mark",
    "list_item": "checks.role.list_item",
    "resetting": "checks.role.resetting",
}


class CheckReport(Struct, frozen=True):
    """The outcome of a check: what was compared, how, and everything that differs.

    `findings` carry `page`, `x_mm` and `y_mm` (from the top left corner of the trim box), and where texts were
    compared `expected`, `read` and `readings` (`reader:order`). `dump` names the dump that was compared as well. `ink`
    counts the outlines that were compared with their faces, `unproven` names fonts whose faces are not at hand.
    `errors` are the wrong characters by fold, of the reading that has most; `copy` is what each page had to say.
    """

    file: str
    pages: int
    articles: int
    characters: int
    readers: tuple[str, ...]
    orders: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    dump: str | None = None
    ink: int = 0
    unproven: tuple[str, ...] = ()
    errors: tuple[tuple[str, int], ...] = ()
    copy: tuple[ExpectedPage, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything is as the copy says, in every order and by every reader."""
        return not self.findings

    def as_dict(self) -> dict[str, object]:
        """For machines: plain values only."""
        return {
            "ok": self.ok,
            "file": self.file,
            "pages": self.pages,
            "articles": self.articles,
            "characters": self.characters,
            "readers": list(self.readers),
            "orders": list(self.orders),
            "dump": self.dump,
            "ink": self.ink,
            "unproven": list(self.unproven),
            "errors": dict(self.errors),
            "error_rates": rates(self.errors, self.characters),
            "counts": counts(self.findings),
            "findings": [finding_as_dict(finding) for finding in self.findings],
        }

    def lines(self, language: str) -> list[str]:
        """For people: a line or two where all is well, else a line a finding."""
        counted = {
            "characters": f"{self.characters:,}",
            "articles": self.articles,
            "orders": listed([text(_ORDERS[order], language) for order in self.orders], language),
            "readers": listed(self.readers, language),
            "ink": f"{self.ink:,}",
        }
        unproven = (
            [text("checks.ink_unproven", language, fonts=listed(self.unproven, language))] if self.unproven else []
        )
        if self.ok:
            key = "checks.exact_kept" if "reading" in self.orders else "checks.exact"
            lines = [text(key, language, **counted), *unproven]
            if self.dump is not None:
                lines.append(text("checks.dump_agrees", language, dump=self.dump))
            return lines
        lines = [text("checks.differs", language, count=len(self.findings), **counted)]
        lines += [sentence(finding, language) for finding in self.findings[:_TOLD]]
        if len(self.findings) > _TOLD:
            lines.append(text("checks.more", language, count=len(self.findings) - _TOLD))
        return [*lines, *figure_lines(self.errors, self.characters, self.findings, language), *unproven]


def sentence(finding: Finding, language: str, *, bare: bool = False) -> str:
    """A finding as a person reads it; what no comparison of text would show says where it stands in the copy as well,
    if that is known. `bare`: without either place in the copy.
    """
    if bare:
        args = {name: value for name, value in finding.args.items() if name not in ("x_mm", "y_mm")}
        told = _told(replace(finding, place=Place(), args=args), language)
        spot, marked = str(told.args["spot"]), replace(told, args={**told.args, "spot": "\0"})
        said = render(marked, language)
        # Where it stands is told beside the sentence, and in it only where the sentence needs it.
        return said.removesuffix("; \0").removesuffix("；\0").replace("\0", spot)
    said = render(_told(finding, language), language)
    said = with_more(said, finding, language)
    where = "" if kind_of(finding) else where_of(finding, language)
    return text("report.at", language, sentence=said, where=where) if where else said


def with_more(said: str, finding: Finding, language: str) -> str:
    """A sentence, and in how many more places it is so."""
    more, also = finding.args.get("more"), finding.args.get("also")
    said += text("kept.more_passages", language, count=finding.args["passages"]) if "passages" in finding.args else ""
    if not more or isinstance(more, str | Phrase):  # words are part of the sentence itself
        return said
    first = listed([str(one) for one in also], language) if isinstance(also, (list, tuple)) else ""
    return text("report.often", language, sentence=said, count=more, first=first)


def listed(words: Sequence[str], language: str) -> str:
    """Words in a sentence."""
    if language == "zh" or len(words) < 2:
        return "、".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def finding_as_dict(finding: Finding) -> dict[str, object]:
    """A finding for machines, with its sentence."""
    place = finding.place
    args = {name: list(value) if isinstance(value, tuple) else value for name, value in finding.args.items()}
    for name in ("expected", "read"):
        if isinstance(value := args.get(name), str):
            args[f"{name}_codes"] = [f"U+{ord(char):04X}" for char in value]
    return {
        "key": finding.key,
        "kind": finding.key.partition(".")[2],
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "part": place.part,
        "paragraph": place.paragraph,
        "offset": place.offset,
        **args,
        "message": sentence(finding, "en"),
    }


def _told(finding: Finding, language: str) -> Finding:
    """The finding with the pieces of its sentence: copy and codes shortened, places and readings in words."""
    args = dict(finding.args)
    for name in ("expected", "read"):
        if isinstance(value := args.get(name), str):
            args[name], args[f"{name}_codes"] = _shown(value), codes_of(value)
    args["count"] = args.get("count", len(str(finding.args.get("expected") or finding.args.get("read", ""))))
    args["spot"] = _spot(args, language)
    args["where"] = where_of(finding, language)
    args["seen"] = _seen_by(args.get("readings"), language)
    if "told_place" in args:
        args["seen"] = text("checks.seen_in", language, seen=args["seen"], file=said(args["told_place"], language))
    return replace(finding, args=args)


def _spot(args: dict[str, object], language: str) -> str:
    if args.get("x_mm") is None:
        return text("checks.page", language, page=args.get("page"))
    return text("checks.spot", language, page=args["page"], x=args["x_mm"], y=args["y_mm"])


def spot_of(finding: Finding, language: str) -> str:
    """Where on which page a finding stands; empty where it is of the file."""
    return _spot({**finding.args}, language) if "page" in finding.args else ""


def witnesses_of(finding: Finding, language: str) -> str:
    """Who has read a difference, and in which order."""
    return _seen_by(finding.args.get("readings"), language)


def where_of(finding: Finding, language: str) -> str:
    """Where in the copy a finding stands: story, paragraph, offset; empty where nobody knows."""
    place, role = finding.place, finding.args.get("role")
    if not role or place.part is None:
        return ""
    what = text(_ROLES[str(role)], language, number=place.paragraph)
    return text("checks.where", language, part=place.part, what=what, offset=place.offset)


def _seen_by(readings: object, language: str) -> str:
    """Readings as `reader (order, order)`."""
    by_reader: dict[str, list[str]] = {}
    for reading in readings if isinstance(readings, tuple | list) else ():
        reader, _, order = str(reading).partition(":")
        by_reader.setdefault(reader, []).append(text(_ORDERS[order], language))
    listed, opening, closing = ("、", "（", "）") if language == "zh" else (", ", " (", ")")
    return listed.join(f"{reader}{opening}{listed.join(orders)}{closing}" for reader, orders in by_reader.items())


def _shown(value: str) -> str:
    """Text for a sentence: at most a line of it, white and controls as what they are."""
    short = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return "".join(_visible(short))


def _visible(value: str) -> Iterator[str]:
    yield from (char if char.isprintable() or char == "\u3000" else f"<{ord(char):04X}>" for char in value)


def codes_of(value: str) -> str:
    """Code points of a text, those of a long one as far as a sentence goes."""
    codes = " ".join(f"U+{ord(char):04X}" for char in value[:_CODES])
    return codes if len(value) <= _CODES else f"{codes} …"
