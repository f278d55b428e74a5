"""`jxprint preflight`: what is told, of which file, with which exit code; pages of our own, and files in bad hands."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pairs import paint, put
from pikepdf import Name
from PIL import Image
from sound_files import KINDS, profile_bytes, saved, sound
from spoilt import spoilt_bytes, spoilt_objects

from advertisements import advertisement
from jxprint.cli import main
from jxprint.errors import JxprintError, PdfError
from jxprint.intake.opening import raised
from jxprint.preflight import preflight
from jxprint.preflight.colours import CMYK, Colour, colour_of, read_space
from jxprint.preflight.identification import _moment
from jxprint.preflight.report import ids
from jxprint.preflight.rules import RULES
from jxprint.preflight.sampling import most_ink
from jxprint.preflight.to_unicode import without_character
from jxprint.profile import PROFILES

TREE = Path(__file__).resolve().parent.parent
JIAXING = TREE / "layout" / "jiaxing"
BUILT = ("press-x1a", "press-x4", "archive-a2", "archive-a3", "archive-a4", "archive-a4f", "press-archive")


def told(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """A command's exit code and what it said."""
    code = main(["preflight", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """A sound file, one with an error, one with a warning, one that is no PDF."""
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        put(UserUnit=2)(pdf)
        wrong = saved(pdf, "x4")
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        paint("q 0.1 w 20 60 m 60 60 l S Q")(pdf)
        doubtful = saved(pdf, "x4")
    contents = {"sound": sound("x4"), "wrong": wrong, "doubtful": doubtful, "broken": b"%PDF-1.6\nnothing"}
    for name, data in contents.items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    return {name: tmp_path / f"{name}.pdf" for name in contents}


@pytest.mark.parametrize(("name", "code"), [("sound", 0), ("doubtful", 0), ("wrong", 1), ("broken", 7)])
def test_the_exit_code_tells_errors_alone(
    name: str, code: int, files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """A warning is told and passes; what cannot be read is no pass."""
    assert told(str(files[name]), "--profile", "press-x4", capsys=capsys)[0] == code


def test_all_files_are_looked_at(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """A broken one does not keep the others from being told."""
    order = ("broken", "wrong", "sound")
    code, out, err = told(*(str(files[name]) for name in order), "--profile", "press-x4", capsys=capsys)
    assert code == 7
    assert "wrong.pdf: page 1: [boxes.user-unit] the page is scaled by UserUnit 2.0" in out
    assert "sound.pdf: meets press-x4" in out
    assert "broken.pdf" in err


def test_a_fault_is_told_in_chinese(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """With its place in millimetres from the corner of the trimmed page, and the way out."""
    out = told(str(files["doubtful"]), "--profile", "press-x4", "--lang", "zh", capsys=capsys)[1]
    assert "第 1 页，3.5 mm，35.3 mm：[ink.hairline] 警告：线宽 0.1 pt，小于 0.25 pt 会断；提示：加粗线条" in out


def test_machines_are_told_rule_and_source(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """One object with all files; a finding names its rule, how grave it is and on whose word."""
    names = [str(files[name]) for name in ("wrong", "broken")]
    code, out, _ = told(*names, "--profile", "press-x4", "--json", capsys=capsys)
    answer = json.loads(out)
    assert (code, answer["ok"], answer["profile"]) == (7, False, "press-x4")
    wrong, broken = answer["files"]
    [finding] = wrong["findings"]
    assert (finding["rule"], finding["severity"], finding["page"]) == ("boxes.user-unit", "error", 1)
    assert "Arlington" in finding["source"]
    assert broken["exit_code"] == 7
    assert broken["findings"][0]["key"] == "checks.damaged"


def test_the_table_of_rules_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """Every rule with its source; those without a public one say so, and are few."""
    code, out, _ = told("--rules", "--json", capsys=capsys)
    answer = json.loads(out)
    assert (code, answer["count"]) == (0, len(RULES))
    assert all(row["source"] for row in answer["rules"])
    assert answer["unverified"] <= 8
    few = json.loads(told("--rules", "--profile", "web", "--json", capsys=capsys)[1])
    assert 60 < few["count"] < answer["count"]
    assert "boxes.trim-outside" in told("--rules", capsys=capsys)[1]


@pytest.mark.parametrize("arguments", [("--profile", "press-x4"), ("page.pdf",)])
def test_what_is_missing_is_said(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """A file, and the profile to hold it against."""
    assert told(*arguments, capsys=capsys)[0] == 2


def test_the_plants_own_profile_can_be_demanded(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """--icc: the file carries that profile, byte for byte; what is no profile of a press is refused."""
    same, other = tmp_path / "same.icc", tmp_path / "other.icc"
    same.write_bytes(profile_bytes())
    data = bytearray(profile_bytes())
    data[24:36] = b"\x07\xe8\0\1\0\1\0\0\0\0\0\0"  # another date
    other.write_bytes(data)
    asked = (str(files["sound"]), "--profile", "press-x4", "--icc")
    assert told(*asked, str(same), capsys=capsys)[0] == 0
    code, out, _ = told(*asked, str(other), capsys=capsys)
    assert code == 1
    assert "[intent.other-profile]" in out
    assert told(*asked, str(files["sound"]), capsys=capsys)[0] == 3


def test_a_profile_is_told_as_files_number_it(
    files: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As an object of the file, and the way out is any program's."""
    other = tmp_path / "other.icc"
    data = bytearray(profile_bytes())
    data[24:36] = b"\x07\xe8\0\1\0\1\0\0\0\0\0\0"
    other.write_bytes(data)
    out = told(str(files["sound"]), "--profile", "press-x4", "--icc", str(other), "--lang", "en", capsys=capsys)[1]
    assert re.search(r"the output profile \d+ 0 obj is not the one that was asked for; hint: export with", out), out


def test_a_broken_file_is_no_affair_of_our_build(files: dict[str, Path], capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever made it can make it again."""
    err = told(str(files["broken"]), "--profile", "press-x4", "--lang", "en", capsys=capsys)[2]
    assert "hint: take the file as it left the program that made it" in err
    assert "with jxprint" not in err


@pytest.mark.parametrize("profile", BUILT)
def test_our_own_pages_meet_their_profiles(profile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first page as `build --profile` writes it: no error and no warning of any rule."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    page = tmp_path / "page.pdf"
    assert main(["build", str(JIAXING), "--profile", profile, "-o", str(page)]) == 0
    report = preflight(page, PROFILES[profile])
    assert [fault.rule.id for fault in report.faults if fault.rule.severity != "note"] == []


def test_a_page_for_the_screen_does_not_pass_for_the_press(jiaxing_pdf: bytes) -> None:
    """Nothing but its ink is for a press, and black does not overprint."""
    report = preflight(jiaxing_pdf, PROFILES["press-x1a"])
    assert not report.ok
    assert {"file.header-version", "info.trapped-unknown", "intent.pdfx", "ink.black-knocks-out"} <= set(
        ids(report.faults)
    )


@pytest.mark.parametrize("make", [spoilt_bytes, spoilt_objects])
def test_a_spoilt_file_is_judged_or_refused(make: object) -> None:
    """Whatever is in it: a report in both languages or one PdfError, and no other exception."""
    assert callable(make)
    for seed in range(120):
        kind, data = make(seed)
        try:
            report = preflight(data, PROFILES[KINDS[kind][0]])
        except PdfError:
            continue
        else:
            assert list(report.lines("en"))
            assert list(report.lines("zh"))
            json.dumps(report.as_dict(), default=str)


def test_forms_that_show_themselves_are_refused() -> None:
    """Deeper than any page goes; a page of a thousand forms in one another is no page."""
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        form = pdf.make_stream(b"/Fm1 Do", Type=Name.XObject, Subtype=Name.Form)
        form.BBox, form.Resources = (
            pikepdf.Array([0, 0, 9, 9]),
            pikepdf.Dictionary(XObject=pikepdf.Dictionary(Fm1=form)),
        )
        paint("/Fm1 Do", XObject={"Fm1": form})(pdf)
        data = saved(pdf, "x4")
    with pytest.raises(JxprintError) as refusal:
        preflight(data, PROFILES["press-x4"])
    assert refusal.value.findings[0].key == "checks.too_deep"


def test_what_is_too_large_is_refused_before_it_is_parsed() -> None:
    """Unless somebody trusts the file and says so."""
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        paint("q Q " * 400_000)(pdf)
        data = saved(pdf, "x4")
    with pytest.raises(PdfError):
        preflight(data, PROFILES["press-x4"])
    with raised(4):
        assert preflight(data, PROFILES["press-x4"]).ok


def test_the_same_fault_on_many_pages_is_one_line() -> None:
    """With the numbers of the others; machines get each."""
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        put(UserUnit=2)(pdf)
        for _ in range(4):
            pdf.pages.append(pdf.pages[0])
        data = saved(pdf, "x4")
    report = preflight(data, PROFILES["press-x4"])
    lines = list(report.lines("en"))
    assert len(lines) == 2
    assert lines[0].endswith("(also on pages 2–5)")
    assert [row.page for row in report.faults] == [1, 2, 3, 4, 5]


def test_marks_beyond_the_trim_are_no_part_of_the_page() -> None:
    """A slug line in four-point type, registration colour, hairlines: none of the page's rules asks about them."""
    slug = "BT /F1 4 Tf 1 0 0 1 20 2 Tm <0001> Tj ET 0 w 1 1 m 5 1 l S 1 1 1 1 k 0 0 4 4 re f"
    with pikepdf.open(BytesIO(sound("x4"))) as pdf:
        paint(slug)(pdf)
        data = saved(pdf, "x4")
    assert ids(preflight(data, PROFILES["press-x4"]).faults) == []


@pytest.mark.parametrize(
    ("amounts", "total", "inks"), [((0, 0, 0, 1), 100, 1), ((0.6, 0.4, 0.4, 1), 240, 4), ((0, 0, 0, 0), 0, 0)]
)
def test_ink_is_what_the_plates_lay_down(amounts: tuple[float, ...], total: int, inks: int) -> None:
    """Per cent in one place, and on how many plates."""
    colour = colour_of(CMYK, amounts)
    assert (round(colour.total), colour.inks) == (total, inks)
    assert colour.is_black is (amounts == (0, 0, 0, 1))
    assert colour.is_white is (inks == 0)


def test_a_named_black_is_black() -> None:
    """Separation Black is the black plate; All is every plate; a spot ink is one more."""
    black = read_space(pikepdf.Array([Name.Separation, Name.Black, Name.DeviceCMYK, 0]), None)
    assert colour_of(black, (1.0,)).is_black
    everything = read_space(pikepdf.Array([Name.Separation, Name.All, Name.DeviceCMYK, 0]), None)
    assert colour_of(everything, (1.0,)).total == 400
    spot = read_space(pikepdf.Array([Name.Separation, Name.Red, Name.DeviceCMYK, 0]), None)
    assert colour_of(spot, (0.5,)) == Colour(spot, (0, 0, 0, 0), (("Red", 0.5),))


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize(
    ("pixel", "inverted", "total"),
    [((255, 255, 255, 255), True, 400), ((0, 0, 0, 0), True, 0), ((0, 0, 0, 0), False, 400)],
)
def test_ink_of_a_jpeg_is_that_of_its_samples(
    pixel: tuple[int, int, int, int], inverted: bool, total: int, marked: bool
) -> None:
    """Pillow writes CMYK the other way round, as Photoshop does, and marks it; PDF heeds no marker, whether there is
    one or not: Decode says it.
    """
    out = BytesIO()
    Image.new("CMYK", (64, 64), pixel).save(out, "JPEG", quality=95)
    data = out.getvalue()
    begin = data.index(b"\xff\xee")
    if not marked:
        data = data[:begin] + data[begin + 2 + int.from_bytes(data[begin + 2 : begin + 4], "big") :]
    assert (b"Adobe" in data[:64]) == marked
    with pikepdf.new() as pdf:
        picture = pdf.make_stream(b"", Subtype=Name.Image, Width=64, Height=64, BitsPerComponent=8)
        picture.ColorSpace = Name.DeviceCMYK
        picture.write(data, filter=Name.DCTDecode)
        if inverted:
            picture.Decode = pikepdf.Array([1, 0] * 4)
        found = most_ink(picture)
    assert found == pytest.approx(total, abs=8)


@pytest.mark.parametrize(
    ("cmap", "codes"),
    [
        (b"1 beginbfchar <41> <0041> endbfchar", set()),
        (b"2 beginbfchar <41> <0000> <42> <0042FEFF> endbfchar", {b"A", b"B"}),
        (b"1 beginbfrange <0041> <0043> <FEFE> endbfrange", {b"\0B"}),
        (b"1 beginbfrange <0041> <0043> <FEFC> endbfrange", set()),
        (b"1 beginbfrange <00> <02> [<0000> <0041> <FFFE>] endbfrange", {b"\0", b"\2"}),
        (b"1 beginbfchar <41> <> endbfchar", set()),
    ],
)
def test_codes_that_are_said_to_be_no_character(cmap: bytes, codes: set[bytes]) -> None:
    """One by one, in a range that counts up, and in a range with a list."""
    assert set(without_character(cmap)) == codes


def test_a_code_that_is_no_character_may_be_in_the_map_and_is_not_shown() -> None:
    """What reportlab writes of a face has code 0 for nothing; no validator minds before it is shown."""
    with pikepdf.open(BytesIO(advertisement())) as pdf:
        fonts: Any = pdf.pages[0].Resources.Font
        [name] = [name for name, font in fonts.items() if "/ToUnicode" in font]
        assert b"\0" in set(without_character(fonts[name].ToUnicode.read_bytes()))
        files = [BytesIO(), BytesIO()]
        pdf.save(files[0])
        pdf.pages[0].contents_add(f"BT {name} 9 Tf (\\000) Tj ET".encode())
        pdf.save(files[1])
    found = ["fonts.unicode-value" in ids(preflight(one.getvalue(), PROFILES["web"]).faults) for one in files]
    assert found == [False, True]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("20240102030405+08'00'", "2024-01-02T03:04:05+08:00"),
        ("20240101190405Z", "2024-01-02T03:04:05+08:00"),
        ("2024", "2024-01-01T00:00:00Z"),
    ],
)
def test_dates_of_both_forms_are_moments(one: str, two: str) -> None:
    """A zone does not make another moment."""
    assert _moment(one) == _moment(two)
