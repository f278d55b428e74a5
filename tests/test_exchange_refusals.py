"""Files that are no copy, or are meant to do harm: one clear finding each, and nothing is written."""

from __future__ import annotations

import json
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents import docx, paragraph
from jxprint.cli import main
from jxprint.errors import DescriptionError, Finding
from jxprint.exchange.sources import Asked, read_source
from jxprint.messages import render

BODY = "渡轮中秋加开夜航，末班船改在晚上九点，从明天起实行，为期三天，票价不变。"


def refused(data: bytes, name: str = "来稿") -> Finding:
    """The one finding by which a source is refused."""
    with pytest.raises(DescriptionError) as caught:
        read_source(data, name)
    assert len(caught.value.findings) == 1
    assert str(caught.value)
    return caught.value.findings[0]


def archive(**members: bytes) -> bytes:
    """A zip archive; underscores in names are slashes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


def ole(*streams: str) -> bytes:
    """The beginning of a compound file with names of streams in its directory (MS-CFB 2.2, 2.6.1)."""
    names = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in streams)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + names


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "exchange.blank"),
        (b" \r\n\t", "exchange.blank"),
        (ole("Root Entry", "WordDocument"), "exchange.old_word"),
        (ole("Root Entry", "EncryptionInfo", "EncryptedPackage"), "exchange.encrypted"),
        (b"{\\rtf1\\ansi text}", "exchange.old_word"),
        (b"%PDF-1.7\n", "exchange.is_pdf"),
        (archive(xl__workbook_xml=b"<workbook/>"), "exchange.other_archive"),
        (archive(some=b"thing"), "exchange.other_archive"),
        (docx(paragraph(BODY))[:-40], "sources.damaged"),
        (b"<!DOCTYPE html><html><body>x</body></html>", "exchange.other_markup"),
        (b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", "exchange.other_markup"),
        (b"<nitf><body/></nitf>", "exchange.not_nitf"),
        (b"<CNML><Items/></CNML>", "exchange.not_cnml"),
        (b"<nitf><body>", "sources.damaged"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "copy.undecidable"),
        (b"some text\0\0and zeros", "exchange.binary"),
        (docx(""), "exchange.no_text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_copy_is_told_as_what_it_is(data: bytes, key: str) -> None:
    """One finding each."""
    assert refused(data).key == key


def test_a_chinese_text_in_another_encoding_is_told_by_the_name_of_that() -> None:
    """Big5 is never read as GB 18030, which would give other characters."""
    text = ("渡輪中秋加開夜航，末班船改在晚上九點，從明天起實行。\n" * 4).encode("big5")
    found = refused(text)
    assert found.key == "copy.undecidable"
    assert "Big5" in str(found.args["likely"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_that_can_be_told_are_read(encoding: str) -> None:
    """With a byte order mark or without; in XML and JSON as well."""
    text = f"标题一行\r\n{BODY}\r\n"
    assert read_source(text.encode(encoding), "a.txt").stories[0].paragraphs[0].text == BODY
    value = json.dumps({"uri": "urn:x", "headline": "题", "body_text": BODY}, ensure_ascii=False)
    assert read_source(value.encode(encoding), "a.json").stories[0].paragraphs[0].text == BODY
    if encoding != "gb18030":
        nitf = f"<nitf><body><body.head><hedline><hl1>题</hl1></hedline></body.head><body.content><p>{BODY}</p>"
        nitf += "</body.content></body></nitf>"
        assert read_source(nitf.encode(encoding), "a.xml").stories[0].paragraphs[0].text == BODY


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    """A document of 100 MiB of one letter is 100 KiB in the archive; one whose header lies about that as well."""
    bomb = archive(word__document_xml=b"<a>" + b"a" * (100 << 20) + b"</a>")
    assert len(bomb) < 200_000
    assert refused(bomb).key == "sources.too_large"
    at = bomb.rindex(b"PK\x01\x02") + 24
    lying = bomb[:at] + (1000).to_bytes(4, "little") + bomb[at + 4 :]
    assert refused(lying).key in ("sources.too_large", "sources.damaged")


def test_an_encrypted_member_is_told() -> None:
    """A zip archive with a password."""
    plain = docx(paragraph(BODY))
    marked = bytearray(plain)
    at = 0
    while (at := plain.find(b"PK\x01\x02", at)) >= 0:
        marked[at + 8] |= 1
        at += 4
    assert refused(bytes(marked)).key == "exchange.encrypted"


LAUGHS = """<?xml version="1.0"?>
<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<nitf><body><body.content><p>&c;</p></body.content></body></nitf>"""
OUTSIDE = '<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/hostname">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>'
NAMED = '<!DOCTYPE nitf SYSTEM "nitf-3-5.dtd"><nitf><body><body.content><p>{}</p></body.content></body></nitf>'


@pytest.mark.parametrize(
    ("data", "key", "line"),
    [
        (LAUGHS, "sources.doctype", 2),
        (OUTSIDE, "sources.doctype", 1),
        (NAMED.format("a\n&eacute;"), "sources.entity", 2),
        ("<CNML><Items>&x;</Items></CNML>", "sources.damaged", 1),
    ],
)
def test_entities_are_never_resolved(data: str, key: str, line: int) -> None:
    """Neither of the file itself nor of others; the line is told."""
    found = refused(data.encode())
    assert (found.key, found.place.line) == (key, line)


def test_a_damaged_file_is_told_by_line_and_column() -> None:
    """In characters, however many bytes they take."""
    found = refused("<nitf>\n<body><p>渡轮加开</body></nitf>".encode())
    assert (found.key, found.place.line, found.place.column) == ("sources.damaged", 2, 16)


def test_a_document_type_that_is_only_named_is_not_fetched() -> None:
    """NITF files name one; it is a name and no more."""
    read = read_source(NAMED.format(BODY).encode(), "a.xml")
    assert read.stories[0].paragraphs[0].text == BODY


def test_what_a_file_names_outside_itself_is_told_and_not_looked_for(tmp_path: Path) -> None:
    """Its document type, a text that XInclude would bring in, a style sheet; and comments, which nobody reads."""
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    data = '<?xml-stylesheet href="a.css"?>' + NAMED.format(f"{include}{BODY}<!-- 内部意见 -->")
    read = read_source(data.encode(), "a.xml")
    assert read.stories[0].paragraphs[0].text == BODY
    told = {one.key: one.args["texts"] for one in read.findings if "texts" in one.args}
    assert told["exchange.doctype"] == ("nitf-3-5.dtd",)
    assert told["exchange.outside"] == (secret.as_uri(),)
    assert told["exchange.code"] == ('xml-stylesheet href="a.css"', "内部意见")
    cnml = "<!DOCTYPE CNML SYSTEM 'c.dtd'><CNML><Items><Item><Contents><ContentItem><DataContent>{}</DataContent>"
    cnml = cnml.format(BODY) + "</ContentItem></Contents></Item></Items></CNML>"
    assert "exchange.doctype" in [one.key for one in read_source(cnml.encode(), "c.xml").findings]


@pytest.mark.parametrize("name", ["稿.docx", "稿.DOCX", "稿.doc", "稿.wps"])
def test_a_document_that_is_none_is_no_story_of_its_own_bytes(name: str) -> None:
    """A file that was cut off, an error page under such a name; as text it is read if somebody says so."""
    assert refused(b"not zip", name).key == "exchange.no_document"
    assert refused(b"<!DOCTYPE html><html><body>404</body></html>", name).key == "exchange.other_markup"
    assert read_source(f"标题\n{BODY}".encode(), name, Asked("text")).stories


def test_parts_of_a_word_document_are_read_as_carefully() -> None:
    """Entities in its styles, its comments or the document itself."""
    evil = '<!DOCTYPE x [<!ENTITY a "b">]><w:styles xmlns:w="w">&a;</w:styles>'
    assert refused(docx(paragraph(BODY), {"styles.xml": evil})).key == "sources.doctype"
    assert refused(docx(paragraph(BODY), {"comments.xml": evil})).key == "sources.doctype"


@pytest.mark.parametrize(
    ("text", "key", "line", "column"),
    [
        ('{"uri": "x",\n "body_text": }', "exchange.not_json", 2, 15),
        ('{"uri": "x",\n "body_text": "a" "b"}', "exchange.not_json", 2, 19),
        ('{"uri": "x"', "exchange.not_json", 1, 12),
        ('{"uri": "x",\n "uri": "y"}', "exchange.twice_json", 2, None),
        ('{"a": {"b": 1}, "b": {"a": [{"c": 1,\n"d": "c",\n"c": 2}]}}', "exchange.twice_json", 3, None),
        ('{"uri": "x",\n "a": NaN}', "exchange.odd_json", 2, None),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000 + "}", "exchange.not_json", None, None),
        ('{"a": ' + "9" * 5000 + "}", "exchange.not_json", None, None),
    ],
)
def test_what_is_no_json_is_told_by_line_and_column(text: str, key: str, line: int | None, column: int | None) -> None:
    """A key that stands twice is refused: one of both would be lost."""
    found = refused(text.encode(), "a.json")
    assert (found.key, found.place.line, found.place.column) == (key, line, column)


@pytest.mark.parametrize(
    ("value", "pointer", "line"),
    [
        ({"headline": "a"}, "/", None),
        ({"uri": "x", "headline": 7}, "/headline", 3),
        ({"uri": "x", "headlines": {}}, "/headlines", 3),
        ({"uri": "x", "headlines": [{"value": "a"}, {"role": "b"}]}, "/headlines/1", 7),
        ({"uri": "x", "bodies": [{"value": ["a"]}]}, "/bodies/0/value", 5),
        ({"uri": "x", "pubStatus": "printed"}, "/pubStatus", 3),
        ({"uri": "x", "urgency": 99}, "/urgency", 3),
        ({"uri": "x", "urgency": 0}, "/urgency", 3),
        ({"uri": "x", "urgency": "3"}, "/urgency", 3),
        ({"uri": "x", "urgency": True}, "/urgency", 3),
        ({"uri": "x", "urgency": 2.5}, "/urgency", 3),
        ({"uri": " "}, "/uri", 2),
        ({"uri": "x", "type": "story"}, "/type", 3),
        ({"uri": "x", "representationtype": "half"}, "/representationtype", 3),
        ({"uri": "x", "embargoedUntil": "明天"}, "/embargoedUntil", 3),
        ({"uri": "x", "versioncreated": "2026-13-01T00:00:00Z"}, "/versioncreated", 3),
        ({"uri": "x", "expires": 2026}, "/expires", 3),
        ({"uri": "x", "associations": {"a": {"uri": "y", "urgency": -1}}}, "/associations/a/urgency", 6),
        ({"uri": "x", "associations": [{"name": "a"}]}, "/associations/0", 4),
        ({"uri": "x", "associations": {"a/b": {"uri": 1}}}, "/associations/a~1b/uri", 5),
    ],
)
def test_an_item_that_is_not_ninjs_is_one_finding(value: object, pointer: str, line: int | None) -> None:
    """With the pointer to the first thing that is wrong, and its line."""
    found = refused(json.dumps(value, indent=1).encode(), "a.json")
    assert found.key == "exchange.not_ninjs"
    assert found.args["pointers"] == (pointer,)
    assert line is None or found.place.line == line


@pytest.mark.parametrize(
    "said",
    [
        {"urgency": 1, "type": "text", "versioncreated": "2026-01-02T10:00:00+08:00"},
        {"urgency": 9, "pubStatus": "Usable", "embargoedUntil": "2026-01-02T10:00:00.5Z", "representationType": "full"},
        {"type": "composite", "representationtype": "incomplete", "firstcreated": "2026-01-02T10:00:00+0800"},
    ],
)
def test_an_item_that_is_ninjs_passes(said: dict[str, object]) -> None:
    """Of whatever version."""
    value = {"uri": "urn:x", "headline": "渡轮", "body_text": BODY, **said}
    read = read_source(json.dumps(value).encode(), "a.json")
    assert "exchange.odd_ninjs" not in [one.key for one in read.findings]


def test_several_faults_of_an_item_are_one_finding_that_says_all() -> None:
    """It is the same file, and whoever sent it will mend all of it: each with its line and what should stand there."""
    found = refused(
        b'{"headline": 1,\n "by": 2, "bodies": [3],\n "standard": {"version": "3.1"}, "urgncy": 1}', "a.json"
    )
    told = render(found, "en")
    assert found.key == "exchange.not_ninjs"
    for one in (
        'faults: 5: / (line 1) lacks "uri"',
        "/headline (line 1) is nothing that an item has (is it headlines?)",
        '/by (line 2) is 2 and should be "…"',
        "/bodies/0 (line 2) is 3 and should be {…}",
        "/urgncy (line 3) is nothing that an item has (is it urgency?)",
    ):
        assert one in told
    assert "第 2 行" in render(found, "zh")


def item(**more: object) -> bytes:
    """A sound item of 3.1, and what is to be seen of it."""
    told = {"uri": "urn:x", "standard": {"name": "ninjs", "version": "3.1"}, "headlines": [{"value": "标题"}]}
    return json.dumps({**told, "bodies": [{"contentType": "text/plain", "value": BODY}], **more}).encode()


@pytest.mark.parametrize(
    ("more", "pointers"),
    [
        ({}, ()),
        ({"foo": 1}, ("/foo",)),
        ({"places": [{"name": "嘉兴", "code": "330400"}]}, ("/places/0/code",)),
        ({"uri": "20260102-1"}, ("/uri",)),
        ({"versionCreated": "2026-01-02T10:00"}, ("/versionCreated",)),
        ({"pubStatus": "Usable"}, ("/pubStatus",)),
        ({"by": None}, ("/by",)),
    ],
)
def test_what_does_not_keep_an_item_from_being_read_is_told(more: dict[str, object], pointers: tuple[str, ...]) -> None:
    """One finding; numbers that no story has are among the data."""
    read = read_source(item(**more), "a.json")
    found = [one.args["pointers"] for one in read.findings if one.key == "exchange.odd_ninjs"]
    assert found == ([pointers] if pointers else [])
    assert read.stories[0].text == f"headline: 标题\n\n{BODY}\n"
    assert [one.text for one in read.left_out if one.where == "/foo"] == (["1"] if "foo" in more else [])


def test_a_property_of_a_body_that_nobody_knows_is_no_part_of_what_was_read() -> None:
    """The body was taken whole, and what stood beside its text went with it untold."""
    body = {"value": BODY, "note": "勿登"}
    read = read_source(item(bodies=[body]), "a.json")
    assert ("勿登", "/bodies/0/note") in [(one.text, one.where) for one in read.left_out]


def test_a_script_in_a_headline_is_told() -> None:
    """As one in a body is."""
    head = {"contentType": "text/html", "value": "标题<script>f()</script>"}
    assert "f()" in [one.text for one in read_source(item(headlines=[head]), "a.json").left_out]


def test_data_that_is_nested_deeply_is_refused_like_a_deep_file() -> None:
    """It brought the import down."""
    found = refused(item(foo=json.loads("[" * 200 + "]" * 200)), "a.json")
    assert (found.key, found.args["reason"]) == ("exchange.not_json", "nested too deeply")


def test_an_item_without_text_is_told() -> None:
    """A picture alone is no story."""
    assert refused(b'{"uri": "urn:x", "type": "picture", "headline": "x"}', "a.json").key == "exchange.no_text"


def test_nothing_is_written_where_one_source_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All are told at once, the good one is not written, and no folder appears."""
    good, bad, worse = tmp_path / "good.txt", tmp_path / "bad.json", tmp_path / "worse.docx"
    good.write_text(f"标题\n{BODY}", encoding="utf-8")
    bad.write_bytes(b"{")
    worse.write_bytes(b"PK\x03\x04")
    assert main(["import", str(good), str(bad), str(worse), "-o", str(tmp_path / "out")]) == 3
    told = capsys.readouterr().err
    assert "bad.json:1:2" in told
    assert "worse.docx" in told
    assert not (tmp_path / "out").exists()


SAMPLES = (
    docx(paragraph("标题") + paragraph(BODY), {"comments.xml": "<w:comments xmlns:w='w'/>"}),
    NAMED.format(BODY).encode(),
    json.dumps({"uri": "x", "headlines": [{"value": "题"}], "bodies": [{"value": f"<p>{BODY}</p>"}]}).encode(),
    f"标题\n{BODY}\n（完）".encode("gb18030"),
    f"# 标题\n\n{BODY}\n\n| a | b |\n|-|-|\n".encode(),
)


@given(st.integers(0, len(SAMPLES) - 1), st.lists(st.tuples(st.integers(0), st.binary(max_size=4)), max_size=6))
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_file_that_was_spoiled_is_read_or_refused(sample: int, spoiled: list[tuple[int, bytes]]) -> None:
    """In whatever places; nothing else is ever raised, and what is read is sound text."""
    data = SAMPLES[sample]
    for at, put in spoiled:
        here = at % (len(data) + 1)
        data = data[:here] + put + data[here + len(put) :]
    with suppress(DescriptionError):
        read = read_source(data, "a.md" if sample == 4 else "a")
        assert all(story.text.encode("utf-8") for story in read.stories)
