"""The report of a comparison: one HTML page that needs nothing else, neither net nor script. Of each page that fails,
what moved, where pixels differ, then what was expected, what is and what differs side by side, and each place enlarged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from jxprint.errors import Finding
from jxprint.golden.comparing import Compared, Shown
from jxprint.golden.report_pictures import Pictures
from jxprint.golden.report_style import SHEET
from jxprint.golden.sheets import renderer
from jxprint.messages import told

if TYPE_CHECKING:
    from PIL.Image import Image

# A browser shows a report of this size at once, and some twenty broadsheets are in it; of pages beyond it is told why
# they fail, without pictures.
MOST_BYTES = 32 << 20
# Pixels of a page's longer side: what would be more is drawn smaller; its places, enlarged, are as they are.
_SIDE = 2400
# A place that takes more of its page than this is seen well enough there.
_LARGE = 0.35
_MARGIN_PX = 10
# A crop this many times as wide as it is high stands over the others, not beside them.
_WIDE = 3.0
_STATES = {
    "same": "golden.state_same",
    "tolerated": "golden.state_tolerated",
    "differs": "golden.state_differs",
    "missing": "golden.state_missing",
    "written": "golden.state_written",
    "unchanged": "golden.state_unchanged",
    "removed": "golden.state_removed",
}


class Report:
    """A report that is made page by page: what is added is text at once."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._sections: list[tuple[str, str]] = []
        self._bytes = 0
        self._passed: list[str] = []

    def add(self, one: Compared) -> None:
        """Add a page."""
        if one.ok:
            self._passed.append(passed_row(one, self._language))
        else:
            section = section_of(one, self._language) if self._bytes < MOST_BYTES else bare_of(one, self._language)
            self._bytes += len(section)
            self._sections.append((label_of(one, self._language), section))

    def html(self, allowed: str) -> str:
        """All of it; `allowed` is the tolerance."""
        return assembled(self._sections, self._passed, allowed, self._language)

    def write(self, file: Path, allowed: str) -> None:
        """Write it. Raises OutputError."""
        from jxprint.writers.files import write_whole

        write_whole(file, self.html(allowed).encode("utf-8"))


def report_html(pages: Iterable[Compared], allowed: str, language: str) -> str:
    """The report of pages as HTML."""
    report = Report(language)
    for one in pages:
        report.add(one)
    return report.html(allowed)


def assembled(sections: Sequence[tuple[str, str]], passed: Sequence[str], allowed: str, language: str) -> str:
    """A report of sections, each with its label, and rows of pages that pass; of several processes, in their order."""
    say = _Say(language)
    counts = {"pages": len(sections) + len(passed), "failed": len(sections)}
    made = renderer()[1]
    body = [f"<header><h1>{say('golden.title')}</h1>", f"<p>{say('golden.summary', **counts)}</p>"]
    if allowed:
        body.append(f"<p>{say('golden.drawn_with', renderer=f'pdfium {made}', allowed=allowed)}</p>")
    if sections[1:]:
        links = "".join(f'<li><a href="#p{at}">{escape(label)}</a></li>' for at, (label, _) in enumerate(sections))
        body.append(f"<nav>{links}</nav>")
    body.append("</header><main>")
    body += [section.replace("§", str(at)) for at, (_, section) in enumerate(sections)]
    if passed:
        body.append(f"<section><h2>{say('golden.passed')}</h2><table>{''.join(passed)}</table></section>")
    if not sections and not passed:
        body.append(f"<p>{say('golden.none')}</p>")
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        'img-src data:">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{say('golden.title')}</title>\n<style>{SHEET}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + "\n</main></body>\n</html>\n"
    )


class _Say:
    """Sentences of the catalogue, escaped."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **args: object) -> str:
        return self.finding(Finding(key, args=args))

    def finding(self, finding: Finding) -> str:
        """A finding without its place."""
        return escape(told(finding, self.language)).replace("§", "&#167;")


def label_of(one: Compared, language: str) -> str:
    """What a page is called in a report's list."""
    return told(Finding("golden.page", args={"name": one.name, "page": one.page}), language) if one.page else one.name


def passed_row(one: Compared, language: str) -> str:
    """A row of the table of pages that pass."""
    say = _Say(language)
    counted = f"{one.total:,} px, ≤ {one.most}" if one.total else ""
    badge = f'<span class="badge ok">{say(_STATES[one.state])}</span>'
    return f"<tr><td>{escape(label_of(one, language))}</td><td>{badge}</td><td>{counted}</td></tr>"


def section_of(one: Compared, language: str) -> str:
    """A page that fails; § stands for its number in the report."""
    with Pictures() as pictures:
        return "".join(pictures.put_in("\n".join(_section(one, _Say(language), pictures))))


def bare_of(one: Compared, language: str) -> str:
    """A page that fails, without its pictures: the report has enough of them."""
    note = Finding("golden.left_out", args={"limit": MOST_BYTES >> 20})
    return section_of(replace(one.without_pictures(), findings=(*one.findings, note)), language)


def _section(one: Compared, say: _Say, pictures: Pictures) -> Iterator[str]:
    badge = f'<span class="badge {one.state}">{say(_STATES[one.state])}</span>'
    label = escape(label_of(one, say.language)).replace("§", "&#167;")
    yield f'<section id="p§"><h2>{label}{badge}</h2>'
    yield _list("why", [say.finding(finding) for finding in one.findings])
    if one.moved:
        yield f"<h3>{say('golden.moved')}</h3>"
        yield _list("told places", [say.finding(finding) for finding in one.moved])
    from jxprint.golden.pixels import shown_difference

    shown = one.shown
    differs = shown_difference(shown.expected, shown.actual, shown.mask) if shown is not None else None
    crops = dict(_crops(shown, differs)) if shown is not None and differs is not None else {}
    if one.regions:
        yield f"<h3>{say('golden.where')}</h3>"
        rows = [say.finding(finding) for finding in one.regions]
        links = [f'<a href="#r§-{at}">{row}</a>' if at in crops else row for at, row in enumerate(rows)]
        yield _list("told", links)
    if shown is not None and differs is not None:
        yield from _pages(shown, differs, say, pictures)
        if crops:
            yield f'<h3>{say("golden.enlarged")}</h3><div class="close">'
            for at, three in crops.items():
                words = f"<p>{say.finding(one.regions[at])}</p>"
                yield f'<div class="spot" id="r§-{at}">{words}{_three(three, say, pictures)}</div>'
            yield "</div>"
    elif one.lone is not None:
        yield f'<div class="pages one">{_figure("a", one.lone, say("golden.actual"), pictures)}</div>'
    yield "</section>"


def _list(kind: str, rows: Iterable[str]) -> str:
    return f'<ul class="{kind}">' + "".join(f"<li>{row}</li>" for row in rows) + "</ul>"


def _pages(shown: Shown, differs: Image, say: _Say, pictures: Pictures) -> Iterator[str]:
    legend = "".join(
        f'<span><i class="{name}"></i>{say(key)}</span>'
        for name, key in (
            ("came", "golden.legend_came"),
            ("went", "golden.legend_went"),
            ("other", "golden.legend_other"),
        )
    )
    views = "".join(
        f'<input type="radio" name="v§" id="v§-{kind}" class="{kind}"{checked}>'
        f'<label for="v§-{kind}">{say(key)}</label>'
        for kind, key, checked in (("side", "golden.side", " checked"), ("blink", "golden.blink", ""))
    )
    yield f'<div class="views">{views}<span class="legend">{legend}</span></div><div class="pages">'
    yield _figure("e", shown.expected, say("golden.expected"), pictures)
    yield _figure("a", shown.actual, say("golden.actual"), pictures)
    boxes = "".join(_box(box, at, differs.size) for at, box in enumerate(shown.boxes))
    yield _figure("d", differs, say("golden.difference"), pictures, boxes)
    yield "</div>"


def _box(box: tuple[int, int, int, int], at: int, size: tuple[int, int]) -> str:
    left, top, right, bottom = box
    edges = {
        "left": left / size[0],
        "top": top / size[1],
        "width": (right - left) / size[0],
        "height": (bottom - top) / size[1],
    }
    style = ";".join(f"{name}:{100 * share:.3f}%" for name, share in edges.items())
    return f'<a class="box" href="#r§-{at}" style="{style}"><b>{at + 1}</b></a>'


def _figure(kind: str, picture: Image, caption: str, pictures: Pictures, over: str = "") -> str:
    picture = picture.reduce(-(-max(picture.size) // _SIDE)) if max(picture.size) > _SIDE else picture
    sheet = f'<div class="sheet">{pictures.img(picture, caption)}{over}</div>'
    return f'<figure class="{kind}"><figcaption>{caption}</figcaption>{sheet}</figure>'


def _crops(shown: Shown, differs: Image) -> Iterator[tuple[int, tuple[Image, Image, Image]]]:
    """Places with some white about them, out of all three pictures."""
    width, height = differs.size
    for at, (left, top, right, bottom) in enumerate(shown.boxes):
        if (right - left) * (bottom - top) <= _LARGE * width * height:
            edges = left - _MARGIN_PX, top - _MARGIN_PX, right + _MARGIN_PX, bottom + _MARGIN_PX
            box = max(0, edges[0]), max(0, edges[1]), min(width, edges[2]), min(height, edges[3])
            pictures = shown.expected, shown.actual, differs
            yield at, (pictures[0].crop(box), pictures[1].crop(box), pictures[2].crop(box))


def _three(three: tuple[Image, Image, Image], say: _Say, pictures: Pictures) -> str:
    wide = " wide" if three[0].width > _WIDE * three[0].height else ""
    names = say("golden.expected"), say("golden.actual"), say("golden.difference")
    width = f"--w:{three[0].width}"
    figures = "".join(
        f"<figure><figcaption>{name}</figcaption>{pictures.img(picture, name)}</figure>"
        for name, picture in zip(names, three, strict=True)
    )
    return f'<div class="crops{wide}" style="{width}">{figures}</div>'
