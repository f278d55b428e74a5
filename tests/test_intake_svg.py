from __future__ import annotations

from math import cos, hypot, isclose, radians, sin
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jxprint.artwork import Colour, Gradient, Group, times
from jxprint.artwork import Path as Drawn
from jxprint.intake.svg import bounds, numbers, outlines, read_drawing
from jxprint.intake.svg.numbers import transform
from jxprint.intake.svg.outlines import outline_of
from jxprint.intake.svg.paints import colour

PAGE = Path(__file__).resolve().parent / "pages" / "artwork"
OPEN = b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 96 48">'


def drawn(inside: str) -> tuple[Drawn | Group, ...]:
    """What a sound drawing of 72 × 36 pt draws."""
    found, faults = read_drawing(OPEN + inside.encode() + b"</svg>")
    assert not faults
    assert found is not None
    assert (found.width, found.height) == (72, 36)
    return found.group.items


def path(inside: str) -> Drawn:
    """The one path that is drawn."""
    (one,) = drawn(inside)
    assert isinstance(one, Drawn)
    return one


def refused(data: bytes) -> dict[str, dict[str, object]]:
    """Why a file is no drawing."""
    found, faults = read_drawing(data)
    assert found is None
    assert faults
    return dict(faults)


def keys(inside: str) -> set[str]:
    """The messages about a drawing."""
    return set(refused(OPEN + inside.encode() + b"</svg>"))


def test_relative_and_absolute_path_data_are_one_outline() -> None:
    """Small letters go on from the pen, H and V along one side; a pair behind a move is a line."""
    assert outline_of("M10,10h20v-5l-20 0z m5 5 1 1") == (
        ("M", 10, 10), ("L", 30, 10), ("L", 30, 5), ("L", 10, 5), ("Z",), ("M", 15, 15), ("L", 16, 16),
    )  # fmt: skip


def test_numbers_need_nothing_between_them() -> None:
    """A sign or a second point starts the next number; flags of an arc are one digit each."""
    assert outline_of("M1-2.5L.5.5-1e1-1") == (("M", 1, -2.5), ("L", 0.5, 0.5), ("L", -10, -1))
    arc = outline_of("M0 0a5 5 0 0110 0")
    assert arc[-1][-2:] == (10.0, 0.0)


def test_what_follows_a_close_begins_where_that_outline_did() -> None:
    """A line behind Z starts a new outline of its own (SVG 1.1, 8.3.3)."""
    assert outline_of("M1 2L5 6Zl1 1") == (("M", 1, 2), ("L", 5, 6), ("Z",), ("M", 1, 2), ("L", 2, 3))


def test_smooth_curves_mirror_the_last_control_point() -> None:
    """S mirrors a cubic's, T a quadratic's, and neither the other's."""
    assert outline_of("M0 0C0 1 2 3 4 3S8 1 8 0")[2] == ("C", 6, 3, 8, 1, 8, 0)
    (_, x1, y1, *_) = outline_of("M0 0Q3 3 6 0T12 0")[2]
    assert (x1, y1) == (8.0, -2.0)
    assert outline_of("M0 0C0 1 2 3 4 3T10 3")[2] == ("C", 4.0, 3.0, 6.0, 3.0, 10.0, 3.0)


@given(
    st.floats(1, 50), st.floats(1, 50), st.floats(-180, 180), st.booleans(), st.booleans(),
    st.floats(0.1, 3), st.floats(0.1, 3),
)  # fmt: skip
def test_arcs_stand_on_their_ellipse(
    rx: float, ry: float, turn: float, large: bool, sweep: bool, one: float, two: float
) -> None:
    """Every knot of an arc's curves is as far from one middle as the ellipse says (SVG 1.1, F.6)."""
    c, s = cos(radians(turn)), sin(radians(turn))

    def at(angle: float) -> tuple[float, float]:
        x, y = rx * cos(angle), ry * sin(angle)
        return c * x - s * y, s * x + c * y

    (x1, y1), (x2, y2) = at(0), at(one + two)
    if hypot(x2 - x1, y2 - y1) < 0.1:
        return
    data = f"M{x1:.9f} {y1:.9f}A{rx:.9f} {ry:.9f} {turn:.9f} {large:d} {sweep:d} {x2:.9f} {y2:.9f}"
    knots = [(x1, y1)] + [(float(command[-2]), float(command[-1])) for command in outline_of(data)[1:]]
    assert isclose(knots[-1][0], x2, abs_tol=1e-6)
    # One of the two middles that there are: ours, at the origin, or the one mirrored at the chord.
    on = [
        all(
            isclose(hypot((c * dx + s * dy) / rx, (c * dy - s * dx) / ry), 1, abs_tol=1e-3)
            for dx, dy in ((x - mx, y - my) for x, y in knots)
        )
        for mx, my in ((0.0, 0.0), (x1 + x2, y1 + y2))
    ]
    assert any(on)


def test_transforms_apply_from_right_to_left() -> None:
    """What is turned about a point leaves that point where it is."""
    a, b, c, d, e, f = transform("rotate(30 10 20)")
    assert isclose(a * 10 + c * 20 + e, 10)
    assert isclose(b * 10 + d * 20 + f, 20)
    assert transform("translate(1,2) scale(3)") == times((3, 0, 0, 3, 0, 0), (1, 0, 0, 1, 1, 2))
    with pytest.raises(ValueError, match="spin"):
        transform("spin(3)")


@pytest.mark.parametrize(
    ("written", "red", "green", "blue", "opacity"),
    [
        ("#f00", 255, 0, 0, 1),
        ("#00FF0080", 0, 255, 0, 128 / 255),
        ("rgb(1, 2,3)", 1, 2, 3, 1),
        ("rgb(100% 0% 0% / 50%)", 255, 0, 0, 0.5),
        ("rgba(0,0,255,.25)", 0, 0, 255, 0.25),
        ("SlateGray", 112, 128, 144, 1),
        ("transparent", 0, 0, 0, 0),
    ],
)
def test_colours(written: str, red: int, green: int, blue: int, opacity: float) -> None:
    """Named, hexadecimal and rgb() colours, with their opacity."""
    found, alpha = colour(written)
    assert (found.red, found.green, found.blue) == (red / 255, green / 255, blue / 255)
    assert isclose(alpha, opacity)


def test_a_shape_is_black_unless_it_says_otherwise() -> None:
    """The fill of SVG is black, and it has no stroke; a pixel is three quarters of a point."""
    one = path('<rect x="1" y="2" width="3" height="4"/>')
    assert one.fill == Colour(0, 0, 0)
    assert one.stroke is None
    assert one.matrix == (0.75, 0, 0, 0.75, 0, 0)
    assert one.commands == (("M", 1, 2), ("L", 4, 2), ("L", 4, 6), ("L", 1, 6), ("Z",))


def test_properties_come_from_attributes_sheets_and_style_in_this_order() -> None:
    """`style` weighs more than the sheet, the sheet more than an attribute; groups hand on what is inherited."""
    sheet = "<style>rect{fill:#010101}.a{fill:#020202}#i{fill:#030303}</style>"
    for given_, grey in (('fill="red"', 1), ('class="a"', 2), ('class="a" id="i"', 3), ('style="fill:#040404"', 4)):
        assert path(f'{sheet}<rect width="9" height="9" {given_}/>').fill == Colour(*3 * (grey / 255,))
    inherited = path('<g fill="none" stroke="blue" opacity="1"><g stroke-width="2"><path d="M0 0L9 9"/></g></g>')
    assert inherited.fill is None
    assert inherited.stroke is not None
    assert inherited.stroke.width == 2


def test_a_group_lets_through_as_one() -> None:
    """Opacity is the group's, not that of each of its paths; opacity of a fill is the fill's."""
    (group,) = drawn('<g opacity=".5"><circle r="9"/><circle cx="5" r="9" fill-opacity=".2"/></g>')
    assert isinstance(group, Group)
    assert group.opacity == 0.5
    assert [item.opacity for item in group.items] == [1, 0.2]


def test_what_is_used_is_drawn_where_it_is_used() -> None:
    """`use` moves what stands elsewhere; what stands among definitions is not drawn by itself."""
    one = path('<defs><rect id="r" width="4" height="4"/></defs><use xlink:href="#r" x="10" y="20"/>')
    assert one.matrix == (0.75, 0, 0, 0.75, 7.5, 15)


def test_gradients_fit_their_shape() -> None:
    """A gradient in a box's units has the box's place and size; one that borrows its stops has them."""
    stops = '<linearGradient id="s"><stop offset="0" stop-color="red"/><stop offset="100%"/></linearGradient>'
    one = path(f'{stops}<linearGradient id="g" href="#s"/><rect x="8" width="4" height="2" fill="url(#g)"/>')
    assert isinstance(one.fill, Gradient)
    assert one.fill.matrix == (4, 0, 0, 2, 8, 0)
    assert one.fill.stops == ((0, Colour(1, 0, 0)), (1, Colour(0, 0, 0)))


def test_a_view_box_stands_whole_in_the_middle() -> None:
    """A drawing whose sides are not its view's is fitted, never stretched, as SVG says."""
    found, _ = read_drawing(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="10mm" viewBox="0 0 1 1"><path d="M0 0h1"'
        b' stroke="#000"/></svg>'
    )
    assert found is not None
    (one,) = found.group.items
    assert isinstance(one, Drawn)
    across, _, _, down, left, top = one.matrix
    assert isclose(across, down)
    assert isclose(left, found.width / 4)
    assert isclose(top, 0, abs_tol=1e-9)


REFUSED = [
    ("<script/>", "page.svg_script"),
    ('<rect width="3" height="3" onload="alert(1)"/>', "page.svg_script"),
    ('<a xlink:href="https://example.org/"><path d="M0 0h3"/></a>', "page.svg_link"),
    ('<image href="data:image/png;base64,AA=="/>', "page.svg_image"),
    ('<use href="other.svg#a"/>', "page.svg_link"),
    ('<rect width="3" height="3" style="fill:url(http://example.org/a.svg#b)"/>', "page.svg_link"),
    ("<style>@import url(x.css);</style>", "page.svg_link"),
    ("<foreignObject><p/></foreignObject>", "page.svg_foreign"),
    ('<g><set attributeName="fill" to="red"/></g>', "page.svg_moves"),
    ('<path d="M0 0h3"><animate attributeName="x" to="9" dur="1s"/></path>', "page.svg_moves"),
    ('<path d="M0 0h3"><animateTransform type="rotate" to="9" dur="1s"/></path>', "page.svg_moves"),
    ("<text>广告</text>", "page.svg_text"),
    ('<rect width="3" height="3" filter="url(#f)"/>', "page.svg_undrawn"),
    ("<marquee/>", "page.svg_undrawn"),
    ("<svg/>", "page.svg_empty"),
    ('<rect x="200" width="3" height="3"/>', "page.svg_empty"),
    ('<rect width="3" height="3" style="transform:rotate(9deg)"/>', "page.svg_undrawn"),
    ("<style>@media print{rect{fill:red}}</style>", "page.svg_undrawn"),
    ("<style>g + rect{fill:red}</style>", "page.svg_undrawn"),
    ('<clipPath id="c"><text/></clipPath><g clip-path="url(#c)"><path d="M0 0h3"/></g>', "page.svg_undrawn"),
    ('<path d="M0 0h3" transform="scale(0)"/>', "page.svg_empty"),
    ("<animate/>", "page.svg_moves"),
    ('<path d="M0 0L"/>', "page.svg_no_value"),
    ('<path d="L0 0"/>', "page.svg_no_value"),
    ('<rect width="-3" height="3"/>', "page.svg_no_value"),
    ('<rect width="1e30" height="3"/>', "page.svg_no_value"),
    ('<rect width="3" height="3" fill="reddish"/>', "page.svg_no_value"),
    ('<rect width="3" height="3" transform="spin(3)"/>', "page.svg_no_value"),
    ('<use href="#nobody"/>', "page.svg_nothing_named"),
    ('<g id="a"><use href="#a"/></g>', "page.svg_round"),
    ('<use id="a" href="#a"/>', "page.svg_round"),
    ('<g id="a"><use href="#b"/></g><defs><g id="b"><use href="#a"/></g></defs>', "page.svg_round"),
    ('<image href="data:image/png;base64,AA==" width="3" height="3"/>', "page.svg_image"),
    ('<image href="photo.jpg" width="3" height="3"/>', "page.svg_link"),
    ('<script href="http://example.org/a.js"/>', "page.svg_script"),
    (
        '<style>@import url("http://example.org/a.css"); rect{fill:red}</style><rect width="3" height="3"/>',
        "page.svg_link",
    ),
    ('<rect width="3" height="3" fill="url(http://example.org/#g)"/>', "page.svg_link"),
    ("", "page.svg_empty"),
    ("<g>", "page.svg_damaged"),
    ("&lol;", "page.svg_damaged"),
]


@pytest.mark.parametrize(("inside", "key"), REFUSED)
def test_what_no_paper_can_show_is_refused(inside: str, key: str) -> None:
    """Scripts, links outside, foreign matter, text, and all that would be left out in silence."""
    assert key in keys(inside)


@pytest.mark.parametrize(("inside", "key"), REFUSED)
def test_each_fault_is_one_error(inside: str, key: str) -> None:
    """What follows from a fault is not told as another one."""
    assert list(refused(OPEN + inside.encode() + b"</svg>")) in ([key], ["page.svg_damaged"])


def test_a_link_outside_is_one_finding() -> None:
    """What it names was missed in the file as well."""
    assert set(refused(OPEN + b'<use href="other.svg#a"/><path d="M0 0h3v3z"/></svg>')) == {"page.svg_link"}


def test_everything_is_told_at_once_with_its_line() -> None:
    """One finding for each kind of thing, at the first line that has it."""
    found = refused(OPEN + b"\n<script/>\n<text>x</text>\n<script/>\n<foreignObject/></svg>")
    assert {key: args["line"] for key, args in found.items()} == {
        "page.svg_script": 2, "page.svg_text": 3, "page.svg_foreign": 5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b'<!DOCTYPE svg [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>' + OPEN + b"</svg>", "page.svg_doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a SYSTEM "a.txt">]>' + OPEN + b"</svg>", "page.svg_doctype"),
        (b'<!DOCTYPE svg [<!ENTITY % a "b">]>' + OPEN + b"</svg>", "page.svg_doctype"),
        (b'<!DOCTYPE svg [<!ATTLIST rect fill CDATA "red">]>' + OPEN + b"</svg>", "page.svg_doctype"),
        (b'<!DOCTYPE svg [<!ENTITY a "' + 401 * b"x" + b'">]>' + OPEN + b"</svg>", "page.svg_doctype"),
        (b'<?xml version="1.0" encoding="GBK"?>' + OPEN + b"<title>\xff\xff</title></svg>", "page.svg_damaged"),
        (b'<?xml-stylesheet href="x.css"?>' + OPEN + b"</svg>", "page.svg_link"),
        (b'<svg viewBox="0 0 9 9"/>', "page.svg_no_svg"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "page.svg_no_svg"),
        (b"", "page.picture_blank"),
        (b" \n", "page.picture_blank"),
        (b"\xff\xfe<", "page.svg_damaged"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>', "page.svg_no_size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "page.svg_no_size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9km" height="3"/>', "page.svg_no_value"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="900in" height="3"/>', "page.svg_too_large"),
        (OPEN + 70 * b"<g>" + 70 * b"</g>" + b"</svg>", "page.svg_too_large"),
        (OPEN + 50_001 * b"<g/>" + b"</svg>", "page.svg_too_large"),
        (OPEN + (9 << 20) * b" " + b"</svg>", "page.svg_too_large"),
    ],
)
def test_files_that_are_no_drawing_are_refused(data: bytes, key: str) -> None:
    """Document types, other namespaces, no size, too deep, too many."""
    assert key in refused(data)


@pytest.mark.parametrize("shape", [f'<path d="M0 0{1000 * "h1"}"/>', f'<polygon points="{2002 * "1 "}"/>'])
def test_an_outline_has_an_end(monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    """A single path of more commands, or a polygon of more points, than a whole drawing may have."""
    for module in (numbers, outlines, bounds):
        monkeypatch.setattr(module, "MOST_COMMANDS", 1000)
    assert keys(shape) == {"page.svg_too_large"}


def test_what_uses_what_uses_what_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten levels of ten uses each are ten thousand million shapes: the drawing is refused, and soon."""
    monkeypatch.setattr(bounds, "MOST_SHAPES", 5000)
    levels = "".join(f"""<g id="g{level + 1}">{10 * f'<use href="#g{level}"/>'}</g>""" for level in range(10))
    assert "page.svg_too_large" in keys(f'<g id="g0"><path d="M0 0h3"/></g>{levels}')


@pytest.mark.parametrize("text", ["(" * 20_000, " " * 20_000, "M" + "0 " * 20_000 + "x", "url(" * 5_000])
def test_long_nonsense_takes_no_long_time(text: str) -> None:
    """No value of a length that a file may have is read over and over again."""
    for attribute in ("d", "transform", "points", "fill", "style", "clip-path", "stroke-dasharray"):
        name = "polygon" if attribute == "points" else "path"
        read_drawing(OPEN + f'<{name} stroke="red" {attribute}="{text}"/></svg>'.encode())
    read_drawing(OPEN + f"<style>{text}</style></svg>".encode())


@pytest.mark.parametrize("file", sorted(PAGE.glob("*.svg")), ids=lambda file: file.stem)
def test_the_drawings_of_the_page_are_sound(file: Path) -> None:
    """The page's own drawings are read without a word."""
    found, faults = read_drawing(file.read_bytes())
    assert found is not None
    assert faults == []


@given(st.data())
def test_a_spoiled_drawing_is_drawn_or_refused(data: st.DataObject) -> None:
    """Whatever byte is changed: there is a drawing and no fault, or there are faults and no drawing."""
    whole = bytearray((PAGE / "bridge.svg").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(whole) - 1))
        put = data.draw(st.sampled_from([b"", b"<", b'"', b"-", b"9e9", b"#", b"x"]))
        whole[at : at + data.draw(st.integers(0, 3))] = put
    found, faults = read_drawing(bytes(whole))
    assert (found is None) == bool(faults)


def test_a_switch_draws_the_first_that_asks_for_nothing() -> None:
    """What a program keeps for itself beside it is no foreign matter on paper."""
    inside = (
        '<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/"/>'
        '<g systemLanguage="fr"><rect width="1" height="1"/></g>'
        '<rect width="3" height="3"/><rect width="9" height="9"/></switch>'
    )
    assert path(inside).commands[1] == ("L", 3, 0)


def test_what_is_hidden_is_not_refused() -> None:
    """A template layer with a photograph to be traced, and text in a hidden layer."""
    hidden = (
        '<g display="none"><image href="photo.jpg"/><text>样稿</text></g><image style="display:none" href="a.png"/>'
    )
    assert path(f'{hidden}<rect width="3" height="3"/>').commands[1] == ("L", 3, 0)


def test_a_symbol_is_drawn_where_it_is_used_as_large_as_it_is_used() -> None:
    """Its view box is fitted into the use's width and height, and what is outside is clipped."""
    symbol = '<symbol id="s" viewBox="0 0 10 10"><rect width="10" height="10"/></symbol>'
    (group,) = drawn(f'{symbol}<use href="#s" x="8" y="4" width="20" height="20"/>')
    assert isinstance(group, Group)
    (square,) = group.items
    assert isinstance(square, Drawn)
    # 96 units of the drawing are 72 points.
    assert square.matrix == pytest.approx((1.5, 0, 0, 1.5, 6, 3))
    assert group.clip is not None
    assert group.clip.outlines[0][1][1:3] == (("L", 20, 0), ("L", 20, 20))


def test_a_drawing_within_a_drawing_has_its_own_space() -> None:
    """A nested svg moves, scales and clips."""
    (group,) = drawn('<svg x="10" y="10" width="20" height="10" viewBox="0 0 2 1"><rect width="1" height="1"/></svg>')
    assert isinstance(group, Group)
    (square,) = group.items
    assert isinstance(square, Drawn)
    assert square.matrix == pytest.approx((7.5, 0, 0, 7.5, 7.5, 7.5))


def test_a_stroke_may_lie_under_its_fill() -> None:
    """`paint-order: stroke`, as lettering with an edge has it: two paths, the stroke first."""
    under, over = drawn('<rect width="3" height="3" fill="red" stroke="blue" style="paint-order:stroke fill markers"/>')
    assert isinstance(under, Drawn)
    assert isinstance(over, Drawn)
    assert under.fill is None
    assert under.stroke is not None
    assert over.stroke is None
    assert path('<rect width="3" height="3" fill="red" style="paint-order:stroke"/>').stroke is None


@pytest.mark.parametrize(
    ("written", "colour_", "opacity"),
    [
        ("hsl(0, 100%, 50%)", (1, 0, 0), 1),
        ("hsl(120deg 100% 25%)", (0, 0.5, 0), 1),
        ("hsla(240, 100%, 50%, 0.5)", (0, 0, 1), 0.5),
        ("hsl(480 100% 50% / 25%)", (0, 1, 0), 0.25),
        ("hsl(0, 0%, 40%)", (0.4, 0.4, 0.4), 1),
    ],
)
def test_hues_are_colours(written: str, colour_: tuple[float, ...], opacity: float) -> None:
    """Hue, saturation and lightness (CSS Color 3, 4.2.4)."""
    found, seen = colour(written)
    assert (found.red, found.green, found.blue) == pytest.approx(colour_)
    assert seen == opacity


def test_a_document_type_that_says_nothing_is_let_be() -> None:
    """As drawing programs wrote it for twenty years; what it alone could tell is an error."""
    kind = b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    found, faults = read_drawing(kind + OPEN + b'<rect width="3" height="3"/></svg>')
    assert found is not None
    assert not faults
    found, faults = read_drawing(kind + OPEN + b'<title>&copy;</title><rect width="3" height="3"/></svg>')
    assert found is None
    assert faults[0][1]["what"] == "&copy;"


def test_names_of_colours_stay_known_after_somebody_drew_with_them() -> None:
    """Pillow puts numbers into its list of names."""
    from PIL import ImageColor

    from jxprint.intake.svg import paints

    for name in ("black", "tomato"):
        ImageColor.getrgb(name)
    paints._names.cache_clear()
    assert paints.colour("black") == paints.colour("#000")
    assert paints.colour("tomato") == paints.colour("#ff6347")
