"""What a file declares beside its text is true: each declaration spoiled on purpose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
import pytest

import jxprint
from jxprint.checker.report import sentence
from jxprint.errors import Finding
from jxprint.model import Page, Picture
from sabotage import spoiled

Spoil = Callable[[pikepdf.Pdf], None]


def findings(pdf: bytes, page: Page, spoil: Spoil) -> tuple[Finding, ...]:
    """What is found in a spoiled file; it must be sayable in both languages."""
    report = jxprint.check(spoiled(pdf, spoil), page)
    # Behind the findings come figures, where text differs.
    assert len(report.lines("zh")) == len(report.lines("en")) <= min(len(report.findings), 41) + 3
    assert len(report.lines("en")) > min(len(report.findings), 41)
    return report.findings


def keys(pdf: bytes, page: Page, spoil: Spoil) -> set[str]:
    """The kinds of what is found."""
    return {finding.key for finding in findings(pdf, page, spoil)}


def test_a_file_that_does_not_say_that_it_is_tagged_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """Readers look at MarkInfo before they look at the tree."""

    def remove(document: pikepdf.Pdf) -> None:
        del document.Root["/MarkInfo"]

    def deny(document: pikepdf.Pdf) -> None:
        document.Root["/MarkInfo"]["/Marked"] = False

    assert keys(jiaxing_pdf, jiaxing, remove) == {"checks.unmarked"}
    assert keys(jiaxing_pdf, jiaxing, deny) == {"checks.unmarked"}


def test_another_title_is_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """In the information dictionary or in XMP."""

    def inform(document: pikepdf.Pdf) -> None:
        document.trailer["/Info"]["/Title"] = "另一版"

    def describe(document: pikepdf.Pdf) -> None:
        packet = document.Root["/Metadata"].read_bytes()
        changed = packet.replace(jiaxing.title.encode(), "另一版".encode())
        assert changed != packet
        document.Root["/Metadata"] = document.make_stream(changed)

    for spoil, where in ((inform, "Info"), (describe, "XMP")):
        told = findings(jiaxing_pdf, jiaxing, spoil)
        assert [(one.key, one.args["source"], one.args["said"]) for one in told] == [("checks.title", where, "另一版")]
        assert f"title is “另一版” ({where})" in sentence(told[0], "en")


def figures(document: pikepdf.Pdf) -> Iterator[Any]:
    """The figures of the structure tree."""
    for article in document.Root["/StructTreeRoot"]["/K"]["/K"].as_list():
        kids = article["/K"]
        for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, int) and str(kid.get("/S")) == "/Figure":
                yield kid


@pytest.mark.parametrize("said", ["另一张照片", "", None])
def test_an_alternative_text_that_is_not_the_pictures_is_told(
    said: str | None, jiaxing_pdf: bytes, jiaxing: Page
) -> None:
    """What a blind reader hears is what the page says of the picture."""

    def change(document: pikepdf.Pdf) -> None:
        figure = next(figures(document))
        if said is None:
            del figure["/Alt"]
        else:
            figure["/Alt"] = said

    told = findings(jiaxing_pdf, jiaxing, change)
    first = next(part for part in jiaxing.parts if isinstance(part, Picture))
    assert [(one.key, one.args["letter"], one.args["said"]) for one in told] == [
        ("checks.alternative" if said else "checks.no_alternative", first.letter, said or "")
    ]


def test_glyphs_that_are_not_the_codes_own_are_told(jiaxing_pdf: bytes, jiaxing: Page) -> None:
    """A CIDToGIDMap draws other characters than the text says; jxprint writes none."""

    def remap(document: pikepdf.Pdf) -> None:
        for font in document.pages[0].obj["/Resources"]["/Font"].values():
            descendant = font["/DescendantFonts"][0]
            if str(descendant["/Subtype"]) == "/CIDFontType2":
                descendant["/CIDToGIDMap"] = document.make_stream(b"\0\3\0\2\0\1\0\0")

    assert "checks.remapped" in keys(jiaxing_pdf, jiaxing, remap)
