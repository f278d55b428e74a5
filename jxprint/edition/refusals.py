"""What pages refuse, told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from jxprint.edition.how import How
from jxprint.errors import Finding, FontError, JxprintError, MakeupError, Place, ProfileError
from jxprint.fonts import Library, open_library
from jxprint.model import Page, Picture
from jxprint.placed import PlacedPage
from jxprint.profile import USUAL, Profile


def refuse_errors(findings: Sequence[Finding], proof: str) -> tuple[Finding, ...]:
    """What the night desk says. Raises MakeupError where something of it is an error; a proof is made to look at errors
    and has them as warnings.
    """
    if not proof and any(finding.severity == "error" for finding in findings):
        raise MakeupError(*findings)
    return tuple(replace(one, severity="warning") if one.severity == "error" else one for one in findings)


def refuse_unmet(page: Page, placed: PlacedPage, how: How, library: Library) -> tuple[Finding, ...]:
    """What the profile lacks in a page, set in faces of the library. Raises ProfileError where the page cannot be
    written in it.
    """
    profile, icc = how.profile, how.icc
    if profile is USUAL:
        return ()
    from jxprint.colour.paints import press_inks  # a page for everybody meets no demands
    from jxprint.profile.demands import unmet

    told = unmet(
        placed,
        profile,
        lambda face, glyph: library.face(face).outline(glyph),
        (lambda colour: press_inks(colour, icc)) if icc else None,
    )
    found = _placed(page, told)
    if any(one.severity == "error" for one in found):
        raise ProfileError(*found)
    return found


def of_pictures(page: Page, placed: PlacedPage, profile: Profile) -> tuple[Finding, ...]:
    """What is done with pictures whose files keep their pixels as no page does."""
    from jxprint.profile.pictures import pictures_told

    return _placed(page, pictures_told(placed, profile))


def _placed(page: Page, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(one, place=part_place(page, one.place.part)) for one in findings)


def at_parts(pages: Sequence[Page], notes: Sequence[Finding]) -> Iterator[Finding]:
    """What was told of picture files, with the place of the first part that shows each."""
    if not notes:
        return
    shown: dict[str, Place] = {}
    for page in pages:
        for part in page.parts:
            shots = part.shots if isinstance(part, Picture) else (part,)
            files = {str(getattr(shot, "file", None) or "") for shot in shots} - {""}
            for file in files:
                shown.setdefault(file, replace(part.place, part=part.letter))
    for one in notes:
        yield replace(one, place=shown.get(str(one.place.file), one.place))


# Rules of the night desk, and what a profile says of the same thing.
_PIXELS = {"low_resolution": "profile.coarse", "fine_picture": "profile.fine"}


def not_again(findings: Sequence[Finding], unmet: Sequence[Finding]) -> list[Finding]:
    """What the night desk says without that which a profile has said of the same part, which it knows better; what
    its house forbids stays.
    """
    told = {(one.key, one.place.part) for one in unmet}

    def is_told(one: Finding) -> bool:
        return (_PIXELS.get(one.key.removeprefix("makeup.")), one.args.get("one")) in told

    return [one for one in findings if one.severity == "error" or not is_told(one)]


def part_place(page: Page, letter: str | None) -> Place:
    """Where the part of a page with some letter is described; the page's file where there is none."""
    for part in page.parts:
        if part.letter == letter:
            return replace(part.place, part=letter)
    return Place(file=page.file or None, part=letter)


def beside_unmet(refusals: Sequence[JxprintError], notes: Sequence[Finding]) -> list[JxprintError]:
    """What has to be told beside what a profile lacks: a picture's file may have said it, and could not be read."""
    damaged = [one for one in notes if one.key == "page.picture_words_damaged"]
    is_unmet = any(isinstance(refusal, ProfileError) for refusal in refusals)
    return [ProfileError(*damaged)] if damaged and is_unmet else []


def of_faces(refusals: Sequence[JxprintError], base: Path) -> list[JxprintError]:
    """What is wrong with the faces of pages whose description is refused, and with the characters of what was read of
    them; font files are named from `base`. A character that was told with its place is not told again.
    """
    from jxprint.composition.faces import characters_by_face  # a page that is sound is measured, and tells it then
    from jxprint.description.sketches import PageRefused

    found: list[JxprintError] = []
    for one in refusals:
        page = one.page if isinstance(one, PageRefused) else None
        if page is None:
            continue
        told = {_spot(finding) for finding in one.findings}
        try:
            characters_by_face(page, open_library(page.style.fonts, base=base, places=page.style.font_places))
        except FontError as refusal:
            found += [FontError(finding) for finding in refusal.findings if _spot(finding) not in told]
    return found


def _spot(finding: Finding) -> tuple[str | None, int | None, int | None]:
    return finding.place.file, finding.place.line, finding.place.column


def raise_all(refusals: list[JxprintError]) -> None:
    """One error with the findings of all pages, of the class that stands first in the table of exit codes."""
    if refusals:
        from jxprint.description.editions import told_once  # a page that is made refuses nothing

        findings = told_once(finding for refusal in refusals for finding in refusal.findings)
        worst = min(refusals, key=lambda refusal: refusal.exit_code)
        raise type(worst)(*findings) from worst
