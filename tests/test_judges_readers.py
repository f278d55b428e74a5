"""Readers and renderers that have never seen our source find in every profile what stands in the copy."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from jxprint.checker.jumped import pages_with_jumps, printed_articles, with_cuts
from jxprint.description.editions import read_pages
from jxprint.profile import PROFILES, USUAL
from profile_files import PAGES, REFUSED, ProfileFiles

Find = Callable[[str], Any]

WRITTEN = [(page, name) for page in PAGES for name in PROFILES if (page, name) not in REFUSED]
# A line of poppler's tree that is text; titles, whose bytes it prints as they are, stand behind a word.
TEXT = re.compile(rb'^ *"(.*)"$', re.MULTILINE)
# What poppler and MuPDF say of themselves: the one knows BBox of fewer elements than we give it to (ISO 32000-1,
# 14.8.5.4.3 demands it of figures and tables and forbids it nowhere), Debian's build of the other has no lcms.
POPPLER_SAYS = re.compile(rb"(Syntax Warning: Wrong Attribute 'BBox' in element \w+\n)*")
MUPDF_SAYS = re.compile(rb"(warning: ICC support is not available\n)*")

pytestmark = pytest.mark.judges


def tree_text(file: Path, program: Find) -> str:
    """The text of the structure tree in its order."""
    done = subprocess.run([program("pdfinfo"), "-struct-text", file], check=True, capture_output=True, timeout=60)
    assert POPPLER_SAYS.fullmatch(done.stderr), done.stderr
    return b"".join(found[1] for found in TEXT.finditer(done.stdout)).decode()


@pytest.fixture(scope="module")
def copy_of(profile_files: ProfileFiles) -> Callable[[str], str]:
    """The copy of a page or an edition, its jumped stories cut where the plain file cuts them."""
    found: dict[str, str] = {}

    def copy(page: str) -> str:
        if page not in found:
            pages = read_pages([profile_files.page(page)]).pages
            wanted = pages_with_jumps(pages)
            file = profile_files.path(page, USUAL.name)
            printed = printed_articles(file, file.name, wanted) if wanted else {}
            found[page] = "".join(one.whole.text for one in with_cuts(pages, printed))
        return found[page]

    return copy


@pytest.mark.parametrize(("page", "name"), WRITTEN)
def test_poppler_reads_the_copy_in_the_tree(
    page: str, name: str, profile_files: ProfileFiles, copy_of: Callable[[str], str], program: Find
) -> None:
    """Every character, in the order of the copy: figures have their words elsewhere."""
    copy = copy_of(page)
    assert len(copy) > 50
    assert tree_text(profile_files.path(page, name), program) == copy


def test_poppler_reads_another_order_where_there_is_one(
    profile_files: ProfileFiles, copy_of: Callable[[str], str], program: Find, tmp_path: Path
) -> None:
    """Two articles that have changed places are told: a judge that let it pass would be none."""
    file = tmp_path / "spoiled.pdf"
    with pikepdf.open(profile_files.path("marked", "archive-a4")) as pdf:
        articles: Any = pdf.Root.StructTreeRoot.K.K
        articles[0], articles[1] = articles[1], articles[0]
        pdf.save(file)
    assert tree_text(file, program) != copy_of("marked")


@pytest.mark.parametrize(("page", "name"), WRITTEN)
def test_poppler_finds_every_font_embedded_cut_down_and_readable(
    page: str, name: str, profile_files: ProfileFiles, program: Find
) -> None:
    """Columns emb, sub and uni of its table, and the six letters before the name of a cut-down font."""
    words = [program("pdffonts"), profile_files.path(page, name)]
    done = subprocess.run(words, check=True, capture_output=True, timeout=60)
    fonts = done.stdout.decode().splitlines()[2:]
    assert len(fonts) >= 2
    for font in fonts:
        assert re.match(r"[A-Z]{6}\+", font), font
        assert re.search(r" yes yes yes +\d+ +\d+$", font), font
    assert done.stderr == b""


@pytest.mark.parametrize(("page", "name"), WRITTEN)
def test_mupdf_draws_without_a_warning(
    page: str, name: str, profile_files: ProfileFiles, program: Find, tmp_path: Path
) -> None:
    """And does draw."""
    words = [program("mutool"), "draw", "-q", "-r", "18", "-c", "gray", "-o", tmp_path / "%d.png"]
    done = subprocess.run([*words, profile_files.path(page, name)], check=True, capture_output=True, timeout=60)
    assert MUPDF_SAYS.fullmatch(done.stdout + done.stderr), done.stderr
    assert list(tmp_path.iterdir())
