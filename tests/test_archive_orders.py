"""A text of a kept file in its neighbour's place, texts and values that were exchanged, orders that are others: each is
one finding, which says whose the text is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from jxprint.checker.alignment import Hunk, align
from jxprint.checker.kept.settling import settled
from jxprint.checker.report import sentence
from jxprint.errors import Finding
from kept_law import Looked, archive_kept
from kept_spoils import Files, relisted, spoiled, spoils_of

Change = Callable[[str], str]
A, P = "alto/1.xml", "page/1.xml"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """Two pages with one of everything that files can say, kept with all of them."""
    return archive_kept(tmp_path_factory.mktemp("orders") / "kept")


@pytest.fixture(scope="module")
def told() -> Iterator[Looked]:
    """What is told of an archive."""
    with pytest.MonkeyPatch.context() as patch:
        yield Looked(patch)


def exchanged(one: str, other: str) -> Change:
    """Two pieces in each other's place, each of which is there once."""

    def change(text: str) -> str:
        first, second = (re.search(pattern, text, re.DOTALL) for pattern in (one, other))
        assert first is not None
        assert second is not None
        assert first.end() <= second.start()
        between = text[first.end() : second.start()]
        return text[: first.start()] + second[0] + between + first[0] + text[second.end() :]

    return change


def replaced(old: str, new: str) -> Change:
    """A pattern that says something else, once."""

    def change(text: str) -> str:
        found, count = re.subn(old, new, text, count=1, flags=re.DOTALL)
        assert count == 1
        return found

    return change


def findings(kept: Files, told: Looked, path: str, *changes: Change) -> list[Finding]:
    """What is told of an archive with one file changed, its digests made right."""
    files = dict(kept)
    text = files[path].decode()
    for change in changes:
        text = change(text)
    files[path] = text.encode()
    relisted(files, path)
    return told(files)


# By what it is: the file, the change, the key and what the sentence says.
CASES: dict[str, tuple[str, Change, str, str]] = {
    "a line's words in the line before it": (
        A,
        replaced('CONTENT="旧报新存"', 'CONTENT="许一知"'),
        "checks.altered",
        "“旧报新存”.*“许一知”.*the words of A2B2L1",
    ),
    "a headline's in its kicker": (
        A,
        replaced('CONTENT="引题"', 'CONTENT="存一张报"'),
        "checks.altered",
        "“引题”.*“存一张报”.*the words of A1B2L1",
    ),
    "a block that is read for another, ALTO": (
        A,
        replaced(' REF="A1B1"', ' REF="A1B2"'),
        "checks.altered",
        "“引题”.*“存一张报”.*A1B2L1.*which is read twice",
    ),
    "a block that is read for another, PAGE XML": (
        P,
        replaced('regionRef="A1B1"', 'regionRef="A1B2"'),
        "checks.altered",
        "“引题”.*A1B2L1.*which is read twice",
    ),
    "two blocks, far apart": (
        A,
        exchanged(' REF="A2B2"', ' REF="A2B4"'),
        "checks.altered",
        "“许一知”.*“每一架”.*changed places with A2B2L1",
    ),
    "two blocks, one behind the other": (
        A,
        exchanged(' REF="A1B1"', ' REF="A1B2"'),
        "checks.moved",
        "“引题”.*out of order.*alto/1.xml",
    ),
    "two articles": (
        A,
        exchanged(
            '<OrderedGroup ID="order-A2" .*?(?=<OrderedGroup ID="order-A3")',
            '<OrderedGroup ID="order-A3" .*?(?=<OrderedGroup ID="order-A4")',
        ),
        "checks.moved",
        "“直排何安.*out of order",
    ),
    "the words of two lines": (
        A,
        exchanged('CONTENT="梅枝"', 'CONTENT="本报制图"'),
        "checks.moved",
        "“梅枝”.*out of order",
    ),
    "the places of two articles": (
        A,
        exchanged('(?<=<ComposedBlock ID="A2" HPOS=")[^"]*', '(?<=<ComposedBlock ID="A3" HPOS=")[^"]*'),
        "library.disagrees",
        "A2: box.*A3 has the other: they have changed places",
    ),
    "an index that is none of the order's": (
        P,
        replaced('(?<=regionRef="A3B1" index=")0', "2"),
        "library.contradicts",
        "RegionRefIndexed/index is “2”.*“0”",
    ),
    "a group of another article": (
        P,
        replaced('id="order-A3"', 'id="order-A13"'),
        "library.contradicts",
        "OrderedGroupIndexed/id is “order-A13”.*“order-A3”",
    ),
    "a reference to another style": (
        A,
        replaced('(?<=TextBlock ID="A2B2" )([^>]*STYLEREFS=")T4 Q1', r"\1T5 Q2"),
        "library.other_type",
        "“许一知”.*A2B2L1",
    ),
    "a kind that is none, of articles in no order": (
        A,
        replaced('LABEL="advertisement"', 'LABEL="advertisemen甲"'),
        "library.form_value",
        "advertisemen甲",
    ),
}


@pytest.mark.parametrize(("path", "change", "key", "says"), CASES.values(), ids=CASES)
def test_what_is_in_another_s_place_is_one_finding(
    kept: Files, told: Looked, path: str, change: Change, key: str, says: str
) -> None:
    """It names the file, what stands there and whose it is, in both languages."""
    (finding,) = findings(kept, told, path, change)
    assert finding.key == key
    assert re.search(says, sentence(finding, "en"), re.DOTALL), sentence(finding, "en")
    assert path in sentence(finding, "zh")


@pytest.mark.parametrize(
    "which",
    [
        r"alto/1.xml .*String@CONTENT neighbour \d+",
        r"alto/2.xml .*ElementRef@REF neighbour \d+",
        r"alto/2.xml .*TextBlock@(STYLEREFS|TAGREFS) neighbour \d+",
        r"page/2.xml .*TextLine/TextEquiv/Unicode text neighbour \d+",
        r"page/1.xml .*RegionRefIndexed@(index|regionRef) (other|neighbour) \d+",
        r"hocr/1.html .*ocrx_word text neighbour \d+",
    ],
)
def test_whatever_has_its_neighbour_s_value_is_told_once(kept: Files, told: Looked, which: str) -> None:
    """Every ninth of a kind, words and references."""
    path = which.partition(" ")[0]
    some = [one for one in spoils_of(path, kept[path]) if re.fullmatch(which, one.name)][::9]
    counts = {one.name: len(told(spoiled(kept, one))) for one in some}
    assert {name: count for name, count in counts.items() if count > 1} == {}


def test_two_texts_that_are_wrong_are_two(kept: Files, told: Looked) -> None:
    """Neither is taken for a part of the other, nor both for one that moved."""
    changes = replaced('CONTENT="旧报新存"', 'CONTENT="许一知"'), replaced('CONTENT="梅枝"', 'CONTENT="梅甲"')
    assert [one.args["read"] for one in findings(kept, told, A, *changes)] == ["许一知", "甲"]


def test_faults_of_one_line_stay_what_they_are() -> None:
    """A line with two wrong characters is no other line."""
    copy, read = "甲乙丙丁戊己庚辛", "甲一丙丁戊二庚辛"
    hunks = align(copy, read)
    assert settled(hunks, copy, read, [[(0, 8)]]) == list(hunks)


@pytest.mark.parametrize(
    ("copy", "read", "spans", "wanted"),
    [
        # The second line stands in the place of the first.
        ("甲乙丙丁戊", "丁戊丁戊", [(0, 2), (2, 4)], Hunk("altered", 0, 3, 0, 2)),
        # A line more, which says what is behind it.
        ("甲乙丙", "乙丙甲乙丙", [(0, 2), (2, 5)], Hunk("extra", 0, 0, 0, 2)),
        # A line of one character stands behind another one.
        ("甲乙丙丁", "乙丙丁甲", [(0, 3), (3, 4)], Hunk("moved", 0, 1, 3, 4)),
        # One of three that are alike.
        ("甲乙丙子丑子丑", "丙甲乙子丑子丑", [(0, 1), (1, 3), (3, 5), (5, 7)], Hunk("moved", 2, 3, 0, 1)),
    ],
)
def test_differences_are_those_of_lines(copy: str, read: str, spans: list[tuple[int, int]], wanted: Hunk) -> None:
    """However the alignment of their characters parts them."""
    pieces = [Hunk("missing", 0, 1, 0, 0), Hunk("extra", len(copy), len(copy), 0, 1)]
    assert settled(pieces, copy, read, [spans]) == [wanted]
