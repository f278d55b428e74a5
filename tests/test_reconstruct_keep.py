"""A folder that is renewed keeps what a person changed, and takes it for an answer."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from jxprint.cli import main
from jxprint.reconstruct.record import Record, made_from, read_record, renew, state_of

SOURCE = Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source page, reconstructed once."""
    folder = tmp_path_factory.mktemp("kept") / "page"
    assert main(["reconstruct", str(SOURCE), "-o", str(folder)]) == 0
    return folder


@pytest.fixture
def page(written: Path, tmp_path: Path) -> Path:
    """A copy of it to change."""
    folder = tmp_path / "page"
    folder.mkdir()
    for file in written.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder


def again(page: Path, *more: str) -> int:
    """The same command over the same folder."""
    return main(["reconstruct", str(SOURCE), "-o", str(page), "--keep", *more])


def edit(file: Path, old: str, new: str) -> None:
    """One place of a file changed."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")


def contexts(page: Path) -> list[str]:
    """The joints of a folder by what stands about them."""
    joints = tomllib.loads((page / "evidence.toml").read_text(encoding="utf-8")).get("joint", [])
    return [joint["context"] for joint in joints]


def test_a_folder_that_is_there_is_refused_without_keep(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And the way out is told."""
    assert main(["reconstruct", str(SOURCE), "-o", str(page)]) == 3
    assert "--keep" in capsys.readouterr().err


def test_nothing_changed_is_nothing_written(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Bytes and times of all files stay, but for the record's own."""
    before = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in page.iterdir()}
    assert again(page) == 0
    after = {file.name: (file.read_bytes(), file.stat().st_mtime_ns) for file in page.iterdir()}
    assert before.keys() == after.keys()
    assert {name: data for name, (data, _) in before.items()} == {name: data for name, (data, _) in after.items()}
    assert [name for name in before if before[name][1] != after[name][1]] in ([], ["written.json"])
    assert "kept" not in capsys.readouterr().err


def test_a_paragraph_that_is_parted_is_a_joint_no_more(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file stays, the joint goes, the dump is given back; and a third run says the same."""
    left, right = contexts(page)[3].split("|")
    story = page / "02.txt"
    edit(story, left + right, f"{left}\n{right}")
    changed = story.read_bytes()
    for _ in range(2):
        assert again(page) == 0
        assert story.read_bytes() == changed
        assert f"{left}|{right}" not in contexts(page)
        assert len(contexts(page)) == 12
        assert main(["reconstruct", str(page), "--verify"]) == 0
        assert "02.txt" in capsys.readouterr().err


def test_paragraphs_that_are_joined_are_one_with_a_joint(page: Path) -> None:
    """What a person joined goes on, whatever the words say."""
    story = page / "03.txt"
    head, _, body = story.read_text(encoding="utf-8").partition("\n\n")
    first, second, *rest = body.split("\n")
    story.write_text(head + "\n\n" + "\n".join([first + second, *rest]), encoding="utf-8")
    assert again(page) == 0
    assert f"{first[-6:]}|{second[:6]}" in contexts(page)
    assert main(["reconstruct", str(page), "--verify"]) == 0


def test_a_story_moved_into_another_stays_there(page: Path) -> None:
    """Its file is not written again, the page has one story less, and it builds."""
    head, _, body = (page / "02.txt").read_text(encoding="utf-8").partition("\n\n")
    headline = next(line.removeprefix("headline: ") for line in head.split("\n") if line.startswith("headline: "))
    byline = next(line.removeprefix("byline: ") for line in head.split("\n") if line.startswith("byline: "))
    with (page / "01.txt").open("a", encoding="utf-8") as file:
        file.write(f"## {headline}\n{byline}\n{body}")
    (page / "02.txt").unlink()
    assert again(page) == 0
    assert not (page / "02.txt").exists()
    parts = tomllib.loads((page / "page.toml").read_text(encoding="utf-8"))["part"]
    assert [part["copy"] for part in parts if part["kind"] == "story"] == [f"{k:02}.txt" for k in (1, 3, 4, 5, 6, 7)]
    assert main(["build", str(page), "-o", str(page / "page.pdf"), "--check"]) == 0


def test_a_story_that_a_person_parted_is_two(page: Path) -> None:
    """A file that a person put there is a story of the page."""
    lines = (page / "01.txt").read_text(encoding="utf-8").split("\n")
    (page / "01.txt").write_text("\n".join(lines[:5]) + "\n", encoding="utf-8")
    (page / "09.txt").write_text("headline: 新题\n\n" + "\n".join(lines[5:]), encoding="utf-8")
    assert again(page) == 0
    parts = tomllib.loads((page / "page.toml").read_text(encoding="utf-8"))["part"]
    assert "09.txt" in [part.get("copy") for part in parts if part["kind"] == "story"]


def test_a_page_made_up_by_hand_stays_and_its_troubles_are_told(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sheet that a person cut short is kept."""
    text = (page / "page.toml").read_text(encoding="utf-8")
    height = tomllib.loads(text)["sheet"]["height"]
    edit(page / "page.toml", f'height = "{height}"', 'height = "300mm"')
    assert again(page, "--json") == 0
    told = json.loads(capsys.readouterr().out)["findings"]
    assert {"review.kept"} < {one["key"] for one in told}
    assert all(one["severity"] != "error" for one in told)
    assert tomllib.loads((page / "page.toml").read_text(encoding="utf-8"))["sheet"]["height"] == "300mm"


def test_a_stale_joint_is_told(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An evidence.toml that a person changed is kept, and what of it stands nowhere is named."""
    edit(page / "evidence.toml", contexts(page)[0], "何处|何处")
    assert again(page) == 0
    assert "何处|何处" in capsys.readouterr().err
    assert contexts(page)[0] == "何处|何处"


def test_text_that_a_person_took_away_is_told(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is lost in silence, not even by a person."""
    lines = (page / "04.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    (page / "04.txt").write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    assert again(page) == 0
    assert "source.txt" in capsys.readouterr().err
    assert main(["reconstruct", str(page), "--verify"]) == 0


def test_a_broken_page_is_refused_by_its_own_names(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing is written."""
    edit(page / "page.toml", 'kind = "masthead"', 'kind = "mastheed"')
    before = {file.name: file.read_bytes() for file in page.iterdir()}
    assert again(page) == 3
    assert str(page / "page.toml") in capsys.readouterr().err
    assert before == {file.name: file.read_bytes() for file in page.iterdir()}


def test_a_deleted_file_is_written_anew(page: Path, written: Path) -> None:
    """Deleting is how a person takes a change back."""
    (page / "notes.md").write_text("mine", encoding="utf-8")
    assert again(page) == 0
    assert (page / "notes.md").read_text(encoding="utf-8") == "mine"
    (page / "notes.md").unlink()
    assert again(page) == 0
    assert (page / "notes.md").read_bytes() == (written / "notes.md").read_bytes()


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_text("{", encoding="utf-8")])
def test_without_its_record_a_folder_is_left_alone(page: Path, damage: Callable[[Path], object]) -> None:
    """Nobody knows then what a person changed."""
    damage(page / "written.json")
    before = {file.name: file.read_bytes() for file in page.iterdir()}
    assert again(page) == 3
    assert before == {file.name: file.read_bytes() for file in page.iterdir()}


def test_a_run_that_was_broken_off_leaves_nothing_that_looks_changed(
    page: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two files, what is written and what is not are both ours; and the page counts as not done."""
    record = read_record(page)
    files = {name: b"new " + (page / name).read_bytes() for name in record.files}
    kept = Path.replace
    put: list[Path] = []

    def stop(self: Path, target: Path) -> Path:
        put.append(target)
        if len(put) == 4:
            raise KeyboardInterrupt
        return kept(self, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        renew(page, files, Record("other", {}, record.figures), (), ())
    monkeypatch.undo()
    half = made_from(page)
    assert half is not None
    assert half.source == ""
    assert not state_of(page, half).changed
    assert not [file for file in page.iterdir() if file.name.startswith(".")]


TWO = """青溪日报

老街改造开工

工程预计两年完成

本报讯 (记者 李明)昨天上午,我市老街改造工程正式开工,各界代表两百多人参加了开工仪式。工程总投资八千六百万元。

工程分三期进行,预计两年完成。市民可在公示栏查看方案,也可以拨打热线提出意见。

少开会 开短会

王铁生

一些单位会议多、会议长的毛病仍未根治。一个通知层层开会,一个精神级级传达,基层干部疲于应付。

会议不是不要开,而是要开得管用。能合并的合并,能不开的不开。
"""


@pytest.mark.parametrize("key", ["kicker", "deck"])
def test_a_line_put_elsewhere_in_its_head_changes_no_other_story(tmp_path: Path, key: str) -> None:
    """The dump has it behind the headline, where no kicker stands: it stays with its story."""
    source, folder = tmp_path / "two.txt", tmp_path / "page"
    source.write_text(TWO, encoding="utf-8")
    assert main(["reconstruct", str(source), "-o", str(folder)]) == 0
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    edit(folder / "02.txt", "byline: 王铁生", f"{key}: 王铁生")
    assert main(["reconstruct", str(source), "-o", str(folder), "--keep"]) == 0
    after = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert before.keys() == after.keys()
    assert {name for name in before if before[name] != after[name]} <= {
        "02.txt",
        "evidence.toml",
        "written.json",
        "notes.md",
    }
