"""How the pages of an edition fit, all in one run: a page that is over hides no other."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from jxprint.cli import main
from jxprint.edition import make_edition
from jxprint.errors import OversetError

ISSUE = Path(__file__).parent / "pages" / "issue"
Told = Sequence[Mapping[str, Any]]


def change(file: Path, old: str, new: str) -> None:
    """Write other words into a file."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def lengthen(copy: Path, times: int) -> None:
    """A story with all its paragraphs several times."""
    head, text = copy.read_text(encoding="utf-8").split("\n\n", 1)
    copy.write_text(head + "\n\n" + (text.strip() + "\n") * times, encoding="utf-8", newline="\n")


def cut(copy: Path, cuts: Told) -> None:
    """What is told for a story, taken from its copy."""
    head, text = copy.read_text(encoding="utf-8").split("\n\n", 1)
    paragraphs = text.splitlines()
    for one in cuts:
        kept = paragraphs[one["paragraph"] - 1]
        paragraphs[one["paragraph"] - 1] = "" if one["whole"] else kept[: -one["characters"]]
    copy.write_text("\n".join([head, "", *filter(None, paragraphs)]) + "\n", encoding="utf-8", newline="\n")


@pytest.fixture
def over(tmp_path: Path) -> Path:
    """The small edition with its front page over, and the rest of a story on page 4 pinned too shallow; what jumps
    there is pinned nowhere.
    """
    issue = Path(shutil.copytree(ISSUE, tmp_path / "issue"))
    lengthen(issue / "front" / "wind.txt", 14)
    lengthen(issue / "front" / "library.txt", 3)
    change(issue / "river" / "page.toml", 'jump_from = "1:B"', 'jump_from = "1:B"\nrows = 7')
    return issue


def fitted(issue: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Told, str]:
    """What `fit` tells of each page, and the notes."""
    main(["fit", str(issue), "--json"])
    pages = json.loads(capsys.readouterr().out)["pages"]
    main(["fit", str(issue), "--lang", "en"])
    return pages, capsys.readouterr().err


def test_every_page_is_fitted_in_one_run(over: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A story that goes on from a page that is over is reckoned with the most that it can get, and that is said."""
    pages, said = fitted(over, capsys)
    assert [page["ok"] for page in pages] == [False, True, True, False]
    assert [story["name"] for page in pages for story in page["stories"] if story["over"]] == ["wind", "library"]
    assert "library goes on from page 1, which does not fit yet" in said
    assert "bridge goes on" not in said  # its first part is pinned


def test_a_cut_brings_no_story_out_that_was_not_told(over: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything that is told, cut as it is told: the edition fits."""
    pages, _ = fitted(over, capsys)
    told = {story["name"]: story["cuts"] for page in pages for story in page["stories"] if story["over"]}
    cut(over / "front" / "wind.txt", told["wind"])
    again, said = fitted(over, capsys)
    assert [page["ok"] for page in again] == [True, True, True, False]
    assert "goes on from" not in said
    cut(over / "front" / "library.txt", told["library"])
    assert main(["fit", str(over)]) == 0


def test_a_build_tells_all_pages_as_well(over: Path) -> None:
    """Both pages that are over, in one refusal; in a proof too."""
    with pytest.raises(OversetError) as caught:
        make_edition([over])
    pages = [Path(one.place.file or "").parent.name for one in caught.value.findings if one.severity == "error"]
    assert pages == ["front", "river"]
    proof = make_edition([over], proof="en")
    assert [Path(one.place.file or "").parent.name for one in proof.overset] == pages


def test_the_night_desk_tells_all_pages_as_well(over: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It named the first page that is over and no other."""
    assert main(["makeup", str(over), "--json"]) == OversetError.exit_code
    told = json.loads(capsys.readouterr().out)["findings"]
    assert [Path(one["file"]).parent.name for one in told if one["severity"] == "error"] == ["front", "river"]


@pytest.mark.parametrize(("rows", "key"), [(40, "jump_needless"), (6, "jump_too_shallow")])
def test_a_story_that_cannot_be_parted_hides_no_other(
    over: Path, rows: int, key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where it goes on it is reckoned with its last paragraph, or with all of it."""
    change(over / "front" / "page.toml", "rows = 18", f"rows = {rows}")
    pages, _ = fitted(over, capsys)
    assert f"composition.{key}" in [one["key"] for one in pages[0]["findings"]]
    (story,) = [one for one in pages[0]["stories"] if one["name"] == "bridge"]
    if key == "jump_needless":  # the table says no other room than the finding, and no line that goes on
        assert (story["jumps"], story["message"]) == (0, "all of it stands here: nothing is left to jump")
        assert story["room"] >= story["takes"]
    else:
        assert story["message"] == "cannot go on elsewhere as it is"
    (bridge,) = [story for story in pages[1]["stories"] if story["name"] == "bridge"]
    assert (bridge["takes"] > 40) is (key == "jump_too_shallow")
    assert bridge["takes"] > 0
    with pytest.raises(OversetError) as caught:
        make_edition([over], proof="" if rows == 40 else "en")
    assert {f"composition.{key}", "composition.story_overset"} <= {one.key for one in caught.value.findings}
