"""How a command refuses: an exit code for each kind, sentences on standard error, and the way out in each."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import jxprint
from jxprint.checker.others.rules import KINDS
from jxprint.cli import DEFECT, ROOMS, main
from jxprint.press.asked import MARKS
from jxprint.profile import PROFILES

TREE = Path(__file__).resolve().parent.parent
JIAXING = TREE / "layout" / "jiaxing"


@pytest.fixture
def page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small page that `jxprint new` writes."""
    folder = tmp_path / "first"
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return folder


def refused(code: int, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a refusal says; it says it on standard error alone."""
    assert main(arguments) == code
    told, complained = capsys.readouterr()
    assert told == ""
    assert complained
    return complained


def test_codes_are_the_documented_ones() -> None:
    """Scripts depend on them."""
    codes = {error.__name__: error.exit_code for error in jxprint.JxprintError.__subclasses__()}
    assert codes == {
        "CheckFailed": 1,
        "UsageError": 2,
        "DescriptionError": 3,
        "FontError": 4,
        "OversetError": 5,
        "OutputError": 6,
        "PdfError": 7,
        "MakeupError": 8,
        "ProfileError": 9,
    }
    assert jxprint.JxprintError.exit_code == DEFECT == 70


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
@pytest.mark.parametrize("command", ["check", "render", "preflight", "reconstruct", "golden"])
def test_a_name_that_is_no_text_is_a_name(
    command: str, jiaxing_pdf: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On many systems any bytes may be one: the file is read all the same."""
    file = str(tmp_path / os.fsdecode(b"\xff\xfe.pdf"))
    Path(file).write_bytes(jiaxing_pdf)
    (tmp_path / "same.pdf").write_bytes(jiaxing_pdf)
    asked = {
        "check": ["check", file, str(JIAXING)],
        "render": ["render", file, "-o", str(tmp_path / "page.png"), "--dpi", "20"],
        "preflight": ["preflight", file, "--profile", "web"],
        "reconstruct": ["reconstruct", file, "-o", str(tmp_path / "page"), "--review"],
        "golden": ["golden", "compare", file, str(tmp_path / "same.pdf")],
    }
    assert main(asked[command]) in (0, 1)
    told, complained = capsys.readouterr()
    assert "defect" not in complained
    assert told or complained or (tmp_path / "page.png").exists()


_SAYS_TOO_LONG = pytest.mark.skipif(sys.platform == "win32", reason="Windows says of it that it is not there")


@_SAYS_TOO_LONG
@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        (3, ["build", "{}", "-o", "x.pdf"]),
        (3, ["show", "{}"]),
        (3, ["lint", "{}"]),
        (3, ["fmt", "{}"]),
        (3, ["fonts", "{}"]),
        (3, ["check", str(JIAXING / "page.toml"), "--against", "{}"]),
        (6, ["new", "{}"]),
        (7, ["render", "{}", "-o", "x.png"]),
    ],
)
def test_a_name_that_is_too_long_is_no_defect(
    code: int, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The system refuses to look at it; jxprint confessed a defect of its own."""
    told = refused(code, [*(argument.format("x" * 300) for argument in arguments), "--lang", "en"], capsys)
    assert "the file's name is too long" in told


@_SAYS_TOO_LONG
@pytest.mark.parametrize(("key", "old"), [("copy", "first.txt"), ("style", "daily")])
def test_a_name_in_a_page_that_is_too_long_is_no_defect(
    key: str, old: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of a copy file and of a house style's."""
    file = page / "page.toml"
    wrong = file.read_text(encoding="utf-8").replace(f'{key} = "{old}"', f'{key} = "{"x" * 300}.toml"')
    file.write_text(wrong, encoding="utf-8")
    assert "the file's name is too long" in refused(3, ["show", str(page), "--lang", "en"], capsys)


def test_an_unknown_command_is_told_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """`jxprint biuld` is asked whether it meant build."""
    assert "did you mean build?" in refused(2, ["biuld"], capsys)
    assert "是否想用 build？" in refused(2, ["biuld", "--lang", "zh"], capsys)


def test_a_command_like_no_other_is_told_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Where nothing is near, the commands are listed."""
    assert "render" in refused(2, ["xyzzy"], capsys)


def test_an_unknown_option_points_to_help(capsys: pytest.CaptureFixture[str]) -> None:
    """The help of the command that was called."""
    assert "jxprint build --help" in refused(2, ["build", "--frobnicate"], capsys)


def test_a_missing_argument_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """By what one would type."""
    assert "-o" in refused(2, ["build", str(JIAXING)], capsys)
    assert "DIR" in refused(2, ["build", "-o", "page.pdf"], capsys)


def test_a_wrong_value_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """The option and what is wrong with its value."""
    assert "--dpi" in refused(2, ["render", "page.pdf", "-o", "page.png", "--dpi", "many"], capsys)


def test_what_the_parser_says_is_chinese_as_well(capsys: pytest.CaptureFixture[str]) -> None:
    """“is not a valid float” stood in the middle of a Chinese sentence."""
    calls = (
        ["render", "page.pdf", "-o", "page.png", "--dpi", "many"],
        ["render", "page.pdf", "-o", "page.png", "--page", "1.5"],
        ["build", "x", "-o", "y", "--check=1"],
        ["show", "one", "two"],
        ["completion", "tcsh"],
        ["build", "-o"],
    )
    for arguments in calls:
        complained = refused(2, ["--lang", "zh", *arguments], capsys)
        assert not re.search(r"\b(?:is|not|valid|one of|extra|argument|option|requires|value)\b", complained, re.I)
        assert "  " not in refused(2, ["--lang", "en", *arguments], capsys)


@pytest.mark.parametrize("name", ["", *ROOMS])
def test_help_in_chinese_has_no_english_words(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Names of commands, options and formats stay what one types; [OPTIONS] and [required] were click's."""
    assert main([*([name] if name else []), "--help", "--lang", "zh"]) == 0
    told = re.sub(r"--?[a-z-]+|\{page\}|eval \".*\"|~/.bashrc", "", capsys.readouterr().out)
    typed = {*ROOMS, "jxprint", "en", "zh", "zsh", "bash", "fish", "compare"}
    typed |= {"DIR", "FILE", "PREVIOUS", "STORY", "PDF", "PNG", "JSON", "DPI", "N"}
    typed |= {"OLD", "NEW", "SVG", "HTML", "pdf", "svg", "html", "DUMP", "NAME", "UTF"}
    typed |= {"TIMES", "x", "TEXT", "FORM", *"_".join(KINDS).split("_")}
    typed |= {"KIND", "ALTO", "PAGE", "XML", "hOCR", "DOCX", "dump", "alto", "page", "hocr", "docx", "articles"}
    typed |= {"LIST", *MARKS, "up", "spreads"}
    typed |= {"FOLDER", "KINDS", "URI", "METS", "PREMIS", "IIIF", "BagIt", "RFC", "png", "json", "iiif", "mets"}
    typed |= {"ICC", "CMYK", *(word for name in PROFILES for word in re.findall("[A-Za-z]+", name))}
    typed |= {"SOURCE", "Markdown", "ninjs", "NITF", "CNML", "text", "markdown", "nitf", "cnml"}
    typed |= {"FOLDER", "KINDS", "URI", "IIIF", "METS", "PREMIS", "BagIt", "RFC", "png", "json", "iiif", "mets"}
    assert set(re.findall("[A-Za-z]+", told)) <= typed


def test_a_missing_folder_is_3(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is named."""
    assert "nowhere" in refused(3, ["build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "page.pdf")], capsys)


def test_all_pages_are_refused_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two wrong folders are two complaints, in one go."""
    folders = [str(tmp_path / "one"), str(tmp_path / "two")]
    complained = refused(3, ["build", *folders, "-o", str(tmp_path / "page.pdf")], capsys)
    assert "one" in complained
    assert "two" in complained


def test_broken_toml_is_3_with_line_and_column(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As a compiler says it, so that an editor can jump there."""
    (page / "page.toml").write_text("format = 1\ntitle = \n", encoding="utf-8")
    assert "page.toml:2:" in refused(3, ["build", str(page), "-o", str(tmp_path / "page.pdf")], capsys)


def test_a_character_without_a_face_is_4(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A private-use character or an unencoded one has no face; its code, file, line and column are told."""
    story = page / "first.txt"
    copy = story.read_text(encoding="utf-8")
    story.write_text(copy.rstrip("\n") + "\U0003134a\n", encoding="utf-8")
    complained = refused(4, ["build", str(page), "-o", str(tmp_path / "page.pdf")], capsys)
    assert "U+3134A" in complained
    assert "first.txt:" in complained


def test_copy_that_does_not_fit_is_5(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And is told in lines."""
    story = page / "first.txt"
    head, _, body = story.read_text(encoding="utf-8").partition("\n\n")
    story.write_text(head + "\n\n" + body.rstrip("\n") + "\n" + ("这一段太长了。" * 300 + "\n") * 3, encoding="utf-8")
    assert "lines" in refused(5, ["build", str(page), "-o", str(tmp_path / "page.pdf")], capsys)


def test_an_output_that_cannot_be_written_is_6(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is a file holds no files, for root either."""
    blocker = tmp_path / "file"
    blocker.write_text("in the way", encoding="utf-8")
    refused(6, ["build", str(page), "-o", str(blocker / "page.pdf")], capsys)
    assert blocker.read_text(encoding="utf-8") == "in the way"


def test_what_is_no_pdf_is_7(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The checker does not guess."""
    false = tmp_path / "false.pdf"
    false.write_bytes(b"this was never a PDF")
    refused(7, ["check", str(false), "--against", str(page)], capsys)


def test_a_page_that_says_something_else_is_1(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One character of the copy changed after printing is found."""
    output = tmp_path / "page.pdf"
    assert main(["build", str(page), "-o", str(output)]) == 0
    story = page / "first.txt"
    head, _, body = story.read_text(encoding="utf-8").partition("\n\n")
    story.write_text(f"{head}\n\n鼎{body[1:]}", encoding="utf-8")
    assert main(["check", str(output), "--against", str(page)]) == 1
    assert "鼎" in capsys.readouterr().out


def test_a_refused_build_leaves_the_old_file(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What stood there before still stands there."""
    output = tmp_path / "page.pdf"
    output.write_bytes(b"yesterday's page")
    (page / "page.toml").write_text("format = 1\n", encoding="utf-8")
    refused(3, ["build", str(page), "-o", str(output)], capsys)
    assert output.read_bytes() == b"yesterday's page"
    assert [path.name for path in tmp_path.iterdir() if path.name != "first"] == ["page.pdf"]


def test_new_does_not_write_over_anything(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is there already is refused, and stays as it is."""
    before = {path: path.read_bytes() for path in page.rglob("*") if path.is_file()}
    assert main(["new", str(page)]) in (3, 6)
    capsys.readouterr()
    assert {path: path.read_bytes() for path in page.rglob("*") if path.is_file()} == before


def test_fmt_check_is_1_and_fmt_mends(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fmt --check` changes nothing; `fmt` makes it content."""
    file = page / "page.toml"
    loose = file.read_text(encoding="utf-8").replace("format = 1", "format=1", 1)
    file.write_text(loose, encoding="utf-8")
    assert "page.toml" in refused(1, ["fmt", str(page), "--check"], capsys)
    assert file.read_text(encoding="utf-8") == loose
    assert main(["fmt", str(page)]) == 0
    assert main(["fmt", str(page), "--check"]) == 0


def test_json_refusals_are_one_object_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A machine reads the code, the key, the place and the sentence."""
    assert main(["build", str(tmp_path / "nowhere"), "-o", str(tmp_path / "page.pdf"), "--json"]) == 3
    told, complained = capsys.readouterr()
    answer = json.loads(told)
    assert complained == ""
    assert (answer["ok"], answer["exit_code"]) == (False, 3)
    assert answer["findings"][0]["key"]
    assert answer["findings"][0]["message"]


def test_pdf_and_json_do_not_share_standard_output(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both are asked for one place: refused before any work."""
    assert main(["build", str(page), "-o", "-", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["findings"][0]["key"] == "command.two_on_stdout"


def test_pages_of_one_pdf_share_their_fonts(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page with fonts of its own is refused beside one without, and the words say so."""
    other = tmp_path / "other"
    shutil.copytree(page, other)
    face = next((TREE / "fonts").glob("song-regular.*"))
    style = (TREE / "layout" / "styles" / "daily.toml").read_text(encoding="utf-8")
    shutil.copy(face, other / "own.otf")
    (other / "own.toml").write_text(f'{style}\n[fonts]\nsong = ["own.otf"]\n', encoding="utf-8")
    plan = (other / "page.toml").read_text(encoding="utf-8")
    (other / "page.toml").write_text(plan.replace('style = "daily"', 'style = "own.toml"'), encoding="utf-8")
    assert "[fonts]" in refused(2, ["build", str(page), str(other), "-o", str(tmp_path / "page.pdf")], capsys)


def test_a_defect_is_confessed(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody foresaw is 70 and says that it is not the page's fault; --debug hides nothing."""
    from jxprint.description import editions

    def broken(folders: Sequence[Path]) -> None:
        raise RuntimeError("a screw came loose")

    pdf = str(tmp_path / "page.pdf")
    assert main(["build", str(page), "-o", pdf]) == 0
    capsys.readouterr()
    monkeypatch.setattr(editions, "read_pages", broken)
    assert "a screw came loose" in refused(70, ["check", pdf, "--against", str(page)], capsys)
    with pytest.raises(RuntimeError, match="screw"):
        main(["check", pdf, "--against", str(page), "--debug"])


def _dressed(page: Path) -> None:
    """A style, a face and a picture of its own."""
    from PIL import Image

    from jxprint.resources import style_file

    face = next((TREE / "fonts").rglob("*.[ot]tf"))
    shutil.copy(face, page / "own.otf")
    style = Path(style_file("daily")).read_text(encoding="utf-8")
    (page / "own.toml").write_text(f'{style}\n[fonts]\n"song.black" = ["own.otf"]\n', encoding="utf-8")
    described = (page / "page.toml").read_text(encoding="utf-8")
    described = described.replace('"daily"', '"own.toml"')
    described = described.replace('kind = "picture"', 'kind = "picture"\nfile = "own.png"')
    (page / "page.toml").write_text(described, encoding="utf-8")
    Image.new("L", (600, 400), 128).save(page / "own.png")


@pytest.mark.parametrize("name", ["page.toml", "first.txt", "own.toml", "own.otf", "own.png"])
def test_a_build_never_replaces_what_it_is_made_from(name: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A slip behind -o cost a story: the PDF stood in its place, and the command ended with 0."""
    _dressed(page)
    before = {file.name: file.read_bytes() for file in page.iterdir()}
    told = refused(6, ["build", str(page), "-o", str(page / name), "--to", "pdf", "--lang", "en"], capsys)
    assert "would replace" in told
    assert "hint" in told
    assert {file.name: file.read_bytes() for file in page.iterdir()} == before


@pytest.mark.parametrize(
    ("name", "way_out"),
    [("x.png", "jxprint render"), ("x.TXT", "jxprint show"), ("x.docx", "--to pdf"), ("{page}.png", "jxprint render")],
)
def test_a_name_that_promises_another_form_is_refused(
    name: str, way_out: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A PDF stood under that name, and nobody said so; a name without an end, or of nobody's form, is a PDF's."""
    told = refused(2, ["build", str(page), "-o", str(page.parent / name), "--lang", "en"], capsys)
    assert way_out in told
    assert not list(page.parent.glob("*.*"))
    for other in ("proof", "page.2026"):
        assert main(["build", str(page), "-o", str(page.parent / other)]) == 0


@pytest.mark.parametrize("name", ["nobody", "nobody.old"])
def test_a_proof_that_is_not_there_is_no_pdf(name: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Folders are compared as well as files."""
    told = refused(3, ["diff", str(page.parent / name), str(page), "--lang", "en"], capsys)
    assert "there is no such folder" in told
    assert "cannot be read" in refused(7, ["diff", f"{page.parent / name}.pdf", str(page), "--lang", "en"], capsys)


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_link_to_copy_is_copy(link: str, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What counts is the file, not its name."""
    other = page.parent / "page.pdf"
    try:
        getattr(other, link)(page / "first.txt")
    except OSError:
        pytest.skip("no links here")
    before = (page / "first.txt").read_bytes()
    refused(6, ["build", str(page), "-o", str(other)], capsys)
    assert (page / "first.txt").read_bytes() == before


@pytest.mark.parametrize("name", ["page.jpg", "page.TIFF", "page.svg", "page.txt"])
def test_a_png_has_no_name_of_another_kind(
    name: str, page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever sent page.jpg on sent a PNG that many programs do not open."""
    pdf = str(page / "up.pdf")
    assert main(["build", str(page), "-o", pdf]) == 0
    capsys.readouterr()
    assert ".png" in refused(2, ["render", pdf, "-o", str(tmp_path / name), "--lang", "en"], capsys)
    assert not (tmp_path / name).exists()


@pytest.mark.skipif(os.name == "nt", reason="links want rights on Windows")
def test_a_link_into_a_folder_that_is_gone(page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The folder is named, and not the name called one that no file can have."""
    (tmp_path / "x.pdf").symlink_to(tmp_path / "gone" / "x.pdf")
    told = refused(6, ["build", str(page), "-o", str(tmp_path / "x.pdf"), "--lang", "en"], capsys)
    assert f"the folder {tmp_path / 'gone'} does not exist" in told


def test_a_page_is_never_drawn_over_its_pdf(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor is a late correction kept from replacing the build that it is held to."""
    pdf = str(page / "up.pdf")
    assert main(["build", str(page), "-o", pdf]) == 0
    assert main(["build", str(page), "--hold", pdf, "-o", pdf]) == 0
    capsys.readouterr()
    before = Path(pdf).read_bytes()
    assert "would replace" in refused(6, ["render", pdf, "-o", pdf, "--lang", "en"], capsys)
    assert Path(pdf).read_bytes() == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"[" * 100_000, "begins with ["),
        (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "nested too deeply"),
        (b'[{"uri": "urn:x"}]', "begins with ["),
    ],
    ids=["arrays", "objects", "a list"],
)
def test_json_is_no_damaged_pdf(data: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside a page it is told what it is, alone that it wants a page."""
    file = tmp_path / "a.json"
    file.write_bytes(data)
    assert main(["check", str(file), "--against", str(TREE / "layout" / "jiaxing"), "--lang", "en"]) == 3
    assert told in capsys.readouterr().err
    assert main(["check", str(file), "--lang", "en"]) == 2
    assert "this is no PDF but XML or JSON" in capsys.readouterr().err


def test_kinds_of_mistakes_are_told_together(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown key, a story that is missing and a character that no face has were told one build after another; a
    character that was told with its place is told once.
    """
    plan, second = page / "page.toml", page / "second.txt"
    text = plan.read_text("utf-8").replace("caption =", "captoin =").replace('"first.txt"', '"frist.txt"')
    plan.write_text(text, encoding="utf-8")
    second.write_text(second.read_text("utf-8") + "卢恩字ᚠ，响铃\a。\n", encoding="utf-8")
    told = refused(3, ["build", str(page), "-o", str(page / "x.pdf"), "--lang", "en"], capsys)
    assert [line.partition(": ")[2].partition(";")[0] for line in told.splitlines()] == [
        "there is no key “captoin” here",
        f"there is no file “{page / 'frist.txt'}”",
        "a control character stands in the copy (U+0007)",
        "second, paragraph 4, character 4: no face has “ᚠ” (U+16A0)",
    ]


def test_a_font_is_told_beside_the_page(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A newsroom's own font that is damaged, and a key that nobody knows."""
    style = (TREE / "layout" / "styles" / "daily.toml").read_text("utf-8")
    (page / "own.toml").write_text(style + '\n[fonts]\nsong = ["song.otf"]\n', encoding="utf-8")
    (page / "song.otf").write_bytes(b"OTTO")
    plan = page / "page.toml"
    text = plan.read_text("utf-8").replace('"daily"', '"own.toml"').replace("caption =", "captoin =")
    plan.write_text(text, encoding="utf-8")
    told = refused(3, ["build", str(page), "-o", str(page / "x.pdf"), "--lang", "en"], capsys)
    assert len(told.splitlines()) == 2
    assert "captoin" in told
    assert "song.otf" in told
