"""Joints of a printed page as evidence: read, found again after an edit, set to, and told of in both commands."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from jxprint.cli import main
from jxprint.composition import compose
from jxprint.composition.level_legs import Stretch, levelled
from jxprint.description.evidence import EVIDENCE_FILE, with_joints
from jxprint.edition.looking_for_joints import page_joints
from jxprint.errors import DescriptionError, OversetError
from jxprint.fonts import Library
from jxprint.model import Page, Story
from jxprint.reconstruct.evidence_file import CopyJoint, joint_tables
from jxprint.reconstruct.proposal import Joint

LAYOUT = Path(__file__).resolve().parent.parent / "layout"
# Of the thirteen joints of the first page free setting has so many.
FREE = 4
# With each story set in the manner that has most of them.
BEST = 10
FIRST = "秀洲拿出“真|金白银”的具"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command: its exit code, standard output and standard error."""

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = main([*map(str, arguments), "--lang", "en"])
        told, complained = capsys.readouterr()
        return code, told, complained

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the first page that may be spoiled."""
    shutil.copytree(LAYOUT, tmp_path / "layout")
    return tmp_path / "layout" / "jiaxing"


def changed(folder: Path, file: str, old: str, new: str) -> None:
    """Another text in one of its files, once."""
    said = (folder / file).read_text(encoding="utf-8")
    assert old in said
    (folder / file).write_text(said.replace(old, new, 1), encoding="utf-8")


def test_faithful_setting_has_all_thirteen_joints(jiaxing: Page, library: Library) -> None:
    """At the one measure of 15.5 em, legs level, no gap over 0.15 em (design.md)."""
    page, notes = with_joints(jiaxing)
    found = page_joints(page, compose(page, library))
    assert not notes
    assert (found.joints, found.hit, page.grid.measure_em) == (13, 13, 15.5)
    assert max(story.gap_em for story in found.stories) <= 0.15
    legs = {story.story: story.legs for story in found.stories}
    assert legs == {
        "xiuzhou": (9,) * 4,
        "tongxiang": (16,) * 2,
        "pinghu": (8,) * 4,
        "nanhu": (19,) * 2,
        "jiashan": (9,) * 4,
        "haiyan": (8,) * 4,
        "haining": (15,) * 2,
    }
    assert not any(story.parted for story in found.stories)


def test_evidence_has_one_spelling(jiaxing: Page) -> None:
    """What is written of joints is what is read, character by character but for the comment."""
    page, _ = with_joints(jiaxing)
    stories = [part for part in page.parts if isinstance(part, Story)]
    order = ["xiuzhou", "tongxiang", "pinghu", "nanhu", "jiashan", "haiyan"]
    stories.sort(key=lambda story: order.index(story.name) if story.name in order else len(order))
    written = joint_tables(
        [
            CopyJoint(
                f"{story.name}.txt", joint.paragraph, Joint(joint.paragraph, joint.offset, joint.context, joint.kind)
            )
            for story in stories
            for joint in story.joints
        ]
    )
    comment, _, rest = (LAYOUT / "jiaxing" / EVIDENCE_FILE).read_text(encoding="utf-8").partition("\n")
    assert comment.startswith("# ")
    assert rest == "\n".join([*written, ""])


def test_free_setting_has_some_of_them(jiaxing: Page, jiaxing_placed: object, library: Library) -> None:
    """In the page's own style, and most of the others by a character or three."""
    page, _ = with_joints(jiaxing)
    found = page_joints(page, compose(jiaxing, library))
    assert found.hit == FREE
    offs = [abs(one.off) for story in found.stories for one in story.joints if one.off is not None]
    assert (sum(off <= 1 for off in offs), sum(off <= 3 for off in offs)) == (7, 12)


def test_costs_are_told_leg_by_leg(jiaxing: Page, library: Library) -> None:
    """Each leg has its widest gap, its tightest line and the line that looks worst."""
    page, _ = with_joints(jiaxing)
    haiyan = next(one for one in page_joints(page, compose(page, library)).stories if one.story == "haiyan")
    costs = list(haiyan.costs())
    assert [one.foot for one in costs] == ["joint", "joint", "joint", "text"]
    assert [one.lines for one in costs] == [8] * 4
    assert [round(one.gap_em, 3) for one in costs[:2]] == [0.136, 0.136]
    assert costs[0].worst is not None
    assert costs[0].worst.text == "同样获此殊荣的还有中核二"
    assert all(one.squeezed_em >= 0 and (one.squeezed > 0) == (one.squeezed_em > 0) for one in costs)


def test_a_build_says_what_it_cost(folder: Path, run: Run, tmp_path: Path) -> None:
    """As a table for people, with --json for machines; the file passes the check."""
    code, _, said = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful", "--check")
    assert code == 0
    assert "13 of 13 joints" in said
    rows = [line.split() for line in said.splitlines() if line.startswith(("haiyan ", "story "))]
    assert rows[0][:4] == ["story", "leg", "lines", "foot"]
    assert rows[1][:5] == ["haiyan", "1", "8", "joint", "0.136"]
    code, told, _ = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful", "--json")
    (page,) = json.loads(told)["evidence"]
    assert (page["hit"], page["joints"]) == (13, 13)
    assert page["stories"][0]["legs"][0]["foot"] == "joint"
    assert {"kind", "context", "leg", "off"} <= page["stories"][0]["joints"][0].keys()


def test_show_lists_joint_by_joint(folder: Path, run: Run) -> None:
    """Whether free setting has it too, and by how many characters it misses."""
    code, told, _ = run("show", "--evidence", folder)
    assert code == 0
    lines = told.splitlines()
    assert len(lines) == 17
    assert lines[0].endswith(f"{FIRST}  leg 1 ends here")
    assert lines[1].endswith("missed; the nearest leg ends 2 characters further on")
    assert f"{FREE} of 13" in lines[13]
    assert [line.split(" of 13")[0][-2:].strip() for line in lines[14:]] == ["8", "8", str(BEST)]
    code, told, _ = run("show", "--evidence", folder, "--json")
    page = json.loads(told)["pages"][0]
    assert page["hit"] == FREE
    own = [(story["hit"], *(one["hit"] for one in story["manners"])) for story in page["stories"] if story["joints"]]
    assert sum(map(max, own)) == BEST


def test_a_build_that_is_not_faithful_never_opens_the_file(folder: Path, run: Run, tmp_path: Path) -> None:
    """What is wrong with the evidence is nobody's affair then, and the bytes are the same without it."""
    (folder / EVIDENCE_FILE).write_bytes(b"\xff no TOML")
    assert run("build", folder, "-o", tmp_path / "a.pdf")[0] == 0
    (folder / EVIDENCE_FILE).unlink()
    assert run("build", folder, "-o", tmp_path / "b.pdf")[0] == 0
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_without_evidence_the_page_is_set_freely(folder: Path, run: Run, tmp_path: Path) -> None:
    """A note says so."""
    (folder / EVIDENCE_FILE).unlink()
    code, _, said = run("build", folder, "-o", tmp_path / "a.pdf", "--faithful")
    assert code == 0
    assert "has no evidence.toml" in said
    assert "0 of 0" in said


def test_an_output_never_takes_the_place_of_the_evidence(folder: Path, run: Run) -> None:
    """It is a source like the copy."""
    before = (folder / EVIDENCE_FILE).read_bytes()
    assert run("build", folder, "-o", folder / EVIDENCE_FILE, "--faithful")[0] != 0
    assert (folder / EVIDENCE_FILE).read_bytes() == before


def test_a_joint_survives_an_edit(folder: Path, run: Run, tmp_path: Path) -> None:
    """A paragraph put in before it moves it, and its context finds it again; a note gives the new numbers."""
    changed(folder, "page.toml", "rows = 14", "rows = 13")
    changed(folder, "xiuzhou.txt", "志合者，", "秀洲人常这样说。\n志合者，")
    code, _, said = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == 0
    assert "of xiuzhou now stand at paragraph 3, offset 30" in said
    assert f"{EVIDENCE_FILE}:8:11: " in said
    assert "13 of 13" in said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (FIRST, "没有的字|在这里", "8:11: the joint “没有的字|在这里” of xiuzhou is stale"),
        (FIRST, "，|", "8:11: the joint “，|” of xiuzhou is stale"),
        ('"xiuzhou.txt"', '"none.txt"', "8:11: a joint is in none.txt, which no story"),
    ],
)
def test_what_is_stale_is_told_and_left_out(
    folder: Path, run: Run, tmp_path: Path, old: str, new: str, said: str
) -> None:
    """One warning, with its place; the others are kept to."""
    changed(folder, EVIDENCE_FILE, old, new)
    code, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == 0
    assert [line for line in told.splitlines() if line.startswith("warning")] == [
        line for line in told.splitlines() if f"{EVIDENCE_FILE}:{said}" in line
    ]
    assert told.count("warning") == 1
    assert "12 of 12 joints" in told


def test_an_offset_past_the_end_is_told(folder: Path, run: Run, tmp_path: Path) -> None:
    """Where the words are found they count; where not, the place in the text that does not exist is named."""
    changed(folder, EVIDENCE_FILE, "offset = 30", "offset = 9999")
    _, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert "now stand at paragraph 2, offset 30" in told
    changed(folder, EVIDENCE_FILE, FIRST, "没有的字|在这里")
    _, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert f"{EVIDENCE_FILE}:8:11: the joint “没有的字|在这里” of xiuzhou stands at paragraph 2, offset 9999" in told
    assert "hint: correct paragraph, offset and context" in told


def test_joints_out_of_order_are_told_and_taken_in_order(folder: Path, run: Run, tmp_path: Path) -> None:
    """All thirteen are had all the same."""
    head, first, second, *rest = (folder / EVIDENCE_FILE).read_text(encoding="utf-8").split("[[joint]]")
    (folder / EVIDENCE_FILE).write_text("[[joint]]".join([head, second, first, *rest]), encoding="utf-8")
    code, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == 0
    assert told.count("comes behind one that is further on") == 1
    assert f"{EVIDENCE_FILE}:15:11: " in told
    assert "13 of 13" in told


def test_evidence_in_gb_18030_is_read_and_said_so(folder: Path, run: Run, tmp_path: Path) -> None:
    """A note alone refused the build, and nothing said why."""
    file = folder / EVIDENCE_FILE
    file.write_bytes(file.read_text("utf-8").encode("gb18030"))
    code, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == 0
    assert "was read as GB 18030" in told
    assert "13 of 13" in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("offset = 30", "ofset = 30", "7:1: there is no key “ofset” here; hint: did you mean “offset”?"),
        ("[[joint]]", "[[joints]]", "4:1: there is no key “joints” here; hint: did you mean “joint”?"),
        ("offset = 30", 'offset = "30"', '7:10: “offset” is "30", which is of the wrong kind'),
        ("offset = 30", "offset = 0", "7:10: “offset” is 0; it goes from 1"),
        ("paragraph = 2", "paragraph = 0", "6:13: “paragraph” is 0; it goes from 1"),
        (FIRST, "秀洲拿出", "8:11: the context “秀洲拿出” does not say where the joint is"),
        ('kind = "seen"', 'kind = "guessed"', "9:8: "),
        ("format = 1", "format = 9", "2:10: the file is of format 9"),
        ("[[joint]]", "[[joint", "4:8: this is not TOML"),
    ],
)
def test_bad_evidence_is_refused_with_its_place(
    folder: Path, run: Run, tmp_path: Path, old: str, new: str, said: str
) -> None:
    """One error with file, line, column and hint; nothing is written."""
    changed(folder, EVIDENCE_FILE, old, new)
    code, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == DescriptionError.exit_code
    assert f"{EVIDENCE_FILE}:{said}" in told
    assert len(told.splitlines()) == 1
    assert "hint: " in told
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("真|金白银”的具", "真金白银|”的具", "no line may end at the joint"),
        ("化立功竞赛，|大大激发广大", "南湖区总|工会在提能", "cannot be full with gaps of 0.25 em at the most"),
    ],
)
def test_a_joint_that_cannot_be_had_is_refused(
    folder: Path, run: Run, tmp_path: Path, old: str, new: str, said: str
) -> None:
    """One error that says why, at the joint's place in the evidence."""
    changed(folder, EVIDENCE_FILE, old, new)
    code, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == OversetError.exit_code
    refused = [line for line in told.splitlines() if not line.startswith("note")]
    assert len(refused) == 1
    assert said in refused[0]
    assert EVIDENCE_FILE in refused[0]


def test_more_joints_than_legs_are_refused(folder: Path, run: Run, tmp_path: Path) -> None:
    """The first of them for which there is no leg is the one that is shown."""
    with (folder / EVIDENCE_FILE).open("a", encoding="utf-8") as file:
        file.write('\n[[joint]]\ncopy = "tongxiang.txt"\nparagraph = 4\noffset = 8\ncontext = "|"\n')
    code, _, told = run("build", folder, "-o", tmp_path / "x.pdf", "--faithful")
    assert code == OversetError.exit_code
    assert len(told.splitlines()) == 1
    assert "tongxiang has 2 joints for the ends of 2 legs" in told
    assert f"{EVIDENCE_FILE}:99:11: " in told


def test_options_that_fight_are_refused(folder: Path, run: Run, tmp_path: Path) -> None:
    """Two answers to where legs end, and two things to print."""
    assert run("build", folder, "-o", tmp_path / "x.pdf", "--faithful", "--hold", tmp_path / "y.pdf")[0] == 2
    assert run("show", folder, "--evidence", "--typography")[0] == 2


def test_a_story_of_another_shape_misses_its_joints(jiaxing: Page, library: Library) -> None:
    """Joints are for level legs across; what is set otherwise and misses one says so, as an error."""
    page, _ = with_joints(jiaxing)
    parts = tuple(replace(part, joints=part.joints[:1]) if isinstance(part, Story) else part for part in page.parts)
    freely = page_joints(replace(page, parts=parts), compose(jiaxing, library))
    keys = {finding.key for finding in freely.missed()}
    assert keys == {"evidence.missed"}
    assert all(finding.severity == "error" for finding in freely.missed())


def test_legs_are_as_level_as_stretches_allow() -> None:
    """Mental arithmetic: level before cheap; a leg may end short inside a stretch where lines are wanting."""
    one = levelled([Stretch({4: (0.0, 0.0), 5: (0.0, 9.0)}, ends_leg=True), Stretch({5: (0.0, 0.0)})], 2)
    assert one is not None
    assert (one.lines, one.legs) == ((5, 5), (5, 5))
    given = [*(Stretch({1: (0.0, 0.0)}) for _ in range(2)), Stretch({1: (0.0, 0.0)}, ends_leg=True)]
    three = levelled([*given, Stretch({1: (0.0, 0.0)}), Stretch({3: (0.0, 0.0)})], 3)
    assert three is not None
    assert three.legs == (3, 2, 2)
    assert levelled([Stretch({20: (0.0, 0.0)}, ends_leg=True), Stretch({1: (0.0, 0.0)})], 2) is None
