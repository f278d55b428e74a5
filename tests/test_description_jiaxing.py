"""The Jiaxing page against the dump it was made from."""

from __future__ import annotations

from pathlib import Path

from jxprint.description import read_page_with_notes
from jxprint.model import Headline, Masthead, Page, Picture, Standfirst, Story
from jxprint.reconstruct.widths import widened
from jxprint.text.width import fold

_FOLDER = Path(__file__).parent.parent / "layout" / "jiaxing"

# Paragraphs of the dump that were cut where a column ended, by story.
_CUTS = {"xiuzhou": 3, "tongxiang": 1, "pinghu": 2, "nanhu": 1, "jiashan": 3, "haiyan": 3, "haining": 0}
_ENDS = "。！？”…"


def _page() -> Page:
    page, notes = read_page_with_notes(_FOLDER)
    assert notes == []
    return page


def _copy(page: Page) -> list[str]:
    """Every piece of copy in reading order, a picture's credit after its caption."""
    copy: list[str] = []
    for part in page.parts:
        if isinstance(part, Masthead):
            copy.append(part.text.text)
        elif isinstance(part, Headline):
            copy.extend(line.text for line in part.lines)
        elif isinstance(part, Standfirst):
            copy.extend(one.text for one in part.paragraphs)
        elif isinstance(part, Picture):
            copy.extend(one.text for one in (part.caption, part.credit) if one is not None)
        else:
            assert isinstance(part, Story)
            copy.extend(line.text for line in (*part.headline, *part.byline))
            copy.extend(one.text for one in part.paragraphs)
    return copy


def _source() -> str:
    return (_FOLDER / "source.txt").read_bytes().decode("utf-8")


def test_nothing_is_lost_or_invented_or_moved() -> None:
    """The page's copy, folded, is the dump's text character by character; only line ends differ."""
    assert "".join(map(fold, _copy(_page()))) == _source().replace("\n", "")


def test_full_width_marks_are_restored_by_rule() -> None:
    """Every mark is what the rule of the trade makes of the dump's, and no folded one is left beside Han."""
    assert all(widened(fold(piece)) == piece for piece in _copy(_page()))


def test_cut_paragraphs_are_whole_again() -> None:
    """No paragraph ends in mid-sentence, and each story has as many fewer paragraphs as it had cuts."""
    lines = iter(line for line in _source().split("\n") if line)
    for part in _page().parts:
        if isinstance(part, Story):
            while next(lines) != fold(part.byline[0].text):
                pass
            cuts = 0
            for paragraph in part.paragraphs:
                assert paragraph.text[-1] in _ENDS
                whole, joined = fold(paragraph.text), next(lines)
                while joined != whole and whole.startswith(joined):
                    joined += next(lines)
                    cuts += 1
                assert joined == whole
            assert cuts == _CUTS[part.name]


def test_captions_have_no_full_stop() -> None:
    """A caption and a credit are no sentences."""
    pictures = [part for part in _page().parts if isinstance(part, Picture)]
    assert len(pictures) == 2
    for picture in pictures:
        assert picture.file is None
        assert picture.caption is not None
        assert picture.caption.text[-1] != "。"
