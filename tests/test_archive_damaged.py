"""An archive with damaged files, as an archivist finds one: every fault is told once, by the file that has it."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from jxprint.checker.expected import expected_page
from jxprint.checker.kept.archive import check_archive
from jxprint.checker.kept.digests import bag_findings, list_findings
from jxprint.checker.kept.forms.wanted import like
from jxprint.checker.report import sentence
from jxprint.cli import main
from jxprint.cli.check_kept import issued_of
from jxprint.description.editions import read_pages
from jxprint.errors import DescriptionError, Finding
from jxprint.intake import xml_tree
from jxprint.intake.xml_tree import parsed
from kept_spoils import Files, relisted, remember_readings

KEPT = Path(__file__).resolve().parent / "pages" / "kept"


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Two pages in a bag, kept with everything."""
    folder = tmp_path_factory.mktemp("damaged") / "bag"
    asked = ["--dpi", "60", "--base-uri", "https://papers.example/77/", "--bag"]
    assert main(["archive", str(KEPT), "-o", str(folder), *asked]) == 0
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def kept(bag: Files) -> Files:
    """The same without the bag."""
    return {path.removeprefix("data/"): data for path, data in bag.items() if path.startswith("data/")}


@pytest.fixture(scope="module", autouse=True)
def remembered() -> Iterator[None]:
    """What is sound is read once."""
    with pytest.MonkeyPatch.context() as patch:
        remember_readings(patch)
        yield


def told(files: Files) -> list[Finding]:
    """What is told of an archive."""
    described = read_pages([KEPT])
    return list(check_archive(files, described.pages, described.title, issued_of([KEPT], "")).findings)


def changed(files: Files, path: str, old: str, new: str) -> Files:
    """An archive with another text in one file, its digests made right."""
    text, count = re.subn(old, new, files[path].decode(), count=1, flags=re.DOTALL)
    assert count
    found = files | {path: text.encode()}
    relisted(found, path)
    return found


def test_every_damaged_file_is_told_and_the_rest_is_checked(kept: Files) -> None:
    """One finding a file, whatever cannot be read, and a wrong character of another file beside them."""
    files = changed(kept, "hocr/2.html", "(ocrx_word[^>]*>)库房夜话", r"\1库房夜甲")
    noise = random.Random(9).randbytes(300)
    damaged = {
        "alto/1.xml": b"<alto",
        "page/2.xml": noise,
        "json/1.json": b"{",
        "png/2.png": noise,
        "premis.xml": noise,
    }
    damaged |= {"pdf/kept.pdf": noise, "text/1.txt": noise, "articles.txt": noise, "manifest.json": b"["}
    findings = told(files | damaged)
    assert sorted(str(one.place.file) for one in findings if one.key != "checks.altered") == sorted(damaged)
    (altered,) = (one for one in findings if one.key == "checks.altered")
    assert "hocr/2.html:" in sentence(altered, "en")


def test_what_is_empty_is_told_to_be(kept: Files) -> None:
    """By one finding each, and not by all the words that a text lacks."""
    empty = {"text/1.txt": b"", "articles.txt": b"\n", "alto/2.xml": b"", "png/1.png": b"\0" * 20, "mets.xml": b""}
    findings = told(kept | empty)
    assert {str(one.place.file) for one in findings} == set(empty)
    assert [one.key for one in findings] == ["library.empty_file"] * len(empty)


def test_where_nothing_can_be_read_all_of_it_is_told() -> None:
    """The command ends as it does with one file that it cannot read."""
    with pytest.raises(DescriptionError) as caught:
        told({"alto/1.xml": b"<alto", "json/1.json": b"{"})
    assert [one.place.file for one in caught.value.findings] == ["alto/1.xml", "json/1.json"]


def test_a_page_without_words_may_have_an_empty_text(kept: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text is compared, and not called damaged."""
    monkeypatch.setattr("jxprint.checker.kept.archive.has_words", lambda _: False)
    assert "library.empty_file" not in {one.key for one in told(kept | {"text/1.txt": b""})}


def test_half_a_character_in_json_is_told_where_it_stands(kept: Files) -> None:
    """By its line and column; both halves together are a character like any, and so is a backslash before a u."""
    for path in ("json/1.json", "manifest.json", "articles.json"):
        at = kept[path].index("存一张报".encode())
        (finding,) = told(kept | {path: kept[path].replace("存一张报".encode(), b"\\ud83d" + "一张报".encode(), 1)})
        assert (finding.key, finding.place.file) == ("library.half_character", path)
        assert finding.place.line == kept[path].count(b"\n", 0, at) + 1
        assert r"\ud83d" in sentence(finding, "en")
        whole = told(kept | {path: kept[path].replace("存一张报".encode(), b"\\ud83d\\ude00\\\\ud83d", 1)})
        assert "library.half_character" not in {one.key for one in whole}


def test_another_root_is_told_once(kept: Files) -> None:
    """METS in which something else begins."""
    for data in (
        b"<svg/>",
        kept["premis.xml"],
        kept["mets.xml"].replace(b"<mets ", b"<other ").replace(b"</mets>", b"</other>"),
    ):
        (finding,) = told(kept | {"mets.xml": data})
        assert (finding.key, finding.args["wanted"]) == ("library.other_root", "mets")


@pytest.mark.parametrize("data", [random.Random(4).randbytes(400), b"", b"not a list\nat all\n"])
@pytest.mark.parametrize("name", ["tagmanifest-sha256.txt", "manifest-sha512.txt"])
def test_a_damaged_list_of_a_bag_is_told_once(bag: Files, name: str, data: bytes) -> None:
    """And no file is said to be in no list for that."""
    (finding,) = told(bag | {name: data})
    assert (finding.key, finding.place.file) == ("library.list_damaged", name)


def test_a_line_of_a_list_that_is_damaged_is_told(bag: Files) -> None:
    """By its number; digests in capitals are digests (RFC 8493, 2.1.3)."""
    lines = bag["tagmanifest-sha512.txt"].decode().split("\n")
    capitals = "\n".join(line[:128].upper() + line[128:] for line in lines).encode()
    assert not list(bag_findings(bag | {"tagmanifest-sha512.txt": capitals}))
    lines[1] = "x" + lines[1]
    (finding,) = bag_findings(bag | {"tagmanifest-sha512.txt": "\n".join(lines).encode()})
    assert (finding.key, finding.place.line) == ("library.list_damaged", 2)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("mets.xml", 'USE="PDF"', 'USE="PNG"'),
        ("mets.xml", 'USE="ALTO"', 'USE="OTHER"'),
        ("mets.xml", '<dmdSec ID="DMD"', '<dmdSec ID="DMX"'),
        ("mets.xml", '<fptr FILEID="PNG1"/>', ""),
        ("mets.xml", 'xlink:from="LOG1A2"', 'xlink:from="LOG1A1"'),
        ("premis.xml", "IdentifierValue>pdf/kept.pdf<", "IdentifierValue>pdf/other.pdf<"),
        ("premis.xml", "IdentifierValue>pdf/kept.pdf<", "IdentifierValue>png/1.png<"),
        ("premis.xml", "<premis:object .*?</premis:object>", ""),
        ("premis.xml", "AgentIdentifierValue>jxprint<", "AgentIdentifierValue>other<"),
        ("premis.xml", "<premis:agentIdentifierValue>jxprint<", "<premis:agentIdentifierValue>other<"),
        ("premis.xml", "<premis:agentIdentifierType>software<", "<premis:agentIdentifierType>font<"),
        ("premis.xml", "<premis:agentName>jxprint<", "<premis:agentName>other<"),
        ("manifest.json", r'"seeAlso": \[.*?\],', ""),
        ("manifest.json", r'"metadata": \[.*?\n \],', ""),
        ("manifest.json", r'"id": "([^"]*/canvas/1/[^"]*)/A2"', r'"id": "\1/A9"'),
        ("articles.json", r'"id":"A1"', '"id":"A2"'),
        ("alto/1.xml", r'<TextLine ID="A1B1L1".*?</TextLine>\n', ""),
    ],
)
def test_one_fault_of_what_wraps_is_one_finding(kept: Files, path: str, old: str, new: str) -> None:
    """What follows from it is not told, and nobody else is blamed."""
    (finding,) = told(changed(kept, path, old, new))
    assert path in (finding.place.file, finding.args.get("told_of"), finding.args.get("manifest"))


def test_an_article_taken_out_is_one_finding_with_a_count(kept: Files) -> None:
    """Of all passages that are missing in one place the first is told."""
    whole = json.loads(kept["manifest.json"])
    (gone,) = (one for one in whole["items"][0]["annotations"][0]["items"] if one["id"].endswith("/A2"))
    whole["items"][0]["annotations"][0]["items"].remove(gone)
    files = kept | {"manifest.json": json.dumps(whole, ensure_ascii=False).encode()}
    relisted(files, "manifest.json")
    (finding,) = told(files)
    assert finding.key == "checks.missing"
    assert finding.args["passages"] == gone["body"]["value"].count("\n")
    assert "with it so many passages more: " in sentence(finding, "en")


@pytest.mark.parametrize(
    ("path", "old", "new", "place"),
    [
        ("alto/1.xml", 'CONTENT="引题"', 'CONTENT="引甲"', "alto/1.xml:{} (A1B1L1)"),
        ("hocr/1.html", ">引题<", ">引甲<", "hocr/1.html:{} (A1B1L1)"),
        ("text/1.txt", "引题", "引甲", "text/1.txt:{}"),
        ("articles.txt", "引题", "引甲", "articles.txt:{}"),
        ("manifest.json", "引题", "引甲", "manifest.json (A1)"),
        ("articles.json", '"text":"引题"', '"text":"引甲"', "articles.json (A1B1)"),
    ],
)
def test_a_difference_of_words_names_the_kept_file(kept: Files, path: str, old: str, new: str, place: str) -> None:
    """And its place in that: the line, or what the thing is called."""
    files = changed(kept, path, old, new)
    (finding,) = told(files)
    row = files[path].decode()[: files[path].decode().index("引甲")].count("\n") + 1
    lines = (row, row - 1)  # in XML the line is that of the element
    assert finding.args["told_place"] in [place.format(one) for one in lines]
    assert all(str(finding.args["told_place"]) in sentence(finding, language) for language in ("en", "zh"))


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (
            "mets.xml",
            'href="pdf/kept.pdf"',
            'href="png/kept.png"',
            "FLocat/href is “png/kept.png”, and has to be a value like “pdf/….pdf”",
        ),
        (
            "premis.xml",
            "<premis:messageDigest>[0-9a-f]+<",
            "<premis:messageDigest><",
            "messageDigest is empty, and has to be an SHA-256",
        ),
        (
            "premis.xml",
            "<premis:agentName>[^<]+<",
            "<premis:agentName><",
            "agentName is empty, and has to be some text",
        ),
        ("mets.xml", 'BETYPE="IDREF"', 'BETYPE="OTHER"', "area/BETYPE is “OTHER”, and has to be “IDREF”"),
        ("alto/1.xml", 'LABEL="story"', 'LABEL="other"', "and has to be one of these: "),
    ],
)
def test_what_a_value_has_to_be_is_said(kept: Files, path: str, old: str, new: str, said: str) -> None:
    """By its form, by all that it may be, or as itself; and that it is empty."""
    assert any(said in sentence(one, "en") for one in told(changed(kept, path, old, new)))


@pytest.mark.parametrize(
    ("pattern", "example"),
    [
        (r"A\d+B\d+(?:\.\d+)?", "A1B1"),
        (r"-?\d+(?:,-?\d+){3}", "1,1,1,1"),
        (r"\d{4}-\d\d-\d\dT00:00:00Z", "2026-09-23T00:00:00Z"),
        (r"(?:inline \{type:\w+;\})?\s?(?:turn \{type:rotated;\})?", "inline {type:…;} turn {type:rotated;}"),
        (r"role-[a-z_]+(?: role-(?:drop_cap|continued))?", "role-…"),
        (r'\{"none": \[".*"\]\}', '{"none": ["…"]}'),
        (r"\d+|unknown", "1 / unknown"),
    ],
)
def test_a_pattern_is_told_by_an_example(pattern: str, example: str) -> None:
    """Nobody has to read patterns."""
    assert like(pattern) == example


def test_a_file_under_another_name_is_told_once(kept: Files, bag: Files) -> None:
    """By both names; whoever leads to it by the old one is not blamed."""
    for files, old, new in (
        (kept, "alto/1.xml", "ALTO/1.xml"),
        (kept, "pdf/kept.pdf", "pdf/Kept.pdf"),
        (bag, "data/png/2.png", "data/png/two.png"),
        (bag, "bag-info.txt", "baginfo.txt"),
    ):
        (finding,) = told({new if path == old else path: data for path, data in files.items()})
        assert (finding.key, finding.place.file, finding.args["old"]) == ("library.file_renamed", new, old)


def test_what_a_desk_leaves_in_a_folder_is_in_no_list_and_is_not_read(kept: Files) -> None:
    """One finding each, and none of its words."""
    left = {"Thumbs.db": b"x", "alto/.DS_Store": b"\0\1", "text/1.txt~": kept["text/1.txt"]}
    findings = told(kept | left)
    assert [(one.key, one.place.file) for one in findings] == [("library.file_unlisted", path) for path in left]


def test_files_of_one_name_beside_the_data_of_a_bag_and_in_them_are_two(bag: Files) -> None:
    """Each is told with the lists that lack it."""
    findings = told(bag | {".DS_Store": b"x", "data/.DS_Store": b"x"})
    assert sorted(str(one.place.file) for one in findings) == [".DS_Store", "data/.DS_Store"]


def test_lines_may_end_as_windows_ends_them(kept: Files) -> None:
    """The text is the same; that the file is another is told by its digest alone."""
    for path in ("text/1.txt", "articles.txt"):
        (finding,) = told(kept | {path: kept[path].replace(b"\n", b"\r\n")})
        assert (finding.key, finding.place.file) == ("library.file_changed", path)


def test_a_bag_without_its_declaration_or_its_data_is_a_bag(bag: Files) -> None:
    """What is gone is told by the lists that are left."""
    (finding,) = told({path: data for path, data in bag.items() if path != "bagit.txt"})
    assert (finding.key, finding.place.file) == ("library.file_missing", "bagit.txt")
    with pytest.raises(DescriptionError) as caught:
        told({path: data for path, data in bag.items() if not path.startswith("data/")})
    gone = {one.place.file for one in caught.value.findings} - {None}
    assert gone == {path for path in bag if path.startswith("data/")}


def test_a_pdf_that_readers_mend_has_its_name(kept: Files) -> None:
    """One finding: that its digest is another follows."""
    data = kept["pdf/kept.pdf"].replace(b"endobj", b"endobk", 1)
    (finding,) = told(kept | {"pdf/kept.pdf": data})
    assert (finding.key, finding.place.file) == ("checks.mended", "pdf/kept.pdf")


def test_each_file_of_xml_is_parsed_once(kept: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """METS and PREMIS too, though lists, links and type ask them; no page's copy is made for another page's file."""
    parses: list[str] = []
    copies: list[int] = []
    monkeypatch.setattr(xml_tree, "_Reader", _counting(xml_tree._Reader, parses))
    monkeypatch.setattr("jxprint.checker.kept.comparing.expected_page", _counting(expected_page, copies))
    # What is remembered has other bytes.
    anew = {path: data + b"\n" for path, data in kept.items() if path.endswith((".xml", ".html"))}
    assert {one.key for one in told(kept | anew)} == {"library.file_changed"}
    assert sorted(parses) == sorted(anew)
    assert len(copies) <= 3 * len(anew)  # to tell of which page each is, and to compare it


def _counting(function: Callable[..., Any], calls: list[Any]) -> Callable[..., Any]:
    def counted(first: Any, *args: Any) -> Any:
        calls.append(first)
        return function(first, *args)

    return counted


def test_digests_are_made_right_of_one_file_alone(kept: Files) -> None:
    """Of two pages that are the same, byte for byte, one is spoiled: the other keeps its digest and its size."""
    files = kept | {"text/2.txt": kept["text/1.txt"]}
    relisted(files, "text/2.txt")
    files["text/1.txt"] += "多".encode()
    relisted(files, "text/1.txt")
    roots = {name: parsed(files[name], name, qualified=True) for name in ("mets.xml", "premis.xml")}
    assert list(list_findings(files, roots, is_bag=False)) == []
