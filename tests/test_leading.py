"""What leads through an edition: jump lines to the part at their other end, a table of contents to its pages, threads
from frame to frame; and what the checker says where one of them leads astray.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import jxprint
from jxprint.description.editions import read_pages
from jxprint.edition import Edition, Wanted, made, make_edition
from jxprint.edition.views import make_view
from jxprint.errors import Finding
from jxprint.model import Page
from jxprint.profile import PROFILES
from jxprint.writers.pdf import Manner

ROOT = Path(__file__).parent.parent
CHAOXUN, ISSUE = ROOT / "layout" / "chaoxun", Path(__file__).parent / "pages" / "issue"


@pytest.fixture(scope="module")
def issue() -> Edition:
    """The small edition: a jump to the next page, one to a double truck, one within a page."""
    return make_edition([ISSUE])


def opened(pdf: bytes) -> pikepdf.Pdf:
    """A file to look into."""
    return pikepdf.open(BytesIO(pdf))


def led(document: pikepdf.Pdf) -> Iterator[tuple[int, str, int, list[float]]]:
    """Every link within a file: its page, what it says, the page (from 1) and the point that it leads to."""
    numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(document.pages, 1)}
    for at, page in enumerate(document.pages, 1):
        for one in page.get("/Annots", []):
            if "/Dest" in one:
                there, view, *point = list(one["/Dest"])
                yield (
                    at,
                    str(one["/Contents"]),
                    numbers[there.objgen],
                    [float(x) for x in point[: 2 * (view == "/XYZ")]],
                )


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every element of the structure tree, in order."""
    waiting: list[Any] = [document.Root["/StructTreeRoot"]["/K"]]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            kids: Any = one.get("/K", [])
            waiting += reversed(list(kids) if isinstance(kids, pikepdf.Array) else [kids])


def corner(document: pikepdf.Pdf, title: str, which: int = 0) -> list[float]:
    """The upper left corner of an article."""
    found = [one for one in elements(document) if one["/S"] == "/Art" and str(one.get("/T", "")) == title]
    left, _, _, top = (float(edge) for edge in found[which]["/A"]["/BBox"])
    return [left, top]


def threads(document: pikepdf.Pdf) -> dict[str, list[tuple[int, list[float]]]]:
    """The beads of every thread by its title: page (from 1) and rectangle."""
    numbers: dict[Any, int] = {page.objgen: at for at, page in enumerate(document.pages, 1)}
    found: dict[str, list[tuple[int, list[float]]]] = {}
    for thread in document.Root.get("/Threads", []):
        bead, beads = thread["/F"], list[tuple[int, list[float]]]()
        while not beads or bead.objgen != thread["/F"].objgen:
            assert bead["/T"].objgen == thread.objgen
            assert bead["/N"]["/V"].objgen == bead.objgen
            assert any(one.objgen == bead.objgen for one in bead["/P"]["/B"])
            beads.append((numbers[bead["/P"].objgen], [float(edge) for edge in bead["/R"]]))
            bead = bead["/N"]
        found[str(thread["/I"]["/Title"])] = beads
    return found


def test_jump_lines_lead_to_the_other_part_of_their_story(chaoxun: Edition) -> None:
    """And each says the head that it leads to."""
    with opened(chaoxun.pdf) as document:
        jumps = [one for one in led(document) if one[3]]
        assert [(at, said, there) for at, said, there, _ in jumps] == [
            (1, "一千零八块棱镜，擦了一年半", 2),
            (2, "二百六十三户渔家凑钱修塔", 1),
        ]
        assert [point for *_, point in jumps] == [corner(document, "lighthouse", 1), corner(document, "lighthouse", 0)]


def test_jumps_within_a_page_and_to_a_double_truck_lead_there(issue: Edition) -> None:
    """A double truck has two numbers, and its own page is named by none."""
    with opened(issue.pdf) as document:
        assert sorted((at, there) for at, _, there, _ in led(document)) == [
            (1, 2),
            (1, 4),
            (2, 1),
            (2, 2),
            (2, 2),
            (4, 1),
        ]


def test_the_items_of_a_table_of_contents_lead_to_their_pages(chaoxun: Edition) -> None:
    """Each is an entry (TOCI) with its mark as a label and its words as a reference."""
    with opened(chaoxun.pdf) as document:
        assert [(at, there) for at, _, there, point in led(document) if not point] == 5 * [(1, 2)]
        tags = [str(one["/S"]) for one in elements(document)]
        begin = tags.index("/TOC")
        assert tags[begin + 1 : begin + 5] == ["/TOCI", "/Lbl", "/Reference", "/Link"]
        assert (tags.count("/TOCI"), tags.count("/LI")) == (5, 0)


def profiled(folder: Path, name: str) -> bytes:
    """An edition in a profile."""
    return made([folder], wanted=Wanted(manner=Manner(PROFILES[name]))).pdf


def test_entries_name_the_element_they_stand_for_from_pdf_2_on(chaoxun: Edition) -> None:
    """ISO 14289-2, 8.2.5.8; before that there is no such entry."""
    with opened(chaoxun.pdf) as document:
        assert not any("/Ref" in one for one in elements(document))
    with opened(profiled(CHAOXUN, "archive-a4")) as document:
        second = [one.objgen for one in elements(document) if one["/S"] == "/Art"][12]
        entries = [one for one in elements(document) if one["/S"] == "/TOCI"]
        assert [[one.objgen for one in entry["/Ref"]] for entry in entries] == 5 * [[second]]
        links = [one for page in document.pages for one in page.get("/Annots", [])]
        assert all(one["/A"]["/S"] == "/GoTo" and one["/A"]["/SD"][0]["/S"] == "/Art" for one in links)


def test_a_press_file_has_neither_links_nor_threads() -> None:
    """Within the trim it may have no annotation (ISO 15930-7, 6.16); what leads nowhere is a list."""
    with opened(profiled(CHAOXUN, "press-x4")) as document:
        assert "/Threads" not in document.Root
        assert not any("/Annots" in page or "/B" in page for page in document.pages)


def test_threads_follow_every_story_from_its_head_through_its_legs(chaoxun: Edition) -> None:
    """And to where it goes on."""
    with opened(chaoxun.pdf) as document:
        found = threads(document)
        assert list(found) == ["lighthouse", "boards", "ferry", "boat", "poem", "letter"]
        assert [page for page, _ in found["lighthouse"]] == [1, 1, 1, 2, 2, 2, 2]
        for beads in found.values():
            for (one, box), (other, next_) in pairwise(beads[1:]):
                assert one < other or box[0] < next_[0] or box[1] > next_[1]


def test_threads_have_no_title_from_pdf_2_on() -> None:
    """The dictionary of it is deprecated; the check does without, and finds what goes astray."""
    pdf = profiled(CHAOXUN, "archive-a4")
    with opened(pdf) as document:
        assert len(document.Root["/Threads"]) == 6
        assert not any("/I" in thread for thread in document.Root["/Threads"])
    pages = read_pages([CHAOXUN]).pages
    assert told(pdf, pages, lambda document: None) == []
    assert {one.key for one in told(pdf, pages, out_of_order)} == {"checks.thread"}
    assert "checks.thread_pages" in {one.key for one in told(pdf, pages, goes_astray)}


def test_pages_apart_lead_nowhere_but_within_themselves() -> None:
    """A file a page: the other pages are not in it."""
    first, second, *_ = made([ISSUE], wanted=Wanted(apart=True)).apart
    with opened(first) as document:
        assert not list(led(document))
    with opened(second) as document:
        assert [(at, there) for at, _, there, _ in led(document)] == [(1, 1), (1, 1)]
    front = made([CHAOXUN], wanted=Wanted(apart=True)).apart[0]
    with opened(front) as document:
        tags = [str(one["/S"]) for one in elements(document)]
        assert (tags.count("/TOC"), tags.count("/LI")) == (0, 5)


@pytest.mark.parametrize("folder", [CHAOXUN, ISSUE])
def test_every_link_of_an_html_file_has_its_place(folder: Path) -> None:
    """No two places have one name."""
    text = make_view([folder], "html").pdf.decode("utf-8")
    names, links = re.findall(r'<(?:section|article)[^>]* id="([^"]*)"', text), re.findall(r'href="#(p[^"]*)"', text)
    assert len(links) >= 6
    assert set(links) <= set(names)
    assert len(names) == len(set(names))


# Sabotage.


def told(pdf: bytes, pages: tuple[Page, ...], spoil: Callable[[pikepdf.Pdf], None]) -> list[Finding]:
    """What the checker says of a file that somebody has been at."""
    with opened(pdf) as document:
        spoil(document)
        sink = BytesIO()
        document.save(sink)
    return list(jxprint.check(sink.getvalue(), pages, title=chaoxun_title()).findings)


def chaoxun_title() -> str | None:
    """What the small issue calls itself."""
    return read_pages([CHAOXUN]).title


def link(document: pikepdf.Pdf, page: int, at: int) -> Any:
    """A link of a page."""
    return document.pages[page]["/Annots"][at]


def other_page(document: pikepdf.Pdf) -> None:
    """The jump line leads to its own page."""
    link(document, 0, 0)["/Dest"][0] = document.pages[0].obj


def other_place(document: pikepdf.Pdf) -> None:
    """The jump line leads to another story's head."""
    link(document, 0, 0)["/Dest"][3] = float(link(document, 0, 0)["/Dest"][3]) - 200


def other_words(document: pikepdf.Pdf) -> None:
    """What leads on is not the jump line, but a line of text over it."""
    one = link(document, 0, 0)
    left, low, right, high = (float(edge) for edge in one["/Rect"])
    one["/Rect"] = pikepdf.Array([left - 60, low + 40, right - 60, high + 40])


def contents_elsewhere(document: pikepdf.Pdf) -> None:
    """An item of the table of contents leads to its own page."""
    link(document, 0, 2)["/Dest"][0] = document.pages[0].obj


def out_of_order(document: pikepdf.Pdf) -> None:
    """A thread shows the third leg before the second."""
    first = document.Root["/Threads"][0]["/F"]
    one, other = first["/N"], first["/N"]["/N"]
    one["/R"], other["/R"] = list(other["/R"]), list(one["/R"])


def left_out(document: pikepdf.Pdf) -> None:
    """A thread leaves a leg out."""
    first = document.Root["/Threads"][0]["/F"]
    over = first["/N"]["/N"]
    first["/N"]["/N"], over["/V"] = over, first["/N"]
    first["/N"], over["/V"] = over, first


def called_otherwise(document: pikepdf.Pdf) -> None:
    """A thread has the name of another story."""
    document.Root["/Threads"][0]["/I"]["/Title"] = pikepdf.String("ferry")


def goes_astray(document: pikepdf.Pdf) -> None:
    """A thread of the front page goes on in a story of the inside page."""
    one, other = document.Root["/Threads"][1]["/F"], document.Root["/Threads"][3]["/F"]
    last = other["/V"]
    one["/V"]["/N"], other["/V"] = other, one["/V"]
    last["/N"], one["/V"] = one, last


@pytest.mark.parametrize(
    ("spoil", "key", "page"),
    [
        (other_page, "checks.link", 1),
        (other_place, "checks.link", 1),
        (other_words, "checks.link_elsewhere", 1),
        (contents_elsewhere, "checks.link", 1),
        (out_of_order, "checks.thread", 1),
        (left_out, "checks.thread", 1),
        (called_otherwise, "checks.thread", 1),
        (goes_astray, "checks.thread_pages", 1),
    ],
)
def test_what_leads_astray_is_told(chaoxun: Edition, spoil: Callable[[pikepdf.Pdf], None], key: str, page: int) -> None:
    """On the page where it begins; the page itself is as it was."""
    findings = [
        one
        for one in told(chaoxun.pdf, read_pages([CHAOXUN]).pages, spoil)
        if one.key not in ("checks.title", "checks.bookmark")
    ]
    assert key in {one.key for one in findings}
    assert {one.key.partition("_")[0] for one in findings} <= {"checks.link", "checks.thread"}
    assert all(one.args["page"] in (page, 2) for one in findings)
    assert any(one.args["page"] == page for one in findings if one.key == key)


def test_an_element_that_is_another_one_is_told() -> None:
    """In PDF 2.0 a link names an element beside the place."""

    def spoil(document: pikepdf.Pdf) -> None:
        others = [one for one in elements(document) if one["/S"] == "/Art"]
        link(document, 0, 0)["/A"]["/SD"][0] = others[0]

    pages = read_pages([CHAOXUN]).pages
    assert "checks.link" in {one.key for one in told(profiled(CHAOXUN, "archive-a4"), pages, spoil)}
