"""An archive spoiled in one place, its digests made right again: whatever a library relies on is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from jxprint.checker.kept.archive import check_archive
from jxprint.checker.kept.gathering import Issued
from jxprint.checker.report import sentence
from jxprint.cli import main
from jxprint.description.editions import read_pages
from jxprint.errors import Finding
from kept_spoils import Files, relisted, remember_readings

CHAOXUN = Path(__file__).resolve().parent.parent / "layout" / "chaoxun"
ISSUED = Issued("汐门潮讯 2026年9月23日", "汐门潮讯", "2026-09-23", "1926")
DPI = 150

Spoil = Callable[[Files], None]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The small issue, kept with everything."""
    folder = tmp_path_factory.mktemp("spoiled") / "kept"
    asked = ["--dpi", str(DPI), "--base-uri", "https://papers.example/1926/"]
    assert main(["archive", str(CHAOXUN), "-o", str(folder), *asked]) == 0
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module", autouse=True)
def remembered() -> Iterator[None]:
    """What was not spoiled is read once: a reader's answer depends on the bytes and nothing else."""
    with pytest.MonkeyPatch.context() as patch:
        remember_readings(patch)
        yield


def findings_of(files: Files) -> tuple[Finding, ...]:
    """What is told of an archive."""
    described = read_pages([CHAOXUN])
    return tuple(check_archive(files, described.pages, described.title, ISSUED).findings)


def keys(files: Files) -> set[str]:
    """The keys of what is told of an archive."""
    return {one.key for one in findings_of(files)}


def changed(path: str, old: str, new: str) -> Spoil:
    """A file in which a pattern says something else, once."""

    def spoil(files: Files) -> None:
        before = files[path]
        text, count = re.subn(old, new, before.decode(), count=1)
        assert count == 1
        assert text.encode() != before
        files[path] = text.encode()
        relisted(files, path)

    return spoil


def drawn_over(draw: Callable[[Image.Image], None]) -> Spoil:
    """The first page's image with something else in it."""

    def spoil(files: Files) -> None:
        before = files["png/1.png"]
        with Image.open(BytesIO(before)) as image:
            other = image.copy()
            draw(other)
            data = BytesIO()
            other.save(data, "PNG", dpi=(DPI, DPI))
        files["png/1.png"] = data.getvalue()
        relisted(files, "png/1.png")

    return spoil


def white(image: Image.Image) -> None:
    """Nothing is left of it."""
    image.paste("white", (0, 0, *image.size))


def blotted(image: Image.Image) -> None:
    """A character is gone."""
    ImageDraw.Draw(image).rectangle((590, 446, 625, 482), fill="white")


def shifted(files: Files) -> None:
    """A paragraph of ALTO stands 5 pixels lower than the PDF shows it."""
    before = files["alto/1.xml"]
    text = re.sub(
        r'<TextBlock ID="A5B6".*?</TextBlock>',
        lambda block: re.sub(r'VPOS="(\d+)"', lambda at: f'VPOS="{int(at[1]) + 5}"', block[0]),
        before.decode(),
        flags=re.DOTALL,
    )
    files["alto/1.xml"] = text.encode()
    relisted(files, "alto/1.xml")


def without(*paths: str) -> Spoil:
    """Files that are gone."""

    def spoil(files: Files) -> None:
        for path in paths:
            del files[path]

    return spoil


A, M, I, P, H, J = "alto/1.xml", "mets.xml", "manifest.json", "page/1.xml", "hocr/1.html", "json/1.json"  # noqa: E741


def test_the_archive_itself_is_whole(kept: Files) -> None:
    """Nothing is told of it, whatever is asked."""
    assert keys(dict(kept)) == set()


@pytest.mark.parametrize(
    ("spoil", "key"),
    [
        (changed(A, "黄昏的海港", "清晨的海港"), "checks.alternative"),
        (changed(A, 'LABEL="导读"', 'LABEL="毒导"'), "library.other_title"),
        (changed(A, 'LABEL="导读"', 'LABEL="望鲸岬今夜重新发光"'), "library.other_title"),
        (changed(A, 'TAGREFS="role-kicker"', 'TAGREFS="role-headline"'), "library.disagrees"),
        (changed(A, 'LABEL="kicker"', 'LABEL="headline"'), "library.form_value"),
        (changed(A, 'LABEL="story"', 'LABEL="table"'), "library.form_value"),
        (changed(A, 'LANG="zh-CN"', 'LANG="de"'), "checks.language"),
        (changed(A, "<String ", '<String LANG="de" '), "checks.language"),
        (changed(A, 'FONTSIZE="84"', 'FONTSIZE="12"'), "library.other_type"),
        (changed(A, 'FONTFAMILY="JX Kai"', 'FONTFAMILY="Comic Sans"'), "library.dead_link"),
        (changed(A, 'FONTFAMILY="JX Kai"', 'FONTFAMILY="Noto Serif CJK SC"'), "library.disagrees"),
        (changed(A, r'BASELINE="\d+,\d+ \d+,\d+"', 'BASELINE="1,1 2,2"'), "library.other_baseline"),
        (changed(A, r'(<Illustration ID="A6B1" HPOS=")\d+', r"\g<1>1"), "library.disagrees"),
        (changed(A, r'(<ComposedBlock ID="A5" HPOS=")\d+', r"\g<1>999"), "library.disagrees"),
        (changed(A, r'(<Glyph CONTENT="停" HPOS="\d+" VPOS="\d+" WIDTH=")\d+', r"\g<1>5"), "library.apart"),
        (changed(A, "png/1.png", "png/9.png"), "library.dead_link"),
        (changed(A, "png/1.png", "png/2.png"), "library.disagrees"),
        (changed(A, 'PRINTED_IMG_NR="1"', 'PRINTED_IMG_NR="7"'), "library.disagrees"),
        (shifted, "library.disagrees"),
        (changed(P, 'caption="导读"', 'caption="毒导"'), "library.other_title"),
        (changed(P, r'<Baseline points="\d+,\d+ \d+,\d+"', '<Baseline points="1,1 2,2"'), "library.other_baseline"),
        (changed(P, 'imageXResolution="150"', 'imageXResolution="300"'), "library.form_value"),
        (changed(H, "png/1.png", "png/7.png"), "library.dead_link"),
        (changed(H, "scan_res 150 150", "scan_res 300 300"), "library.other_dpi"),
        (changed(J, '"alt":"黄昏', '"alt":"清晨'), "checks.alternative"),
        (changed(J, '"title":"第1版', '"title":"第9版'), "library.other_title"),
        (changed(J, '"dpi":150.0', '"dpi":300.0'), "library.other_dpi"),
        (changed(J, r'("id":"A3","part":"[^"]*","kind":")\w+', r"\g<1>table"), "library.disagrees"),
        (changed("articles.json", r'"date":"2026', '"date":"1999'), "library.disagrees"),
        (changed("articles.json", '"heading":"导读"', '"heading":"毒导"'), "library.disagrees"),
        (changed("articles.json", '"role":"kicker"', '"role":"deck"'), "library.disagrees"),
        (changed("articles.json", '"alt":"黄昏', '"alt":"清晨'), "library.disagrees"),
        (changed(M, r'(SHAPE="RECT" COORDS="\d+,)\d+', r"\g<1>9"), "library.disagrees"),
        (changed(M, 'BEGIN="A5"', 'BEGIN="A99"'), "library.no_such_part"),
        (changed(M, 'LABEL="望鲸岬今夜重新发光"', 'LABEL="别的"'), "library.disagrees"),
        (changed(M, "<mods:title>望鲸岬今夜重新发光", "<mods:title>别的"), "library.disagrees"),
        (changed(M, "<mods:title>汐门潮讯<", "<mods:title>别的<"), "library.disagrees"),
        (changed(M, "<mods:title>第1版", "<mods:title>第9版"), "library.disagrees"),
        (changed(M, ">2026-09-23<", ">1999-01-01<"), "library.disagrees"),
        (changed(M, "<mods:number>1926<", "<mods:number>1927<"), "library.disagrees"),
        (changed(M, "汐门潮讯 2026年9月23日", "别的"), "library.disagrees"),
        (changed(M, 'ORDERLABEL="2"', 'ORDERLABEL="3"'), "library.disagrees"),
        (changed(M, r'(smLink xlink:from="LOG1A5" xlink:to=")PHYS2', r"\g<1>PHYS1"), "library.disagrees"),
        (changed(M, ">zh-CN<", ">de<"), "library.disagrees"),
        (changed(M, r'SIZE="\d+"', 'SIZE="1"'), "library.other_length_told"),
        (changed("premis.xml", r"<premis:size>", "<premis:size>1"), "library.other_length_told"),
        (changed("premis.xml", r"(messageDigest>)\w", r"\g<1>x"), "library.file_changed"),
        (changed(I, '"停灯十九年', '"停灯十八年'), "checks.altered"),
        (changed(I, '"width": [0-9]+', '"width": 1'), "library.disagrees"),
        (changed(I, r"(words/A2[^#]*#xywh=)\d+", r"\g<1>1"), "library.disagrees"),
        (changed(I, r'("id": "[^"]*range/1/A2"[^#]*#xywh=)\d+', r"\g<1>1"), "library.disagrees"),
        (changed(I, r'("label": \{\s*"zh-CN": \[\s*")望鲸岬今夜重新发光', r"\g<1>别的"), "library.disagrees"),
        (changed(I, r'"navDate": "2026', '"navDate": "1999'), "library.disagrees"),
        (changed(I, r'"2026-09-23"', '"1999-01-01"'), "library.disagrees"),
        (changed(I, r"alto/1\.xml", "alto/7.xml"), "library.dead_link"),
        (changed(I, r"mets\.xml", "mats.xml"), "library.form_value"),
        (changed(I, r"png/1\.png", "png/2.png"), "library.disagrees"),
        (drawn_over(white), "library.other_image"),
        (drawn_over(blotted), "library.other_image"),
        (without("mets.xml"), "library.file_missing"),
        (without("premis.xml"), "library.file_missing"),
        (without("manifest.json"), "library.file_missing"),
        (without("mets.xml", "premis.xml"), "library.dead_link"),
    ],
)
def test_what_is_spoiled_is_told(kept: Files, spoil: Spoil, key: str) -> None:
    """Each in one place of one file, though every digest is right."""
    files = dict(kept)
    spoil(files)
    assert key in keys(files)


@pytest.mark.parametrize("name", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_is_no_json(kept: Files, name: str) -> None:
    """RFC 8259 knows no such numbers; Python's reader does."""
    files = dict(kept)
    changed(J, '"dpi":150.0', f'"dpi":{name}')(files)
    assert [one.key for one in findings_of(files)] == ["sources.damaged"]


@pytest.mark.parametrize("data", [b"", b"\n", b"\0" * 9, b"[]", b"x"])
@pytest.mark.parametrize("name", [A, J, H, P])
def test_what_is_left_of_a_file_is_not_taken_for_a_text(kept: Files, name: str, data: bytes) -> None:
    """A file is of the kind that its name says: one finding, with its name, however little of it is there."""
    files = dict(kept) | {name: data}
    [finding] = findings_of(files)
    key = "sources.damaged" if data.strip(b"\0\n") else "library.empty_file"
    assert (finding.key, finding.place.file) == (key, name)


def test_a_changed_file_is_told_once_by_the_lists(kept: Files) -> None:
    """That it is longer than they say is told by its digest already."""
    files = dict(kept) | {"text/1.txt": kept["text/1.txt"] + b"\n"}
    assert [one.key for one in findings_of(files) if one.key.startswith("library.")] == ["library.file_changed"]


def test_what_is_told_of_many_things_is_said_in_one_sentence(kept: Files) -> None:
    """How many there are stands in the sentence, and is not told again behind it."""
    files = dict(kept)
    changed(H, '<meta name="ocr-capabilities"', "<meta")(files)
    said = [sentence(one, "en") for one in findings_of(files)]
    assert [one for one in said if "; more that is wrong with the same thing: 1; hint" in one]
    assert not [one for one in said if "more places" in one]


def test_an_image_that_is_none_is_refused(kept: Files) -> None:
    """One finding, with its name, and no word of the machine's memory."""
    files = dict(kept)
    files["png/1.png"] = b"\x89PNG\r\n\x1a\n" + b"x" * 40
    [finding] = findings_of(files)
    assert finding.place.file == "png/1.png"
    assert "0x" not in sentence(finding, "en")


def test_a_folder_without_a_list_is_noted(kept: Files, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No digests and no list of what belongs to it: all that is there may be right all the same."""
    (tmp_path / "alto").mkdir()
    for page in (1, 2):
        (tmp_path / "alto" / f"{page}.xml").write_bytes(kept[f"alto/{page}.xml"])
    name = tmp_path / "alto" / "1.xml"
    name.write_bytes(re.sub(rb"<sourceImageInformation>.*?</sourceImageInformation>", b"", name.read_bytes()))
    name = tmp_path / "alto" / "2.xml"
    name.write_bytes(re.sub(rb"<sourceImageInformation>.*?</sourceImageInformation>", b"", name.read_bytes()))
    assert main(["check", str(tmp_path), str(CHAOXUN)]) == 0
    assert "no METS" in capsys.readouterr().err
    assert main(["check", str(tmp_path), str(CHAOXUN), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]
