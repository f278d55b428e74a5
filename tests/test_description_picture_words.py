"""A picture's file may say its caption, who took it and where: the page's own words come first."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin, TiffImagePlugin

from jxprint.cli import main
from jxprint.description.pages import read
from jxprint.intake.picture_facts import PictureFacts, facts_of
from jxprint.model import Picture

UTF_8 = (1, 90), b"\x1b%G"


def iim(*datasets: tuple[tuple[int, int], bytes]) -> bytes:
    """Datasets of IPTC-IIM."""
    return b"".join(bytes((0x1C, *key)) + len(value).to_bytes(2, "big") + value for key, value in datasets)


def texts(encoding: str, *, marked: bool) -> bytes:
    """Caption, byline, credit, city and country in an encoding, which is said or is not."""
    said = {120: "黄昏的码头", 80: "卓小舟", 110: "新华社", 90: "杭州", 101: "中国"}
    return iim(*([UTF_8] if marked else []), *(((2, key), text.encode(encoding)) for key, text in said.items()))


def jpeg(data: bytes = b"", xmp: bytes = b"") -> bytes:
    """A JPEG with IIM in its Photoshop resources and an XMP packet."""
    out = BytesIO()
    Image.new("L", (400, 300), 128).save(out, "JPEG")
    plain = out.getvalue()
    segments = b""
    if data:
        resource = b"8BIM\x04\x04\0\0" + len(data).to_bytes(4, "big") + data + b"\0" * (len(data) % 2)
        body = b"Photoshop 3.0\0" + resource
        segments += b"\xff\xed" + (len(body) + 2).to_bytes(2, "big") + body
    if xmp:
        body = b"http://ns.adobe.com/xap/1.0/\0" + xmp
        segments += b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body
    return plain[:2] + segments + plain[2:]


XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" photoshop:City="宁波"><dc:description><rdf:Alt>
 <rdf:li xml:lang="en">A pier</rdf:li><rdf:li xml:lang="x-default">灯塔 亮了</rdf:li></rdf:Alt></dc:description>
 <dc:creator><rdf:Seq><rdf:li>林海</rdf:li><rdf:li>卓小舟</rdf:li></rdf:Seq></dc:creator>
 <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">岬角上的灯塔</rdf:li></rdf:Alt>
 </Iptc4xmpCore:AltTextAccessibility></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


def facts(data: bytes) -> PictureFacts:
    """What a file says of itself."""
    with Image.open(BytesIO(data)) as picture:
        picture.load()
        return facts_of(picture)


@pytest.mark.parametrize(("encoding", "marked"), [("utf-8", True), ("utf-8", False), ("gbk", False)])
def test_iptc_is_read_in_both_encodings(encoding: str, marked: bool) -> None:
    """UTF-8, which says so by ESC % G or does not, and GBK, which never does."""
    found = facts(jpeg(texts(encoding, marked=marked)))
    assert found == PictureFacts("黄昏的码头", "卓小舟", "新华社", "杭州 中国")
    assert found.credited == "卓小舟/新华社"


def test_iptc_of_a_western_agency_is_read() -> None:
    """Windows-1252, in which bytes of names also pass for GBK."""
    found = facts(jpeg(iim(((2, 80), "Jürgen Müller".encode("cp1252")), ((2, 120), "Café".encode("cp1252")))))
    assert (found.byline, found.caption) == ("Jürgen Müller", "Café")


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF"])
def test_xmp_comes_before_iptc(form: str) -> None:
    """Of a caption in several languages the default is taken; what XMP does not say IPTC may."""
    out = BytesIO()
    if form == "JPEG":
        data = jpeg(texts("gbk", marked=False), XMP.encode())
    elif form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_itxt("XML:com.adobe.xmp", XMP)
        Image.new("L", (40, 30)).save(out, "PNG", pnginfo=info)
        data = out.getvalue()
    else:
        tags = TiffImagePlugin.ImageFileDirectory_v2()
        tags[700] = XMP.encode()
        tags.tagtype[33723] = 7
        tags[33723] = texts("gbk", marked=False)
        Image.new("L", (40, 30)).save(out, "TIFF", tiffinfo=tags)
        data = out.getvalue()
    found = facts(data)
    assert (found.caption, found.byline, found.alt, found.location) == (
        "灯塔 亮了",
        "林海 卓小舟",
        "岬角上的灯塔",
        "宁波",
    )
    assert found.credit == ("" if form == "PNG" else "新华社")


@pytest.mark.parametrize(
    "data",
    [
        jpeg(texts("utf-8", marked=True)[:-4]),
        jpeg(iim(((2, 120), b"\xff\xfe\x81"))),
        jpeg(b"\x1c\x02\x78\x80\x04\xff\xff\xff\xff"),
        jpeg(b"rubbish"),
        jpeg(xmp=b"<x:xmpmeta"),
        jpeg(xmp=b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
        jpeg(xmp=XMP.replace("灯塔 亮了", "字" * 3000).encode()),
    ],
)
def test_damaged_metadata_is_told_and_no_crash(data: bytes) -> None:
    """What can be read of it is; the picture is no worse."""
    assert facts(data).damaged


def test_a_picture_without_metadata_says_nothing() -> None:
    """And no reader of it is loaded."""
    assert facts(jpeg()) == PictureFacts()


PAGE = """format = 1
title = "版"
style = "daily"
dummy = \"\"\"
P P A A
\"\"\"

[sheet]
width = "297mm"
height = "240mm"
head = "22mm"
foot = "18mm"
left = "20mm"
right = "20mm"

[grid]
columns = 4
measure = "17字"
gap = "1.2字"
body = "10pt"
pitch = "15pt"

[[part]]
letter = "P"
kind = "picture"
file = "pier.jpg"
{said}

[[part]]
letter = "A"
kind = "story"
copy = "a.txt"
legs = 2
"""


def page(folder: Path, said: str, data: bytes) -> tuple[Picture, list[str]]:
    """The picture of a page that says something of it, and what is told."""
    folder.mkdir(exist_ok=True)
    (folder / "page.toml").write_text(PAGE.format(said=said), encoding="utf-8")
    (folder / "a.txt").write_text("headline: 题\n\n" + "正文一句话。" * 40 + "\n", encoding="utf-8")
    (folder / "pier.jpg").write_bytes(data)
    found, notes = read(folder)
    picture = found.parts[0]
    assert isinstance(picture, Picture)
    return picture, [one.key for one in notes]


def test_the_page_overrides_the_file_never_the_other_way_round(tmp_path: Path) -> None:
    """A key that is there is the page's, also where it is empty."""
    data = jpeg(texts("gbk", marked=False), XMP.replace("灯塔 亮了", "").encode())
    picture, notes = page(tmp_path / "a", "", data)
    assert (picture.caption, picture.credit) != (None, None)
    assert picture.caption is not None
    assert picture.credit is not None
    assert (picture.caption.text, picture.credit.text) == ("黄昏的码头", "林海 卓小舟/新华社")
    assert (picture.alt, picture.location) == ("岬角上的灯塔", "宁波")
    assert notes == ["page.words_from_picture"]
    own = 'caption = "渡口"\ncredit = ""\nalt = "船"\nbyline = "甲"\nlocation = "乙"'
    picture, notes = page(tmp_path / "b", own, data)
    assert picture.caption is not None
    assert (picture.caption.text, picture.credit) == ("渡口", None)
    assert (picture.alt, picture.byline, picture.location) == ("船", "甲", "乙")
    assert notes == []


def test_damage_is_a_note_and_the_page_is_read(tmp_path: Path) -> None:
    """It names what cannot be read."""
    picture, notes = page(tmp_path / "a", 'caption = "渡口"', jpeg(xmp=b"<x:xmpmeta"))
    assert picture.caption is not None
    assert notes == ["page.picture_words_damaged"]


@pytest.mark.parametrize(
    "data",
    [
        jpeg(xmp=b'<!DOCTYPE a [<!ENTITY b "c">]>' + XMP.replace("岬角上的灯塔", "&b;").encode()),
        jpeg(xmp=XMP.encode()[:300]),
        jpeg(b"\x1c\x02\x78\xff\xff"),
    ],
    ids=["entity", "torn", "IPTC"],
)
def test_what_could_not_be_read_is_told_beside_what_is_missing(
    data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An archive asks what a picture shows; its file may have said it. Nothing is resolved, and other pages build."""
    page(tmp_path / "a", "", data)
    out = tmp_path / "a.pdf"
    assert main(["build", str(tmp_path / "a"), "-o", str(out), "--profile", "archive-a2", "--lang", "en"]) == 9
    told = capsys.readouterr().err.splitlines()
    assert "has no description" in told[0]
    assert ["cannot be read in part" in line for line in told] == [False, True]
    assert main(["build", str(tmp_path / "a"), "-o", str(out), "--lang", "en"]) == 0
    assert capsys.readouterr().err.count("cannot be read in part") == 1


def test_a_caption_of_the_file_is_printed_and_proved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check expects it as the page does, where a side was asked for it as well; lint leaves the file alone."""
    folder = tmp_path / "a"
    page(folder, 'caption_side = "above"', jpeg(iim(((2, 120), "黄昏,的码头".encode()))))
    before = (folder / "pier.jpg").read_bytes()
    assert main(["build", str(folder), "-o", str(tmp_path / "a.pdf"), "--check"]) == 0
    assert main(["lint", str(folder), "--fix"]) == 1
    assert (folder / "pier.jpg").read_bytes() == before
    assert "caption" in capsys.readouterr().err
