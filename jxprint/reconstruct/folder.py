"""A reconstruction written as a page's folder that builds at once: page.toml, the copy, the untouched source, notes.

The sheet is made so deep that the page fits: it is composed before it is written, and nothing is written half.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jxprint.composition.making_up import findings_of, make_up
from jxprint.description import read_page
from jxprint.description.evidence import EVIDENCE_FILE
from jxprint.description.house_styles import open_style
from jxprint.errors import DescriptionError, Finding, JxprintError, Place
from jxprint.fonts import Library, open_library
from jxprint.model import Page
from jxprint.reconstruct import Reconstruction
from jxprint.reconstruct.copying import lead_of
from jxprint.reconstruct.evidence_file import CopyJoint, evidence_toml, recipe_of, source_file
from jxprint.reconstruct.kept import Missing
from jxprint.reconstruct.layout import (
    HOUSE_STYLE,
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
from jxprint.reconstruct.proposal import Joint
from jxprint.reconstruct.recipe import STAND_IN
from jxprint.resources import style_file

if TYPE_CHECKING:
    from jxprint.reconstruct.standing import Standing

NOTES_FILE, PAGE_FILE = "notes.md", "page.toml"
_ROUNDS = 8
_PT_PER_MM = 72 / 25.4
# A page of a book is no newspaper's; what is deeper than this is several pages.
_DEEPEST_MM = 3000


def file_names(found: Reconstruction, standing: Standing | None) -> list[str]:
    """The copy files of a page's stories; in a folder that is there, those that they stand in."""
    if standing is not None:
        return standing.names(found.page.stories)
    return [f"{number:02}.txt" for number in range(1, len(found.stories) + 1)]


def layout_of(found: Reconstruction, name: str, standing: Standing | None = None) -> Layout:
    """The layout that a reconstruction asks for."""
    letters, files = letters_of(len(found.stories)), file_names(found, standing)
    named = tuple(
        Named(letter, file, story, restored.paragraphs, restored.span)
        for letter, file, story, restored in zip(letters, files, found.page.stories, found.stories, strict=True)
    )
    layout = Layout(found.page, found.plan, found.measure, named, name, drawn=found.drawn)
    return layout if standing is None else replace(layout, kept=standing.kept)


class PageFiles(Struct, frozen=True):
    """A page's files by name, its model as it is read back, what of the source is in none of its texts, by line, and
    what keeps it from being built: nothing, unless a person changed it.
    """

    files: dict[str, bytes]
    page: Page
    left_out: tuple[tuple[int, str], ...] = ()
    troubles: tuple[Finding, ...] = ()


def ready() -> None:
    """Read the house style and open its faces, which any page is drawn with: both are kept as long as the process
    lives. What is wrong with them is told when a page is drawn.
    """
    file = style_file(HOUSE_STYLE)
    opened = open_style(file, str(file), [])
    if opened is None:
        return
    with suppress(JxprintError):
        library = open_library(opened.style.fonts)
        for role in opened.style.roles.values():
            library.chain(role.face, role.weight)


def page_files(
    found: Reconstruction,
    name: str,
    notes: Callable[[Missing], str],
    library: Library | None = None,
    standing: Standing | None = None,
    place: Path | None = None,
) -> PageFiles:
    """All files of the folder; `notes` makes the notes, given what the page has not. `place` is an empty folder to draw
    it in, which has the page and its copy then. Raises what keeps the page from being built, which no sheet mends.
    """
    layout = layout_of(found, name, standing)
    if place is not None:
        fitted = _fitting_somehow(layout, place, library)
    else:
        import tempfile  # a new folder has no use for it

        with tempfile.TemporaryDirectory(prefix="jxprint-") as scratch:
            folder = Path(scratch) / name
            folder.mkdir()
            if standing is not None:
                standing.copy_to(folder)
            fitted = _fitting_somehow(layout, folder, library)
    files = dict(fitted.files)
    files[EVIDENCE_FILE], left_out = _evidence(found, fitted)
    files[NOTES_FILE] = notes(Missing(fitted.faceless, left_out))
    written = {file: text.encode("utf-8") for file, text in files.items()} | {
        source_file(found.evidence): found.evidence.data
    }
    return PageFiles(written, fitted.page, left_out, fitted.troubles)


def _evidence(found: Reconstruction, fitted: _Fitted) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The text of evidence.toml, and what of the source is in no text of the page."""
    layout, evidence = fitted.layout, found.evidence
    joints = _joints(found, layout)
    if evidence.kind != "dump":
        from jxprint.reconstruct.sources.kept import left_out_of, source_toml

        return source_toml(evidence, joints), tuple(left_out_of(evidence, fitted.page))
    recipe = recipe_of(evidence, fitted.page, joints)
    if layout.kept:
        from jxprint.reconstruct.standing import joints_in_copy

        order = [named.file for named in layout.stories]
        joints = [*joints, *(one for one in joints_in_copy(recipe, layout.kept) if one.copy in order)]
        joints.sort(key=lambda one: (order.index(one.copy), one.paragraph, one.joint.offset))
        recipe = recipe_of(evidence, fitted.page, joints)
    return evidence_toml(recipe), tuple(recipe.left_out())


def _fitting_somehow(layout: Layout, folder: Path, library: Library | None) -> _Fitted:
    """The page as it was measured; where it cannot be drawn so, by the plan that its stories alone ask for."""
    if layout.drawn is None:
        return _fitting(layout, folder, library)
    plain = layout.page.without_furniture()
    for page in (layout.page, plain) if plain != layout.page else (plain,):
        for seen in (layout.drawn, layout.drawn.without_insets()):
            with suppress(JxprintError):
                return _fitting(replace(layout, page=page, drawn=seen), folder, library)
    layout = replace(layout, page=plain)
    own = plans([block for stack in layout.plan.stacks for block in stack.blocks], layout.measure)[0]
    return _fitting(replace(layout, drawn=None, plan=own), folder, library)


def _joints(found: Reconstruction, layout: Layout) -> list[CopyJoint]:
    """The joints by their places in the copy, but for those of files that a person changed."""
    return [
        CopyJoint(named.file, len(lead_of(named.story)) + joint.paragraph + 1, joint)
        for named, restored in zip(layout.stories, found.stories, strict=True)
        for joint in restored.joints
        if _stands(joint, layout.kept.get(named.file), found.evidence.kind)
    ]


def _stands(joint: Joint, kept: bytes | None, kind: str) -> bool:
    """Whether a joint is said of a file: of one that a person changed, a dump says it anew, and any other source as far
    as its words are still there.
    """
    return kept is None or (kind != "dump" and joint.context.replace("|", "").encode("utf-8") in kept)


class _Fitted(Struct, frozen=True):
    """Page and copy on a sheet that has room for them, the characters that 〓 stands for, and what keeps it from being
    built where a person changed it.
    """

    layout: Layout
    page: Page
    files: Mapping[str, str]
    faceless: frozenset[str]
    troubles: tuple[Finding, ...] = ()


def _fitting(layout: Layout, folder: Path, library: Library | None) -> _Fitted:
    """The page on a sheet on which it stands."""
    sheet, faceless = first_sheet(layout), frozenset[str]()
    copy = files_of_copy(layout)
    there: Mapping[str, str] = {}
    for _ in range(_ROUNDS):
        files = {**copy, PAGE_FILE: page_toml(layout, sheet, "zh-CN")}
        if layout.smaller:
            files[OWN_STYLE] = smaller_style(layout.smaller)
        files = {file: _stood_in(text, faceless) for file, text in files.items()}
        _put(folder, {file: text for file, text in files.items() if there.get(file) != text}, layout.kept)
        there = files
        page = read_page(folder)
        if library is None:
            library = open_library(page.style.fonts, base=folder, places=page.style.font_places)
        made = make_up(page, library)
        if made.absent and not faceless:
            faceless = frozenset(str(one.args["char"]) for one in made.absent if "char" in one.args)
            continue
        if PAGE_FILE in layout.kept:  # its make-up is a person's
            return _Fitted(layout, page, files, faceless, (*made.absent, *findings_of(made)))
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
            if (made.absent or findings) and not layout.kept:
                raise DescriptionError(*made.absent, *findings)
            return _Fitted(layout, page, files, faceless, (*made.absent, *findings))
        sheet = _deeper(sheet, over)
        if sheet.height_mm > _DEEPEST_MM:
            break
    raise DescriptionError(Finding("dump.no_sheet", Place(layout.name)))


def _put(folder: Path, files: Mapping[str, str], kept: Mapping[str, bytes]) -> None:
    """Write a page's files, those that a person changed as they left them."""
    for file, text in files.items():
        (folder / file).write_text(text, encoding="utf-8", newline="\n")
    for file, data in kept.items():
        (folder / file).write_bytes(data)


def _stood_in(text: str, faceless: frozenset[str]) -> str:
    """A text with 〓 for each code point that no face has, as compositors set for a sort that is wanting."""
    for one in sorted(faceless, key=len, reverse=True):
        text = text.replace(one, STAND_IN * len(one))
    return text


def _deeper(sheet: Sheet, rows: int) -> Sheet:
    return replace(sheet, height_mm=sheet.height_mm + int(rows * sheet.pitch_pt / _PT_PER_MM) + 1)
