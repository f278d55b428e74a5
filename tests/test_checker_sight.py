"""What is seen: the page drawn with its text and without it."""

from __future__ import annotations

import re

import pikepdf
import pytest

import jxprint
from jxprint.model import Page
from sabotage import spoiled


def told(pdf: bytes, page: Page, over: bytes) -> dict[str, int]:
    """How many characters are told by kind of finding, with something painted over the page's foot half."""

    def paint(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        content = b"\n/Artifact BMC q " + over + b" Q EMC"
        sheet["/Contents"] = document.make_stream(sheet["/Contents"].read_bytes() + content)

    findings = jxprint.check(spoiled(pdf, paint), page).findings
    return {one.key: int(str(one.args.get("count", 0))) for one in findings}


@pytest.mark.parametrize("over", [b"1 g 0 0 3000 400 re f", b"0 g 0 0 m 3000 0 l 1500 900 l h f"])
def test_text_under_anything_opaque_is_not_seen(over: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Both readers find every character; nobody else does."""
    found = told(jiaxing_pdf, jiaxing, over)
    assert found["checks.unseen"] > 10
    assert not {"checks.missing", "checks.altered"} & set(found)


@pytest.mark.parametrize("over", [b"0 G 0.3 w 0 100 m 3000 100 l S", b"0 g 0 0 3000 2 re f", b"1 g 0 0 8 8 re f"])
def test_rules_and_bars_beside_text_hide_nothing(over: bytes, jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A hairline across a line of text leaves it whole, and a bar in the margin touches none."""
    assert told(jiaxing_pdf, jiaxing, over) == {}


def test_large_characters_that_stand_in_each_other_are_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """The head of a page: its characters are far from each other, and one is drawn over the next all the same."""

    def spoil(document: pikepdf.Pdf) -> None:
        sheet = document.pages[0].obj
        content = sheet["/Contents"].read_bytes()
        sizes = {float(size) for size in re.findall(rb"/F\d+ ([\d.]+) Tf", content)}
        largest = next(
            size for size in re.findall(rb"/F\d+ [\d.]+ Tf", content) if float(size.split()[1]) == max(sizes)
        )
        way = b" %.2f Tc " % (-0.6 * max(sizes))
        at = content.index(largest)
        end = content.index(b"\nET", at)
        sheet["/Contents"] = document.make_stream(content[:at] + way + content[at:end] + b" 0 Tc" + content[end:])

    assert "checks.overlapping" in {one.key for one in jxprint.check(spoiled(jiaxing_pdf, spoil), jiaxing).findings}
