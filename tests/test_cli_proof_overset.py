"""A page that does not fit is not done: its proof shows what has no room, and the exit code says so."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

import jxprint
from jxprint.cli import main
from jxprint.composition.overset_proof import compose_overset
from jxprint.fonts import open_library
from jxprint.proof.inks import RED

FIRST = Path(__file__).parent.parent / "layout" / "jiaxing"
MORE = "桐乡还将继续加大招引力度，完善落地项目的全程服务机制，让每一个签约项目都能早开工、早投产、早见效。" * 2


@pytest.fixture
def overset(tmp_path: Path) -> Path:
    """The first page with a story that is too long."""
    folder = tmp_path / "page"
    shutil.copytree(FIRST, folder)
    with (folder / "tongxiang.txt").open("a", encoding="utf-8") as file:
        file.write(MORE + "\n")
    return folder


def test_a_page_for_the_press_is_refused_and_nothing_is_written(overset: Path, tmp_path: Path) -> None:
    """Without --proof there is no file."""
    assert main(["build", str(overset), "-o", str(tmp_path / "page.pdf")]) == 5
    assert not (tmp_path / "page.pdf").exists()


def test_a_proof_is_written_and_its_code_is_that_of_an_overset_page(
    overset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence is the one that refuses the page; machines are told the same."""
    proof = tmp_path / "proof.pdf"
    assert main(["build", str(overset), "-o", str(proof), "--proof"]) == 5
    assert "rows too deep" in capsys.readouterr().err
    assert proof.read_bytes().startswith(b"%PDF")
    assert main(["build", str(overset), "-o", str(proof), "--proof", "--json"]) == 5
    answer = json.loads(capsys.readouterr().out)
    assert (answer["ok"], answer["exit_code"]) == (False, 5)
    assert answer["findings"][0]["key"] == "composition.stack_too_deep"


def test_a_checked_proof_tells_what_has_no_room_and_nothing_of_where_it_stands(
    overset: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Copy that runs off the sheet within its red region is overset and no finding of the check; the code is 5."""
    with (overset / "tongxiang.txt").open("a", encoding="utf-8") as file:
        file.write((MORE * 3 + "\n") * 4)
    proof = tmp_path / "proof.pdf"
    assert main(["build", str(overset), "-o", str(proof), "--proof", "--check", "--lang", "en"]) == 5
    told = capsys.readouterr().err
    assert "rows too deep" in told
    assert "outside the trimmed page" not in told
    assert proof.exists()
    assert main(["build", str(overset), "-o", str(proof), "--proof", "--check", "--json"]) == 5
    answer = json.loads(capsys.readouterr().out)
    assert (answer["exit_code"], answer["check"]["ok"]) == (5, True)
    assert main(["build", str(overset), "-o", str(tmp_path / "{page}.pdf"), "--proof", "--check"]) == 5


def test_a_proof_of_a_page_that_fits_is_done(tmp_path: Path) -> None:
    """Nothing is marked, and the code is 0."""
    assert main(["build", str(FIRST), "-o", str(tmp_path / "proof.pdf"), "--proof"]) == 0
    page = jxprint.read_page(FIRST)
    found = compose_overset(page, open_library(page.style.fonts))
    assert (found.regions, found.findings) == ((), ())
    assert found.placed == jxprint.compose(page, open_library(page.style.fonts))


def test_the_region_is_what_stands_below_the_foot(overset: Path) -> None:
    """On the columns of the stack that is too deep, from the foot of the type area to the last line, and no line of
    copy is missing.
    """
    page = jxprint.read_page(overset)
    found = compose_overset(page, open_library(page.style.fonts))
    (region,) = found.regions
    space, grid = found.placed.print_space, found.placed.grid
    assert region.rect.x == pytest.approx(grid.column_xs[4])
    assert region.rect.right == pytest.approx(space.right)
    assert region.rect.y == pytest.approx(space.bottom)
    lowest = max(line.y for block in found.placed.text_blocks() for line in block.lines)
    assert space.bottom < lowest < region.rect.bottom
    copy = "".join(paragraph.text for part in page.parts for paragraph in getattr(part, "paragraphs", ()))
    placed = [block for block in found.placed.text_blocks() if block.role in ("body", "standfirst")]
    assert "".join(line.text for block in placed for line in block.lines) == copy


def test_the_mark_is_red_and_says_how_much(overset: Path, tmp_path: Path) -> None:
    """Lines and characters, in the reader's language."""
    import pikepdf

    proof = tmp_path / "proof.pdf"
    assert main(["--lang", "zh", "build", str(overset), "-o", str(proof), "--proof"]) == 5
    with pikepdf.open(proof) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    colour = " ".join(f"{one:g}" for one in RED.cmyk).encode()
    assert colour in content or colour.replace(b"0.", b".") in content


def test_a_pinned_story_keeps_its_head_over_its_text(tmp_path: Path) -> None:
    """The rows that a story has too few of are taken from its foot in the proof, not from its head."""
    folder = tmp_path / "page"
    shutil.copytree(FIRST, folder)
    page = (folder / "page.toml").read_text(encoding="utf-8")
    copy = 'copy = "tongxiang.txt"'
    (folder / "page.toml").write_text(page.replace(copy, f"rows = 8\n{copy}"), encoding="utf-8")
    described = jxprint.read_page(folder)
    shown = compose_overset(described, open_library(described.style.fonts, base=folder)).placed
    story = next(one for one in shown.articles if one.part == "B")
    heads = [line.y for block in story.text_blocks() if block.field != "paragraph" for line in block.lines]
    text = [line.y for block in story.text_blocks() if block.field == "paragraph" for line in block.lines]
    assert max(heads) < min(text)
    assert story.frame.y < min(heads)
