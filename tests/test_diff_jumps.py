"""Stories that go on elsewhere (转版), compared as one text, whichever side is a folder or a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from jxprint.checker.printed_places import read_places
from jxprint.description.editions import orders_of
from jxprint.diff import compare
from jxprint.diff.joining import joined
from jxprint.diff.placed_places import seen_page
from jxprint.edition import make_edition
from jxprint.edition.how import How
from jxprint.edition.share import Share
from jxprint.geometry import Rect
from jxprint.messages import LANGUAGES, render
from jxprint.model import SeenArticle, SeenBlock, SeenLine, SeenPage

ISSUE = Path(__file__).parent / "pages" / "issue"
Seen = Sequence[SeenPage]
Change = Callable[[Path], None]


def proofs(folder: Path) -> tuple[Seen, Seen]:
    """An edition as its folder and as its file are seen, be there room for its copy or not."""
    orders = orders_of([folder])
    share = Share(orders.pages, folder, numbers=orders.numbers, how=How(proof="en"))
    share.compose(lambda key, number, of: None, len(orders.pages))
    pages = [replace(page, title="" if at else orders.title) for at, page in enumerate(map(seen_page, share.as_set))]
    return pages, read_places(make_edition([folder], processes=1, proof="en").pdf, "x.pdf")


@pytest.fixture(scope="module")
def issue() -> tuple[Seen, Seen]:
    """The small edition."""
    return proofs(ISSUE)


def changed(tmp_path: Path, change: Change) -> tuple[Seen, Seen]:
    """The small edition with a change."""
    folder = Path(shutil.copytree(ISSUE, tmp_path / "issue"))
    change(folder)
    return proofs(folder)


def write(file: Path, old: str, new: str) -> None:
    """Other words in a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def told(old: Seen, new: Seen, language: str = "en") -> list[str]:
    """What is told, page by page; in the other language something is said as well."""
    findings = [finding for page in compare(old, new) for finding in page.findings]
    assert all(render(finding, other) for finding in findings for other in LANGUAGES)
    return [render(finding, language) for finding in findings]


def about(name: str, sentences: Sequence[str]) -> list[str]:
    """Sentences about one story."""
    return [one for one in sentences if one.startswith(name)]


def test_an_edition_with_jumps_does_not_differ_from_its_file(issue: tuple[Seen, Seen]) -> None:
    """Nor does either from itself."""
    for old, new in product(issue, issue):
        assert told(old, new) == []


def test_paragraphs_are_counted_through_the_whole_story(issue: tuple[Seen, Seen]) -> None:
    """In a folder and in a file alike; one that the cut goes through is one."""
    for seen in issue:
        pages, joints = joined(seen)
        stories = {one.title: one for page in pages for one in page.articles if id(one) in joints}
        assert set(stories) == {"bridge", "library", "school"}
        for name, folder in (("bridge", "front"), ("library", "front"), ("school", "city")):
            copy = (ISSUE / folder / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")[2].split("\n")
            running = [one for one in stories[name].blocks if one.role in ("body", "subhead", "") and not one.is_head]
            wanted = [line.removeprefix("##").strip() for line in copy if line.strip()]
            assert [one.text for one in running] == wanted
            assert [one.number for one in running] == list(range(1, len(wanted) + 1))


def test_a_character_of_a_continuation_is_told_at_its_paragraph_of_the_story(
    issue: tuple[Seen, Seen], tmp_path: Path
) -> None:
    """With the page and the part where it stands."""
    new = changed(tmp_path, lambda folder: write(folder / "front" / "bridge.txt", "最小的19", "最小的20"))
    for old, other in product(issue, new):
        letter = ", K" if old is issue[0] or other is new[0] else ""
        assert told(old, other) == [
            f"bridge (page 2{letter}), paragraph 8, character 29: “19” became “20”: …轻人，最小的[19→20]岁。镇里给徒…",
            f"bridge (page 2{letter}), paragraph 8: set anew, line 3",
        ]
    assert told(issue[0], new[0], "zh") == [
        "bridge（第 2 版 K 部分）第 8 段第 29 字：“19”改为“20”：…轻人，最小的[19→20]岁。镇里给徒…",
        "bridge（第 2 版 K 部分）第 8 段：重排第 3 行",
    ]


WENT = [
    "bridge (page 1, A): 1 row shallower, column 1–3, row 6–23 became column 1–3, row 6–22",
    "bridge (page 1, A): 1 line in another leg: line 1 of leg 2 was line 13 of leg 1",
    "bridge (page 1, A): 11 lines moved down by 1 row within the part: line 2–12 of leg 2",
    "bridge (page 1, A): 2 lines in another leg: line 1–2 of leg 3 was line 12–13 of leg 2",
    "bridge (page 1, A): 9 lines moved down by 2 rows within the part: line 3–11 of leg 3",
    "bridge (page 2, K): 1 row deeper, column 1–3, row 1–18 became column 1–3, row 1–19",
    "bridge: 2 lines (18 characters) went from page 1, A to page 2, K: were line 10–11 of leg 3; are line 1–2 of leg 1",
    "bridge (page 2, K): 12 lines moved down by 2 rows within the part: line 3–14 of leg 1",
    "bridge (page 2, K): 1 line in another leg: line 1 of leg 2 was line 13 of leg 1",
    "bridge (page 2, K): 12 lines moved down by 1 row within the part: line 2–13 of leg 2",
]


def test_lines_that_went_over_the_cut_are_told_as_that(issue: tuple[Seen, Seen], tmp_path: Path) -> None:
    """And not as text that is gone here and new there."""
    new = changed(tmp_path, lambda folder: write(folder / "front" / "page.toml", "rows = 18", "rows = 17"))
    assert about("bridge", told(issue[0], new[0])) == WENT
    assert about("bridge", told(issue[1], new[0])) == WENT
    assert about("bridge", told(issue[0], new[1])) == WENT
    files = about("bridge", told(issue[1], new[1]))
    assert len(files) == len(WENT)
    assert files[6] == (
        "bridge: 2 lines (18 characters) went from page 1 to page 2: were line 10–11 of leg 3; are line 1–2 of leg 1"
    )
    assert (
        "bridge：2 行（18 字）从第 1 版 A 部分移到第 2 版 K 部分：原为第 3 栏第 10–11 行，现为第 1 栏第 1–2 行"
        in told(issue[0], new[0], "zh")
    )


def test_the_way_back_is_told_as_well(issue: tuple[Seen, Seen], tmp_path: Path) -> None:
    """The first part took lines back."""
    new = changed(tmp_path, lambda folder: write(folder / "front" / "page.toml", "rows = 18", "rows = 17"))
    for old, other in product(new, issue):
        sentences = about("bridge: ", told(old, other))
        (went,) = sentences
        assert went.startswith("bridge: 2 lines (18 characters) went from page 2")


def test_a_cut_within_one_page_is_no_other(issue: tuple[Seen, Seen], tmp_path: Path) -> None:
    """A file has no letters: there parts are counted."""
    new = changed(tmp_path, lambda folder: write(folder / "city" / "page.toml", "rows = 7", "rows = 6"))
    went = "school: 6 lines (72 characters) went from page 2, {} to page 2, {}: were "
    went += "line 3 of leg 3, line 1–3 of leg 4, line 1–2 of leg 5; are line 1–6 of leg 1"
    assert about("school: ", told(issue[0], new[0])) == [went.format("W", "V")]
    parts = "part 1 of the story", "part 2 of the story"
    assert about("school: ", told(issue[1], new[1])) == [went.format(*parts)]
    assert not any("character " in one for old, other in product(issue, new) for one in told(old, other))


def elsewhere(folder: Path) -> None:
    """The bridge goes on on page 3."""
    write(folder / "front" / "page.toml", '"2:K"', '"3:K"')
    city = (folder / "city" / "page.toml").read_text(encoding="utf-8")
    start, end = city.index('[[part]]\nletter = "K"'), city.index('[[part]]\nletter = "P"')
    without = (city[:start] + city[end:]).replace("K K K P P", "P P P P P")
    (folder / "city" / "page.toml").write_text(without, encoding="utf-8", newline="\n")
    market = (folder / "market" / "page.toml").read_text(encoding="utf-8").replace("N N N N N", "N N N N N\nK K K N N")
    market = market.replace("K K K N N", "K K K K K") + "\n" + city[start:end]
    (folder / "market" / "page.toml").write_text(market, encoding="utf-8", newline="\n")


def test_a_continuation_on_another_page_has_moved(issue: tuple[Seen, Seen], tmp_path: Path) -> None:
    """Its text is neither gone nor new, and its jump line says another number."""
    new = changed(tmp_path, elsewhere)
    for old, other in product(issue, new):
        sentences = about("bridge", told(old, other))
        assert any("moved from page 2 to page 3" in one for one in sentences)
        assert any("jump line, character 5: “2” became “3”" in one for one in sentences)
        assert not [one for one in sentences for word in ("gone", ": new,", "went") if word in one]


def without_jump(folder: Path) -> None:
    """The school's story stands in one part."""
    city = (folder / "city" / "page.toml").read_text(encoding="utf-8")
    city = city[: city.index('[[part]]\nletter = "V"')].replace("V V V V V\n", "")
    city = city.replace('jump_to = "V"\nrows = 7\n', "")
    (folder / "city" / "page.toml").write_text(city, encoding="utf-8", newline="\n")


def test_a_story_that_no_longer_jumps_took_its_text_back(issue: tuple[Seen, Seen], tmp_path: Path) -> None:
    """The part is gone, and so is the jump line; of the text only the place is new."""
    new = changed(tmp_path, without_jump)
    for (old, other), letters in zip(product(issue, new), ("WV", "", "WV", ""), strict=True):
        sentences = about("school", told(old, other))
        assert any("jump line of the old proof: gone, 6 characters: （下转本版）" in one for one in sentences), letters
        (went,) = about("school: ", sentences)
        assert " characters) went from page 2, " in went
        assert sum("gone" in one for one in sentences) == 2
        assert not any(": new," in one or "became “" in one for one in sentences)


def test_stories_that_changed_places_take_their_continuations_along(issue: tuple[Seen, Seen], tmp_path: Path) -> None:
    """Each text is the one that it was."""

    def swap(folder: Path) -> None:
        write(folder / "front" / "page.toml", "bridge.txt", "@")
        write(folder / "front" / "page.toml", "library.txt", "bridge.txt")
        write(folder / "front" / "page.toml", "@", "library.txt")

    new = changed(tmp_path, swap)
    for old, other in product(issue, new):
        sentences = told(old, other)
        assert any(one.startswith("library (page 2") and "moved from page 4 to page 2" in one for one in sentences)
        assert any(one.startswith("bridge (page 4") and "moved from page 2 to page 4" in one for one in sentences)
        assert not [one for one in sentences if "paragraph" in one and ("gone" in one or ": new," in one)]


def piece(title: str, part: int, texts: Sequence[str], jumps: tuple[str, str], *, parted: bool = False) -> SeenArticle:
    """A part of a story in one leg, with a line for each ten characters; jump lines open and close it."""
    lines = [("jump", jumps[0], 1)] if jumps[0] else []
    lines += [("body", text, number) for number, text in enumerate(texts, 1)]
    lines += [("jump", jumps[1], 1)] if jumps[1] else []
    blocks: list[SeenBlock] = []
    y = 10.0
    for role, text, number in lines:
        its = [text[at : at + 10] for at in range(0, len(text), 10)]
        set_lines = tuple(SeenLine(one, 0, 0.0, y + 15.0 * at, 10.0) for at, one in enumerate(its))
        y += 15.0 * len(its)
        blocks.append(SeenBlock(role, "", number, set_lines))
    frame = Rect(0.0, 0.0, 100.0, y)
    return SeenArticle(title, "AKR"[part], frame, tuple(blocks), is_parted=parted if jumps[1] else None)


def in_parts(paragraphs: Sequence[str], cuts: Sequence[int]) -> list[SeenPage]:
    """A story whose parts end behind so many characters each, on pages of their own."""
    bounds = [0, *sorted(cuts), sum(map(len, paragraphs))]
    pages: list[SeenPage] = []
    for part, (start, end) in enumerate(pairwise(bounds)):
        texts: list[str] = []
        at, parted = 0, False
        for text in paragraphs:
            inside = text[max(0, start - at) : max(0, end - at)]
            texts += [inside] if inside else []
            parted = parted or at < end < at + len(text)
            at += len(text)
        jumps = f"（上接第{part}版）" if part else "", f"（下转第{part + 2}版）" if end < bounds[-1] else ""
        pages.append(SeenPage(str(part + 1), (piece("story", part, texts, jumps, parted=parted),)))
    return pages


HAN = st.text("渡口在镇子东头水，。", min_size=12, max_size=60)


@settings(max_examples=150, deadline=None)
@given(st.lists(HAN, min_size=2, max_size=5), st.data())
def test_wherever_a_story_is_cut_its_text_is_one(paragraphs: list[str], data: st.DataObject) -> None:
    """No cut makes a difference of copy, and the characters told to have gone are those between the cuts."""
    length = sum(map(len, paragraphs))
    count = data.draw(st.integers(1, 2))
    places = st.lists(st.integers(1, length - 1), min_size=count, max_size=count, unique=True).map(sorted)
    old, new = data.draw(places), data.draw(places)
    changes = compare(in_parts(paragraphs, old), in_parts(paragraphs, new))
    assert not [one for page in changes for one in page.copy]
    went = [one for page in changes for one in page.lines if one.key == "checks.diff.lines_went"]
    moved = sum(_part(at, old) != _part(at, new) for at in range(length))
    assert sum(int(str(one.args["characters"])) for one in went) == moved
    if old == new:
        assert changes == ()


def _part(at: int, cuts: Sequence[int]) -> int:
    return sum(at >= cut for cut in cuts)


@given(st.lists(HAN, min_size=2, max_size=4), st.data())
def test_a_changed_character_is_told_once_wherever_the_cut_is(paragraphs: list[str], data: st.DataObject) -> None:
    """At its paragraph of the whole story, on the page where it stands now."""
    length = sum(map(len, paragraphs))
    old, new, at = (data.draw(st.integers(1, length - 1)) for _ in range(3))
    number, offset = 0, at
    while offset >= len(paragraphs[number]):
        offset -= len(paragraphs[number])
        number += 1
    text = paragraphs[number]
    changed_to = [*paragraphs[:number], text[:offset] + "桥" + text[offset + 1 :], *paragraphs[number + 1 :]]
    changes = compare(in_parts(paragraphs, [old]), in_parts(changed_to, [new]))
    ((page, found),) = [(page.number, one) for page in changes for one in page.copy]
    assert (found.args["new"], found.place.paragraph, found.place.offset) == ("桥", number + 1, offset)
    assert page == _part(at, [new]) + 1


def test_two_stories_of_one_name_keep_their_own_continuations() -> None:
    """By the page that the jump line names."""
    first = in_parts(["甲" * 30, "乙" * 30], [25])
    second = [
        SeenPage("3", (piece("story", 0, ["丙" * 40], ("", "（下转第4版）")),)),
        SeenPage("4", (piece("story", 1, ["丁" * 40], ("（上接第3版）", "")),)),
    ]
    pages, joints = joined([*first, *second])
    wholes = {id(one): one for page in pages for one in page.articles}
    assert [[stand.page for stand in joints[at]] for at in wholes] == [[0, 1], [2, 3]]


def test_a_jump_line_without_its_other_end_joins_nothing() -> None:
    """A page compared alone has the part that it has."""
    first, rest = in_parts(["甲" * 30, "乙" * 30], [25])
    for page in (first, rest):
        assert joined([page]) == ([page], {})
    assert told([first], [first]) == []
