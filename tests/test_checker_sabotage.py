"""What must be caught is spoiled on purpose: one fault at a time, in a file that is otherwise as it was built."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

import jxprint
from jxprint.checker import CheckReport
from jxprint.checker.expected import expected_page
from jxprint.errors import Finding
from jxprint.model import Page, Passage, Story
from jxprint.placed import PlacedPage
from sabotage import spoiled

TONGXIANG = "tongxiang"

Spoil = Callable[[pikepdf.Pdf], None]
FONT = re.compile(r"^/F\d+ \S+ Tf$", re.M)


LITERAL = re.compile(r"\(((?:[^\\()]|\\.)*)\)", re.S)


def content(document: pikepdf.Pdf) -> str:
    """The content stream of the first page, its strings in hexadecimal."""

    def hexadecimal(match: re.Match[str]) -> str:
        data = re.sub(r"\\(.)", lambda escape: "\r" if escape[1] == "r" else escape[1], match[1], flags=re.S)
        return f"<{data.encode('latin-1').hex().upper()}>"

    return LITERAL.sub(hexadecimal, document.pages[0].obj["/Contents"].read_bytes().decode("latin-1"))


def set_content(document: pikepdf.Pdf, text: str) -> None:
    """Give the first page another content stream."""
    document.pages[0].obj["/Contents"] = document.make_stream(text.encode("ascii"))


def edit_content(edit: Callable[[str], str]) -> Spoil:
    """Spoil by changing the first page's content stream, which must change."""

    def spoil(document: pikepdf.Pdf) -> None:
        before = content(document)
        after = edit(before)
        assert after != before
        set_content(document, after)

    return spoil


def piece(text: str, mcid: int) -> str:
    """The marked content of an identifier, from BDC to EMC."""
    match = re.search(rf"^/\w+<</MCID {mcid}>>BDC\n.*?^EMC$", text, re.S | re.M)
    assert match is not None
    return match.group()


def self_contained(text: str) -> str:
    """The content stream with a font named at the start of every text object, so that pieces may change places."""
    font = ""
    lines: list[str] = []
    for line in text.split("\n"):
        if FONT.fullmatch(line):
            font = line
        lines.append(line)
        if line == "BT" and font:
            lines.append(font)
    return "\n".join(lines)


def moved_by(whole: str, way: float) -> str:
    """A piece standing `way` points further to the right."""
    first = re.search(r"^(\S+)( \S+ Td)$", whole, re.M)
    assert first is not None
    return whole.replace(first.group(), f"{float(first[1]) + way:.3f}{first[2]}", 1)


def fonts(document: pikepdf.Pdf) -> Iterator[Any]:
    """The first page's fonts."""
    yield from document.pages[0].obj["/Resources"]["/Font"].values()


def edit_to_unicode(edit: Callable[[str], str]) -> Spoil:
    """Spoil by changing the ToUnicode map of every font; one of them must change."""

    def spoil(document: pikepdf.Pdf) -> None:
        changed = False
        for font in fonts(document):
            before = font["/ToUnicode"].read_bytes().decode("ascii")
            after = edit(before)
            if after != before:
                font["/ToUnicode"] = document.make_stream(after.encode("ascii"))
                changed = True
        assert changed

    return spoil


def entry(char: str) -> str:
    """How a ToUnicode map writes a character."""
    return f"<{char.encode('utf-16-be').hex().upper()}>"


def elements(document: pikepdf.Pdf) -> list[Any]:
    """The articles of the structure tree."""
    return list(document.Root["/StructTreeRoot"]["/K"]["/K"])


def swap_kids(parent: Any, one: int, two: int) -> None:
    """Exchange two children of a structure element."""
    kids = list(parent["/K"])
    kids[one], kids[two] = kids[two], kids[one]
    parent["/K"] = pikepdf.Array(kids)


@pytest.fixture(scope="session")
def with_head(torture: Page, torture_placed: PlacedPage) -> Page:
    """The torture page with the headline set downwards as copy."""
    head = Story(letter="V", name="V", headline=(Passage(torture_placed.articles[-1].label),))
    return replace(torture, parts=(*torture.parts, head))


def article(document: pikepdf.Pdf, title: str) -> Any:
    """The article of the structure tree that has a title."""
    return next(one for one in elements(document) if str(one["/T"]) == title)


def checked(pdf: bytes, page: Page, spoil: Spoil) -> CheckReport:
    """The report about a spoiled file, which must not be clean; its sentences must be sayable."""
    report = jxprint.check(spoiled(pdf, spoil), page)
    assert not report.ok
    assert len(report.lines("en")) > 1
    assert len(report.lines("zh")) == len(report.lines("en"))
    assert report.as_dict()["findings"]
    return report


def only(report: CheckReport, key: str) -> Finding:
    """The one finding of a report, which has this key."""
    assert [finding.key for finding in report.findings] == [key], report.lines("en")
    return report.findings[0]


def orders(finding: Finding) -> set[str]:
    """The orders in which a difference shows."""
    readings: Any = finding.args["readings"]
    return {reading.partition(":")[2] for reading in readings}


def readers(finding: Finding) -> set[str]:
    """The readers that show a difference."""
    readings: Any = finding.args["readings"]
    return {reading.partition(":")[0] for reading in readings}


def body(page: Page, name: str) -> list[str]:
    """The paragraphs of a story."""
    part = next(part for part in page.parts if isinstance(part, Story) and part.name == name)
    return [paragraph.text for paragraph in part.paragraphs]


def test_a_pair_of_paragraphs_swapped_in_the_tree_is_out_of_order_there(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The content stream and the paper are as they were; readers that follow the tree hear the second one first."""
    report = checked(jiaxing_pdf, jiaxing, lambda document: swap_kids(article(document, TONGXIANG), 2, 3))
    moved = only(report, "checks.moved")
    assert orders(moved) == {"structure"}
    assert readers(moved) == {"pikepdf", "pdfium"}
    assert (moved.place.part, moved.args["role"]) == (TONGXIANG, "body")
    assert moved.place.paragraph in (1, 2)
    assert moved.args["expected"] in body(jiaxing, TONGXIANG)
    assert moved.args["x_mm"]


def test_a_pair_of_paragraphs_swapped_in_the_stream_is_out_of_order_there(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The tree and the paper are as they were; copying out of a reader gives the second one first."""

    def swap(text: str) -> str:
        text = self_contained(text)
        one, two = piece(text, 22), piece(text, 23)
        return text.replace(one, "@").replace(two, one).replace("@", two)

    moved = only(checked(jiaxing_pdf, jiaxing, edit_content(swap)), "checks.moved")
    assert orders(moved) == {"stream"}
    assert readers(moved) == {"pikepdf", "pdfium"}
    assert moved.args["expected"] in body(jiaxing, TONGXIANG)


def test_a_dropped_character_is_missing_everywhere(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """It is named with its story, paragraph, offset, place on paper and code point."""

    def drop(text: str) -> str:
        whole = piece(text, 26)
        return text.replace(whole, re.sub(r"<[0-9A-F]{4}([0-9A-F]{4,})>", r"<\1>", whole, count=1))

    report = checked(jiaxing_pdf, jiaxing, edit_content(drop))
    missing = only(report, "checks.missing")
    assert orders(missing) == {"stream", "structure", "geometry"}
    assert readers(missing) == {"pikepdf", "pdfium"}
    place = missing.place
    assert (place.part, place.paragraph, place.offset) == (TONGXIANG, 4, 0)
    assert place.file is not None
    assert place.file.endswith("tongxiang.txt")
    assert missing.args["expected"] == body(jiaxing, TONGXIANG)[3][0] == "开"
    assert missing.args["page"] == 1
    assert "U+5F00" in report.lines("en")[1]


def test_swapped_legs_are_out_of_order_on_paper_alone(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Both legs of a story exchange their places, and not their frames; stream and tree still tell the right story."""

    def swap(document: pikepdf.Pdf) -> None:
        spans = article(document, TONGXIANG)["/K"][4]["/K"]
        left, right = (float(span["/A"]["/BBox"][0]) for span in spans)
        text = content(document)
        for mcid in range(22, 28):
            whole = piece(text, mcid)
            text = text.replace(whole, moved_by(whole, right - left if mcid < 25 else left - right))
        set_content(document, text)

    report = checked(jiaxing_pdf, jiaxing, swap)
    assert {finding.key for finding in report.findings} == {"checks.moved", "checks.out_of_frame"}
    for finding in [finding for finding in report.findings if finding.key == "checks.moved"]:
        assert orders(finding) == {"geometry"}
        assert readers(finding) == {"pikepdf", "pdfium"}
        assert finding.place.part == TONGXIANG


def test_a_removed_to_unicode_is_told_by_font_and_by_passage(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Nothing is guessed from glyph numbers: the text is gone, and the finding names the font."""

    def remove(document: pikepdf.Pdf) -> None:
        del next(fonts(document))["/ToUnicode"]

    report = checked(jiaxing_pdf, jiaxing, remove)
    unsaid = [finding for finding in report.findings if finding.key == "checks.no_text"]
    assert len(unsaid) == 1
    altered = [finding for finding in report.findings if finding.key == "checks.altered"]
    assert altered
    assert any("pikepdf:structure" in str(finding.args["readings"]) for finding in altered)


def test_an_astral_character_cut_to_four_digits_is_altered(torture_pdf: bytes, torture: Page, with_head: Page) -> None:
    """𠮷 (U+20BB7) written with four digits reads back as ₻ (U+20BB), wherever it stands."""
    spoil = edit_to_unicode(lambda text: text.replace(entry("𠮷"), "<20BB>"))
    report = checked(torture_pdf, with_head, spoil)
    assert {finding.key for finding in report.findings} == {"checks.altered", "checks.ink"}
    altered = [finding for finding in report.findings if finding.key == "checks.altered"]
    assert {(finding.args["expected"], finding.args["read"]) for finding in altered} == {("𠮷", "₻")}
    places = sum(1 + int(str(finding.args.get("more", 0))) for finding in altered)
    assert places >= sum(text.count("𠮷") for text in copy_of(torture))
    assert any("U+20BB7" in line and "(U+20BB)" in line for line in report.lines("en"))


def test_a_wrong_character_in_to_unicode_is_altered(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The page looks right and says something else: no validator sees it."""
    spoil = edit_to_unicode(lambda text: text.replace(entry("才"), entry("材")))
    report = checked(jiaxing_pdf, jiaxing, spoil)
    altered = [finding for finding in report.findings if finding.key == "checks.altered"]
    assert {(finding.args["expected"], finding.args["read"]) for finding in altered} == {("才", "材")}
    assert all(orders(finding) == {"stream", "structure", "geometry"} for finding in altered)
    # The ink is asked about the file alone and says the same of it.
    told = {(one.args["text"], one.args["drawn"]) for one in report.findings if one.key == "checks.ink"}
    assert told == {("材", "才")}


def test_an_entry_that_is_no_text_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """U+0000 and U+FFFD in a ToUnicode map stand for nothing."""
    report = checked(jiaxing_pdf, jiaxing, edit_to_unicode(lambda text: text.replace(entry("才"), "<0000>")))
    assert {"checks.bad_entry", "checks.no_text", "checks.altered"} <= {finding.key for finding in report.findings}


def test_text_marked_as_an_artifact_is_lost_to_the_tree(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """It stands on the paper and in the stream; who listens to the page never hears it."""

    def unmark(text: str) -> str:
        return text.replace("/P<</MCID 23>>BDC", "/Artifact BMC")

    report = checked(jiaxing_pdf, jiaxing, edit_content(unmark))
    assert {finding.key for finding in report.findings} == {"checks.untagged_text", "checks.missing"}
    missing = next(finding for finding in report.findings if finding.key == "checks.missing")
    assert orders(missing) == {"structure", "geometry"}
    assert missing.args["expected"] == body(jiaxing, TONGXIANG)[1]


@pytest.mark.parametrize("trick", ["3 Tr", "7 Tr", "0 Tf", "1 0 0 1 5000 0 cm"])
def test_text_that_cannot_be_seen_is_told(jiaxing_pdf: bytes, jiaxing: Page, trick: str) -> None:
    """Neither filled nor stroked, of no size, or beyond the paper's edge: a reader hears it and nobody sees it."""

    def hide(text: str) -> str:
        whole = piece(text := self_contained(text), 27)
        shown = FONT.sub(lambda font: font.group().split()[0] + " 0 Tf", whole) if trick == "0 Tf" else whole
        return text.replace(whole, f"q {'' if trick == '0 Tf' else trick}\n{shown}\nQ")

    report = checked(jiaxing_pdf, jiaxing, edit_content(hide))
    told = {finding.key for finding in report.findings}
    assert told & {"checks.invisible", "checks.off_page"}


def test_a_reversed_tree_is_out_of_order(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Every article is whole, and they are told from the last to the first."""

    def reverse(document: pikepdf.Pdf) -> None:
        top = document.Root["/StructTreeRoot"]["/K"]
        top["/K"] = pikepdf.Array(list(top["/K"])[::-1])

    report = checked(jiaxing_pdf, jiaxing, reverse)
    assert {finding.key for finding in report.findings} == {"checks.moved"}
    assert all(orders(finding) == {"structure"} for finding in report.findings)


def test_text_that_is_not_copy_is_extra(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A character shown twice is one too many, at its place."""

    def double(text: str) -> str:
        whole = piece(text, 26)
        return text.replace(whole, re.sub(r"<([0-9A-F]{4})", r"<\1\1", whole, count=1))

    extra = only(checked(jiaxing_pdf, jiaxing, edit_content(double)), "checks.extra")
    assert extra.args["read"] == "开"
    assert extra.place.part == TONGXIANG


def test_a_piece_owned_twice_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A paragraph that two elements own is heard twice."""

    def own_twice(document: pikepdf.Pdf) -> None:
        paragraphs = article(document, TONGXIANG)["/K"]
        paragraphs[2]["/K"] = paragraphs[3]["/K"]

    report = checked(jiaxing_pdf, jiaxing, own_twice)
    assert {"checks.owned_twice", "checks.unowned", "checks.missing"} <= {finding.key for finding in report.findings}


def test_a_lost_tree_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Without tags there is neither structure nor articles to look into."""

    def lose(document: pikepdf.Pdf) -> None:
        del document.Root["/StructTreeRoot"]

    only(checked(jiaxing_pdf, jiaxing, lose), "checks.untagged")


def test_a_page_too_many_or_too_few_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Pages and page folders are paired in order."""

    def double(document: pikepdf.Pdf) -> None:
        document.pages.append(document.pages[0])

    report = checked(jiaxing_pdf, jiaxing, double)
    assert "checks.page_count" in {finding.key for finding in report.findings}
    two = jxprint.check(jiaxing_pdf, [jiaxing, jiaxing])
    assert [finding.key for finding in two.findings] == ["checks.page_count"]


def test_another_pages_copy_is_told_in_bounded_time(torture_pdf: bytes, jiaxing: Page) -> None:
    """Nothing agrees; the report stays short all the same."""
    report = jxprint.check(torture_pdf, jiaxing)
    assert not report.ok
    assert len(report.lines("en")) < 60


def copy_of(page: Page) -> list[str]:
    """All copy of a page."""
    return [passage.text for passage in expected_page(page).whole.passages]
