"""The recipe: the copy of a restored page, folded again, is its dump byte for byte."""

from __future__ import annotations

import tempfile
import time
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from jxprint.cli import main
from jxprint.description import read_page
from jxprint.errors import DescriptionError
from jxprint.reconstruct.copying import lead_of
from jxprint.reconstruct.dump import read_dump
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.evidence_file import CopyJoint, Recipe, evidence_toml, recipe_of
from jxprint.reconstruct.found import FoundPage, FoundPicture, FoundStory, Piece, Span, Text
from jxprint.reconstruct.joining import Joined
from jxprint.reconstruct.layout import Layout, Named, files_of_copy, first_sheet, page_toml
from jxprint.reconstruct.placeable import placeable
from jxprint.reconstruct.plan import Block, plans
from jxprint.reconstruct.proposal import Joint, context_at
from jxprint.reconstruct.refolding import refolded, verify
from jxprint.reconstruct.widths import widened

JIAXING = Path(__file__).parent.parent / "layout" / "jiaxing"
SOURCE = (JIAXING / "source.txt").read_text(encoding="utf-8")


def joined(texts: Sequence[Text], joins: Sequence[bool]) -> tuple[list[Joined], list[Joint]]:
    """Paragraphs of pieces, the next one joined on where `joins` says so."""
    paragraphs: list[Joined] = []
    joints: list[tuple[int, int]] = []
    for number, one in enumerate(texts):
        if number and joins[number % len(joins)]:
            joints.append((len(paragraphs) - 1, len(paragraphs[-1].text)))
            paragraphs[-1] = Joined(paragraphs[-1].text + one.text, "text", (number,))
        else:
            paragraphs.append(Joined(one.text, "subhead" if number % 5 == 4 else "text", (number,)))
    found = [Joint(k, offset, context_at(paragraphs[k].text, offset), "seen") for k, offset in joints]
    return paragraphs, found


def written(data: bytes, folder: Path, joins: Sequence[bool], encoding: str | None = None) -> Recipe:
    """A page's folder drawn from a dump without looking at what stands in it: the first lines are its head, the last is
    unplaced.
    """
    evidence = read_dump(data, "dump.txt", encoding)
    page, story, paragraphs, joints = drawn(evidence, joins)
    plan = plans([Block(0, 2, 20)], 15.0)[0]
    layout = Layout(page, plan, 15.0, (Named("A", "01.txt", story, tuple(paragraphs), 2),), "page")
    files = {**files_of_copy(layout), "page.toml": page_toml(layout, first_sheet(layout), "zh-CN")}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    places = [CopyJoint("01.txt", len(lead_of(story)) + joint.paragraph + 1, joint) for joint in joints]
    recipe = recipe_of(evidence, read_page(folder), places)
    (folder / "evidence.toml").write_text(evidence_toml(recipe), encoding="utf-8", newline="\n")
    (folder / "source.txt").write_bytes(data)
    return recipe


def drawn(evidence: Evidence, joins: Sequence[bool]) -> tuple[FoundPage, FoundStory, list[Joined], list[Joint]]:
    """What `written` writes."""
    texts = [Text(widened(line.text.strip()), (Span(line.number, 0, len(line.text)),)) for line in evidence.lines]
    head, body, rest = texts[:1], texts[1:-1], texts[1:][-1:]
    caption = body.pop() if len(body) > 6 else None
    folio, jump = (body.pop(), body.pop()) if len(body) > 8 else (None, None)
    story = FoundStory(tuple(head), tuple(map(Piece, body)), jump_to=jump)
    page = placeable(
        FoundPage(
            (story,),
            folios=(folio,) if folio is not None else (),
            pictures=(FoundPicture(caption),) if caption is not None else (),
            unplaced=tuple(rest),
        )
    )
    return page, story, *joined(body, joins)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_source_page_comes_back(encoding: str, tmp_path: Path) -> None:
    """From the copy under layout/jiaxing, in every encoding; nothing is left to the recipe but blank lines."""
    data = SOURCE.encode(encoding)
    page = read_page(JIAXING)
    recipe = recipe_of(read_dump(data, "a", "gb18030" if encoding == "gb18030" else None), page, [])
    for file in JIAXING.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "evidence.toml").write_text(evidence_toml(recipe), encoding="utf-8", newline="\n")
    assert refolded(tmp_path) == data
    assert recipe.left_out() == []
    assert not any(isinstance(piece, str) for pieces in recipe.lines for piece in pieces)


def test_joints_say_where_pieces_end(tmp_path: Path) -> None:
    """A line that ends at a joint names its paragraph and no more."""
    data = "标题\n\n第一段在这里断，\n\n接着说完。\n\n完。\n".encode()
    recipe = written(data, tmp_path, [True])
    values = tomllib.loads(evidence_toml(recipe))
    named = [line for line in values["dump"]["lines"] if line]
    assert named == ["01.txt headline 1", "01.txt 1", "01.txt 1", "unplaced.txt 1"]
    assert refolded(tmp_path) == data


def test_marks_that_a_dump_did_not_fold_are_listed(tmp_path: Path) -> None:
    """By their offsets, against what it does with most."""
    half = "标题\n\n" + "甲,乙,丙,丁;戊:己，庚(辛)\n" * 2
    recipe = written(half.encode(), tmp_path, [False])
    assert recipe.fold.marks
    assert refolded(tmp_path) == half.encode()
    assert "01.txt 1 !11" in (tmp_path / "evidence.toml").read_text(encoding="utf-8")
    full = "标题\n\n" + "甲，乙，丙，丁；戊：己,庚（辛）\n" * 2
    recipe = written(full.encode(), tmp_path, [False])
    assert not recipe.fold.marks
    assert refolded(tmp_path) == full.encode()


ALPHABET = st.one_of(
    st.sampled_from("一二三的人才在中国"),
    st.sampled_from("，。：；（）！？,.:;()!?“”《》、"),
    st.sampled_from("aB19 -%/"),
    st.sampled_from("　\t \xa0\u200b\ue863\U00020bb7{}#|\\=\"'〓"),
)
LINES = st.lists(
    st.tuples(
        st.sampled_from(["", "", "　　", "\t", "  "]),
        st.text(ALPHABET, max_size=24),
        st.sampled_from(["", "", " ", "　", "\t"]),
        st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r", "\n \n", "\x0c", "\u2028"]),
    ),
    min_size=1,
    max_size=14,
)


@settings(max_examples=300, deadline=None)
@given(
    LINES,
    st.booleans(),
    st.booleans(),
    st.lists(st.booleans(), min_size=1, max_size=5),
    st.sampled_from(["utf-8", "utf-8", "gb18030", "utf-16-le"]),
)
@example(
    [("", "标题", "", "\n"), ("", "# 一", "", "\n"), ("", "##二", "", "\n"), ("", "三", "", "")],
    True,
    True,
    [False],
    "utf-8",
)
def test_every_dump_comes_back(
    lines: list[tuple[str, str, str, str]], mark: bool, final: bool, joins: list[bool], encoding: str
) -> None:
    """Whatever its widths, line ends, blanks, blank lines, mark and encoding, wherever its pieces are joined: the bytes
    are the same, and nothing but blanks and signs of subheads is only in the recipe.
    """
    text = "".join("".join(line) for line in lines)
    text = text if final else text.rstrip("\r\n")
    data = (("\ufeff" if mark and encoding != "gb18030" else "") + text).encode(encoding)
    with tempfile.TemporaryDirectory() as place:
        try:
            recipe = written(data, Path(place), joins, encoding)
        except DescriptionError as error:
            assume(not error.findings[0].key.startswith("dump."))
            raise
        assert refolded(Path(place)) == data
        assert verify(Path(place)) == []
        assert all(set(said) <= set("#＃") for _, said in recipe.left_out())


@settings(max_examples=60, deadline=None)
@given(
    st.integers(0, len(SOURCE) - 1),
    st.integers(1, 600),
    st.sampled_from(["，", "\r\n", "　", "\t", "\ue000", "(", "”", "\n\n\n", "1,2", "\x07"]),
    st.lists(st.booleans(), min_size=1, max_size=7),
)
def test_the_source_page_comes_back_however_it_is_changed(at: int, length: int, put: str, joins: list[bool]) -> None:
    """With something put in and something left out."""
    data = (SOURCE[:at] + put + SOURCE[at + length :]).encode()
    with tempfile.TemporaryDirectory() as place:
        written(data, Path(place), joins)
        assert refolded(Path(place)) == data


def test_a_vertical_page_comes_back(tmp_path: Path) -> None:
    """Its columns are turned to rows again."""
    long = [row for row in SOURCE.split("\n") if len(row) > 60]
    blocks = []
    for text in long:
        columns = [text[at : at + 15].ljust(15, "　") for at in range(0, len(text), 15)][::-1]
        blocks.append("\n".join("".join(column[k] for column in columns) for k in range(15)))
    data = "\n\n".join(blocks).encode()
    recipe = written(data, tmp_path, [True])
    assert recipe.laid.turned is not None
    assert refolded(tmp_path) == data


def test_stops_and_quotes_of_ascii_come_back(tmp_path: Path) -> None:
    """Two more folds, which a dump has throughout or not at all."""
    data = SOURCE.replace("“", '"').replace("”", '"').replace("。", ".").encode()
    recipe = written(data, tmp_path, [False])
    assert (recipe.fold.stops, recipe.fold.quotes) == (True, True)
    assert "。" in (tmp_path / "01.txt").read_text(encoding="utf-8")
    assert refolded(tmp_path) == data
    assert recipe.left_out() == []


def test_damaged_bytes_come_back(tmp_path: Path) -> None:
    """〓 stands on the page, the bytes in the recipe."""
    data = SOURCE.encode()[:700] + SOURCE.encode()[701:]
    written(data, tmp_path, [False])
    assert "〓" in (tmp_path / "01.txt").read_text(encoding="utf-8")
    assert refolded(tmp_path) == data


def test_a_page_whose_copy_was_changed_says_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The line of the dump that it does not give back, and exit code 1; 0 where nothing was changed."""
    data = "标题\n\n第一段说完了。\n\n第二段也说完了。\n\n完。\n".encode()
    written(data, tmp_path, [False])
    assert main(["reconstruct", "--verify", str(tmp_path)]) == 0
    assert "byte for byte" in capsys.readouterr().out
    story = tmp_path / "01.txt"
    story.write_text(story.read_text(encoding="utf-8").replace("第二段也", "第二段早"), encoding="utf-8")
    assert main(["reconstruct", "--verify", str(tmp_path)]) == 1
    assert "source.txt:5" in capsys.readouterr().err


@pytest.mark.parametrize(
    "spoilt",
    [
        "format = 1\n",
        "format = 1\n[dump]\nfolded = true\n",
        'format = 1\n[dump]\nfolded = true\nencoding = "utf-8"\nend = "\\n"\nlines = ["09.txt 7"]\n',
        'format = 1\n[dump]\nfolded = true\nencoding = "utf-8"\nend = "\\n"\nlines = ["?"]\n',
        'format = 1\n[dump]\nfolded = true\nencoding = "rot13"\nend = "\\n"\nlines = []\n',
        'format = 1\n[dump]\nfolded = true\nencoding = "utf-8"\nend = "x"\nlines = [""]\n',
        'format = 1\n[dump]\nfolded = true\nencoding = "utf-8"\nend = "\\n"\nends = [[9, "\\n"]]\nlines = [""]\n',
        'format = 1\njoint = [1]\n[dump]\nfolded = true\nencoding = "utf-8"\nend = "\\n"\nlines = [3]\n',
    ],
)
def test_a_spoilt_recipe_is_told(spoilt: str, tmp_path: Path) -> None:
    """One error that names the file."""
    written("标题\n\n第一段。\n\n完。\n".encode(), tmp_path, [False])
    (tmp_path / "evidence.toml").write_text(spoilt, encoding="utf-8")
    with pytest.raises(DescriptionError) as raised:
        refolded(tmp_path)
    assert [finding.key for finding in raised.value.findings] == ["dump.no_recipe"]


def test_a_recipe_takes_a_few_milliseconds() -> None:
    """Of five thousand characters; and of a long dump that repeats itself no more by the character."""
    page = read_page(JIAXING)
    evidence = read_dump(SOURCE.encode(), "a")
    recipe_of(evidence, page, [])
    start = time.process_time()
    for _ in range(5):
        evidence_toml(recipe_of(evidence, page, []))
    assert (time.process_time() - start) / 5 < 0.015
    start = time.process_time()
    recipe_of(read_dump(("秀\n" * 9000 + "中的\n" * 9000).encode(), "a"), page, [])
    assert time.process_time() - start < 3
