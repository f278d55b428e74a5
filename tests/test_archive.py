"""`jxprint archive`: a folder of a PDF and all that a library keeps beside it, whole or not at all, and proved so."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from PIL import Image

from jxprint.checker.kept.archive import check_archive
from jxprint.checker.kept.digests import bag_findings
from jxprint.cli import main
from jxprint.description.editions import read_pages
from jxprint.errors import OutputError, PdfError
from jxprint.messages import render
from jxprint.writers.tree import write_tree

TREE = Path(__file__).resolve().parent.parent
CHAOXUN = TREE / "layout" / "chaoxun"
JIAXING = TREE / "layout" / "jiaxing"
METS = "{http://www.loc.gov/METS/}"
PREMIS = "{http://www.loc.gov/premis/v3}"
HREF = "{http://www.w3.org/1999/xlink}href"

Files = dict[str, bytes]


def files_of(folder: Path) -> Files:
    """All files under a folder by their paths."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small issue, kept with everything, proved, in a bag."""
    folder = tmp_path_factory.mktemp("archive") / "bag"
    asked = ["--bag", "--check", "--dpi", "60", "--base-uri", "https://papers.example/1926/"]
    assert main(["archive", str(CHAOXUN), "-o", str(folder), *asked]) == 0
    return folder


@pytest.fixture(scope="module")
def kept(bag: Path) -> Files:
    """What is in it, by path."""
    return {name.removeprefix("data/"): data for name, data in files_of(bag).items() if name.startswith("data/")}


def test_every_kind_is_there(kept: Files) -> None:
    """One PDF, a file a page of every other kind, all articles together, and three that wrap them."""
    pages = {f"{kind}/{page}{end}" for page in (1, 2) for kind, end in (
        ("png", ".png"), ("alto", ".xml"), ("page", ".xml"), ("hocr", ".html"), ("text", ".txt"), ("json", ".json"),
    )}  # fmt: skip
    whole = {"pdf/chaoxun.pdf", "articles.json", "articles.txt", "mets.xml", "premis.xml", "manifest.json"}
    assert set(kept) == pages | whole


def test_all_places_are_in_the_pixels_of_the_image(kept: Files) -> None:
    """ALTO, PAGE, hOCR, JSON and the canvas have the size that the image has."""
    with Image.open(BytesIO(kept["png/1.png"])) as image:
        width, height = image.size
    assert f'WIDTH="{width}" HEIGHT="{height}"'.encode() in kept["alto/1.xml"]
    assert f'imageWidth="{width}" imageHeight="{height}"'.encode() in kept["page/1.xml"]
    assert f"bbox 0 0 {width} {height}".encode() in kept["hocr/1.html"]
    page = json.loads(kept["json/1.json"])["page"]
    assert (page["width"], page["height"], page["image"]) == (width, height, "../png/1.png")
    canvas = json.loads(kept["manifest.json"])["items"][0]
    assert (canvas["width"], canvas["height"]) == (width, height)


def test_mets_names_every_file_with_its_digest(kept: Files) -> None:
    """And every article with its block in ALTO and its place on the image."""
    root = ElementTree.fromstring(kept["mets.xml"])
    named = {}
    for file in root.iter(f"{METS}file"):
        (place,) = file.iter(f"{METS}FLocat")
        named[place.attrib[HREF]] = file.attrib
    assert set(named) == set(kept) - {"mets.xml", "premis.xml"}
    for path, attributes in named.items():
        assert attributes["CHECKSUM"] == hashlib.sha256(kept[path]).hexdigest()
        assert int(attributes["SIZE"]) == len(kept[path])
    (logical,) = [one for one in root.iter(f"{METS}structMap") if one.attrib["TYPE"] == "LOGICAL"]
    ids = {file["ID"]: path for path, file in named.items()}
    seen = 0
    for area in logical.iter(f"{METS}area"):
        path = ids[area.attrib["FILEID"]]
        if path.startswith("alto"):
            assert f'ID="{area.attrib["BEGIN"]}"'.encode() in kept[path]
            seen += 1
        else:
            assert re.fullmatch(r"\d+(,\d+)+", area.attrib["COORDS"])
    assert seen == sum(len(json.loads(kept[f"json/{page}.json"])["articles"]) for page in (1, 2))
    assert "汐门潮讯" in kept["mets.xml"].decode()
    assert "2026-09-23" in kept["mets.xml"].decode()


def test_references_within_mets_lead_somewhere(kept: Files) -> None:
    """Identifiers are given once."""
    root = ElementTree.fromstring(kept["mets.xml"])
    names = [one.attrib["ID"] for one in root.iter() if "ID" in one.attrib]
    assert len(names) == len(set(names))
    xlink = "{http://www.w3.org/1999/xlink}"
    keys = ("DMDID", "FILEID", f"{xlink}from", f"{xlink}to")
    named = {name for one in root.iter() for key in keys for name in one.attrib.get(key, "").split()}
    assert named <= set(names)


def test_premis_tells_tool_faces_and_versions(kept: Files) -> None:
    """Every file is an object, every face an agent with its version and digest, and the check is an event."""
    root = ElementTree.fromstring(kept["premis.xml"])
    paths = {one.text for one in root.iter(f"{PREMIS}objectIdentifierValue")}
    assert paths == set(kept) - {"mets.xml", "premis.xml"}
    fonts = []
    for agent in root.iter(f"{PREMIS}agent"):
        (kind,) = agent.iter(f"{PREMIS}agentIdentifierType")
        if kind.text == "font":
            version, note = agent.find(f"{PREMIS}agentVersion"), agent.find(f"{PREMIS}agentNote")
            assert version is not None
            assert version.text
            assert note is not None
            assert re.fullmatch(r"SHA-256 [0-9a-f]{64}", note.text or "")
            fonts.append(agent)
    assert len(fonts) > 2
    names = {one.text for one in root.iter(f"{PREMIS}agentName")}
    assert {"jxprint", "reportlab", "uharfbuzz"} <= names
    kinds = [one.text for one in root.iter(f"{PREMIS}eventType")]
    assert kinds == ["creation", "validation"]
    assert [one.text for one in root.iter(f"{PREMIS}eventDateTime")] == ["unknown", "unknown"]


def test_the_manifest_leads_to_what_is_there(kept: Files) -> None:
    """Every address below the archive's is a file of it; articles are ranges and have their words."""
    manifest = json.loads(kept["manifest.json"])
    base = "https://papers.example/1926/"
    found: list[str] = []

    def walk(value: Any) -> None:
        if isinstance(value, Mapping):
            if value.get("type") in ("Image", "Dataset", "Text"):
                found.append(value["id"])
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(manifest)
    assert found
    assert all(name.startswith(base) and name.removeprefix(base) in kept for name in found)
    assert manifest["type"] == "Manifest"
    assert manifest["navDate"] == "2026-09-23T00:00:00Z"
    (front, inside) = manifest["structures"]
    heads = [one["label"]["zh-CN"][0] for one in front["items"] if one["type"] == "Range"]
    assert "望鲸岬今夜重新发光" in heads
    assert all("#xywh=" in one["items"][0]["id"] for one in inside["items"] if one["type"] == "Range")
    words = [one["body"]["value"] for one in manifest["items"][0]["annotations"][0]["items"]]
    assert "\n\n".join(words) + "\n" == kept["text/1.txt"].decode()


def test_an_archive_is_proved_as_a_whole(bag: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`jxprint check FOLDER DIR` reads the bag, the PDF and every kept file."""
    assert main(["check", str(bag), str(CHAOXUN), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["ok"]
    assert set(answer["readers"]) == {
        "pikepdf", "pdfium", "alto", "page", "hocr", "text", "json", "iiif", "articles",
    }  # fmt: skip


Spoil = Callable[[Files], None]


def changed(path: str, old: str, new: str) -> Spoil:
    """A file with other words in it."""

    def spoil(files: Files) -> None:
        text = files[path].decode()
        assert old in text
        files[path] = text.replace(old, new).encode()

    return spoil


def removed(path: str) -> Spoil:
    """A file that is gone."""

    def spoil(files: Files) -> None:
        del files[path]

    return spoil


def added(path: str) -> Spoil:
    """A file more than there were."""
    return lambda files: files.update({path: b"x"})


@pytest.mark.parametrize(
    ("spoil", "keys"),
    [
        (removed("data/png/1.png"), {"library.file_missing"}),
        (added("data/png/3.png"), {"library.file_unlisted"}),
        (added("notes.txt"), {"library.file_unlisted"}),
        (removed("manifest-sha512.txt"), {"library.file_missing"}),
        (changed("data/premis.xml", "jxprint", "jxprinz"), {"library.file_changed", "library.form_value"}),
        (changed("bag-info.txt", "chaoxun", "chaoxum"), {"library.file_changed"}),
        (changed("data/text/1.txt", "望鲸岬", "望鲸甲"), {"library.file_changed", "checks.altered"}),
        (changed("data/mets.xml", 'TYPE="page"', 'TYPE="leaf"'), {"library.file_changed", "library.form_strange"}),
    ],
)
def test_what_is_wrong_with_a_bag_is_told(bag: Path, spoil: Spoil, keys: set[str]) -> None:
    """A file that is gone, that is another, or that nobody knows: named, whatever it is."""
    files = files_of(bag)
    spoil(files)
    described = read_pages([CHAOXUN])
    report = check_archive(files, described.pages, described.title)
    assert {finding.key for finding in report.findings} == keys
    assert not report.ok


def listed_anew(files: Files) -> Files:
    """A bag whose tag files are as its lists say, whatever was done to them."""
    for name, sum_ in (("sha256", hashlib.sha256), ("sha512", hashlib.sha512)):
        tags = [path for path in files if "/" not in path and not path.startswith("tagmanifest-")]
        told = "".join(f"{sum_(files[path]).hexdigest()}  {path}\n" for path in sorted(tags))
        files[f"tagmanifest-{name}.txt"] = told.encode()
    return files


@pytest.mark.parametrize(
    ("path", "spoiled", "said"),
    [
        ("bagit.txt", b"", "BagIt-Version: 1.0 / 0.97, Tag-File-Character-Encoding: UTF-8"),
        ("bagit.txt", b"BagIt-Version: 9.9\nTag-File-Character-Encoding: UTF-8\n", "BagIt-Version: 1.0 / 0.97"),
        ("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: KOI8\n", "Tag-File-Character-Encoding: UTF-8"),
        ("bag-info.txt", b"Payload-Oxum: 12.3\n", "Payload-Oxum is 12.3"),
    ],
)
def test_what_a_bag_says_of_itself_is_read(bag: Path, path: str, spoiled: bytes, said: str) -> None:
    """Though its lists have the digests of what it says now."""
    files = files_of(bag)
    assert not list(bag_findings(listed_anew(files)))
    files[path] = spoiled
    (finding,) = bag_findings(listed_anew(files))
    assert said in render(finding, "en")
    assert finding.place.file == path


def test_a_damaged_pdf_of_an_archive_has_its_name(kept: Files) -> None:
    """And not that of no file."""
    described = read_pages([CHAOXUN])
    with pytest.raises(PdfError, match=re.escape("pdf/chaoxun.pdf: ")):
        check_archive({"pdf/chaoxun.pdf": b"%PDF-"}, described.pages, described.title)


def test_places_are_held_against_the_pdf(bag: Path) -> None:
    """All boxes of a line moved alike hang together, and are not where the PDF shows them, whom nobody else helps."""
    files = {name.removeprefix("data/"): data for name, data in files_of(bag).items()
             if name in ("data/pdf/chaoxun.pdf", "data/alto/1.xml")}  # fmt: skip
    page = files["alto/1.xml"].decode()
    files["alto/1.xml"] = re.sub(
        r'(HPOS=")(\d+)', lambda match: f"{match[1]}{max(0, int(match[2]) - 20)}", page
    ).encode()  # fmt: skip
    described = read_pages([CHAOXUN])
    report = check_archive(files, described.pages, described.title)
    told = [finding for finding in report.findings if finding.key == "library.apart"]
    assert [finding.place.file for finding in told] == ["alto/1.xml"]


def test_two_runs_give_the_same_archive(bag: Path, tmp_path: Path) -> None:
    """Byte for byte, in another folder."""
    asked = ["--bag", "--check", "--dpi", "60", "--base-uri", "https://papers.example/1926/"]
    assert main(["archive", str(CHAOXUN), "-o", str(tmp_path / "again"), *asked]) == 0
    assert files_of(tmp_path / "again") == files_of(bag)


def test_only_what_is_asked_for_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two kinds of one page, with the date that was given, and the answer for machines."""
    target = tmp_path / "kept"
    assert main(["archive", str(JIAXING), "-o", str(target), "--only", "alto, text", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["files"] == ["alto/1.xml", "text/1.txt"]
    assert sorted(files_of(target)) == answer["files"]
    assert main(["check", str(target), str(JIAXING)]) == 0


@pytest.mark.parametrize("kinds", ["iiif,png", "png", "articles", "png,mets"])
def test_a_part_of_an_archive_is_whole_and_proved(kinds: str, tmp_path: Path) -> None:
    """Whichever kinds are kept: nothing leads to what is not, and all of it is read back."""
    target = tmp_path / "kept"
    asked = ["--only", kinds, "--check", "--dpi", "60", "--base-uri", "https://papers.example/"]
    assert main(["archive", str(JIAXING), "-o", str(target), *asked]) == 0
    files = files_of(target)
    assert b"mets.xml" not in files.get("manifest.json", b"")
    assert ("mets.xml" in files) == ("mets" in kinds)


def test_a_date_that_is_given_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH is the one clock: METS, PREMIS and the bag have it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1764000000")
    asked = ["--only", "alto,mets", "--bag"]
    assert main(["archive", str(JIAXING), "-o", str(tmp_path / "kept"), *asked]) == 0
    files = files_of(tmp_path / "kept")
    assert b'CREATEDATE="2025-11-24T16:00:00Z"' in files["data/mets.xml"]
    assert b"<premis:eventDateTime>2025-11-24T16:00:00Z<" in files["data/premis.xml"]
    assert b"Bagging-Date: 2025-11-24\n" in files["bag-info.txt"]


@pytest.mark.parametrize(
    ("asked", "code", "told"),
    [
        (["--only", "iiif"], 2, "--base-uri"),
        (["--only", "iiif,text", "--base-uri", "https://a.example/"], 2, "png"),
        (["--only", "mets"], 2, "mets"),
        (["--only", ""], 2, "--only"),
        (["--only", " , "], 2, "--only"),
        (["--only", "alto,marc"], 2, "marc"),
        (["--base-uri", "papers/1926"], 2, "papers/1926"),
        (["--base-uri", "https://a.example/?x=1"], 2, "address"),
        (["--dpi", "0"], 2, "0"),
        (["--dpi", "99999"], 6, "pixels"),
        (["--profile", "archive"], 2, "archive"),
    ],
)
def test_what_cannot_be_is_refused(
    asked: list[str], code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written; no folder is left behind."""
    target = tmp_path / "kept"
    assert main(["archive", str(JIAXING), "-o", str(target), *asked]) == code
    assert told in capsys.readouterr().err
    assert not target.exists()


def test_links_are_addresses_whatever_a_page_is_called(tmp_path: Path) -> None:
    """METS says that they are URLs, so they have no sign that a URL has not; they are followed back to the files."""
    page = tmp_path / "第 一%版#&"
    shutil.copytree(JIAXING, page)
    told = page / "page.toml"
    told.write_text(re.sub(r'(?m)^name = ".*"$', "", told.read_text("utf-8"), count=1), encoding="utf-8")
    target = tmp_path / "kept"
    asked = ["--only", "pdf,text,mets", "--check"]
    assert main(["archive", str(page), "-o", str(target), *asked]) == 0
    root = ElementTree.fromstring((target / "mets.xml").read_bytes())
    links = [one.attrib[HREF] for one in root.iter(f"{METS}FLocat")]
    assert links[0] == "pdf/%E7%AC%AC%20%E4%B8%80%25%E7%89%88%23%26.pdf"
    assert [unquote(link) for link in links] == ["pdf/第 一%版#&.pdf", "text/1.txt"]


def test_a_folder_of_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page's own folder, or any with other files in it, is left as it is; an older archive of the page is renewed."""
    page = tmp_path / "page"
    shutil.copytree(JIAXING, page)
    before = files_of(page)
    assert main(["archive", str(page), "-o", str(page), "--only", "text"]) == 6
    assert "other files" in capsys.readouterr().err
    assert files_of(page) == before
    target = tmp_path / "kept"
    for _ in range(2):
        assert main(["archive", str(page), "-o", str(target), "--only", "text"]) == 0
    assert sorted(files_of(target)) == ["text/1.txt"]


def test_a_tree_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Where one file cannot be written, none is, and no folder that was made for them stays."""
    with pytest.raises(OutputError):
        write_tree(tmp_path / "a", {"x/1": b"1", "y/2": b"2", "y/" + "n" * 300: b"3"})
    assert not (tmp_path / "a").exists()
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OutputError):
        write_tree(tmp_path / "file", {"x": b"1"})
    assert (tmp_path / "file").read_bytes() == b"old"
    write_tree(tmp_path / "a", {"x/1": b"1", "2": b"2"})
    assert files_of(tmp_path / "a") == {"x/1": b"1", "2": b"2"}


def test_a_sealed_profile_is_sealed_in_an_archive(tmp_path: Path) -> None:
    """PDF/A-3 carries its seal here as it does from a build, and is proved without the folder."""
    target = tmp_path / "kept"
    assert main(["archive", str(JIAXING), "-o", str(target), "--only", "pdf", "--profile", "archive-a3"]) == 0
    assert main(["check", str(target / "pdf" / "jiaxing.pdf")]) == 0
