from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from advertisements import advertisement, folder_with
from jxprint.artwork import Drawing, PdfPage
from jxprint.description import read_page
from jxprint.errors import DescriptionError, Finding, Phrase
from jxprint.messages import render
from jxprint.model import Advertisement, Ornament, Page, Picture

PAGE = Path(__file__).resolve().parent / "pages" / "artwork"
OPEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
Spoil = Callable[[pikepdf.Pdf], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The page's folder with a sound advertisement."""
    return folder_with(PAGE, tmp_path / "page")


def part(page: Page, letter: str) -> Advertisement:
    """The advertisement of a page."""
    found = page.part(letter)
    assert isinstance(found, Advertisement)
    return found


def change(folder: Path, old: str, new: str) -> None:
    """Change page.toml at one place."""
    text = (folder / "page.toml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / "page.toml").write_text(text.replace(old, new), encoding="utf-8")


def refused(folder: Path) -> list[Finding]:
    """What is told of a page that cannot be read; every sentence can be said in both languages."""
    with pytest.raises(DescriptionError) as caught:
        read_page(folder)
    for finding in caught.value.findings:
        assert render(finding, "en")
        assert render(finding, "zh")
    return list(caught.value.findings)


def keys(folder: Path) -> list[str]:
    """The messages alone."""
    return [finding.key for finding in refused(folder)]


def test_a_page_with_vectors_is_read(folder: Path) -> None:
    """Drawings come as paths with their size, a PDF page as its number and size; the label is 广告 without a word."""
    page = read_page(folder)
    picture, ornament, advert = page.part("C"), page.part("D"), part(page, "F")
    assert isinstance(picture, Picture)
    assert isinstance(picture.artwork, Drawing)
    assert (picture.artwork.width, picture.artwork.height) == (450, 270)
    assert isinstance(ornament, Ornament)
    assert isinstance(ornament.artwork, Drawing)
    assert advert.artwork == PdfPage(folder / "bookshop.pdf", 1, 360, 120, has_text=True)
    assert advert.label is not None
    assert advert.label.text == "广告"
    assert advert.pixels is None


def test_the_label_may_stand_elsewhere_or_in_the_artwork(folder: Path) -> None:
    """A label of one's own, in the corner; none where the artwork has the word."""
    change(folder, 'keyline = "thin"', 'label = "公益广告"\nlabel_at = "corner"\nkeyline = "none"')
    advert = part(read_page(folder), "F")
    assert advert.label is not None
    assert (advert.label.text, advert.label_at, advert.keyline) == ("公益广告", "corner", "none")
    change(folder, 'label = "公益广告"', "labelled = true")
    assert part(read_page(folder), "F").label is None


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('keyline = "thin"', 'labelled = true\nlabel = "广告"', "page.labelled_twice"),
        ('alt = "听潮书屋：旧书新读，周末八折"', "labelled = true", "page.labelled_without_alt"),
        ('keyline = "thin"', 'label = ""', "page.empty_label"),
        ('keyline = "thin"', 'keyline = "thinn"', "page.unknown_rule_near"),
        ('keyline = "thin"', 'label_at = "below"', "page.unknown_value"),
        ('keyline = "thin"', 'fit = "cover"', "page.unknown_key"),
        ('keyline = "thin"', "page = 0", "page.out_of_bounds"),
        ('keyline = "thin"', "page = 2", "page.pdf_no_such_page"),
        ('file = "bookshop.pdf"\n', "", "page.missing_key"),
        ('file = "bookshop.pdf"', 'file = "bookshop.pfd"', "page.picture_missing"),
        ('file = "bookshop.pdf"', 'file = "../bookshop.pdf"', "page.outside"),
        ('file = "plum.svg"', 'file = "plum.svg"\npage = 1', "page.page_of_no_pdf"),
        ('file = "plum.svg"', 'file = "bookshop.pdf"', "page.ornament_has_text"),
    ],
)
def test_what_page_toml_says_wrong_is_one_finding(folder: Path, old: str, new: str, key: str) -> None:
    """Each with its place in page.toml."""
    change(folder, old, new)
    (found,) = refused(folder)
    assert found.key == key
    assert found.place.file == str(folder / "page.toml")
    assert found.place.line is not None


def javascript(document: pikepdf.Pdf) -> None:
    """A script that runs when the file is opened."""
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def attachment(document: pikepdf.Pdf) -> None:
    """Another file within."""
    document.attachments["a.txt"] = b"hidden"


def link(document: pikepdf.Pdf) -> None:
    """A link on the page."""
    rect = pikepdf.Array([0, 0, 9, 9])
    one = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=rect)
    document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(one)])


def layer(document: pikepdf.Pdf) -> None:
    """Content that can be switched off."""
    group = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="价格"))
    document.pages[0].obj.Resources.Properties = pikepdf.Dictionary(MC0=group)


def outside_font(document: pikepdf.Pdf) -> None:
    """Text in a font that the file does not have."""
    more = document.make_stream(b"BT /F1 12 Tf 20 20 Td (sale) Tj ET")
    document.pages[0].contents_add(more)


def no_size(document: pikepdf.Pdf) -> None:
    """A trim box without width."""
    document.pages[0].obj.TrimBox = pikepdf.Array([10, 10, 10, 90])


def empty(document: pikepdf.Pdf) -> None:
    """A page without content."""
    del document.pages[0].obj["/Contents"]


def blank(document: pikepdf.Pdf) -> None:
    """A page whose content leaves no ink."""
    document.pages[0].obj.Contents = document.make_stream(b"q 1 0 0 1 9 9 cm 0 0 9 9 re W n Q")


def outside(document: pikepdf.Pdf) -> None:
    """PostScript, which only a printer of old would run."""
    made = document.make_stream(b"showpage")
    made.Type, made.Subtype = pikepdf.Name.XObject, pikepdf.Name.PS
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(P=made)


def bomb(document: pikepdf.Pdf) -> None:
    """A form that shows itself."""
    made = document.make_stream(b"/X Do")
    made.Type, made.Subtype, made.BBox = pikepdf.Name.XObject, pikepdf.Name.Form, pikepdf.Array([0, 0, 9, 9])
    made.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=made))
    document.pages[0].obj.Resources.XObject = pikepdf.Dictionary(X=made)
    document.pages[0].contents_add(document.make_stream(b"/X Do"))


def white(document: pikepdf.Pdf) -> None:
    """White on white."""
    document.pages[0].obj.Contents = document.make_stream(b"1 g 0 0 360 120 re f")


def beyond(document: pikepdf.Pdf) -> None:
    """All that is drawn stands beside the trimmed page."""
    document.pages[0].obj.Contents = document.make_stream(b"0 g 0 0 20 20 re f")
    document.pages[0].obj.TrimBox = pikepdf.Array([30, 30, 330, 90])
    document.pages[0].obj.Rotate = 90


def no_font(document: pikepdf.Pdf) -> None:
    """A font that is a number, and shows nothing."""
    document.pages[0].obj.Resources.Font.None_ = 7


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (white, "page.pdf_empty"),
        (beyond, "page.pdf_empty"),
        (no_font, "page.pdf_refused"),
        (javascript, "page.pdf_actions"),
        (attachment, "page.pdf_files"),
        (link, "page.pdf_annotations"),
        (layer, "page.pdf_layers"),
        (outside_font, "page.pdf_font_outside"),
        (no_size, "page.pdf_no_size"),
        (empty, "page.pdf_empty"),
        (blank, "page.pdf_empty"),
        (outside, "page.pdf_outside"),
        (bomb, "page.pdf_refused"),
    ],
)
def test_what_would_be_left_out_is_refused(folder: Path, spoil: Spoil, key: str) -> None:
    """Nobody would see that it is gone: a script, a file within, a note on the page, a layer that is off."""
    (folder / "bookshop.pdf").write_bytes(advertisement(spoil=spoil))
    (found,) = refused(folder)
    assert found.key == key
    assert str(found.place).startswith(f"{folder / 'page.toml'}:")
    assert found.args["name"] == "bookshop.pdf"


def test_where_a_file_opens_is_no_action(folder: Path) -> None:
    """What office programmes write, the view of the first page, changes nothing on paper."""

    def view(document: pikepdf.Pdf) -> None:
        document.Root.OpenAction = pikepdf.Array([document.pages[0].obj, pikepdf.Name.Fit])

    (folder / "bookshop.pdf").write_bytes(advertisement(spoil=view))
    read_page(folder)


def test_all_that_is_in_the_way_is_told_at_once(folder: Path) -> None:
    """One finding for each thing, in this file and in others."""

    def spoil(document: pikepdf.Pdf) -> None:
        for one in (javascript, attachment, link, layer):
            one(document)

    (folder / "bookshop.pdf").write_bytes(advertisement(pages=2, spoil=spoil))
    (folder / "plum.svg").write_text(f"{OPEN}<text>x</text><script/></svg>", encoding="utf-8")
    assert sorted(keys(folder)) == [
        "page.pdf_actions", "page.pdf_annotations", "page.pdf_files", "page.pdf_layers", "page.pdf_several_pages",
        "page.svg_script", "page.svg_text",
    ]  # fmt: skip


@pytest.mark.parametrize("lost", [20, 150])
def test_a_file_that_is_cut_off_is_refused(folder: Path, lost: int) -> None:
    """A reader may put it together again; what is gone from it nobody sees."""
    (folder / "bookshop.pdf").write_bytes(advertisement()[:-lost])
    assert keys(folder) == ["page.pdf_cut_off"]


def test_a_file_that_is_cut_off_is_not_told_to_be_white(folder: Path) -> None:
    """Its page is there and what it shows is not: whether that is white nobody knows."""
    (folder / "bookshop.pdf").write_bytes(
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 360 120]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Length 44>>stream\n0 0 "
    )
    assert keys(folder) == ["page.pdf_cut_off"]


def test_what_is_no_picture_may_become_any_that_is_placed(folder: Path) -> None:
    """SVG and PDF among them."""
    (folder / "bookshop.pdf").write_text("听潮书屋", encoding="utf-8")
    with pytest.raises(DescriptionError, match="JPEG, PNG, TIFF, SVG, PDF"):
        read_page(folder)


def test_one_of_several_pages_has_to_be_named(folder: Path) -> None:
    """Two pages are refused, and the second of them is placed where page.toml says so."""
    (folder / "bookshop.pdf").write_bytes(advertisement(pages=2))
    assert keys(folder) == ["page.pdf_several_pages"]
    change(folder, 'keyline = "thin"', "page = 2")
    artwork = part(read_page(folder), "F").artwork
    assert isinstance(artwork, PdfPage)
    assert artwork.page == 2


def test_encrypted_and_damaged_files_are_refused(folder: Path, tmp_path: Path) -> None:
    """With the reason, in the reader's language."""
    locked = tmp_path / "locked.pdf"
    with pikepdf.Pdf.open(folder / "bookshop.pdf") as document:
        document.save(locked, encryption=pikepdf.Encryption(owner="a", user=""))
    whole = (folder / "bookshop.pdf").read_bytes()
    for data, words in ((locked.read_bytes(), "已加密"), (whole[:200], "损坏"), (b"%PDF-1.7\n", "损坏")):
        (folder / "bookshop.pdf").write_bytes(data)
        (found,) = refused(folder)
        assert found.key == "page.pdf_refused"
        assert words in render(found, "zh")


@pytest.mark.parametrize(
    ("turn", "box", "size"),
    [
        (0, None, (360, 120)),
        (90, None, (120, 360)),
        (270, [60, 20, 260, 100], (80, 200)),
        (180, [-50, -50, 400, 400], (360, 120)),
        (-90, None, (120, 360)),
    ],
)
def test_a_page_is_as_large_as_it_is_trimmed_and_seen(
    folder: Path, turn: int, box: list[int] | None, size: tuple[float, float]
) -> None:
    """Its TrimBox within the paper, turned as its Rotate says."""

    def spoil(document: pikepdf.Pdf) -> None:
        document.pages[0].obj.Rotate = turn
        if box is not None:
            document.pages[0].obj.TrimBox = pikepdf.Array(box)

    (folder / "bookshop.pdf").write_bytes(advertisement(spoil=spoil))
    artwork = part(read_page(folder), "F").artwork
    assert artwork is not None
    assert (artwork.width, artwork.height) == size


SVG_CASES = [
    ("page.svg_damaged", "<svg"),
    ("page.svg_no_svg", "<html/>"),
    ("page.svg_no_size", '<svg xmlns="http://www.w3.org/2000/svg"/>'),
    ("page.svg_empty", f"{OPEN}</svg>"),
    ("page.svg_white", f'{OPEN}<g opacity=".5"><rect width="9" height="9" fill="#fff" stroke="white"/></g></svg>'),
    ("page.svg_too_large", f"{OPEN}{70 * '<g>'}{70 * '</g>'}</svg>"),
    ("page.svg_doctype", f'<!DOCTYPE svg [<!ENTITY a SYSTEM "b">]>{OPEN}</svg>'),
    ("page.picture_blank", ""),
    ("page.svg_round", f'{OPEN}<use id="a" href="#a"/></svg>'),
    ("page.svg_script", f"{OPEN}<script/></svg>"),
    ("page.svg_moves", f"{OPEN}<set/></svg>"),
    ("page.svg_link", f'{OPEN}<use href="http://example.org/"/></svg>'),
    ("page.svg_image", f"{OPEN}<image/></svg>"),
    ("page.svg_foreign", f"{OPEN}<foreignObject/></svg>"),
    ("page.svg_text", f"{OPEN}<text>广告</text></svg>"),
    ("page.svg_undrawn", f"{OPEN}<marquee/></svg>"),
    ("page.svg_no_value", f'{OPEN}<rect width="wide"/></svg>'),
    ("page.svg_nothing_named", f'{OPEN}<use href="#a"/></svg>'),
]


@pytest.mark.parametrize(("key", "written"), SVG_CASES, ids=[key for key, _ in SVG_CASES])
def test_a_drawing_that_cannot_be_drawn_is_refused(folder: Path, key: str, written: str) -> None:
    """At the key that names the file, with the line in it."""
    (folder / "bridge.svg").write_text(written, encoding="utf-8")
    found = next(one for one in refused(folder) if one.key == key)
    assert str(found.place).startswith(f"{folder / 'page.toml'}:")
    assert found.args["name"] == "bridge.svg"


def test_white_on_a_tint_is_seen(folder: Path) -> None:
    """Nor is a drawing white of which anything is not."""
    white = '<rect width="9" height="9" fill="white"/>'
    (folder / "bridge.svg").write_text(f'{OPEN}{white}<path d="M0 0h3" stroke="#fffffe"/></svg>', encoding="utf-8")
    read_page(folder)
    (folder / "bridge.svg").write_text(f"{OPEN}{white}</svg>", encoding="utf-8")
    file = folder / "page.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('file = "bridge.svg"', 'file = "bridge.svg"\ntint = 0.5'), encoding="utf-8")
    read_page(folder)


def test_faults_of_a_drawing_are_told_as_they_stand_in_it(folder: Path) -> None:
    """Scripts and links are found when it is read, text and what is too much when it is drawn; how much is a sentence
    in both languages.
    """
    deep = f"{70 * '<g>'}{70 * '</g>'}"
    lines = ["<text>广告</text>", "<script/>", "<image/>", '<use href="b.svg#a"/>']
    (folder / "bridge.svg").write_text("\n".join([OPEN, *lines, "</svg>"]), encoding="utf-8")
    assert [one.args["line"] for one in refused(folder)] == [2, 3, 4, 5]
    tens = "".join(f"""<g id="g{one + 1}">{10 * f'<use href="#g{one}"/>'}</g>""" for one in range(5))
    many = f'<g id="g0"><path d="M0 0h3"/></g>{tens}'
    for written, key in ((deep, "page.svg_deep"), (50_001 * "<g/>", "page.svg_elements"), (many, "page.svg_counts")):
        (folder / "bridge.svg").write_text(f"{OPEN}{written}</svg>", encoding="utf-8")
        (found,) = refused(folder)
        assert isinstance(found.args["what"], Phrase)
        assert found.args["what"].key == key
        assert "×" not in render(found, "en")
        assert ">" not in render(found, "zh")


def test_a_file_called_by_the_folder_is_told_to_be_that(folder: Path) -> None:
    """It leads nowhere out of it."""
    file = folder / "page.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('"bridge.svg"', '"."'), encoding="utf-8")
    assert [one.key for one in refused(folder)] == ["page.folder_itself"]


def test_what_a_file_is_its_first_bytes_say(folder: Path) -> None:
    """A PDF file that is called .svg is a PDF file; a text file is no picture."""
    (folder / "plum.svg").write_bytes((folder / "bridge.svg").read_bytes())
    (folder / "bridge.svg").write_bytes((folder / "bookshop.pdf").read_bytes())
    picture = read_page(folder).part("C")
    assert isinstance(picture, Picture)
    assert isinstance(picture.artwork, PdfPage)
    (folder / "bookshop.pdf").write_text("听潮书屋", encoding="utf-8")
    assert keys(folder) == ["page.picture_unknown"]
