"""Canaries: each private thing of reportlab that the seam leans on still is as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pikepdf
import pytest
from reportlab.pdfbase import pdfdoc

from jxprint.writers.pdf.seam import File, array, dictionary, reference, references


@pytest.fixture
def document() -> Any:
    """A document as the seam makes it."""
    return pdfdoc.PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7), lang="zh-CN")


def test_references_are_numbered_when_they_are_made(document: Any) -> None:
    """`Reference` gives an object its number at once, and `idToObject` holds the object until it is written."""
    written = pdfdoc.PDFDictionary({"A": 1})
    name = document.Reference(written).name
    assert document.idToObjectNumberAndVersion[name][0] > 0
    assert document.idToObject[name] is written
    assert document.numberToId[document.idToObjectNumberAndVersion[name][0]] == name


def test_numbers_that_the_seam_gives_are_not_given_again(document: Any) -> None:
    """`objectcounter` is the last number; whoever raises it has the number between for itself."""
    document.objectcounter += 1
    name = document.Reference(pdfdoc.PDFDictionary({"A": 1})).name
    assert document.idToObjectNumberAndVersion[name][0] == document.objectcounter
    assert document.objectcounter - 1 not in document.numberToId


def test_every_object_of_a_file_stands_in_it_once(tmp_path: Path) -> None:
    """Reserved, filled, streams and pages, in any order; what is never filled is null."""
    file = File("zh-CN")
    later, page, never = file.reserve(), file.page(), file.reserve()
    stream = file.stream(b"/Type/X", b"data")
    file.fill_stream(later, b"/Type/Y", b"more")
    file.fill(
        page, b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]/Resources<</Font %d 0 R>>>>" % (file.pages, file.fonts)
    )
    file.catalog({"X": references([later, never, stream])})
    (tmp_path / "a.pdf").write_bytes(file.finish({"Title": b"(a)"}))
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        assert [one.objgen for one in (page.obj for page in pdf.pages)] == [(page, 0)]
        assert pdf.get_object(later, 0).read_bytes() == b"more"
        assert pdf.get_object(stream, 0).read_bytes() == b"data"
        assert pdf.get_object(never, 0) is None
        assert len(pdf.Root.X) == 3
        assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"])) == ("zh-CN", "a")


def test_an_object_that_says_so_is_written_by_reference(document: Any) -> None:
    """`__RefOnly__` keeps an object's bytes out of the objects that name it: each number is written once."""

    class Written(pdfdoc.PDFObject):  # type: ignore[misc]
        __RefOnly__ = 1

    name = document.Reference(Written()).name
    number = document.idToObjectNumberAndVersion[name][0]
    outer = pdfdoc.PDFDictionary({"A": document.idToObject[name]}).format(document)
    assert b"%d 0 R" % number in outer


def test_the_page_tree_and_the_shared_fonts_are_where_the_seam_looks(document: Any) -> None:
    """`Pages`, `BasicFonts`, `Catalog.Lang` and `info` are attributes of the document."""
    assert document.Pages is not None
    assert pdfdoc.BasicFonts in document.idToObject
    assert document.Catalog.Lang is not None


def test_the_identifier_hashes_what_it_was_given() -> None:
    """Two files that differ in one object have two IDs; two equal files have one."""

    def made(data: bytes) -> bytes:
        file = File("zh-CN")
        number = file.add(data)
        file.catalog({"X": reference(number)})
        return file.finish({})

    assert made(b"(a)") == made(b"(a)")
    assert _identifier(made(b"(a)")) != _identifier(made(b"(b)"))


def _identifier(file: bytes) -> bytes:
    return file[file.rindex(b"/ID") :]


def test_streams_end_with_an_end_of_line() -> None:
    """ISO 32000-1, 7.3.8.1: `endstream` stands on a line of its own."""
    file = File("zh-CN")
    file.catalog({"X": reference(file.stream(b"/Type/X", b"data"))})
    written = file.finish({})
    assert b"stream\ndata\nendstream" in written
    assert written.startswith(b"%PDF-1.7")


def test_arrays_hold_numbers_and_written_values() -> None:
    """Integers and bytes that are PDF already."""
    assert array([1, b"/Name", reference(7)]) == b"[1 /Name 7 0 R]"


def test_dictionaries_are_in_order_of_their_names() -> None:
    """Same entries, same bytes, however they came."""
    assert dictionary({"B": b"/X", "A": -7}) == dictionary({"A": -7, "B": b"/X"}) == b"<</A -7/B /X>>"
