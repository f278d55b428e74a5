"""What changed between two proofs: everything that did, once, at its place, and nothing that did not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

import jxprint
from every_page import EVERY_PAGE
from jxprint.checker.printed_places import read_places
from jxprint.diff import PageChanges, compare
from jxprint.diff.placed_places import seen_page
from jxprint.errors import Finding
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.messages import LANGUAGES, render
from jxprint.model import SeenArticle, SeenBlock, SeenGrid, SeenLine, SeenOrnament, SeenPage, SeenPicture
from jxprint.placed import PlacedPage
from jxprint.proof import proofed
from sabotage import pdf_of

GRID = SeenGrid((0.0, 110.0, 220.0), 100.0, 0.0, 15.0, 10.0)


def told(changes: tuple[PageChanges, ...]) -> list[str]:
    """The keys of what is told, without their room; each is said in both languages on the way."""
    findings = [finding for page in changes for finding in page.findings]
    for finding in findings:
        for language in LANGUAGES:
            assert render(finding, language)
    return [finding.key.removeprefix("checks.diff.") for finding in findings]


def only(changes: tuple[PageChanges, ...], key: str) -> Finding:
    """The one finding of a key."""
    (found,) = [one for page in changes for one in page.findings if one.key == f"checks.diff.{key}"]
    return found


def article(name: str, *texts: str, row: int = 0, column: int = 0, letter: str = "") -> SeenArticle:
    """A story in one leg, ten characters a line."""
    x = GRID.xs[column]
    blocks: list[SeenBlock] = []
    count = 0
    for number, text in enumerate(texts, 1):
        lines: list[SeenLine] = []
        for at in range(0, len(text), 10):
            lines.append(SeenLine(text[at : at + 10], 0, x, (row + count) * GRID.pitch + 8.8, 10.0, "song"))
            count += 1
        blocks.append(SeenBlock("body", "", number, tuple(lines)))
    frame = Rect(x, row * GRID.pitch, GRID.width, (count - 1) * GRID.pitch + GRID.body)
    return SeenArticle(name, letter, frame, tuple(blocks))


def page(*articles: SeenArticle, name: str = "one") -> SeenPage:
    """A page of some stories."""
    return SeenPage(name, articles, GRID)


def shifted(one: SeenArticle, dx: float, dy: float) -> SeenArticle:
    """The same article elsewhere, with all that is in it."""
    assert one.frame is not None
    blocks = tuple(
        replace(block, lines=tuple(replace(line, x=line.x + dx, y=line.y + dy) for line in block.lines))
        for block in one.blocks
    )
    return replace(one, frame=replace(one.frame, x=one.frame.x + dx, y=one.frame.y + dy), blocks=blocks)


FERRY = "渡口在镇子东头，十二级石阶下去便是水。老陈撑了四十二年船。"
REEDS = "清晨五点，观测员已经在芦苇荡边坐了一个小时，画满一页。"
TEA = "茶馆开在旧粮仓里，梁上还留着丰字，新添的六张桌子很结实。"


@pytest.mark.parametrize("folder", EVERY_PAGE, ids=[path.name for path in EVERY_PAGE])
def test_a_page_and_its_file_do_not_differ(folder: Path, library: Library) -> None:
    """Nor its proof: composed or read back by the tags, what stands where is the same."""
    placed = jxprint.compose(jxprint.read_page(folder), library)
    own = [seen_page(placed)]
    files = [read_places(pdf_of(one, library), "x.pdf") for one in (placed, proofed(placed, library, "zh"))]
    for one in (own, *files):
        for other in (own, *files):
            assert not told(compare(one, other))


def test_a_character_is_told_at_its_place() -> None:
    """Part, paragraph, offset, what stood there and what does, and the line that was set anew."""
    old, new = article("A", TEA, FERRY), article("A", TEA, FERRY.replace("石", "台"))
    changes = compare([page(old)], [page(new)])
    assert told(changes) == ["text_replaced", "lines_set"]
    found = only(changes, "text_replaced")
    assert (found.place.part, found.place.paragraph, found.place.offset) == ("A", 2, FERRY.index("石"))
    assert (found.args["old"], found.args["new"]) == ("石", "台")
    assert "A, paragraph 2, character 12: “石” became “台”" in render(found, "en")
    assert "A第 2 段第 12 字：“石”改为“台”" in render(found, "zh")


@pytest.mark.parametrize(
    ("new", "key", "text"),
    [(FERRY + "水急。", "text_inserted", "水急。"), (FERRY.replace("十二级", ""), "text_deleted", "十二级")],
)
def test_what_came_and_went_is_told(new: str, key: str, text: str) -> None:
    """With what stands around it."""
    found = only(compare([page(article("A", FERRY))], [page(article("A", new))]), key)
    assert found.args["text"] == text
    assert str(found.args["before"]) + (text if key == "text_inserted" else "") + str(found.args["after"]) in new


def test_words_that_moved_within_a_paragraph_are_told_as_moved() -> None:
    """Where they stand, and where they stood."""
    new = REEDS[13:22] + REEDS[:13] + REEDS[22:]
    found = only(compare([page(article("A", REEDS))], [page(article("A", new))]), "text_moved")
    assert (found.args["text"], found.args["at"], found.args["old_at"]) == (REEDS[13:22], 1, 14)


def test_a_story_that_moved_whole_is_one_finding() -> None:
    """However many lines it has; places are said in columns and rows."""
    one = article("A", *[FERRY] * 100)
    changes = compare([page(one)], [page(shifted(one, 110.0, 30.0))])
    assert told(changes) == ["part_moved"]
    sentence = "A: moved from column 1, row 1–300 to column 2, row 3–302"
    assert render(only(changes, "part_moved"), "en") == sentence


def test_stories_that_changed_places_are_told_each_once() -> None:
    """The reading order is told of one of them alone."""
    a, b = article("A", FERRY), article("B", REEDS, row=5)
    changes = compare([page(a, b)], [page(shifted(b, 0, -75), shifted(a, 0, 75))])
    assert sorted(told(changes)) == ["part_moved", "part_moved", "part_order"]


def test_a_story_on_another_page_is_one_finding() -> None:
    """It is neither gone there nor new here."""
    a, b, c = article("A", FERRY), article("B", REEDS, row=5), article("C", TEA, row=9)
    changes = compare([page(a, b), page(c, name="two")], [page(a), page(c, shifted(b, 110, 0), name="two")])
    assert told(changes) == ["part_other_page"]
    assert only(changes, "part_other_page").args == {"part": "B", "old": 1, "new": 2}


def test_parts_come_and_go() -> None:
    """With how much they say."""
    a, b, c = article("A", FERRY), article("B", *[REEDS] * 4, row=5), article("C", *[TEA] * 4, row=5)
    changes = compare([page(a, b)], [page(a, c)])
    assert sorted(told(changes)) == ["part_gone", "part_new"]
    assert only(changes, "part_gone").args["characters"] == 4 * len(REEDS)


def test_pages_come_and_go() -> None:
    """A page put before the others makes no other page a new one."""
    one, two = page(article("A", FERRY)), page(article("B", REEDS), name="two")
    assert told(compare([one], [two, one])) == ["page_new"]
    assert told(compare([two, one], [one])) == ["page_gone"]


def test_a_story_keeps_its_identity_under_another_name() -> None:
    """By its letter, or by its text; so does a head that has other words, where it is the only one."""
    old, new = article("ferry", FERRY, letter="C"), article("boat", FERRY.replace("石", "台"), letter="C")
    assert told(compare([page(old)], [page(new)])) == ["part_name", "text_replaced", "lines_set"]
    assert told(compare([page(replace(old, letter=""))], [page(replace(new, letter=""))])) == [
        "part_name",
        "text_replaced",
        "lines_set",
    ]
    heads = [
        SeenArticle(text, "", Rect(0.0, 0.0, 300.0, 30.0), (SeenBlock("", "H1", 1, (SeenLine(text, 0, 0, 30, 30),)),))
        for text in ("一江清水", "两岸新城")
    ]
    changes = compare([page(heads[0], old)], [page(heads[1], old)])
    assert "part_new" not in told(changes)
    assert "part_gone" not in told(changes)


def test_a_paragraph_that_moved_is_one_finding() -> None:
    """Within its story or into another one."""
    changes = compare([page(article("A", FERRY, REEDS))], [page(article("A", REEDS, FERRY))])
    assert [key for key in told(changes) if not key.startswith("lines")] == ["paragraph_moved"]
    a, b = article("A", FERRY, TEA), article("B", REEDS, row=9)
    changes = compare([page(a, b)], [page(article("A", FERRY), article("B", REEDS, TEA, row=9))])
    found = only(changes, "paragraph_moved")
    assert (found.args["part"], found.args["old_part"]) == ("B", "A")
    assert not {"paragraph_new", "paragraph_gone"} & set(told(changes))


def test_a_paragraph_written_anew_is_no_heap_of_characters() -> None:
    """It is gone and another one is new."""
    changes = compare([page(article("A", TEA, FERRY))], [page(article("A", TEA, REEDS))])
    assert [key for key in told(changes) if not key.startswith("lines")] == ["paragraph_new", "paragraph_gone"]


def test_lines_in_another_leg_are_told() -> None:
    """Which lines of which leg, and which they were."""
    old = article("A", FERRY)
    (block,) = old.blocks
    moved = replace(block.lines[2], leg=1, x=110.0, y=8.8)
    new = replace(old, blocks=(replace(block, lines=(*block.lines[:2], moved)),))
    changes = compare([page(old)], [page(new)])
    assert told(changes) == ["lines_leg"]
    assert "1 line in another leg: line 1 of leg 2 was line 3 of leg 1" in render(only(changes, "lines_leg"), "en")


def test_lines_that_moved_within_their_part_are_told_together() -> None:
    """By rows, and by millimetres where it is no whole row."""
    old = article("A", FERRY)
    down = shifted(old, 0.0, 30.0)
    changes = compare([page(old)], [page(replace(old, blocks=down.blocks))])
    assert told(changes) == ["lines_moved"]
    sentence = "3 lines moved down by 2 rows within the part: line 1–3 of leg 1"
    assert sentence in render(only(changes, "lines_moved"), "en")
    up = shifted(old, 0.0, -4.0)
    changes = compare([page(old)], [page(replace(old, blocks=up.blocks))])
    assert "3 行在稿内上移 1.4 毫米" in render(only(changes, "lines_moved"), "zh")


def table(*rows: str, row: int = 0) -> SeenArticle:
    """A table: cells are parted by blanks, each a row of the grid deep."""
    blocks: list[SeenBlock] = []
    for number, said in enumerate(rows):
        for column, text in enumerate(said.split()):
            line = SeenLine(text, 0, 30.0 * column, (row + number) * GRID.pitch + 8.8, 10.0)
            blocks.append(SeenBlock("table_cell", "", len(blocks) + 1, (line,), cell=(number + 1, column + 1)))
    frame = Rect(0.0, row * GRID.pitch, GRID.width, (len(rows) - 1) * GRID.pitch + GRID.body)
    return SeenArticle("积分榜", "", frame, tuple(blocks))


def test_cells_are_told_by_row_and_column() -> None:
    """And a row that is gone is one finding, as is the way of those that moved up for it."""
    old = table("队 胜 分", "海盐 10 24", "平湖 10 22", "桐乡 8 22")
    changes = compare([page(old)], [page(table("队 胜 分", "海盐 10 24", "平湖 10 23", "桐乡 8 22"))])
    (told_of, _) = (one for each in changes for one in each.findings)
    assert "积分榜, row 3, column 3, character 2: “2” became “3”" in render(told_of, "en")
    changes = compare([page(old)], [page(table("队 胜 分", "平湖 10 22", "桐乡 8 22"))])
    assert told(changes) == ["part_shallower", "row_gone", "rows_moved"]
    assert "积分榜: row 2 of the old proof is gone: 海盐\u300010\u300024" in render(only(changes, "row_gone"), "en")
    assert "row 2–3 moved up by 1 row" in render(only(changes, "rows_moved"), "en")
    old, new = table("队 胜 分", "平湖 10 22"), table("队 胜 分", "海盐 1 2", "平湖 10 22")
    assert told(compare([page(old)], [page(new)])) == ["part_deeper", "row_new", "rows_moved"]


@pytest.mark.parametrize(
    ("role", "said"),
    [("list_item", "item 1"), ("ear", "line 1"), ("imprint", "line 1"), ("label", "label"), ("quote", "quote")],
)
def test_what_is_no_paragraph_is_called_what_it_is(role: str, said: str) -> None:
    """Items, lines of ears and nameplates, labels, quotes."""
    old, new = (
        replace(one, blocks=tuple(replace(block, role=role) for block in one.blocks))
        for one in (article("甲", FERRY), article("甲", FERRY.replace("老陈", "老李")))
    )
    (changed, *_) = (one for each in compare([page(old)], [page(new)]) for one in each.findings)
    assert render(changed, "en").startswith(f"甲, {said}, character")


def test_the_folio_is_called_once() -> None:
    """By its name in the reader's language, and the piece of it."""
    old, new = (page(replace(article("folio", text), letter="folio")) for text in ("第1版", "第2版"))
    old, new = (
        replace(one, articles=(replace(one.articles[0], blocks=(replace(one.articles[0].blocks[0], role="folio"),)),))
        for one in (old, new)
    )
    (changed, *_) = (one for each in compare([old], [new]) for one in each.findings)
    assert render(changed, "en").startswith("folio, piece 1, character 2")
    assert render(changed, "zh").startswith("报眉第 1 段第 2 字")


def test_a_part_that_only_grew_is_deeper() -> None:
    """Upwards or downwards; one of another width is of another size."""
    old, new = article("A", FERRY, row=5), article("A", FERRY, row=5)
    assert new.frame is not None
    up = replace(new, frame=replace(new.frame, y=new.frame.y - 30.0, height=new.frame.height + 30.0))
    changes = compare([page(old)], [page(up)])
    assert "A: 2 rows deeper, column 1, row 6–8 became column 1, row 4–8" in [
        render(one, "en") for one in changes[0].parts
    ]
    wide = replace(new, frame=replace(new.frame, width=210.0))
    assert told(compare([page(old)], [page(wide)])) == ["part_resized"]


def test_head_lines_of_files_are_no_lines_of_a_leg() -> None:
    """In a file what stands before the running text is the head."""
    old, new = article("A", "本报记者", FERRY), article("A", "本报记者", FERRY)
    blocks = [tuple(replace(block, role="", tag="P", is_head=not at) for at, block in enumerate(old.blocks))] * 2
    byline, *rest = blocks[1]
    byline = replace(byline, lines=tuple(replace(line, y=line.y - 4.0) for line in byline.lines))
    changes = compare([page(replace(old, blocks=blocks[0]))], [page(replace(new, blocks=(byline, *rest)))])
    assert [render(one, "en") for one in changes[0].lines] == ["A, head: moved up by 1.4 mm within the part"]


def test_ornaments_come_go_and_move() -> None:
    """By letter; the same drawing under another letter has moved; where one side cannot know, nothing is said."""
    frame = Rect(0.0, 0.0, 100.0, 25.0)
    waves = SeenOrnament("O", "waves.svg", frame, "1")
    cases: list[tuple[tuple[SeenOrnament, ...], tuple[SeenOrnament, ...], list[str]]] = [
        ((waves,), (), ["ornament_gone"]),
        ((), (waves,), ["ornament_new"]),
        ((waves,), (replace(waves, look="2"),), ["ornament_drawn"]),
        ((waves,), (replace(waves, name="foam.svg", look="2"),), ["ornament_other"]),
        ((waves,), (replace(waves, letter="Y", frame=Rect(110.0, 0.0, 100.0, 25.0)),), ["ornament_moved"]),
        ((waves,), (waves,), []),
    ]
    shown = page(article("A", FERRY))
    for old, new, keys in cases:
        assert told(compare([replace(shown, ornaments=old)], [replace(shown, ornaments=new)])) == keys
        assert told(compare([replace(shown, ornaments=old)], [shown])) == []


def test_pictures_type_readings_and_rules_are_seen() -> None:
    """What no character shows: another picture, another size, another reading, another rule."""
    old = article("A", FERRY)
    frame = Rect(0.0, 0.0, 100.0, 60.0)
    shown = replace(old, pictures=(SeenPicture("船", frame, "1"),))
    (block,) = old.blocks
    larger = replace(block, lines=tuple(replace(line, size=11.0) for line in block.lines))
    other = replace(block, lines=tuple(replace(line, look="kai") for line in block.lines))
    changed: list[tuple[SeenArticle, SeenArticle, str]] = [
        (shown, replace(old, pictures=(SeenPicture("船", frame, "2"),)), "picture_file"),
        (shown, replace(old, pictures=(SeenPicture("桥", frame, "1"),)), "picture_alt"),
        (shown, replace(old, pictures=(SeenPicture("船", replace(frame, height=50.0), "1"),)), "picture_moved"),
        (shown, old, "pictures"),
        (old, replace(old, blocks=(larger,)), "lines_type"),
        (old, replace(old, blocks=(other,)), "lines_type"),
        (old, replace(old, blocks=(replace(block, readings="dù"),)), "readings"),
    ]
    for one, two, key in changed:
        assert told(compare([page(one)], [page(two)])) == [key]
    assert told(compare([replace(page(old), drawn="1")], [replace(page(old), drawn="2")])) == ["drawn"]
    assert told(compare([replace(page(old), title="1")], [replace(page(old), title="2")])) == ["title"]


@given(
    st.lists(st.text("渡口在镇子东头水，。", min_size=1, max_size=40), min_size=1, max_size=4),
    st.lists(st.text("渡口在镇子东头水，。", min_size=1, max_size=40), min_size=1, max_size=4),
)
def test_silence_means_equality(old: list[str], new: list[str]) -> None:
    """Of any two stories: nothing is told where they are equal, and something of copy where they are not."""
    changes = compare([page(article("A", *old))], [page(article("A", *new))])
    keys = [key for key in told(changes) if key.startswith(("text", "paragraph"))]
    assert bool(keys) == (old != new)


@given(st.text("渡口在镇子东头水", min_size=12, max_size=60), st.data())
def test_an_edit_is_told_as_much_as_it_is(text: str, data: st.DataObject) -> None:
    """Put back what is gone and take out what came, and the old text stands there again."""
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(len(text), at + 3)))
    new = text[:at] + data.draw(st.text("风雨桥", max_size=3)) + text[end:]
    changes = compare([page(article("A", text))], [page(article("A", new))])
    back = new
    copy = [one for page_ in changes for one in page_.copy]
    for one in reversed(copy):
        offset = one.place.offset or 0
        gone = {"text_deleted": one.args.get("text"), "text_replaced": one.args.get("old")}.get(
            one.key.removeprefix("checks.diff."), ""
        )
        come = {"text_inserted": one.args.get("text"), "text_replaced": one.args.get("new")}.get(
            one.key.removeprefix("checks.diff."), ""
        )
        assert back.startswith(str(come), offset)
        back = back[:offset] + str(gone) + back[offset + len(str(come)) :]
    assert back == text


def test_the_first_page_with_a_part_moved_on_paper(
    jiaxing_placed: PlacedPage, library: Library, jiaxing_pdf: bytes
) -> None:
    """Read from the file's own tags, in millimetres where no side knows the grid, in rows where one does."""
    first = jiaxing_placed.articles[5]
    changed = replace(first, frame=replace(first.frame, y=first.frame.y + 15.0))
    other = replace(jiaxing_placed, articles=(*jiaxing_placed.articles[:5], changed, *jiaxing_placed.articles[6:]))
    old, new = read_places(jiaxing_pdf, "a"), read_places(pdf_of(other, library), "b")
    assert "mm from the left" in render(only(compare(old, new), "part_moved"), "en")
    assert "row" in render(only(compare(old, [seen_page(other)]), "part_moved"), "en")


def test_many_changes_are_compared_in_time_that_grows_with_them(timer: Callable[[], float]) -> None:
    """A page of 60 stories that all changed places and words takes less than two seconds."""
    stories = [article(f"s{at}", *[f"{FERRY}{at}{TEA}"] * 8, row=at) for at in range(60)]
    others = [article(f"t{59 - at}", *[f"{FERRY}{at}改{TEA}"] * 8, row=at) for at in reversed(range(60))]
    start = timer()
    compare([page(*stories)], [page(*others)])
    assert timer() - start < 2


@pytest.fixture
def timer() -> Callable[[], float]:
    """The time of this process."""
    from time import process_time

    return process_time
