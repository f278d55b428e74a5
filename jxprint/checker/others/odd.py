"""What is odd about a stranger's pages beside their text: pages without any, text that nobody sees, glyphs that lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from jxprint.checker.comparison import oddity_finding
from jxprint.checker.glyphs import NO_TEXT, Glyph, Oddity
from jxprint.checker.graphics import Fonts
from jxprint.checker.others.forged import deeds
from jxprint.checker.others.forms import Folded, is_private, named
from jxprint.checker.others.pages import OtherPage
from jxprint.errors import Finding, Place, Severity
from jxprint.geometry import PT_PER_MM
from jxprint.intake.opening import MALFORMED

# What is told beside and is no fault by itself: white type stands on pictures, ActualText mends what codes cannot say.
_BESIDE = ("checks.annotation", "checks.other.pattern", "checks.other.unknown_notes")
# Type that is turned or blended with its ground is a design.
_LIGHT: dict[str, Severity] = dict.fromkeys(
    (
        "checks.white",
        "checks.bad_entry",
        "checks.turned",
        "checks.blended",
        "checks.stroked",
        "checks.rotated",
        *_BESIDE,
    ),
    "warning",
)
_SPOKEN = "checks.actual_text"
_HYPHENS = frozenset("-\u00ad\u2010\u2011")
_SHOWN, _DEEDS = 24, 20
_PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def page_findings(page: OtherPage, ink: Iterable[Oddity], whole: bool = False) -> Iterator[Finding]:
    """What is odd about a page by itself; where the copy is the `whole` of it, nothing may lie on it."""
    for oddity in (*(one for one in page.oddities if one.key != _SPOKEN), *ink):
        finding = oddity_finding(page.number, oddity)
        severity = _LIGHT.get(finding.key, "error")
        if finding.key == "checks.other.said_instead":
            # Readers search ActualText; Alt and E are what is heard.
            actual, said = str(finding.args["actual"]), str(finding.args["text"])
            light: Severity = "note" if finding.args["entry"] == "ActualText" and _mends(actual, said) else "warning"
            severity = light if finding.args["entry"] in ("Alt", "E") or light == "note" else "error"
        yield replace(finding, severity="error" if whole and finding.key in _BESIDE else severity)
    if page.layer:
        yield _of(page, "checks.other.layer", page.glyphs, "warning")
    elif hidden := [glyph for glyph in page.hidden if glyph.text.strip()]:
        yield _of(page, "checks.other.hidden", hidden, "warning")
    if page.again:
        yield _of(page, "checks.other.struck_twice", page.again, "note")
    if page.told:
        args: dict[str, object] = {"count": page.told, "page": page.number, "x_mm": None, "y_mm": None}
        yield Finding("checks.other.by_collection", Place(), args, "note")


def deed_findings(document: Any, name: str) -> Iterator[Finding]:
    """What a file does by itself, once each."""
    told = {str(one.args): one for one in deeds(document, name)}
    for oddity in list(told.values())[:_DEEDS]:
        yield replace(oddity_finding(1, oddity), severity="warning")


def by_ink(told: Iterable[Oddity], unlike: set[str]) -> Iterator[Oddity]:
    """What the witness of known faces tells; fonts that only bear the name of one are gathered in `unlike`: another
    edition of a face draws it anew.
    """
    for oddity in told:
        if oddity.key in ("checks.ink_unknown", "checks.ink_damaged"):
            unlike.add(str(oddity.args["font"]))
        else:
            yield oddity


def strange_faces(names: Iterable[str]) -> Iterator[Finding]:
    """Fonts that bear the name of a known face and draw neither its outlines nor what looks like its characters."""
    if fonts := tuple(sorted(names)):
        yield Finding("checks.other.strange_face", Place(), {"fonts": fonts}, "warning")


def file_findings(pages: Sequence[OtherPage]) -> Iterator[Finding]:
    """Pages without text, and pages that hold nothing of the copy."""
    without = [page for page in pages if page.is_read and not page.glyphs]
    # Where another page has text, the copy is told as missing from it.
    severity: Severity = "note" if any(page.glyphs for page in pages) else "error"
    for page in without:
        key = "checks.other.blank"
        if page.images or page.paths:
            key = "checks.other.scan" if page.images else "checks.other.outlines"
        args = {"page": page.number, "x_mm": None, "y_mm": None}
        yield Finding(key, Place(), args, severity)
    unread = [page.number for page in pages if not page.is_read]
    if unread:
        first = {"page": unread[0], "x_mm": None, "y_mm": None}
        yield Finding("checks.other.unread", Place(), {"count": len(unread), **first}, "note")


def missing_programs(document: Any, fonts: Fonts, shown: Iterable[tuple[int, int]]) -> tuple[set[str], list[Finding]]:
    """The names of fonts that are shown and not in the file, and what is told of them."""
    names = {fonts.known[key].name: None for key in shown if not _is_embedded(document.get_object(key))}
    told = [Finding("checks.other.not_embedded", Place(), {"fonts": tuple(names)}, "warning")] if names else []
    return set(names), told


def _is_embedded(font: Any) -> bool:
    try:
        if str(font.get("/Subtype")) == "/Type3":
            return True
        described = (font, *font.get("/DescendantFonts", ()))
        return any(key in (one.get("/FontDescriptor") or {}) for one in described for key in _PROGRAMS)
    except MALFORMED:
        return False


def spoken_findings(pages: Sequence[OtherPage]) -> Iterator[Finding]:
    """ActualText beside codes that say something else: of another form of the same it makes good what some readers get
    all the same; of hyphens and codes without a text it is meant for; of anything else paper shows what the codes say.
    """
    mended: dict[str, dict[tuple[str, str], list[Finding]]] = {}
    for page in pages:
        for oddity in page.oddities:
            if oddity.key != _SPOKEN:
                continue
            finding = oddity_finding(page.number, oddity)
            actual, said = str(oddity.args["actual"]), str(oddity.args["text"])
            if Folded(actual).text == Folded(said).text and said.strip():
                kind = named(actual, said) if actual != said else "form"
                mended.setdefault(kind, {}).setdefault((actual, said), []).append(finding)
            else:
                yield replace(finding, severity="note" if _mends(actual, said) else "error")
    for kind, pairs in mended.items():
        ordered = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
        first = ordered[0][1][0]
        told = tuple((one, two, len(found)) for (one, two), found in ordered)
        args = {"form": kind, "pairs": told, "count": sum(count for _, _, count in told)}
        place = {name: first.args[name] for name in ("page", "x_mm", "y_mm")}
        yield Finding("checks.other.form_mended", Place(), {**args, **place}, "warning")


def _mends(actual: str, said: str) -> bool:
    """Whether ActualText says what codes cannot: those without a text, those of private use, a hyphen at a line's end.
    What has a text of its own is printed as that, a mark as well as a letter; and white is printed as nothing.
    """
    shown = [char for char in Folded(said).text if char != NO_TEXT and not is_private(char)]
    if shown:
        return not {*shown, *Folded(actual).text} - _HYPHENS
    return bool(said.strip()) or not said or not Folded(actual).text


def _of(page: OtherPage, key: str, glyphs: Sequence[Glyph], severity: Severity) -> Finding:
    first = glyphs[0]
    text = "".join(glyph.text for glyph in glyphs).replace(NO_TEXT, "")
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    at = {"x_mm": round(first.x / PT_PER_MM, 1), "y_mm": round(first.y / PT_PER_MM, 1)}
    return Finding(key, Place(), {"text": shown, "count": len(text), "page": page.number, **at}, severity)
