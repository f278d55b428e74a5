"""Every bad input that a page can be drawn with, in one edition: one error each, all at once, with places."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pikepdf
import pytest

from jxprint.cli import main
from jxprint.description import read_page
from jxprint.errors import DescriptionError

TEXT = "昨天清晨六点，河埠头的第一只船靠了岸，船上装着三百二十筐新摘的柑橘。" * 4
EDITION = 'format = 1\npaper = "试印报"\ndate = 2026-11-25\nstyle = "tabloid"\n'

STORY = '[[part]]\nletter = "{0}"\nkind = "story"\ncopy = "{1}.txt"\n{2}'
REST = '[[part]]\nletter = "{0}"\nkind = "story"\nheadline = "续"\njump_from = "{1}"\n{2}'
ARTWORK = '[[part]]\nletter = "{0}"\nkind = "advertisement"\nfile = "{1}"\nalt = "书店"\nrows = 8\n'

# Folder, dummy, parts; behind a line stands the key of what is wrong with it.
PAGES = {
    "gap": ("A A A B B\nA A A B  #page.uneven_row", STORY.format("A", "a", "") + STORY.format("B", "b", "")),
    "overlap": ("A A A B B", STORY.format("A", "a", "") + '[[part]]\nletter = "B"\nkind = "story"\ncopy = "b.txt"\n'
                '[[part]]\nletter = "B"  #page.letter_twice\nkind = "story"\ncopy = "b.txt"\n'),
    "pieces": ("A A B C C  #page.in_pieces\nC C B B B", "".join(STORY.format(one, one.lower(), "") for one in "AB")
               + '[[part]]\nletter = "C"\nkind = "picture"\n'),
    "columns": ("A A A A  #page.other_columns\nB B B B", STORY.format("A", "a", "") + STORY.format("B", "b", "")),
    "deep": ("A A A B B\nC C C B B", STORY.format("A", "a", "rows = 40\n") + STORY.format("B", "b", "")
             + '[[part]]  #composition.part_over_foot\nletter = "C"\nkind = "story"\ncopy = "c.txt"\nrows = 60\n'),
    "jumps": (
        "A A B B C\nD D D E E",
        STORY.format("A", "a", 'jump_to = "99:K"  #page.jump_no_page\nrows = 5\n')
        + STORY.format("B", "b", 'jump_to = "B"  #page.jump_to_itself\nrows = 5\n')
        + STORY.format("C", "c", 'jump_to = "6:E"\nrows = 5\n')
        + STORY.format("D", "d", 'jump_to = "E"  #page.jump_slot_taken\nrows = 5\n')
        + REST.format("E", "C", ""),
    ),
    "spoiled": (
        "A A A B B",
        STORY.format("A", "a", 'jump_to = "7:A"  #page.jump_to_itself\nrows = 50\n')
        + STORY.format("B", "b", 'rows = 60\ncolour = 3  #page.unknown_key\n'),
    ),
    "artwork": (
        "A A A P P\nS S T E E\nM M M M M",
        STORY.format("A", "a", "")
        + '[[part]]\nletter = "P"\nkind = "picture"\naspect = 0  #page.out_of_bounds\n'
        + ARTWORK.format("S", "script.svg").replace('svg"', 'svg"  #page.svg_script')
        + ARTWORK.format("T", "link.svg").replace('svg"', 'svg"  #page.svg_link')
        + ARTWORK.format("E", "locked.pdf").replace('pdf"', 'pdf"  #page.pdf_refused')
        + ARTWORK.format("M", "two.pdf").replace('pdf"', 'pdf"  #page.pdf_several_pages'),
    ),
}  # fmt: skip


_MARK = re.compile(r"  #([a-z_.]+)$")


def _written(folder: Path) -> set[tuple[str, str, int]]:
    """The edition in a folder; keys of what is wrong with it, with file and line."""
    marks: set[tuple[str, str, int]] = set()
    pages = ""
    for name, (dummy, parts) in PAGES.items():
        (folder / name).mkdir()
        pages += f'\n[[page]]\nfolder = "{name}"\n'
        lines = f'format = 1\ndummy = """\n{dummy}\n"""\n\n{parts}'.split("\n")
        for number, line in enumerate(lines, 1):
            if (mark := _MARK.search(line)) is not None:
                marks.add((mark[1], f"{name}/page.toml", number))
        (folder / name / "page.toml").write_text("\n".join(_MARK.sub("", line) for line in lines), "utf-8")
        for copy in "abcd":
            (folder / name / f"{copy}.txt").write_text(f"headline: 桥面石板编号\n\n{TEXT}\n", "utf-8")
    _draw_artwork(folder / "artwork")
    (folder / "edition.toml").write_text(EDITION + pages, "utf-8")
    return marks


def _draw_artwork(folder: Path) -> None:
    start = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">'
    (folder / "script.svg").write_text(f"{start}<script>alert(1)</script></svg>")
    (folder / "link.svg").write_text(f'{start}<image xlink:href="http://x/y.png" width="3" height="3"/></svg>')
    one, two = pikepdf.new(), pikepdf.new()
    for pdf, count in ((one, 1), (two, 2)):
        for _ in range(count):
            page = pdf.add_blank_page(page_size=(300, 200))
            page.contents_add(b"0 g 20 20 90 60 re f")
    one.save(folder / "locked.pdf", encryption=pikepdf.Encryption(owner="x", user="y"))
    two.save(folder / "two.pdf")


@pytest.mark.parametrize("command", ["build", "fit", "makeup"])
def test_every_bad_input_is_told_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """Gaps, overlaps, pieces, columns, pins, jumps, pictures and artwork of one edition, each once and at its place."""
    marks = _written(tmp_path)
    output = ["-o", str(tmp_path / "x.pdf")] if command == "build" else []
    assert main([command, str(tmp_path), *output, "--json"]) == 3
    found = json.loads(capsys.readouterr().out)["findings"]
    told = [(one["key"], Path(one["file"]).relative_to(tmp_path).as_posix(), one["line"]) for one in found]
    assert sorted(told) == sorted(marks)


def test_a_style_that_each_page_names_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every page has its own way to the file; a mistake in it is one mistake."""
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        page = f'format = 1\nstyle = "../house.toml"\ndummy = "A A A A A"\n\n{STORY.format("A", "a", "")}'
        (tmp_path / name / "page.toml").write_text(page, "utf-8")
        (tmp_path / name / "a.txt").write_text(f"headline: 桥面石板编号\n\n{TEXT}\n", "utf-8")
    style = (Path(__file__).parent.parent / "layout" / "styles" / "tabloid.toml").read_text("utf-8")
    (tmp_path / "house.toml").write_text(f"colour = 3\n{style}", "utf-8")
    pages = "".join(f'[[page]]\nfolder = "{name}"\n' for name in ("one", "two"))
    edition = EDITION.replace('style = "tabloid"\n', "") + pages
    (tmp_path / "edition.toml").write_text(edition, "utf-8")
    for command in (["fit", str(tmp_path)], ["build", str(tmp_path), "-o", str(tmp_path / "x.pdf")]):
        assert main(command) == 3
        assert capsys.readouterr().err.count("colour") == 1


def test_what_stands_in_a_story_is_measured_beside_other_mistakes(tmp_path: Path) -> None:
    """A quote within no story, one wider than its story, one that begins under the foot of the page: three errors."""
    quote = '[[part]]\nletter = "{0}"\nkind = "pull_quote"\ntext = "心留下"\nwithin = "{1}"\n{2}\n'
    page = 'format = 1\ntitle = "试版"\nstyle = "tabloid"\ndummy = "A A A B B"\n\n'
    page += STORY.format("A", "a", "") + STORY.format("B", "a", "rows = 20\n") + quote.format("K", "Z", "")
    page += quote.format("L", "A", 'width = "90字"') + quote.format("M", "B", "down = 20")
    (tmp_path / "page.toml").write_text(page, "utf-8")
    (tmp_path / "a.txt").write_text(f"headline: 桥面石板编号\n\n{TEXT}\n", "utf-8")
    with pytest.raises(DescriptionError) as refusal:
        read_page(tmp_path)
    wanted = ["page.within_what", "composition.inset_too_wide", "composition.inset_under_foot"]
    assert [one.key for one in refusal.value.findings] == wanted
