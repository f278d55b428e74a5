"""The review of a reconstructed page (复原审阅): one HTML file that needs nothing else, neither net nor script.

Doubtful places come first, each with how sure it is, its reasons and a link to its line; then the measures that the
page may have been set at, with what speaks for and against each, and the stories; then the whole source, coloured by
what each line was taken for, with its joints. What the page shows beside the source's own text cannot be selected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from jxprint.messages import text
from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.doubtful import End, doubts, ends
from jxprint.reconstruct.figures import figures_of
from jxprint.reconstruct.found import Decision
from jxprint.reconstruct.hypotheses import hypotheses
from jxprint.reconstruct.record import sum_of
from jxprint.reconstruct.review_places import file_of, stretches
from jxprint.reconstruct.review_source import source_shown
from jxprint.reconstruct.review_style import sheet
from jxprint.reconstruct.reviewed import Reviewed, percent, role_key
from jxprint.web_page import web_page

# So many doubts are listed, and so much of a text is shown in one.
_MOST, _SHOWN = 200, 18
# What is less likely than this is not told.
_TOLD = 0.01


def review_html(found: Reconstruction, name: str, source: str, files: Sequence[str], language: str) -> str:
    """The review of a page as HTML; `files` are those of its stories."""
    anchors: dict[int, int] = {}
    for at, line in enumerate(found.evidence.lines, 1):
        anchors.setdefault(line.number, at)
    by_line = {one.line: one for one in ends(found)}
    page = Reviewed(found, name, source, files, language, anchors, by_line, stretches(found))
    body = "\n".join((*_head(page), *_doubts(page), *_grid(page), *_stories(page), *source_shown(page)))
    return web_page(text("review.title", language, name=name), sheet(), body, language)


def _head(page: Reviewed) -> Iterator[str]:
    figures, data = figures_of(page.found), page.found.evidence.data
    yield f"<h1>{page.say('review.title', name=page.name)}</h1>"
    yield f'<p class="small">{page.say("review.source", file=page.source, size=f"{len(data):,}", sum=sum_of(data))}</p>'
    measure = page.say("review.unknown") if figures.measure is None else f"{figures.measure:g}"
    counts = {"stories": figures.stories, "joints": figures.joints, "measure": measure}
    yield f"<p>{page.say('review.summary', **counts, sure=percent(figures.confidence))}</p>"
    yield f"<p>{page.say('review.how')}</p>"


def _doubts(page: Reviewed) -> Iterator[str]:
    listed = doubts(page.found)
    yield f"<h2>{page.say('review.doubts', count=len(listed))}</h2>"
    if not listed:
        yield f"<p>{page.say('review.no_doubts')}</p>"
        return
    yield '<ol class="doubts">'
    for one in listed[:_MOST]:
        yield f"<li>{_bar(one.sure)}{_doubt(page, one)}</li>"
    yield "</ol>"
    if listed[_MOST:]:
        yield f"<p>{page.say('review.more', count=len(listed) - _MOST)}</p>"


def _doubt(page: Reviewed, one: Decision | End) -> str:
    if isinstance(one, End):
        place = f"{page.link(one.line)} {_quote(one.before[-_SHOWN:])}<b>│</b>{_quote(one.after[:_SHOWN])}"
        key = "review.doubt_joint" if one.kind == "joint" else "review.doubt_end"
        file = page.files[one.story]
        said = page.say(key, sure=percent(one.sure))
    else:
        line = one.text.spans[0].line
        shown = one.text.text
        place = f"{page.link(line)} {_quote(shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '……')}"
        file = file_of(page.rows.get(line, ()), page.files)
        roles = {"role": text(role_key(one.role), page.language), "other": text(role_key(one.other), page.language)}
        said = page.say("review.doubt_role", **roles, sure=percent(one.sure))
    because = page.say("review.because", reasons="") + page.because(one.reasons)
    return f'{place} {said} <span class="small">{because} · {page.say("review.answer", file=file)}</span>'


def _grid(page: Reviewed) -> Iterator[str]:
    yield f"<h2>{page.say('review.grid')}</h2>"
    read = hypotheses(page.found)
    if not read:
        yield f"<p>{page.say('notes.no_measure', measure=f'{page.found.measure:g}')}</p>"
        return
    heads = ("review.measure", "review.share", "review.for", "review.against")
    yield _row("th", [page.say(key) for key in heads], "<table>")
    for one in read:
        every = len(one.fills) + len(one.fails)
        speaks = page.say("review.fills", count=len(one.fills), of=every)
        against = [page.say("review.fails", count=len(one.fails)) + _links(page, one.fails)] if one.fails else []
        if one.worse:
            names = page.say("notes.join").join(page.files[story] for story in one.worse)
            against.append(page.say("review.worse", stories=names))
        share = _bar(one.share) + percent(one.share, 1) + "&#8239;%"
        cells = [page.say("review.em", measure=f"{one.measure:g}"), share, speaks, "<br>".join(against)]
        yield _row("td", cells)
    yield f'</table>\n<p class="small">{page.say("review.grid_note")}</p>'


def _stories(page: Reviewed) -> Iterator[str]:
    yield f"<h2>{page.say('review.stories')}</h2>"
    heads = ("review.story", "review.legs", "review.sure", "review.otherwise")
    yield _row("th", [page.say(key) for key in heads], "<table>")
    for file, story, restored in zip(page.files, page.found.page.stories, page.found.stories, strict=True):
        head = escape(" ".join(one.text for one in story.headline)) or page.say("review.no_head")
        spans = (story.headline or tuple(one.text for one in story.pieces))[:1]
        link = page.link(spans[0].spans[0].line) if spans and spans[0].spans else ""
        best, reading = restored.reading.best, restored.reading
        legs = page.say("review.legs_of", legs=best.legs, lines=best.lines) if best else page.say("review.unknown")
        shares: dict[tuple[int, int], float] = {}
        for one, share in reading.others:
            shares[one.legs, one.lines] = shares.get((one.legs, one.lines), 0.0) + share
        others = page.say("notes.join").join(
            page.say("review.legs_of", legs=count, lines=lines) + f" {percent(share)}&#8239;%"
            for (count, lines), share in shares.items()
            if share >= _TOLD and best is not None and (count, lines) != (best.legs, best.lines)
        )
        sure = story.confidence * (reading.sure if best else 1.0)
        cells = [f'{head} <span class="small">{file} {link}</span>', legs, _bar(sure) + percent(sure) + "&#8239;%"]
        yield _row("td", [*cells, others])
    yield "</table>"


def _row(cell: str, cells: Sequence[str], before: str = "") -> str:
    return before + "<tr>" + "".join(f"<{cell}>{one}</{cell}>" for one in cells) + "</tr>"


def _links(page: Reviewed, lines: Sequence[int]) -> str:
    return page.say("notes.join").join(map(page.link, lines))


def _quote(said: str) -> str:
    return f'<span class="quote">{escape(said)}</span>'


def _bar(sure: float) -> str:
    return f'<span class="bar"><i style="width:{round(100 * max(0.0, min(1.0, sure)))}%"></i></span>'
