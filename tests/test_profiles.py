"""Files written in a profile: what the row says stands in the file, and the check proves it as any other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import jxprint
from advertisements import advertisement, folder_with, wordless
from jxprint.cli import main
from jxprint.colour import newsprint
from jxprint.fonts import Library
from jxprint.ink import BLACK, PAPER, Ink
from jxprint.model import Page
from jxprint.placed import PlacedPage
from jxprint.preflight import preflight
from jxprint.profile import PROFILES
from jxprint.writers.pdf import Manner, PdfWriter
from jxprint.writers.pdf.palette import Palette

HERE = Path(__file__).resolve().parent
LAYOUT = HERE.parent / "layout"
PRESS = [name for name, row in PROFILES.items() if row.pdfx]
RED = Ink("red", (0.0, 1.0, 1.0, 0.0))

Written = Callable[[str], bytes]


def manner_of(name: str) -> Manner:
    """The manner of a profile for newsprint."""
    row = PROFILES[name]
    return Manner(row, newsprint() if row.has_intent else None)


@pytest.fixture(scope="module")
def written(jiaxing: Page, jiaxing_placed: PlacedPage, library: Library) -> Written:
    """The first page in a profile, each once."""
    made: dict[str, bytes] = {}

    def write(name: str) -> bytes:
        if name not in made:
            made[name] = PdfWriter(library, manner_of(name)).write([jiaxing_placed])
        return made[name]

    return write


def xmp_of(pdf: pikepdf.Pdf) -> str:
    """The packet as text."""
    packet: Any = pdf.Root.Metadata
    return bytes(packet.read_bytes()).decode()


@pytest.mark.parametrize("name", PROFILES)
def test_the_check_proves_a_file_of_every_profile(name: str, written: Written, jiaxing: Page) -> None:
    """Every character, in every order, drawn as its face draws it."""
    report = jxprint.check(BytesIO(written(name)).getvalue(), jiaxing)
    assert report.ok, [one.key for one in report.findings]
    assert report.characters > 3000


@pytest.mark.parametrize("name", PROFILES)
def test_the_file_is_what_its_row_says(name: str, written: Written) -> None:
    """Version, object streams, information, intents and claims."""
    row, data = PROFILES[name], written(name)
    assert data.startswith(b"%%PDF-%d.%d\n" % row.version)
    assert (b"/ObjStm" in data) == row.packed
    assert (b"\nxref\n" in data) == (not row.packed)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert ("/Info" in pdf.trailer) == row.informed
        kinds = [str(one.S) for one in pdf.Root.get("/OutputIntents", [])]
        assert kinds == ["/GTS_PDFX"] * bool(row.pdfx) + ["/GTS_PDFA1"] * bool(row.pdfa)
        profiles = {bytes(one.DestOutputProfile.read_bytes()) for one in pdf.Root.get("/OutputIntents", [])}
        assert profiles == ({newsprint().data} if row.has_intent else set())
        assert {str(one.OutputConditionIdentifier) for one in pdf.Root.get("/OutputIntents", [])} <= {"CGATS TR 002"}
        said = xmp_of(pdf)
        assert (f"<pdfaid:part>{row.pdfa[:1]}</pdfaid:part>" in said) == bool(row.pdfa)
        assert (f"<pdfuaid:part>{row.pdfua}</pdfuaid:part>" in said) == bool(row.pdfua)
        assert said.count("<pdfd:conformsTo>") == 2 * row.wtpdf
        assert ("<xmp:CreateDate>1980-01-01T00:00:00Z</xmp:CreateDate>" in said) == row.dated
        assert ("/Tabs" in pdf.pages[0].obj) == (row.version >= (1, 5))


@pytest.mark.parametrize("name", PRESS)
def test_a_press_file_says_what_it_is(name: str, written: Written) -> None:
    """X-1a in its information dictionary, X-4 in its packet; both that nothing is trapped."""
    row = PROFILES[name]
    with pikepdf.open(BytesIO(written(name))) as pdf:
        info = pdf.trailer.Info
        assert (str(info.get("/GTS_PDFXVersion", "")) == row.pdfx) == (row.version < (1, 6))
        assert (f"<pdfxid:GTS_PDFXVersion>{row.pdfx}<" in xmp_of(pdf)) == (row.version >= (1, 6))
        assert info.Trapped == pikepdf.Name("/False")
        assert {str(info[key]) for key in ("/CreationDate", "/ModDate")} == {"D:19800101000000Z"}


def test_the_date_is_that_of_the_environment(
    jiaxing_placed: PlacedPage, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As everywhere: the clock is never read."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    with pikepdf.open(BytesIO(PdfWriter(library, manner_of("press-x4")).write([jiaxing_placed]))) as pdf:
        assert str(pdf.trailer.Info.CreationDate) == "D:20260528202640Z"


def test_the_same_page_is_the_same_document(jiaxing_placed: PlacedPage, library: Library, written: Written) -> None:
    """Identifiers are reckoned from what the pages show; the whole file is the same to the byte."""
    assert PdfWriter(library, manner_of("press-x4")).write([jiaxing_placed]) == written("press-x4")
    with pikepdf.open(BytesIO(written("press-x4"))) as pdf:
        found = re.search(r"<xmpMM:DocumentID>uuid:([0-9a-f-]{36})<", xmp_of(pdf))
    assert found is not None
    assert found[1][14] == found[1][19] == "8"


@pytest.mark.parametrize("name", PRESS)
def test_on_a_press_black_overprints_and_white_knocks_out(name: str, written: Written) -> None:
    """Every fill of 100 K stands behind the state that overprints, every other behind the one that does not."""
    with pikepdf.open(BytesIO(written(name))) as pdf:
        page: Any = pdf.pages[0]
        states = page.obj.Resources.ExtGState
        assert bool(states.Ov.op)
        assert bool(states.Ov.OP)
        assert states.Ov.OPM == 1
        assert not bool(states.Kn.op)
        assert not bool(states.Kn.OP)
        state, met = "", set[tuple[str, bool]]()
        for one in pikepdf.parse_content_stream(page):
            operands, operator = one.operands, one.operator
            if str(operator) == "gs":
                state = str(operands[0])
            if str(operator) in ("k", "K"):
                met.add((state, [float(one) for one in operands] == [0, 0, 0, 1]))
            assert str(operator) not in ("rg", "RG", "g", "G", "cs", "CS")
    assert met <= {("/Ov", True), ("/Kn", False)}
    assert ("/Ov", True) in met


def test_a_screen_shows_light(written: Written) -> None:
    """No ink is left in the file."""
    with pikepdf.open(BytesIO(written("web"))) as pdf:
        operators = {str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])}
    assert not operators & {"k", "K"}
    assert "g" in operators


def test_inks_as_operators() -> None:
    """What is filled and stroked at once overprints where both do."""
    press, screen = Palette("press"), Palette("screen")
    assert press.fill(BLACK) == "/Ov gs\n0 0 0 1 k"
    assert press.stroke(RED) == "/Kn gs\n0 1 1 0 K"
    assert press.both(PAPER, BLACK).splitlines()[-1] == "/Kn gs"
    assert press.both(BLACK, BLACK).splitlines()[-1] == "0 0 0 1 K"
    assert screen.fill(BLACK) == "0 g"
    assert screen.fill(PAPER) == "1 g"
    assert screen.stroke(RED) == "1 0 0 RG"
    assert Palette().fill(RED) == "0 1 1 0 k"


@pytest.mark.parametrize("name", PROFILES)
def test_an_edition_is_built_and_proved_in_every_profile(name: str, tmp_path: Path) -> None:
    """Photographs, drawings, links, jumps; a seal where the profile has one."""
    file = tmp_path / "x.pdf"
    assert main(["build", str(LAYOUT / "chaoxun"), "-o", str(file), "--profile", name, "--check"]) == 0
    with pikepdf.open(file) as pdf:
        assert ("/AF" in pdf.Root) == PROFILES[name].sealed
        assert any("/Annots" in page.obj for page in pdf.pages) <= PROFILES[name].linked


@pytest.mark.parametrize("name", PROFILES)
def test_the_preflight_has_nothing_to_say_of_our_own_edition(name: str, tmp_path: Path) -> None:
    """No error, no warning, no note: what the page was asked for is what the file is asked for."""
    file = tmp_path / "x.pdf"
    assert main(["build", str(LAYOUT / "chaoxun"), "-o", str(file), "--profile", name]) == 0
    assert [fault.rule.id for fault in preflight(file, PROFILES[name]).faults] == []


@pytest.mark.parametrize("name", ["pdf", "press-x1a", "press-x4", "press-archive"])
def test_a_stranger_s_rgb_is_named(name: str, tmp_path: Path) -> None:
    """The colours of a placed page are its own; a file for press and archive has to say what its RGB is."""
    folder = folder_with(HERE / "pages" / "artwork", tmp_path / "page")
    file = tmp_path / "x.pdf"
    row = PROFILES[name]
    assert main(["build", str(folder), "-o", str(file), "--profile", name]) == (0 if row.transparent else 9)
    if not file.exists():  # a drawing lets its ground through
        return
    with pikepdf.open(file) as pdf:
        forms = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Form"]
        named = ["/DefaultRGB" in one.Resources.get("/ColorSpace", {}) for one in forms if "/Resources" in one]
    assert any(named) == (row.has_intent and row.based)


@pytest.mark.parametrize("name", [name for name, row in PROFILES.items() if row.judged and row.transparent])
@pytest.mark.parametrize("pdf", [advertisement(), wordless()], ids=["text", "wordless"])
def test_a_stranger_s_page_is_a_figure_like_others(pdf: bytes, name: str, tmp_path: Path) -> None:
    """With its description: every profile takes it, claims what it claims, and the preflight agrees."""
    folder = folder_with(HERE / "pages" / "artwork", tmp_path / "page", pdf)
    file = tmp_path / "x.pdf"
    assert main(["build", str(folder), "-o", str(file), "--profile", name]) == 0
    assert preflight(file, PROFILES[name]).ok
    with pikepdf.open(file) as written:
        assert ("<pdfuaid:part>" in xmp_of(written)) == bool(PROFILES[name].pdfua)


def in_colours_of_a_screen(folder: Path, *, spoilt: bool = True) -> Path:
    """A page for X-1a, but for a square in RGB in its advertisement; drawings let nothing through."""
    sink = BytesIO()
    with pikepdf.open(BytesIO(advertisement())) as pdf:
        if spoilt:
            pdf.pages[0].contents_add(b"1 0 0 rg 20 20 40 40 re f")
        pdf.save(sink)
    made = folder_with(HERE / "pages" / "artwork", folder, sink.getvalue())
    drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='60'><rect width='90' height='60'/></svg>"
    for name in ("bridge.svg", "plum.svg"):
        (made / name).write_text(drawing, "utf-8")
    return made


def test_a_file_for_a_screen_takes_no_inks_of_a_stranger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What cannot be turned into RGB is told with part and millimetres, and nothing is written."""
    sink = BytesIO()
    with pikepdf.open(BytesIO(advertisement())) as pdf:
        tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 1, 1, 0], N=1)
        spot = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.Spot, pikepdf.Name.DeviceCMYK, tint])
        pdf.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(S1=spot)
        pdf.pages[0].contents_add(b"/S1 cs 1 scn 20 20 40 40 re f")
        pdf.save(sink)
    folder, out = folder_with(HERE / "pages" / "artwork", tmp_path / "page", sink.getvalue()), tmp_path / "x.pdf"
    assert main(["build", str(folder), "-o", str(out), "--profile", "web", "--lang", "en"]) == 9
    told = capsys.readouterr().err
    assert re.search(r"Spot.*rule colour\.inks", told), told
    assert not out.exists()


@pytest.mark.parametrize("command", ["build", "archive"])
def test_a_stranger_s_page_that_x_1a_cannot_take_is_refused(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody knew of its colours before the file was made; it is not written, by whatever command."""
    folder, out = in_colours_of_a_screen(tmp_path / "page"), tmp_path / "x.pdf"
    assert main([command, str(folder), "-o", str(out), "--profile", "press-x1a", "--lang", "en"]) == 9
    told = capsys.readouterr().err
    assert "RGB" in told
    assert re.search(r"page.toml:\d+:1: .*page 1, in part F, at \d+\.\d, \d+\.\d mm", told), told
    assert not out.exists()


def managed(pdf: pikepdf.Pdf) -> None:
    """A square in RGB by a profile: a press that knows transparency converts it, and had better not have to."""
    srgb = pdf.make_stream((HERE.parent / "assets" / "icc" / "srgb.icc").read_bytes(), N=3)
    pdf.pages[0].obj.Resources.ColorSpace = pikepdf.Dictionary(Rgb=pikepdf.Array([pikepdf.Name.ICCBased, srgb]))
    pdf.pages[0].contents_add(b"q /Rgb cs 1 0 0 scn 20 20 40 40 re f Q")


def test_what_is_doubtful_of_a_stranger_s_page_is_told_as_the_preflight_will(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With its part, line and millimetres, and how grave it is; machines are told the most ink of the page."""
    folder = folder_with(HERE / "pages" / "artwork", tmp_path / "page", advertisement(spoil=managed))
    out = tmp_path / "x.pdf"
    assert main(["build", str(folder), "-o", str(out), "--profile", "press-x4", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    notes = {one["args"].get("rule", one["key"]): one for one in answer["notes"] if one["key"].startswith("profile.")}
    report = preflight(out, PROFILES["press-x4"])
    faults = {fault.rule.id: fault for fault in report.faults}
    # Dark colours of a drawing; of the advertisement a square, and black type that its program let knock out.
    assert {rule: notes[rule]["part"] for rule in notes} == {
        "profile.rich_shape": "C",
        "colour.managed": "F",
        "ink.black-knocks-out": "F",
    }
    notes["ink.rich-shape"] = notes.pop("profile.rich_shape")
    assert set(notes) == set(faults)
    for rule, note in notes.items():
        fault = faults[rule]
        assert (note["severity"], bool(note["line"])) == (fault.rule.severity, True)
        assert fault.spot is not None
        assert (note["args"]["x_mm"], note["args"]["y_mm"]) == pytest.approx(fault.spot, abs=0.11)
    assert answer["ink"] == [row.as_dict() for row in report.inks]
    assert 0 < answer["ink"][0]["total"] <= 240


@pytest.mark.parametrize("output", ["x.pdf", "{page}.pdf"])
def test_what_is_refused_of_a_file_is_told_of_its_page(
    output: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where two pages share a sheet, and where each is a file: in the millimetres of the page itself."""
    sound = in_colours_of_a_screen(tmp_path / "sound", spoilt=False)
    spoilt = in_colours_of_a_screen(tmp_path / "spoilt")
    alone = ["build", str(spoilt), "-o", str(tmp_path / "x.pdf"), "--profile", "press-x1a", "--json"]
    assert main(alone) == 9
    [expected] = json.loads(capsys.readouterr().out)["findings"]
    both = ["build", str(sound), str(spoilt), "-o", str(tmp_path / output), "--profile", "press-x1a", "--json"]
    assert main([*both, "--impose", "2up"] if output == "x.pdf" else both) == 9
    [found] = json.loads(capsys.readouterr().out)["findings"]
    for key in ("file", "line", "part"):
        assert found[key] == expected[key]
    for key in ("x_mm", "y_mm"):
        assert found["args"][key] == pytest.approx(expected["args"][key], abs=0.11)
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (["--profile", "press-x4", "--proof"], "proof"),
        (["--profile", "press-x4", "--seal"], "--manifest"),
        (["--profile", "archive-a2", "--seal"], "19005-2"),
        (["--profile", "web", "--icc", "x.icc"], "press"),
        (["--profile", "pres-x4"], "press-x4"),
        (["--profile", "archive-a3", "--to", "svg"], "PDF"),
        (["--profile", "archive-a3", "--impose", "2up"], "a file of archive-a3 carries one: --impose does not"),
        (["--profile", "archive-a2", "--impose", "2up", "--seal"], "leave {page}, --seal"),
        (["--profile", "press-x4", "--marks="], "--marks names no mark"),
    ],
)
def test_what_cannot_be_together_is_refused_at_once(
    arguments: list[str], key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the reason; nothing is written."""
    assert main(["build", str(LAYOUT / "jiaxing"), "-o", str(tmp_path / "x.pdf"), "--lang", "en", *arguments]) == 2
    assert key in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_profile_that_names_no_press_has_no_use_for_its_icc(
    written: Written, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The preflight refuses it as a build does."""
    file = tmp_path / "x.pdf"
    file.write_bytes(written("web"))
    icc = str(HERE.parent / "assets" / "icc" / "newsprint.icc")
    assert main(["preflight", str(file), "--profile", "web", "--icc", icc, "--lang", "en"]) == 2
    assert "names no press" in capsys.readouterr().err
