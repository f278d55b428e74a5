"""A reconstruction written as a page's folder that builds at once: page.toml, the copy, the untouched source, notes.

The sheet is made so deep that the page fits: it is composed before it is written, and nothing is written half.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.making_up import findings_of, make_up
from jxprint.description import read_page
from jxprint.description.evidence import EVIDENCE_FILE
from jxprint.errors import DescriptionError, Finding, JxprintError, OutputError, Place
from jxprint.fonts import Library, open_library
from jxprint.intake.refusals import reason
from jxprint.model import Page
from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.copying import lead_of
from jxprint.reconstruct.evidence_file import CopyJoint, evidence_toml, recipe_of, source_file
from jxprint.reconstruct.kept import Missing
from jxprint.reconstruct.layout import (
    OWN_STYLE,
    Layout,
    Named,
    Sheet,
    files_of_copy,
    first_sheet,
    letters_of,
    page_toml,
)
from jxprint.reconstruct.making_room import roomier, smaller_style, with_plain_folio
from jxprint.reconstruct.plan import plans
from jxprint.reconstruct.recipe import STAND_IN

NOTES_FILE, PAGE_FILE = "notes.md", "page.toml"
_ROUNDS = 8
_PT_PER_MM = 72 / 25.4
# A page of a book is no newspaper's; what is deeper than this is several pages.
_DEEPEST_MM = 3000


def layout_of(found: Reconstruction, name: str) -> Layout:
    """The layout that a reconstruction asks for."""
    letters = letters_of(len(found.stories))
    named = tuple(
        Named(letter, f"{k + 1:02}.txt", story, restored.paragraphs, restored.span)
        for k, (letter, story, restored) in enumerate(zip(letters, found.page.stories, found.stories, strict=True))
    )
    return Layout(found.page, found.plan, found.measure, named, name, drawn=found.drawn)


def files_of(
    found: Reconstruction, name: str, notes: Callable[[Missing], str], library: Library | None = None
) -> dict[str, bytes]:
    """All files of the folder by name; `notes` makes the notes, given what the page has not. Raises what
    keeps the page from being built, which no sheet mends.
    """
    layout = layout_of(found, name)
    with tempfile.TemporaryDirectory(prefix="jxprint-") as place:
        folder = Path(place) / name
        folder.mkdir()
        fitted = _fitting_somehow(layout, found, folder, library)
    files = dict(fitted.files)
    joints = _joints(found, fitted.layout)
    if found.evidence.paper is None and found.evidence.kind == "dump":
        recipe = recipe_of(found.evidence, fitted.page, joints)
        files[EVIDENCE_FILE], left_out = evidence_toml(recipe), recipe.left_out()
    else:
        from jxprint.reconstruct.sources.kept import left_out_of, source_toml

        files[EVIDENCE_FILE], left_out = source_toml(found.evidence, joints), left_out_of(found.evidence, fitted.page)
    files[NOTES_FILE] = notes(Missing(fitted.faceless, tuple(left_out)))
    return {file: text.encode("utf-8") for file, text in files.items()} | {
        source_file(found.evidence): found.evidence.data
    }


def _fitting_somehow(layout: Layout, found: Reconstruction, folder: Path, library: Library | None) -> _Fitted:
    """The page as it was measured; where it cannot be drawn so, by the plan that its stories alone ask for."""
    if layout.drawn is None:
        return _fitting(layout, folder, library)
    for drawn in (layout.drawn, layout.drawn.without_insets()):
        with suppress(JxprintError):
            return _fitting(replace(layout, drawn=drawn), folder, library)
    own = plans([block for stack in layout.plan.stacks for block in stack.blocks], layout.measure)[0]
    return _fitting(replace(layout, drawn=None, plan=own), folder, library)


def _joints(found: Reconstruction, layout: Layout) -> list[CopyJoint]:
    """The joints by their places in the copy."""
    return [
        CopyJoint(named.file, len(lead_of(named.story)) + joint.paragraph + 1, joint)
        for named, restored in zip(layout.stories, found.stories, strict=True)
        for joint in restored.joints
    ]


class _Fitted(Struct, frozen=True):
    """Page and copy on a sheet that has room for them, and the characters that 〓 stands for."""

    layout: Layout
    page: Page
    files: Mapping[str, str]
    faceless: frozenset[str]


def _fitting(layout: Layout, folder: Path, library: Library | None) -> _Fitted:
    """The page on a sheet on which it stands."""
    sheet, faceless = first_sheet(layout), frozenset[str]()
    copy = files_of_copy(layout)
    for _ in range(_ROUNDS):
        files = {**copy, PAGE_FILE: page_toml(layout, sheet, "zh-CN")}
        if layout.smaller:
            files[OWN_STYLE] = smaller_style(layout.smaller)
        files = {file: _stood_in(text, faceless) for file, text in files.items()}
        for file, text in files.items():
            (folder / file).write_text(text, encoding="utf-8", newline="\n")
        page = read_page(folder)
        if library is None:
            library = open_library(page.style.fonts, base=folder, places=page.style.font_places)
        made = make_up(page, library)
        if made.absent and not faceless:
            faceless = frozenset(str(one.args["char"]) for one in made.absent if "char" in one.args)
            continue
        roomy = roomier(layout, made.desk.findings)
        if roomy is not None:
            layout, copy = roomy, files_of_copy(roomy)
            continue
        over = max((*made.plan.over.values(), *made.plan.late.values()), default=0)
        if not over:
            findings = findings_of(made)
            if (roomy := with_plain_folio(layout, findings)) is not None:
                layout, copy = roomy, files_of_copy(roomy)
                continue
            if made.absent or findings:
                raise DescriptionError(*made.absent, *findings)
            return _Fitted(layout, page, files, faceless)
        sheet = _deeper(sheet, over)
        if sheet.height_mm > _DEEPEST_MM:
            break
    raise DescriptionError(Finding("dump.no_sheet", Place(layout.name)))


def _stood_in(text: str, faceless: frozenset[str]) -> str:
    """A text with 〓 for each code point that no face has, as compositors set for a sort that is wanting."""
    for one in sorted(faceless, key=len, reverse=True):
        text = text.replace(one, STAND_IN * len(one))
    return text


def _deeper(sheet: Sheet, rows: int) -> Sheet:
    return replace(sheet, height_mm=sheet.height_mm + int(rows * sheet.pitch_pt / _PT_PER_MM) + 1)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder whole, or not at all. Raises DescriptionError where there is something in it, OutputError
    where it cannot be written.
    """
    shown = Place(str(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise DescriptionError(Finding("page.folder_taken", shown))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for name, data in files.items():
                (made / name).write_bytes(data)
            if folder.exists():
                folder.rmdir()
            made.chmod(0o755)
            made.rename(folder)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise OutputError(Finding("output.not_written", shown, {"reason": reason(error)})) from error


def sums_of(files: Mapping[str, bytes]) -> dict[str, str]:
    """What each file was when it was written, so that a later run knows what a person changed."""
    return {
        name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items()) if not name.startswith("source.")
    }
