"""Sources with positions: our own pages written to PDF, ALTO, PAGE XML and hOCR come back with copy and grid."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from jxprint.cli import main
from jxprint.description import read_page
from jxprint.edition import Edition
from jxprint.fonts import Library
from jxprint.model import Ear, Masthead, Nameplate, Page, Story
from jxprint.placed import PlacedPage
from jxprint.reconstruct import Reconstruction, reconstruct
from jxprint.reconstruct.evidence import Asked
from jxprint.reconstruct.folder import page_files
from jxprint.reconstruct.making import Wanted, make
from jxprint.reconstruct.printed.page import seen
from jxprint.reconstruct.proposal import ProposedStory
from jxprint.reconstruct.sources import kind_of, read_source
from recognised_pages import as_alto, as_hocr, as_page_xml

Copy = tuple[list[str], list[str], list[str], list[str], list[str]]


def read(data: bytes, page: int | None = None) -> Reconstruction:
    """A source reconstructed."""
    return reconstruct(read_source(data, "page", Asked(page=page)))


def bare(texts: Sequence[str]) -> list[str]:
    """Texts without blanks, which print no ink."""
    return ["".join(one.split()) for one in texts]


def copy_of(story: Story) -> Copy:
    """A story's kicker, headline, deck, byline and paragraphs as its files have them."""
    texts = ((one.text for one in passages) for passages in (story.kicker, story.headline, story.deck, story.byline))
    kicker, headline, deck, byline = (bare(list(one)) for one in texts)
    return kicker, headline, deck, byline, bare([one.passage.text for one in story.paragraphs])


def proposed(story: ProposedStory) -> Copy:
    """The same of a proposal."""
    return (
        bare([story.kicker] if story.kicker else []),
        bare(story.headline),
        bare([story.deck] if story.deck else []),
        bare(story.byline),
        bare([*([story.dateline] if story.dateline else []), *story.paragraphs]),
    )


def stories_of(found: Reconstruction) -> dict[str, ProposedStory]:
    """Proposed stories by their headlines."""
    return {"".join(bare(one.headline)): one for one in found.proposal.stories}


def all_exact(page: Page, found: Reconstruction) -> None:
    """Every story of the page is found with its head, byline and paragraphs."""
    there = stories_of(found)
    for story in (part for part in page.parts if isinstance(part, Story)):
        assert proposed(there["".join(bare([one.text for one in story.headline]))]) == copy_of(story)


def ink(page: Page) -> str:
    """The copy of a page's stories, every character in order of code points."""
    return "".join(sorted("".join(char for part in page.parts if isinstance(part, Story) for text in copy_of(part)
                                  for char in "".join(text))))  # fmt: skip


def test_the_first_page_comes_back_from_its_pdf(jiaxing: Page, jiaxing_pdf: bytes) -> None:
    """Seven stories exact, the grid to 0.05 pt, and the thirteen joints, all of them seen."""
    found = read(jiaxing_pdf)
    all_exact(jiaxing, found)
    grid = found.proposal.grid
    assert (grid.columns, grid.measure, grid.gap, grid.size, grid.pitch) == (6, 15.5, 1.2, 10.0, 15.0)
    joints = [joint for story in found.proposal.stories for joint in story.joints]
    assert (len(joints), {joint.kind for joint in joints}) == (13, {"seen"})
    assert found.proposal.masthead == "嘉兴"
    assert found.proposal.headline == ("激活人才引擎", "赋能城市发展")
    assert len(found.proposal.standfirst) == 2
    assert [one.credit for one in found.proposal.pictures] == ["嘉兴市委组织部供图"] * 2
    assert not found.page.unplaced


def test_legs_and_lines_of_the_first_page_are_measured(jiaxing_placed: PlacedPage, jiaxing_pdf: bytes) -> None:
    """Each story's legs, and the lines of its longest one, as it was composed."""
    there = stories_of(read(jiaxing_pdf))
    for article in jiaxing_placed.articles:
        if article.kind != "story":
            continue
        lines = [line for block in article.text_blocks() if block.role == "body" for line in block.lines]
        legs = {line.leg for line in lines}
        longest = max(sum(line.leg == leg for line in lines) for leg in legs)
        story = there["".join(bare([article.heading]))]
        assert (story.legs, story.lines, story.measure) == (len(legs), longest, 15.5)


@pytest.mark.parametrize("number", [1, 2])
def test_the_small_issue_comes_back_from_its_pdf(chaoxun: Edition, number: int) -> None:
    """Vertical heads, text round pictures, a jump, verse in a box: every story exact, on five columns of 13 em."""
    found = read(chaoxun.pdf, number)
    page = chaoxun.pages[number - 1]
    there = stories_of(found)
    for story in (part for part in page.parts if isinstance(part, Story)):
        head = "".join(bare([one.text for one in story.headline]))
        kicker, headline, deck, byline, paragraphs = copy_of(story)
        got = proposed(there[head])
        assert got[:4] == (kicker, headline, deck, byline)
        if story.jump_to is None and story.jump_from is None:
            assert got[4] == paragraphs
    assert not found.page.unplaced
    assert (found.proposal.pictures[-1].caption, found.page.advertisements) == ("广告", 1)
    grid = found.proposal.grid
    assert (grid.columns, grid.measure, grid.gap, grid.size, grid.pitch) == (5, 13.0, 1.5, 9.5, 14.0)


def test_ears_lines_of_the_nameplate_and_advertisements_stand_where_they_stood(
    chaoxun: Edition, library: Library, tmp_path: Path
) -> None:
    """A front page has its ears beside the nameplate, whose lines are its own, and the place of its advertisement; a
    section's second line stays with its masthead. Nothing is left over, and the dummy is the page's own but for what
    stands in one stack.
    """
    for number, drawing in ((1, ("左MMM右", "RREEE")), (2, ("MMMMM", "CCRRR"))):
        folder = tmp_path / str(number)
        made = make(read_source(chaoxun.pdf, "page.pdf", Asked(None, number)), "page.pdf", folder, Wanted(), library)
        assert not made.found.page.unplaced
        page = read_page(folder)
        rows = ["".join(row) for row in page.dummy.rows]
        assert (rows[0], rows[-1]) == drawing
        assert not (folder / "unplaced.txt").exists()
    front, inside = read_page(tmp_path / "1"), read_page(tmp_path / "2")
    ears = [part for part in front.parts if isinstance(part, Ear)]
    assert [(one.title[0].text, len(one.lines)) for one in ears] == [("今日天气", 4), ("今夜看灯", 4)]
    nameplate = next(part for part in front.parts if isinstance(part, Nameplate))
    assert (nameplate.text.text, len(nameplate.lines)) == ("汐门潮讯", 3)
    masthead = next(part for part in inside.parts if isinstance(part, Masthead))
    assert masthead.line is not None
    assert masthead.line.text.endswith("绿信箱")


def test_the_written_folder_builds_as_the_page_stood(
    jiaxing_pdf: bytes, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The dummy is drawn as it was, the source is kept, and the page proves itself."""
    source, folder = tmp_path / "a.pdf", tmp_path / "a"
    source.write_bytes(jiaxing_pdf)
    main(["reconstruct", str(source), "-o", str(folder)])
    assert (folder / "source.pdf").read_bytes() == jiaxing_pdf
    assert main(["reconstruct", str(folder), "--verify"]) == 3
    assert "source.pdf" in capsys.readouterr().err
    page = (folder / "page.toml").read_text(encoding="utf-8")
    assert "P P Q Q E E\n" in page
    assert 'measure = "15.5字"\ngap = "1.2字"\nbody = "10pt"\npitch = "15pt"' in page
    assert "6 base columns of 15.5 em" in (folder / "notes.md").read_text(encoding="utf-8")
    main(["build", str(folder), "-o", str(tmp_path / "b.pdf"), "--check"])
    assert "exact" in capsys.readouterr().err


@pytest.mark.parametrize(("version", "unit"), [(2, "inch1200"), (3, "mm10"), (4, "inch1200")])
def test_the_first_page_comes_back_from_alto(
    jiaxing: Page, jiaxing_placed: PlacedPage, version: int, unit: str
) -> None:
    """Three versions, two units: every story exact, and the grid."""
    found = read(as_alto(jiaxing_placed, version=version, unit=unit).encode())
    all_exact(jiaxing, found)
    grid = found.proposal.grid
    assert (grid.columns, grid.measure, grid.gap, grid.size) == (6, 15.5, 1.2, 10.0)
    assert grid.pitch == pytest.approx(15, abs=0.05)


@pytest.mark.parametrize("written", [
    as_page_xml, lambda page: as_page_xml(page, version="2013-07-15", dpi=200), as_hocr,
    lambda page: as_alto(page, unit="pixel"),
])  # fmt: skip
def test_the_first_page_comes_back_from_pixels(
    jiaxing: Page, jiaxing_placed: PlacedPage, written: Callable[[PlacedPage], str]
) -> None:
    """Boxes in whole pixels: every story exact; measure and gap as fine as pixels tell, size to a fiftieth."""
    found = read(written(jiaxing_placed).encode())
    all_exact(jiaxing, found)
    grid = found.proposal.grid
    assert (grid.columns, grid.measure) == (6, 15.5)
    assert grid.gap == pytest.approx(1.2, abs=0.3)
    assert grid.size == pytest.approx(10, rel=0.02)
    assert grid.pitch == pytest.approx(15, abs=0.25)


def test_lines_that_a_recogniser_tore_are_made_whole(jiaxing: Page, jiaxing_placed: PlacedPage) -> None:
    """Heads in two pieces without white between, and names that stand apart."""
    all_exact(jiaxing, read(as_hocr(jiaxing_placed, is_torn=True).encode()))


def test_no_character_is_lost(chaoxun: Edition, library: Library) -> None:
    """What every line of the file says stands on the page written, or is told."""
    for number in (1, 2):
        found = read(chaoxun.pdf, number)
        said = "".join(sorted("".join("".join(line.text.split()) for line in found.evidence.lines)))
        page = seen(found.evidence).page
        spans = [span for text in _texts(page) for span in text.spans]
        lines = {line.number: line.text for line in found.evidence.lines}
        kept = "".join(lines[span.line][span.start : span.end] for span in spans)
        assert len("".join(kept.split())) <= len(said)
        files = page_files(found, "page", lambda missing: json.dumps(missing.left_out), library).files
        assert files["notes.md"] == b"[]"


def _texts(page: object) -> list:  # type: ignore[type-arg]
    from jxprint.reconstruct.found import Text

    found = []
    stack = [page]
    while stack:
        one = stack.pop()
        if isinstance(one, Text):
            found.append(one)
        elif isinstance(one, tuple):
            stack += one
        elif hasattr(one, "__struct_fields__"):
            stack += [getattr(one, name) for name in one.__struct_fields__]
    return found


def test_kinds_are_told_by_content(jiaxing_placed: PlacedPage, jiaxing_pdf: bytes) -> None:
    """A file's name says nothing."""
    made = {"pdf": jiaxing_pdf, "alto": as_alto(jiaxing_placed).encode(), "hocr": as_hocr(jiaxing_placed).encode()}
    made |= {"page": as_page_xml(jiaxing_placed).encode("utf-16"), "dump": "嘉兴\n激活人才引擎".encode()}
    assert {kind: kind_of(data) for kind, data in made.items()} == {kind: kind for kind in made}
