"""The PDF Association's model of all objects finds nothing in our files, and finds what is spoiled in them."""

from __future__ import annotations

import hashlib
import re
import tarfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from arlington import Fault, faults
from arlington_model import ARCHIVE, LICENCE, model, split
from arlington_predicates import parsed
from jxprint.profile import PROFILES
from profile_files import PAGES, REFUSED, ProfileFiles

Spoil = Callable[[Any], None]

HERE = Path(__file__).resolve().parent
# The first page in every profile is asked for by every run of the tests, the others where the judges are.
ASKED = [
    pytest.param(page, name, marks=() if page == "jiaxing" else pytest.mark.judges)
    for page in PAGES
    for name in PROFILES
    if (page, name) not in REFUSED
]


def brought(name: str) -> frozenset[str]:
    """What a profile's standards add to the PDF of its version, by the model's names."""
    row = PROFILES[name]
    said = {"ISO_19005_3": row.pdfa.startswith("3"), "PDF_X": bool(row.pdfx), "WTPDF": row.wtpdf}
    return frozenset(extension for extension, holds in said.items() if holds)


@pytest.mark.parametrize(("page", "name"), ASKED)
def test_the_model_objects_to_nothing(page: str, name: str, profile_files: ProfileFiles) -> None:
    """Every object of the file, in every profile."""
    found, looked_at = faults(profile_files.path(page, name).read_bytes(), brought(name))
    assert [str(fault) for fault in found] == []
    assert looked_at > 200


def setting(way: str, value: object) -> Spoil:
    """Puts a value under the last name of a way from the catalog (or from `Page`, `Info`, `Font`, `Trailer`)."""

    def spoil(pdf: Any) -> None:
        held, key = _at(pdf, way)
        held[f"/{key}"] = value

    return spoil


def without(way: str) -> Spoil:
    """Takes away what stands under the last name of a way."""

    def spoil(pdf: Any) -> None:
        held, key = _at(pdf, way)
        del held[f"/{key}"]

    return spoil


def _at(pdf: Any, way: str) -> tuple[Any, str]:
    first, *names, last = way.split("/")
    page = pdf.pages[0].obj
    held: Any = {"Root": pdf.Root, "Page": page, "Trailer": pdf.trailer, "Info": pdf.trailer.get("/Info")}.get(first)
    if first == "Font":
        fonts = page.Resources.Font
        held = fonts[min(fonts.keys())].DescendantFonts[0]
    for name in names:
        held = held[int(name)] if name.isdigit() else held[f"/{name}"]
    return held, last


def direct_tree(pdf: Any) -> None:
    """The tree's root stands in the catalog itself."""
    pdf.Root.StructTreeRoot = Dictionary(pdf.Root.StructTreeRoot)


def numbers_for_names(pdf: Any) -> None:
    """A name tree has a number for a name."""
    pdf.Root.Names.EmbeddedFiles.Names[0] = 7


def short_place(pdf: Any) -> None:
    """A place to open at lacks its zoom."""
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.XYZ, 0, 0])


def long_place(pdf: Any) -> None:
    """A place to open at has one number too many."""
    pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.XYZ, 0, 0, 1, 1])


def other_link(pdf: Any) -> None:
    """An annotation is of a kind that there is none of."""
    pdf.pages[0].obj.Annots[0].Subtype = Name.Lnik


def thin(pdf: Any) -> None:
    """A state of graphics with more than all of its opacity."""
    pdf.pages[0].obj.Resources.ExtGState.Ov.ca = 1.5


# What is spoiled, in a file of which profile, and what has to be told: kinds, tables and keys.
SEEDED: dict[str, tuple[str, Spoil, str]] = {
    "a name with a line too much": ("press-x4", setting("Info/Trapped", Name("/False_")), "value DocInfo Trapped"),
    "a key of a later version": ("press-x4", setting("Root/DSS", Dictionary()), "version Catalog DSS"),
    "a value of a later version": ("pdf", setting("Page/Tabs", Name.A), "version PageObject Tabs"),
    "a word that there is not": ("pdf", setting("Root/PageMode", Name.UseThumb), "value Catalog PageMode"),
    "another type": ("pdf", setting("Page/Rotate", Name("/0")), "type PageObject Rotate"),
    "a number that turns no page": ("pdf", setting("Page/Rotate", 45), "value PageObject Rotate"),
    "three corners": ("pdf", setting("Page/TrimBox", Array([0, 0, 9])), "type PageObject TrimBox"),
    "no date": ("press-x4", setting("Info/ModDate", String("today")), "type DocInfo ModDate"),
    "a key that is required": ("pdf", without("Font/FontDescriptor/Flags"), "missing FontDescriptorCIDType0 Flags"),
    "a key required by another": (
        "archive-a3", without("Root/AF/0/Type"), "missing AFFileSpecification Type, missing FileSpecification Type"
    ),
    "a key that there is not": ("pdf", setting("Root/Language", String("zh")), "unknown Catalog Language"),
    "a key of former times": (
        "archive-a4", setting("Page/Resources/ProcSet", Array([])), "deprecated Resource ProcSet"
    ),
    "an object in another": ("pdf", direct_tree, "direct Catalog StructTreeRoot"),
    "a font of two names": (
        "pdf", setting("Font/FontDescriptor/FontName", Name.Song), "special FontDescriptorCIDType0 FontName"
    ),
    "a bit that means nothing": (
        "pdf", setting("Font/FontDescriptor/Flags", 516), "special FontDescriptorCIDType0 Flags"
    ),
    "a depth above the line": (
        "pdf", setting("Font/FontDescriptor/Descent", 120), "value FontDescriptorCIDType0 Descent"
    ),
    "more than all": ("press-x4", thin, "value GraphicsStateParameter ca"),
    "a tree of numbers": ("archive-a3", numbers_for_names, "type name-tree 7"),
    "a place too few": ("pdf", short_place, "missing DestXYZArray 4"),
    "a place too many": ("pdf", long_place, "unknown DestXYZArray 5"),
    "a kind of annotation": ("pdf", other_link, "value AnnotLink Subtype"),
}  # fmt: skip


@pytest.mark.parametrize("fault", SEEDED)
def test_the_model_finds_what_is_spoiled(fault: str, profile_files: ProfileFiles) -> None:
    """One thing, and nothing else is told."""
    name, spoil, told = SEEDED[fault]
    sink = BytesIO()
    with pikepdf.open(profile_files.path("marked", name)) as pdf:
        spoil(pdf)
        pdf.save(sink, fix_metadata_version=False)
    found, _ = faults(sink.getvalue(), brought(name))
    assert {f"{one.kind} {one.table} {one.key}" for one in found} == set(told.split(", "))


def test_what_a_standard_brings_is_no_pdf_of_its_own(profile_files: ProfileFiles) -> None:
    """Files that belong to the page came with PDF/A-3 and PDF 2.0: PDF 1.7 alone has them not."""
    found, _ = faults(profile_files.path("marked", "archive-a3").read_bytes())
    assert {one.kind for one in found} == {"version"}
    assert "AF" in {one.key for one in found}


def test_a_fault_says_where_it_is() -> None:
    """The way to the object, its kind, and the key."""
    assert str(Fault("type", "trailer/Root", "Catalog", "Lang", "name")) == "trailer/Root (Catalog) /Lang: type name"


def test_the_model_is_the_one_that_is_recorded() -> None:
    """Its sum stands beside it, and the licence in it."""
    told = (HERE / "data" / "README.md").read_text("utf-8")
    assert hashlib.sha256(ARCHIVE.read_bytes()).hexdigest() in told
    with tarfile.open(ARCHIVE) as archive:
        licence = archive.extractfile(LICENCE)
        assert licence is not None
        assert b"Apache License" in licence.read()


def test_every_predicate_of_the_model_is_read() -> None:
    """None is left out because it could not be read; what cannot be decided is said in its function."""
    read = 0
    for table in model().values():
        for row in table.rows:
            for field in (row.type, row.required, row.indirect, row.values, row.special, row.link):
                for piece in split(field, ";"):
                    for said in split(piece[1:-1] if piece.startswith("[") else piece, ","):
                        if re.search(r"fn:", said):
                            parsed(said)
                            read += 1
    assert read > 2000
