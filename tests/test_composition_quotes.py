"""Pull quotes break by sense where they are set large, and heads stand as clear of their text in a box as without."""

from __future__ import annotations

from pathlib import Path

import pytest

import jxprint
from jxprint.fonts import Library
from jxprint.placed import Article, PlacedPage
from sabotage import pdf_of

SENTENCE = "江边的渡口今年春天重新开了，两岸居民过江不必再绕行十二公里。"


def placed(folder: Path, library: Library, keys: str, quote: str = "") -> PlacedPage:
    """A story of twenty sentences with more keys, and a quote within it."""
    folder.mkdir()
    (folder / "a.txt").write_text(f"headline: 潮水\n\n{SENTENCE * 20}\n", encoding="utf-8")
    (folder / "page.toml").write_text(
        'format = 1\ntitle = "渡口"\nstyle = "tabloid"\ndummy = "A A A A A"\n'
        f'[[part]]\nletter = "A"\nkind = "story"\ncopy = "a.txt"\n{keys}\n{quote}',
        encoding="utf-8",
    )
    page = jxprint.read_page(folder)
    made = jxprint.compose(page, library)
    assert jxprint.check(pdf_of(made, library), page).ok
    return made


def lines_of(placed: PlacedPage, role: str) -> list[str]:
    """The lines of all blocks of a role."""
    return [line.text for block in placed.text_blocks() if block.role == role for line in block.lines]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        (
            "让人才把心留下来，让城市更有温度，这是每一个人的心愿",
            "30字",
            ["让人才把心留下来，让城市更有温度，", "这是每一个人的心愿"],
        ),
        ("只要灯还亮着，就有人从海上平安回家", "20字", ["只要灯还亮着，", "就有人从海上平安回家"]),
        (
            "没有人插队，也没有人催，账目贴在门口，谁都可以看",
            "16字",
            ["没有人插队，", "也没有人催，", "账目贴在门口，", "谁都可以看"],
        ),
    ],
)
def test_a_quote_breaks_between_words(
    text: str, width: str, lines: list[str], tmp_path: Path, library: Library
) -> None:
    """A line ends behind a comma or a word, and the checker reads it as it was."""
    part = f'[[part]]\nletter = "K"\nkind = "pull_quote"\ntext = "{text}"\nwidth = "{width}"\nwithin = "A"\n'
    page = placed(tmp_path / "page", library, "legs = 5", part)
    assert lines_of(page, "quote") == lines


def white_under_head(article: Article) -> float:
    """Points from the headline's frame to that of the text."""
    frames = {block.role: block.frames[0] for block in reversed(list(article.text_blocks()))}
    return frames["body"].y - frames["headline"].bottom


def test_a_head_without_byline_keeps_off_its_text_in_a_box_and_without(tmp_path: Path, library: Library) -> None:
    """The white is the same, and no less than the style's or nine twentieths of the headline's size."""
    found = []
    for name, keys in (("plain", ""), ("boxed", 'box = "oxford"')):
        page = placed(tmp_path / name, library, f"legs = 5\n{keys}")
        (article,) = (one for one in page.articles if one.part == "A")
        found.append(white_under_head(article))
        size = next(block for block in article.text_blocks() if block.role == "headline").frames[0].height
        assert found[-1] >= 0.45 * size - 0.01
    assert found[0] == pytest.approx(found[1])
