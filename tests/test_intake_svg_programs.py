"""SVG as drawing programs, office programs and charts write it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

import pytest

from jxprint.artwork import Clip, Colour, Gradient, Group, Tiling
from jxprint.artwork import Path as Drawn
from jxprint.errors import Phrase
from jxprint.intake.svg import read_drawing
from jxprint.intake.svg.markers import places
from jxprint.intake.svg.outlines import outline_of

DRAWINGS = sorted((Path(__file__).resolve().parent / "data" / "drawings").glob("*.svg"))
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 96 48">'
SQUARE = '<rect width="4" height="4"/>'


def drawn(inside: str) -> tuple[Drawn | Group, ...]:
    """What a sound drawing of 72 × 36 pt draws."""
    found, faults = read_drawing(f"{OPEN}{inside}</svg>".encode())
    assert not faults
    assert found is not None
    return found.group.items


def path(inside: str) -> Drawn:
    """The one path that is drawn."""
    (one,) = drawn(inside)
    assert isinstance(one, Drawn)
    return one


def faults(inside: str) -> list[tuple[str, object]]:
    """The messages about a drawing, and what they are about."""
    found, told = read_drawing(f"{OPEN}{inside}</svg>".encode())
    assert found is None
    return [(key, args.get("what")) for key, args in told]


def gradient(inside: str) -> Gradient:
    """The gradient g of a square of ten units."""
    fill = path(f'{inside}<rect width="10" height="10" fill="url(#g)"/>').fill
    assert isinstance(fill, Gradient)
    return fill


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_what_programs_write_is_read_without_a_word(file: Path) -> None:
    """Metadata, layers that are hidden, foreign matter behind a switch, rules, markers, masks that cut."""
    found, told = read_drawing(file.read_bytes())
    assert told == []
    assert found is not None
    assert found.group.items


def test_colours_may_fade_away() -> None:
    """Stops keep their opacities; where all have one it is the paint's."""
    stops = '<stop stop-color="red"/><stop offset="1" stop-color="red" stop-opacity="0"/>'
    assert gradient(f'<linearGradient id="g">{stops}</linearGradient>').opacities == (1, 0)
    half = '<stop stop-opacity=".5"/><stop offset="1" stop-color="red" stop-opacity=".5"/>'
    one = path(f'<linearGradient id="g">{half}</linearGradient><rect width="9" height="9" fill="url(#g)"/>')
    assert isinstance(one.fill, Gradient)
    assert (one.fill.opacities, one.opacity) == ((), 0.5)


def test_percentages_of_a_gradient_are_of_the_drawing() -> None:
    """With no word about its axis it goes across the whole view."""
    stops = '<stop stop-color="red"/><stop offset="1"/>'
    assert gradient(f'<linearGradient id="g" gradientUnits="userSpaceOnUse">{stops}</linearGradient>').points == (
        0, 0, 96, 0,
    )  # fmt: skip


def test_a_gradient_is_repeated_and_reflected_as_often_as_it_is_seen() -> None:
    """Every second one runs back; light from outside a circle comes from its rim."""
    stops = '<stop stop-color="red"/><stop offset="1" stop-color="blue"/>'
    spread = gradient(f'<linearGradient id="g" x2=".5" spreadMethod="reflect">{stops}</linearGradient>')
    first, last = spread.points[0], spread.points[2]
    assert (first, last) == (-0.5, 1.5)
    assert [colour.blue for _, colour in spread.stops[1:-1:4]] == [1, 0, 1, 0]
    fx, _, _, cx, _, r = gradient(f'<radialGradient id="g" cx="0" r="1" fx="9">{stops}</radialGradient>').points
    assert cx < fx < cx + r
    tiny = f'<linearGradient id="g" x2="1e-6" spreadMethod="repeat">{stops}</linearGradient>'
    assert faults(f'{tiny}<rect width="10" height="10" fill="url(#g)"/>') == [
        ("page.svg_too_large", Phrase("page.svg_counts", {"most": "256"}))
    ]


def test_a_pattern_is_a_tile() -> None:
    """Its cell stands in the space of the shape, in shares of its box or in units; it may borrow and be turned."""
    inner = '<rect width="1" height="2" fill="red"/>'
    one = path(
        f'<pattern id="p" width=".5" height="25%">{inner}</pattern><rect x="8" width="4" height="8" fill="url(#p)"/>'
    )
    assert isinstance(one.fill, Tiling)
    assert one.fill.cell == (8, 0, 2, 2)
    lent = f'<pattern id="q" width="3" height="3" patternUnits="userSpaceOnUse">{inner}</pattern>'
    hatch = path(
        f'{lent}<pattern id="p" href="#q" patternTransform="scale(2)"/><rect width="4" height="8" fill="url(#p)"/>'
    )
    assert isinstance(hatch.fill, Tiling)
    assert (hatch.fill.cell, hatch.fill.matrix[0]) == ((0, 0, 3, 3), 2)
    fill = '<rect width="9" height="9" fill="url(#p)"/>'
    assert faults(f'<pattern id="p" width="1" height="1">{fill}</pattern>{fill}') == [("page.svg_round", "p → p")]


def test_markers_stand_at_the_corners_and_look_along() -> None:
    """At the start, between and at the end; a closed outline has its last one where it began."""
    known = list(places(outline_of("M0 0h10v10"), (True, True, True)))
    assert [(kind, at) for kind, at, _ in known] == [(0, (0, 0)), (1, (10, 0)), (2, (10, 10))]
    assert [angle for _, _, angle in known] == pytest.approx([0, 0.7853981634, 1.5707963268])
    assert len(list(places(outline_of("M0 0h10v10z"), (False, True, False)))) == 2
    marker = '<marker id="m" refX="1" orient="auto"><path d="M0 0h3v3z" fill="context-stroke"/></marker>'
    line, arrow = drawn(f'{marker}<path d="M0 8h8" stroke="red" stroke-width="2" marker-end="url(#m)"/>')
    assert isinstance(line, Drawn)
    assert isinstance(arrow, Group)
    (head,) = arrow.items
    assert isinstance(head, Drawn)
    assert head.fill == Colour(1, 0, 0)
    assert head.matrix == pytest.approx((1.5, 0, 0, 1.5, 4.5, 6))


def test_a_mask_of_white_shapes_cuts() -> None:
    """So does any colour in a mask of opacity; one that fades is told."""
    mask = (
        '<mask id="m" fill="white"{about}><circle r="4"{own}/></mask><g mask="url(#m)"><rect width="9" height="9"/></g>'
    )
    (group,) = drawn(mask.format(about="", own=""))
    assert isinstance(group, Group)
    assert isinstance(group.clip, Clip)
    assert len(drawn(mask.format(about=' style="mask-type:alpha"', own=' fill="red"'))) == 1
    assert faults(mask.format(about="", own=' fill="#888"')) == [("page.svg_undrawn", "mask")]


def test_clip_paths_may_be_clipped_and_fit_a_box() -> None:
    """Both areas hold; one in shares of a box fits what it clips."""
    clips = (
        '<clipPath id="a" clip-path="url(#b)"><rect width="4" height="4"/></clipPath>'
        '<clipPath id="b" clipPathUnits="objectBoundingBox"><rect width=".5" height="1"/></clipPath>'
    )
    (outer,) = drawn(f'{clips}<rect x="2" width="8" height="8" clip-path="url(#a)"/>')
    assert isinstance(outer, Group)
    assert outer.clip is not None
    assert outer.clip.outlines[0][0] == pytest.approx((6, 0, 0, 6, 1.5, 0))
    (inner,) = outer.items
    assert isinstance(inner, Group)
    assert inner.clip is not None


@pytest.mark.parametrize(
    "unseen",
    [
        '<text visibility="hidden">x</text>',
        '<g opacity="0"><text>x</text><rect filter="url(#f)" width="9" height="9"/></g>',
        '<g style="display:none;filter:url(#f);mix-blend-mode:multiply"><image href="a.png"/></g>',
        "<text> <tspan> </tspan></text>",
        '<svg width="0"><text>x</text></svg>',
        "<defs><text>x</text></defs>",
        '<g filter="url(#f)"/>',
        "<metadata><image href='a.png'/></metadata><font/>",
    ],
)
def test_what_is_not_seen_is_not_judged(unseen: str) -> None:
    """Tooltips that wait for a mouse, empty lines of text, layers that are off."""
    assert path(f"{unseen}{SQUARE}").fill == Colour(0, 0, 0)


@pytest.mark.parametrize(
    ("sheet", "red"),
    [
        ("* {fill:red}", True),
        (".a rect {fill:red}", True),
        (".a>rect {fill:red}", False),
        ("g.b > rect.c, x {fill:red}", True),
        ("rect.c{fill:red} rect{fill:blue}", True),
        ("rect{fill:red!important} .c{fill:blue}", True),
        (".c.d {fill:red}", False),
        ("rect:hover {fill:red} text:first-child{font-size:9px}", False),
        ("svg:root .c {fill:red}", True),
        ("/* .c{} */ @charset 'x'; .c{fill:red}", True),
    ],
)
def test_rules_hold_where_they_say(sheet: str, red: bool) -> None:
    """Within, directly within, several classes; what weighs more wins, and nothing on paper is pointed at."""
    inner = '<rect class="c" width="4" height="4"/>'
    one = path(f'<style>{sheet}</style><g class="a"><g class="b">{inner}</g></g>')
    assert (one.fill == Colour(1, 0, 0)) is red


def test_short_names_and_chinese_encodings_are_read() -> None:
    """Names of namespaces in a document type, as Illustrator writes them; GBK, as older programs here did."""
    square = "<rect width='3' height='3'/>"
    named = (
        f'<!DOCTYPE svg [<!ENTITY s "http://www.w3.org/2000/svg">]><svg xmlns="&s;" viewBox="0 0 9 9">{square}</svg>'
    )
    assert read_drawing(named.encode())[1] == []
    gbk = f'<?xml version="1.0" encoding="GB2312"?>{OPEN}<title>镕桥</title>{square}</svg>'
    assert read_drawing(gbk.encode("gb18030"))[1] == []


def test_a_circle_of_uses_is_one_error_that_names_it() -> None:
    """Wherever it is entered."""
    both = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    assert faults(both) == [("page.svg_round", "a → b → a")]
    assert faults('<g id="a"><use href="#a"/></g>') == [("page.svg_round", "a → a")]


def test_a_hairline_stays_one_and_a_background_is_drawn() -> None:
    """`non-scaling-stroke`: so many pixels wide whatever the scale; a page's colour behind a chart."""
    one = path('<path d="M0 0h1" transform="scale(8 2)" stroke="red" fill="none" vector-effect="non-scaling-stroke"/>')
    assert one.matrix == (0.75, 0, 0, 0.75, 0, 0)
    assert one.commands == (("M", 0, 0), ("L", 8, 0))
    found, _ = read_drawing(f'{OPEN[:-1]} style="background:#ff0000">{SQUARE}</svg>'.encode())
    assert found is not None
    ground = found.group.items[0]
    assert isinstance(ground, Drawn)
    assert (ground.fill, ground.commands[2]) == (Colour(1, 0, 0), ("L", 72, 36))


def test_a_drawing_within_has_percentages_of_its_own() -> None:
    """Half of the inner view; `overflow: visible` clips nothing."""
    one = path('<svg width="20" height="20" overflow="visible"><rect width="50%" height="50%"/></svg>')
    assert one.commands[1] == ("L", 10, 0)


HOSTILE = {
    "comments": "<style>" + 400_000 * "/*" + "</style>",
    "one style, many uses": f'<rect id="a" width="9" height="9" style="{99_999 * "fill:red;"}"/>'
    + 999 * '<use href="#a"/>',
    "small cells": '<pattern id="p" width="1e-6" height="1e-6"><rect width="1" height="1"/></pattern>'
    '<rect width="9" height="9" fill="url(#p)"/>',
    "patterns in patterns": "".join(
        f'<pattern id="p{n}" width=".1" height=".1"><rect width="9" height="9" fill="url(#p{n + 1})"/></pattern>'
        for n in range(20)
    ) + '<rect width="9" height="9" fill="url(#p0)"/>',
    "markers": f'<marker id="m"><path d="M0 0{999 * "h1"}"/></marker>'
    f'<path marker-mid="url(#m)" d="M0 0{9999 * "h1v1"}"/>',
    "markers in markers": "".join(
        f'<marker id="m{n}"><path marker-mid="url(#m{n + 1})" d="M0 0{30 * "h1"}"/></marker>' for n in range(9)
    ) + f'<marker id="m9"/><path marker-mid="url(#m0)" d="M0 0{30 * "h1"}"/>',
    "classes": f"<style>{99_999 * '.a'}!{{fill:red}}</style>",
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_what_multiplies_has_an_end(name: str) -> None:
    """It is refused, and soon."""
    start = monotonic()
    assert faults(HOSTILE[name])[0][0] in ("page.svg_too_large", "page.svg_undrawn")
    assert monotonic() - start < 20


def test_a_rule_within_rules_is_no_riddle() -> None:
    """Sixty groups within one another, and a rule for eight of them."""
    start = monotonic()
    inner = f"{60 * '<g>'}{999 * SQUARE}{60 * '</g>'}"
    assert len(drawn(f"<style>{'g ' * 7}rect{{fill:red}}</style>{inner}")) == 999
    assert monotonic() - start < 10
