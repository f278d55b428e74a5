"""What a finding says in a report: a sentence for a sub-editor, where it is, the piece of the page, details small."""

from __future__ import annotations

from html import escape

from jxprint.checker.html_copy import Numbered, visible
from jxprint.checker.html_marks import boxes, cut_out
from jxprint.checker.html_style import LOOKS
from jxprint.checker.pictured import Pictured
from jxprint.checker.report import codes_of, sentence, spot_of, where_of, with_more, witnesses_of
from jxprint.messages import text

# So much of a text stands in a sentence, of either end.
_ENDS = 30
_SENTENCES = {
    "missing": "report.says.missing",
    "extra": "report.says.extra",
    "altered": "report.says.altered",
    "moved": "report.says.moved",
}
_ORDERS = {
    "stream": "report.only.stream",
    "structure": "report.only.structure",
    "geometry": "report.only.geometry",
}


def finding_shown(one: Numbered, picture: Pictured | None, page: int, *, is_marked: bool, language: str) -> str:
    """A row of the list of findings; `is_marked`: the copy has its mark."""
    number = f'<a class="n" href="#{"m" if picture is not None and boxes(one) else "f"}{one.number}">{one.number}</a>'
    sign = LOOKS[one.kind][2]
    where = escape(where_of(one.finding, language))
    spot = escape(spot_of(one.finding, language))
    place = f'<a href="#c{one.number}">{where}</a>' if is_marked and where else where
    told = text("report.join", language).join(piece for piece in (place, spot) if piece)
    return (
        f'<li id="f{one.number}" class="k-{one.kind} f{one.number}">{number} <b>{sign}</b> '
        f'<span class="said">{_said(one, language)}</span> <span class="where">{told}</span>'
        f"{cut_out(one, picture, page)}{_details(one, language)}</li>"
    )


def _said(one: Numbered, language: str) -> str:
    if one.kind == "other":
        return visible(sentence(one.finding, language, bare=True))
    args = one.finding.args
    marked = {name: f"\0{name}\0" for name in ("expected", "read", "after", "count")}
    said = escape(text(_SENTENCES[one.kind], language, **marked))
    for name in ("expected", "read", "after"):
        said = said.replace(f"\0{name}\0", f"<q>{_short(str(args.get(name) or ''), language)}</q>")
    said = said.replace("\0count\0", f"{len(str(args.get('expected') or args.get('read') or '')):,}")
    return with_more(said, one.finding, language) + _only(one, language)


def _short(said: str, language: str) -> str:
    if not said:
        return escape(text("report.beginning", language))
    return visible(said) if len(said) <= 2 * _ENDS else f"{visible(said[:_ENDS])} …… {visible(said[-_ENDS:])}"


def _only(one: Numbered, language: str) -> str:
    """What it means where not every way of reading shows it."""
    readings = one.finding.args.get("readings")
    orders = {str(reading).partition(":")[2] for reading in readings} if isinstance(readings, tuple | list) else set()
    # What no element owns is in no other order, and stands on paper all the same.
    if len(orders) != 1 or (orders == {"stream"} and one.kind == "extra"):
        return ""
    return escape("".join(text(_ORDERS[order], language) for order in orders))


def _details(one: Numbered, language: str) -> str:
    if one.kind == "other":
        return ""
    codes = " → ".join(piece for piece in map(codes_of, _texts(one)) if piece)
    seen = text("report.seen_by", language, seen=witnesses_of(one.finding, language))
    pieces = (codes, seen, str(one.finding.place))
    return f'<div class="small">{visible(" · ".join(piece for piece in pieces if piece))}</div>'


def _texts(one: Numbered) -> list[str]:
    args = one.finding.args
    return [str(args[name]) for name in ("expected", "read") if args.get(name) and one.kind != "moved"]
