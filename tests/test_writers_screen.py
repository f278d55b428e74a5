"""Pages for a browser: every glyph where it was placed, and the copy over it as text in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace
from PIL import Image

import jxprint
from every_page import EVERY_PAGE, JIAXING, TREE
from jxprint.cli import main
from jxprint.composition.lines import Setting, set_line
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.ink import BLACK, Ink
from jxprint.placed import Article, GlyphRun, PlacedPage, PlacedPicture, TextBlock
from jxprint.writers.screen.html import html
from jxprint.writers.screen.marks import colour
from jxprint.writers.screen.svg import svg

NS = "{http://www.w3.org/2000/svg}"
CHAOXUN = TREE / "layout" / "chaoxun"
# Roles of what has lines of its own.
CELLS = frozenset(("cell", "columnheader", "listitem"))
VOID = frozenset(("meta", "rect", "path", "use", "line", "image"))


class Element:
    """An element of a parsed HTML file."""

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Element | str] = []

    def all(self, name: str) -> Iterator[Element]:
        """Every element of a name under this one, in order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.name == name:
                    yield child
                yield from child.all(name)

    def text(self, without: str = "") -> str:
        """Its text, that of elements of one name left out."""
        return "".join(
            child if isinstance(child, str) else "" if child.name == without else child.text(without)
            for child in self.children
        )

    def style(self) -> dict[str, float]:
        """Lengths of its style attribute, in points."""
        return {name: float(value) for name, value in re.findall(r"([a-z-]+):(-?[\d.]+)pt", self.attributes["style"])}


class Parser(HTMLParser):
    """Puts elements into a tree and minds that every one is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element without content."""
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        assert self.open.pop().name == tag

    def handle_data(self, data: str) -> None:
        """Text."""
        self.open[-1].children.append(data)


def parsed(data: bytes) -> Element:
    """An HTML file as a tree."""
    parser = Parser()
    parser.feed(data.decode("utf-8"))
    assert len(parser.open) == 1
    return parser.open[0]


def copy_of(page: PlacedPage) -> list[str]:
    """The page's copy in reading order: a head, paragraph, caption or folio each; head lines together are one."""
    found: list[tuple[str, str]] = []
    for article in page.articles:
        found.append(("", ""))
        for block in article.blocks:
            if isinstance(block, PlacedPicture):
                continue
            text = "".join(line.text for line in block.lines)
            if block.role == "headline" and found[-1][0] == "headline":
                text = found.pop()[1] + text
            found.append((block.role, text))
    return [text for _, text in found if text]


def html_copy(tree: Element) -> list[str]:
    """What an HTML file says in its heads and paragraphs."""
    found: list[str] = []

    def walk(element: Element) -> None:
        for child in element.children:
            if isinstance(child, Element):
                if re.fullmatch("p|h[1-6]", child.name) or child.attributes.get("role") in CELLS:
                    found.append(child.text(without="rt"))
                else:
                    walk(child)

    walk(next(tree.all("body")))
    return found


@pytest.fixture(scope="module", params=EVERY_PAGE, ids=[path.name for path in EVERY_PAGE])
def page(request: pytest.FixtureRequest, library: Library) -> PlacedPage:
    """Every page of the tests."""
    return jxprint.compose(jxprint.read_page(request.param), library)


def test_the_text_of_html_is_the_copy(page: PlacedPage, library: Library) -> None:
    """Paragraph by paragraph, in reading order; a reading is in an element of its own."""
    assert html_copy(parsed(html([page], library))) == copy_of(page)


def test_the_text_of_svg_is_the_copy(page: PlacedPage, library: Library) -> None:
    """One text element a paragraph; nothing stands between its lines."""
    root = ElementTree.fromstring(svg(page, library))
    assert ["".join(one.itertext()) for one in root.iter(f"{NS}text")] == copy_of(page)


def test_lines_of_html_stand_where_they_were_placed(page: PlacedPage, library: Library) -> None:
    """Each line's first part starts at the line's own start, to a hundredth of a point; a drop cap on its baseline."""
    (copy,) = [one for one in parsed(html([page], library)).all("div") if one.attributes.get("class") == "copy"]
    spots = {
        (round(style["left"], 2), round(style["top"], 2))
        for one in copy.all("span")
        if one.attributes.get("class", "").startswith("l ")
        for style in [one.style()]
    }
    for block in page.text_blocks():
        for line in block.lines:
            x, y = (line.x, line.runs[0].y) if line.length is not None else (line.runs[0].x, line.y)
            if block.initial is not None and line is block.lines[0]:
                y = line.runs[0].y
            if line.length is not None and line.runs[0].orientation == "horizontal":
                y -= 0.88 * line.runs[0].size
            assert any(abs(x - left) <= 0.011 and abs(y - top) <= 0.011 for left, top in spots), line.text


def test_lines_of_svg_stand_where_they_were_placed(page: PlacedPage, library: Library) -> None:
    """As many as there are lines, or more where links and bases part them; as long as they are on the page."""
    root = ElementTree.fromstring(svg(page, library))
    spans = [one for one in root.iter(f"{NS}tspan") if "x" in one.attrib]
    places = {(round(float(one.attrib["x"]), 2), round(float(one.attrib["y"]), 2)) for one in spans}
    lines = [
        (line, line.runs[0].y if block.initial is not None and not number else line.y)
        for block in page.text_blocks()
        for number, line in enumerate(block.lines)
    ]
    assert len(spans) >= len(lines)
    for line, y in lines:
        if line.length is None:
            x = line.runs[0].x
            assert any(abs(x - left) <= 0.011 and abs(y - top) <= 0.011 for left, top in places), line.text


def test_glyphs_are_drawn_where_they_were_placed(page: PlacedPage, library: Library) -> None:
    """Run by run and glyph by glyph, to a hundredth of a point; turned runs turned."""
    root = ElementTree.fromstring(svg(page, library))
    groups = [one for one in root.iter(f"{NS}g") if one.attrib.get("transform", "").startswith("translate")]
    runs = [run for run in page.runs() if any(library.face(run.face).outline(glyph) for glyph in run.glyphs)]
    assert len(groups) == len(runs)
    for group, run in zip(groups, runs, strict=True):
        match = re.fullmatch(r"translate\((\S+) (\S+)\)( rotate\(90\))? scale\((\S+)\)", group.attrib["transform"])
        assert match is not None
        assert float(match[1]) == pytest.approx(run.x, abs=0.01)
        assert float(match[2]) == pytest.approx(run.y, abs=0.01)
        assert bool(match[3]) == (run.orientation == "rotated")
        scale = float(match[4])
        uses = [float(use.attrib.get("x", "0")) * scale for use in group.iter(f"{NS}use")]
        if run.orientation != "vertical":
            assert uses == pytest.approx(list(pens(run, library)), abs=0.01)


def pens(run: GlyphRun, library: Library) -> Iterator[float]:
    """How far from the run's start each glyph that can be seen is drawn, in points."""
    pen = 0.0
    for glyph, advance, offset in zip(run.glyphs, run.advances, run.offsets or (0.0,) * len(run.glyphs), strict=True):
        if library.face(run.face).outline(glyph):
            yield pen + offset
        pen += advance


def test_outlines_are_defined_once(page: PlacedPage, library: Library) -> None:
    """Every use has its outline, and no outline is written twice or in vain."""
    for data in (svg(page, library), html([page], library)):
        text = data.decode("utf-8")
        ids = re.findall(r'<path id="([^"]+)"', text)
        assert len(ids) == len(set(ids))
        assert set(ids) == set(re.findall(r'<use href="#(g[^"]+)"', text))


def test_nothing_leads_outside(page: PlacedPage, library: Library) -> None:
    """No script, no style sheet, no picture or face of another file: what leads out are the links of the copy."""
    links = {run.link for run in page.runs() if run.link}
    for data in (svg(page, library), html([page], library)):
        text = data.decode("utf-8")
        assert "<script" not in text
        assert "javascript:" not in text
        assert not re.search(r"\son[a-z]+=", text)
        leading = set(re.findall(r'(?:href|src)="([^"]+)"', text)) | set(re.findall(r'url\("([^"]+)"', text))
        outside = {one for one in leading if not one.startswith(("#", "data:"))}
        assert outside <= {link.replace("&", "&amp;") for link in links}


def test_the_same_page_is_the_same_bytes(page: PlacedPage, library: Library) -> None:
    """SVG and HTML alike."""
    assert svg(page, library) == svg(page, library)
    assert html([page, page], library) == html([page, page], library)


def one_line(text: str, library: Library, **about: Any) -> PlacedPage:
    """A page with one paragraph of one line."""
    line = set_line(text, Setting(library.chain("song"), 10.0, 300.0, align="start"))
    placed = line.at(20.0, 30.0, part="A", field="paragraph", index=0)
    block = TextBlock("body", "paragraph", 0, (placed,), (Rect(20.0, 21.2, 300.0, 10.0),))
    article = Article("A", "story", about.pop("label", "A"), Rect(20.0, 20.0, 300.0, 100.0), (block,))
    whole = jxprint.compose(jxprint.read_page(JIAXING), library)
    return replace(whole, articles=(article,), under=(), over=(), **about)


@pytest.mark.parametrize("text", ["a<b>&amp;\"'</p>", "]]><script>alert(1)</script>", "两  个空格", "{link}"])
def test_everything_is_escaped(text: str, library: Library) -> None:
    """Copy that looks like markup comes back as copy; so do titles and labels."""
    page = one_line(text, library, label='"><b>', title="</title><script>", name="x")
    for data in (svg(page, library), html([page], library)):
        assert b"<script" not in data
        assert b"<b>" not in data
    assert html_copy(parsed(html([page], library))) == [text]
    root = ElementTree.fromstring(svg(page, library))
    assert ["".join(one.itertext()) for one in root.iter(f"{NS}text")] == [text]


def test_what_xml_cannot_say_is_replaced(library: Library) -> None:
    """A title with a control character is no reason for a file that no reader opens."""
    ElementTree.fromstring(svg(one_line("字", library, title="a\0b\x1fc"), library))


def test_inks_have_the_colours_of_print() -> None:
    """Black alone is a screen's black, paper its white; a tint is lighter than its ink, two inks darker than one."""
    assert colour(BLACK) == "#000000"
    assert colour(BLACK.tint(0.0)) == "#ffffff"
    assert colour(BLACK.tint(0.5)) == "#808080"
    assert colour(Ink("cyan", (1.0, 0.0, 0.0, 0.0))) == "#009ee3"
    assert colour(Ink("red", (0.0, 1.0, 1.0, 0.0))) == "#e60000"


def test_heads_have_their_levels(jiaxing_placed: PlacedPage, library: Library) -> None:
    """The page's main head is h1, the heads of stories are h2; pictures are figures with captions."""
    tree = parsed(html([jiaxing_placed], library))
    assert [one.text() for one in tree.all("h1")] == ["激活人才引擎赋能城市发展"]
    assert len(list(tree.all("h2"))) == 7
    assert [len(list(one.all("p"))) for one in tree.all("figcaption")] == [2, 2]
    assert len(list(tree.all("figure"))) == 2
    assert next(tree.all("html")).attributes["lang"] == "zh-CN"


def test_readings_are_ruby_and_no_copy(library: Library) -> None:
    """In HTML a reading is an rt behind its base; in SVG it is drawn alone."""
    page = jxprint.compose(jxprint.read_page(TREE / "tests" / "pages" / "readings"), library)
    readings = ["".join(run.text) for run in page.runs() if run.inline == "reading"]
    tree = parsed(html([page], library))
    assert "".join(one.text() for one in tree.all("rt")) == "".join(readings)
    assert all(len(list(one.all("rt"))) == 1 for one in tree.all("ruby"))


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "jpeg"), ("RGBA", "png")])
def test_pictures_are_in_the_file_as_they_are(mode: str, kind: str, tmp_path: Path, library: Library) -> None:
    """JPEG and PNG byte for byte, whole, and seen through their frame where they are cropped."""
    file = tmp_path / f"a.{kind}"
    Image.new(mode, (40, 20), "red").save(file)
    picture = PlacedPicture(Rect(10.0, 10.0, 50.0, 50.0), "红", file, (40, 20), Rect(0.25, 0.0, 0.5, 1.0))
    page = pictured(picture, library)
    root = ElementTree.fromstring(svg(page, library))
    (image,) = root.iter(f"{NS}image")
    assert image.attrib["href"].startswith(f"data:image/{kind};base64,")
    (seen,) = [one for one in root.iter(f"{NS}svg") if one is not root]
    assert seen.attrib["viewBox"] == "25 0 50 50"
    assert (image.attrib["width"], image.attrib["height"]) == ("100", "50")
    (figure,) = parsed(html([page], library)).all("figure")
    (box,) = figure.all("span")
    assert box.attributes["aria-label"] == "红"
    assert box.style() == {"left": 10.0, "top": 10.0, "width": 50.0, "height": 50.0}


def test_pictures_that_browsers_do_not_show_become_png(tmp_path: Path, library: Library) -> None:
    """TIFF, four inks, and what a camera held another way."""
    for name, mode, turned in (("a.tif", "RGB", 1), ("b.jpg", "CMYK", 1), ("c.jpg", "L", 6)):
        file = tmp_path / name
        Image.new(mode, (4, 2)).save(file)
        picture = PlacedPicture(Rect(0.0, 0.0, 9.0, 9.0), "", file, (4, 2), orientation=turned)
        assert b'href="data:image/png;base64,' in svg(pictured(picture, library), library)


def test_a_picture_that_is_seen_twice_is_in_the_file_once(tmp_path: Path, library: Library) -> None:
    """The second time the first is referred to, in its own size; in another file it is there again."""
    file = tmp_path / "a.png"
    Image.new("RGB", (40, 20), "red").save(file)
    frames = Rect(10.0, 10.0, 40.0, 20.0), Rect(10.0, 90.0, 80.0, 40.0)
    small, large = (PlacedPicture(frame, "红", file, (40, 20)) for frame in frames)
    page = pictured(small, library)
    page = replace(page, articles=(*page.articles, replace(page.articles[0], blocks=(large,))))
    text = html([page, page], library).decode("utf-8")
    assert text.count("data:image/png") == text.count("<image ") == 1
    assert re.findall(r'<use href="#p1" transform="scale\(([^)]+)\)"', text) == ["2 2", "1 1", "2 2"]
    assert b"data:image/png" in svg(page, library)


def test_a_picture_that_is_gone_is_told(tmp_path: Path, library: Library) -> None:
    """With its name."""
    with pytest.raises(jxprint.JxprintError, match="gone"):
        svg(pictured(PlacedPicture(Rect(0.0, 0.0, 9.0, 9.0), "", tmp_path / "gone.jpg", (4, 2)), library), library)
    (tmp_path / "bad.png").write_bytes(b"rubbish")
    with pytest.raises(jxprint.JxprintError, match="bad"):
        html([pictured(PlacedPicture(Rect(0.0, 0.0, 9.0, 9.0), "", tmp_path / "bad.png", (4, 2)), library)], library)


def pictured(picture: PlacedPicture, library: Library) -> PlacedPage:
    """A page with one picture."""
    page = one_line("字", library)
    return replace(page, articles=(replace(page.articles[0], kind="picture", blocks=(picture,)),))


def test_the_command_takes_the_form_from_the_name(tmp_path: Path) -> None:
    """Or from --to; a proof may be looked at in a browser as well."""
    for name in ("a.svg", "a.html", "A.HTM"):
        assert main(["build", str(JIAXING), "-o", str(tmp_path / name), "--proof"]) == 0
    assert (tmp_path / "a.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "A.HTM").read_bytes() == (tmp_path / "a.html").read_bytes()
    assert main(["build", str(JIAXING), str(JIAXING), "-o", str(tmp_path / "b"), "--to", "html"]) == 0
    assert (tmp_path / "b").read_bytes().count(b'<section class="page"') == 2


@pytest.mark.parametrize("form", ["svg", "html"])
def test_every_page_has_a_view_of_its_own(form: str, tmp_path: Path) -> None:
    """{page} in the name makes a file a page, of folders and of an edition."""
    assert main(["build", str(JIAXING), str(JIAXING), "-o", str(tmp_path / f"a{{page}}.{form}")]) == 0
    assert main(["build", str(CHAOXUN), "-o", str(tmp_path / f"c{{page}}.{form}")]) == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == [f"{name}.{form}" for name in ("a1", "a2", "c1", "c2")]
    for name, said in (("c1", "望鲸岬今夜重新发光"), ("a2", "嘉兴")):
        assert said in (tmp_path / f"{name}.{form}").read_text("utf-8")
    assert (tmp_path / f"a1.{form}").read_bytes() == (tmp_path / f"a2.{form}").read_bytes()


def test_the_title_of_an_edition_is_its_own(tmp_path: Path) -> None:
    """In HTML as in a PDF, and not that of its first page."""
    assert main(["build", str(CHAOXUN), "-o", str(tmp_path / "a.html")]) == 0
    assert "<title>汐门潮讯 2026年9月23日</title>" in (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-o", "a.svg", "--check"], "SVG is asked for"),
        ([str(JIAXING), "-o", "a.svg"], "write {page} into the file"),
        (["-o", "a.pdf", "--to", "png"], "png"),
    ],
)
def test_what_no_form_can_be_is_refused(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, exit code 2, and no file."""
    monkeypatch.chdir(tmp_path)
    assert main(["build", str(JIAXING), *arguments, "--lang", "en"]) == 2
    assert told in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
