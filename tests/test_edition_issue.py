"""An issue of a paper: its pages in one file or in files of their own, stories that jump, and what is told of it."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from jxprint.checker import check, check_apart
from jxprint.cli import ROOMS, main
from jxprint.description.editions import orders_of, read_pages
from jxprint.edition import Edition, make_edition
from jxprint.edition.holding import Hold
from jxprint.edition.jumps import parting
from jxprint.errors import Finding, JxprintError
from jxprint.messages import told
from jxprint.model import Story

ISSUE = Path(__file__).parent / "pages" / "issue"


@pytest.fixture(scope="module")
def made() -> Edition:
    """The small edition as one file."""
    return make_edition([ISSUE])


@pytest.fixture
def issue(tmp_path: Path) -> Path:
    """A copy of the small edition."""
    return Path(shutil.copytree(ISSUE, tmp_path / "issue"))


def change(file: Path, old: str, new: str) -> None:
    """Write other words into a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def test_the_edition_proves_itself(made: Edition) -> None:
    """Read back without composing: the file itself says where each story was cut."""
    report = check(made.pdf, read_pages([ISSUE]).pages, title=made.title)
    assert report.ok, "\n".join(report.lines("en"))
    assert report.pages == 4


def test_readers_show_the_pages_own_numbers(made: Edition) -> None:
    """Page labels, those of a double truck too; the file is called what the issue is."""
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert [page.label for page in pdf.pages] == ["1", "2", "3", "4-5"]
        assert str(pdf.docinfo["/Title"]) == "试印报 2026年11月25日"
        widths = [round(float(page.trimbox[2] - page.trimbox[0]), 1) for page in pdf.pages]
    assert widths[3] == pytest.approx(2 * widths[0], abs=0.2)


def test_a_page_that_cannot_be_read_makes_no_other_stand_alone(issue: Path) -> None:
    """What goes on from it on another page waits for it, and is told nothing."""
    change(issue / "front" / "page.toml", 'text = "', 'text = "{')
    change(issue / "city" / "page.toml", 'jump_to = "V"\n', "")
    change(issue / "city" / "page.toml", 'jump_from = "W"\n', 'copy = "school.txt"\n')
    with pytest.raises(JxprintError) as caught:
        make_edition([issue])
    assert [one.place.file for one in caught.value.findings if one.severity == "error"] == [
        str(issue / "front" / "page.toml")
    ]


def test_two_processes_make_the_same_file(made: Edition) -> None:
    """Where a jump goes over the middle the cut between them is elsewhere."""
    assert make_edition([ISSUE], processes=2).pdf == made.pdf


def test_a_story_that_jumps_stays_in_one_process(issue: Path) -> None:
    """From one to two and from one to four: only the whole edition has no jump over its cut. Without the second, the
    cut may stand behind page two; without any, in the middle.
    """
    assert parting(orders_of([issue]).pages, 2) == 4
    for name, old in (("front", 'jump_to = "4:R"\n'), ("river", 'jump_from = "1:B"\n')):
        change(issue / name / "page.toml", old, "")
    assert parting(orders_of([issue]).pages, 1) == 2
    for name, old in (("front", 'jump_to = "2:K"\n'), ("city", 'jump_from = "1:A"\n')):
        change(issue / name / "page.toml", old, "")
    assert parting(orders_of([issue]).pages, 2) == 2


def test_every_page_as_a_file_of_its_own(made: Edition) -> None:
    """Each is what it would be alone, with its number; a story is proved over two files."""
    apart = make_edition([ISSUE], apart=True)
    assert len(apart.apart) == 4
    assert check_apart(apart.apart, made.pages).ok
    with pikepdf.open(BytesIO(apart.apart[3])) as pdf:
        assert [page.label for page in pdf.pages] == ["4-5"]
        assert str(pdf.docinfo["/Title"]) == made.pages[3].title
    swapped = (apart.apart[1], apart.apart[0], *apart.apart[2:])
    assert not check_apart(swapped, made.pages).ok


def test_two_builds_of_pages_apart_are_the_same() -> None:
    """Nothing of one file gets into the next."""
    assert make_edition([ISSUE], apart=True).apart == make_edition([ISSUE], apart=True).apart


def test_a_late_correction_of_an_edition(issue: Path, made: Edition) -> None:
    """Held to the last build: a story that jumps and where it goes on are set freely, and what moved is listed."""
    held = make_edition([issue], hold=Hold(made.pdf, "last.pdf"))
    assert [page.moved for page in held.moved] == [()] * 4
    change(issue / "market" / "tea.txt", "一天能开十二亩", "一天能开十三亩")
    held = make_edition([issue], hold=Hold(made.pdf, "last.pdf"))
    assert [len(page.moved) for page in held.moved] == [0, 0, 1, 0]


def test_a_late_correction_counts_paragraphs_through_a_story_that_jumps(issue: Path, made: Edition) -> None:
    """And what went over the cut is listed where it is now, not as gone where it was."""
    change(issue / "front" / "bridge.txt", "最小的19", "最小的20")
    held = make_edition([issue], hold=Hold(made.pdf, "last.pdf"))
    assert [(one.part, one.number, one.line) for page in held.moved for one in page.moved] == [("bridge", 8, 3)]
    change(issue / "front" / "page.toml", "rows = 18", "rows = 13")
    held = make_edition([issue], hold=Hold(made.pdf, "last.pdf"), proof="en")
    assert not [one for page in held.moved for one in page.gone]
    assert {one.number for one in held.moved[1].moved if one.role == "body"} >= {4, 5, 8}


def test_what_is_wrong_with_any_page_is_told_with_what_is_wrong_with_jumps(issue: Path) -> None:
    """A page that cannot be read, and a jump between two others."""
    (issue / "market" / "tea.txt").unlink()
    change(issue / "front" / "page.toml", '"2:K"', '"2:Z"')
    with pytest.raises(JxprintError) as caught:
        make_edition([issue])
    assert [one.key for one in caught.value.findings] == ["page.copy_missing", "page.jump_no_part"]


def test_a_page_that_cannot_be_read_is_all_that_is_told(issue: Path) -> None:
    """Pages that wait for its stories are not told to be alone."""
    (issue / "front" / "bridge.txt").unlink()
    with pytest.raises(JxprintError) as caught:
        make_edition([issue])
    assert [one.key for one in caught.value.findings] == ["page.copy_missing"]


def test_an_edition_goes_to_a_process_that_is_spawned() -> None:
    """What it says of its pages can be sent."""
    import pickle

    orders = orders_of([ISSUE])
    sent = pickle.loads(pickle.dumps(orders))
    assert [order.read()[0] for order in sent.pages] == [order.read()[0] for order in orders.pages]


def test_what_does_not_fit_is_told_of_all_pages(issue: Path) -> None:
    """A story with nothing left to jump, and one that runs over on another page."""
    change(issue / "front" / "page.toml", "rows = 18", "rows = 40")
    change(issue / "market" / "page.toml", "legs = 5", "legs = 5\nrows = 5")
    with pytest.raises(JxprintError) as caught:
        make_edition([issue])
    keys = [one.key for one in caught.value.findings]
    assert "composition.jump_needless" in keys
    assert "composition.story_overset" in keys


@pytest.mark.parametrize("other", ["", "composition.story_overset", "page.unknown_key"])
@pytest.mark.parametrize("processes", [1, 2])
def test_what_the_edition_belies_is_told_with_what_is_wrong_with_a_page(
    issue: Path, processes: int, other: str
) -> None:
    """A folio with another weekday, which its own date tells, and another issue, which only the edition does; one page
    that does not fit or cannot be read hides neither.
    """
    text = (issue / "edition.toml").read_text(encoding="utf-8")
    assert "{weekday}" in text
    number = next(line for line in text.splitlines() if line.startswith("centre = "))
    change(issue / "edition.toml", number, 'centre = "{date}　星期一　第99期"')
    if other:
        new = "rows = 5" if other == "composition.story_overset" else "zzz = 5"
        change(issue / "market" / "page.toml", "legs = 5", f"legs = 5\n{new}")
    with pytest.raises(JxprintError) as caught:
        make_edition([issue], processes=processes)
    keys = {(one.key, str(one.args.get("said"))) for one in caught.value.findings if one.severity == "error"}
    assert {said for _, said in keys} >= {"星期一", "第99期"}
    assert {key for key, _ in keys} - {"makeup.folio"} == ({other} if other else set())


def test_a_slip_in_a_folio_of_a_double_truck_stands_where_it_was_written(issue: Path) -> None:
    """Its left piece is two templates put together; both lines were told to be the first one's."""
    change(issue / "edition.toml", "{weekday}", "星期一")
    lines = (issue / "edition.toml").read_text(encoding="utf-8").splitlines()
    with pytest.raises(JxprintError) as caught:
        make_edition([issue])
    told = {one.place.line for one in caught.value.findings if one.args.get("said") == "星期一"}
    assert told == {1 + next(at for at, line in enumerate(lines) if line.startswith("centre = "))}


def test_a_jump_in_the_middle_of_a_chain(issue: Path) -> None:
    """A story that goes on twice: page one, page two, page four; all three parts are the copy."""
    change(issue / "city" / "page.toml", 'jump_from = "1:A"', 'jump_to = "4:S"\njump_from = "1:A"')
    change(issue / "city" / "page.toml", "legs = 3", "legs = 3\nrows = 10")
    change(issue / "river" / "page.toml", 'copy = "banks.txt"', 'headline = "三说老桥"\njump_from = "2:K"')
    made = make_edition([issue])
    report = check(made.pdf, made.pages, title=made.title)
    assert report.ok, "\n".join(report.lines("en"))
    assert [part.name for page in made.pages for part in page.parts if isinstance(part, Story)].count("bridge") == 3


# The command line.


def test_building_and_checking_an_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`build` with --check, then `check` with the folder behind the file or behind --against."""
    target = tmp_path / "issue.pdf"
    assert main(["build", str(ISSUE), "-o", str(target), "--check"]) == 0
    assert main(["check", str(target), str(ISSUE)]) == 0
    assert main(["check", str(target), "--against", str(ISSUE)]) == 0
    assert main(["check", str(target), str(ISSUE.parent / "torture")]) == 1
    assert main(["check", str(target)]) == 2
    capsys.readouterr()


def test_files_are_named_by_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`{page}` in the name of the output stands for the page's number, as long as the longest."""
    assert main(["build", str(ISSUE), "-o", str(tmp_path / "p{page}.pdf"), "--check", "--json"]) == 0
    answered = json.loads(capsys.readouterr().out)
    assert [Path(name).name for name in answered["files"]] == ["p1.pdf", "p2.pdf", "p3.pdf", "p4-5.pdf"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p1.pdf", "p2.pdf", "p3.pdf", "p4-5.pdf"]
    assert answered["check"]["ok"]


def test_numbers_of_ten_pages_are_of_one_length() -> None:
    """So that files stand in order in every folder."""
    from jxprint.cli.outputs import page_files

    pages = [replace(read_pages([ISSUE]).pages[0], numbers=())] * 10
    assert [path.name for path in page_files("{page}.pdf", pages)][::9] == ["01.pdf", "10.pdf"]


@pytest.mark.parametrize(
    "command", [["lint"], ["fonts"], ["fit"], ["show"], ["show", "--typography"], ["fmt", "--check"]]
)
def test_other_commands_take_an_edition(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Proof-reading, faces, positions, figures and spelling of all its pages."""
    assert main([*command, str(ISSUE)]) == 0
    shown = capsys.readouterr().out
    if command[0] == "show":
        assert "# 4-5 第4-5版：一条河的两岸" in shown


@pytest.mark.parametrize("command", [["makeup"], ["fit"], ["fit", "--try", "bridge"], ["show"], ["lint"]])
def test_notes_of_an_edition_are_told_beside_the_answer(
    issue: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Blanks that were left out of a line of copy, with their place, on standard error; there are holes too."""
    change(issue / "front" / "bridge.txt", "\n\n", "\n\n　")
    assert main([*command[:1], str(issue), *command[1:], "--lang", "en"]) == (command == ["makeup"])
    complained = capsys.readouterr().err
    assert complained.startswith("note: ")
    assert "bridge.txt" in complained


def test_what_takes_an_edition_is_named_where_one_is_not_taken() -> None:
    """All commands that read pages; two editions have nothing between them."""
    others = {"render", "new", "completion", "reconstruct", "import", "preflight"}
    for language in ("en", "zh"):
        sentence = told(Finding("page.is_edition"), language)
        assert {name for name in ROOMS if name in re.findall(r"[a-z]+", sentence)} - {"page"} == set(ROOMS) - others
    assert main(["diff", str(ISSUE), str(ISSUE)]) == 0


def test_what_does_not_fit_an_edition_is_told_page_by_page(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code is that of an overset page; a continuation is fitted with the text that it gets."""
    change(issue / "market" / "page.toml", "legs = 5", "legs = 5\nrows = 5")
    assert main(["fit", str(issue), "--json"]) == 5
    answered = json.loads(capsys.readouterr().out)
    assert not answered["ok"]
    assert [page["ok"] for page in answered["pages"]] == [True, True, False, True]
    continued = next(story for story in answered["pages"][1]["stories"] if story["part"] == "K")
    assert continued["name"] == "bridge"
    assert continued["takes"] > 20
    assert main(["fit", str(issue), "--try", "tea"]) == 0
    assert "×" in capsys.readouterr().out


def test_a_story_of_a_double_truck_is_tried_by_either_number_or_both(capsys: pytest.CaptureFixture[str]) -> None:
    """`fit` heads the page with both."""
    tried = []
    for number in ("4", "5", "4-5"):
        assert main(["fit", str(ISSUE), "--try", f"{number}:S"]) == 0
        tried.append(capsys.readouterr().out)
    assert len(set(tried)) == 1
    assert main(["fit", str(ISSUE), "--try", "3:S"]) == 2


def test_cuts_of_a_continuation_are_counted_in_the_file_of_its_story(
    issue: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stands on another page; its paragraphs are those of the copy, and cutting there is enough."""
    change(issue / "city" / "page.toml", 'jump_from = "1:A"', 'jump_from = "1:A"\nrows = 10')
    assert main(["fit", str(issue), "--json"]) == 5
    told = json.loads(capsys.readouterr().out)
    (over,) = [story for story in told["pages"][1]["stories"] if story["over"]]
    assert over["part"] == "K"
    copy = issue / "front" / "bridge.txt"
    head, text = copy.read_text(encoding="utf-8").split("\n\n", 1)
    paragraphs = text.splitlines()
    assert min(cut["paragraph"] for cut in over["cuts"]) > 3
    for cut in over["cuts"]:
        line = paragraphs[cut["paragraph"] - 1]
        assert cut["whole"] or not line.startswith("#")  # a subhead goes with all that stood under it
        assert cut["characters"] <= len(line)
        paragraphs[cut["paragraph"] - 1] = "" if cut["whole"] else line[: -cut["characters"]]
    copy.write_text("\n".join([head, "", *filter(None, paragraphs)]), encoding="utf-8")
    assert main(["fit", str(issue)]) == 0


def test_showing_an_edition_to_machines(capsys: pytest.CaptureFixture[str]) -> None:
    """One object a page."""
    assert main(["show", str(ISSUE), "--json"]) == 0
    pages = json.loads(capsys.readouterr().out)["pages"]
    assert [page["label"] for page in pages] == ["1", "2", "3", "4-5"]
    assert [cut["part"] for cut in pages[0]["cuts"]] == ["A", "B"]


def test_an_edition_is_not_written_over_its_own_file(issue: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """edition.toml is one of the files that a PDF is made from."""
    assert main(["build", str(issue), "-o", str(issue / "edition.toml"), "--to", "pdf"]) == 6
    capsys.readouterr()
