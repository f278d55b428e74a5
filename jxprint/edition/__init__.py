"""An edition: page folders in, one PDF out, the work shared between two processes where it is worth their start.

Pages are independent but for one thing, the numbering of glyphs, which is frozen once all pages are composed. So each
process composes its share and counts its glyphs; one numbers them; each writes its pages; one puts them together.
The bytes do not depend on how many processes there were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from jxprint.description.orders import Orders
from jxprint.edition.composed import Composed
from jxprint.edition.dealing import Begun, half_of, ordered
from jxprint.edition.holding import Hold, printed_before
from jxprint.edition.how import How
from jxprint.edition.publishing import published_of
from jxprint.edition.refusals import at_parts, raise_all, refuse_errors
from jxprint.edition.share import Share
from jxprint.edition.wanted import Wanted
from jxprint.errors import Finding, JxprintError, MakeupError, UsageError
from jxprint.fonts import open_library
from jxprint.geometry import Rect
from jxprint.model import Page
from jxprint.writers.pdf import Deflater, PdfWriter, WrittenPage, merge
from jxprint.writers.pdf.attachments import NOTHING

if TYPE_CHECKING:
    from jxprint.edition.elsewhere import Elsewhere
    from jxprint.edition.joints import PageJoints
    from jxprint.edition.moved import MovedPage
    from jxprint.placed import PlacedPage
    from jxprint.preflight.report import PageInk
    from jxprint.press.plan import Side

__all__ = ["Doing", "Edition", "Hold", "Wanted", "made", "make_edition", "printed_before"]

# Told with the number of the page begun and how many there are.
Doing = Callable[[str, int, int], None]


class Edition(Struct, frozen=True):
    """A finished file in memory (a PDF unless a view was asked for); `pages` are the models it was made from, `notes`
    what a reader should be told, `moved` what moved on each page of a late correction. `title` and `file` are those of
    its edition.toml. Where every page is a file of its own, `apart` has them in order and `pdf` is empty.
    `overset` is what a proof shows that has no room on its page, `regions` where: pages (from 0) and frames on them.
    `joints` tell of each page that was set faithfully, `sides` which pages stand on each page of the file where two do;
    `placed` are its pages as composed, where those were wanted; `frames` where the parts of each stand. `inks` tell the
    most ink of each page, where the file was held against its profile.
    """

    pdf: bytes
    pages: tuple[Page, ...]
    notes: tuple[Finding, ...]
    moved: tuple[MovedPage, ...] = ()
    title: str | None = None
    file: str = ""
    apart: tuple[bytes, ...] = ()
    overset: tuple[Finding, ...] = ()
    regions: tuple[tuple[int, Rect], ...] = ()
    joints: tuple[PageJoints, ...] = ()
    sides: tuple[Side, ...] = ()
    placed: tuple[PlacedPage, ...] = ()
    frames: tuple[Mapping[str, Rect], ...] = ()
    inks: tuple[PageInk, ...] = ()


def make_edition(
    folders: Sequence[Path],
    doing: Doing | None = None,
    *,
    processes: int | None = None,
    hold: Hold | None = None,
    apart: bool = False,
    proof: str = "",
    faithful: bool = False,
) -> Edition:
    """Read, compose and write the pages of some folders, or of an edition's folder, in order; with `hold` they change
    as little as they can, `apart` makes every page a file of its own. They are written as proofs where `proof` names
    the language of those. With `faithful` legs end at the joints of the pages' evidence.

    Raises JxprintError with the findings of all pages, of the class that stands first in the table of exit codes.
    """
    return made(folders, doing, Wanted(hold, apart, proof, faithful), processes)


def made(
    folders: Sequence[Path],
    doing: Doing | None = None,
    wanted: Wanted | None = None,
    processes: int | None = None,
    begun: Begun | None = None,
) -> Edition:
    """What make_edition makes, of what is `wanted`; `begun` may have its pages read already."""
    wanted = wanted or Wanted()
    told = doing or (lambda key, number, of: None)
    orders, read = ordered(folders, begun)
    pages, base = orders.pages, orders.pages[0].folder
    held = printed_before(wanted.hold, len(pages)) if wanted.hold is not None else ()
    sides: tuple[Side, ...] = ()
    if wanted.press.impose:
        from jxprint.edition.sheets import sides_wanted  # few pages share a sheet

        sides = sides_wanted(orders, wanted.press)
    half = len(pages) if wanted.apart or sides or wanted.placed else half_of(orders, processes)
    how = _how(wanted, orders.title)
    own = Share(pages[:half], base, held[:half], numbers=orders.numbers, how=how, read=read)
    if wanted.apart:
        return _apart(orders, own, told, wanted)
    other = None
    if half < len(pages):
        from jxprint.edition.elsewhere import Elsewhere  # costs a single page 9 ms that it has no use for

        other = Elsewhere(pages[half:], base, held[half:], half + 1, orders.numbers, how)
    try:
        composed, across = _composed(orders, own, other, told, wanted.proof)
        if sides:
            across += own.impose(composed[0].pages, sides)
        told("command.doing.write", 1, 1)
        pdf, told_of = _written(own, other, composed, orders, wanted)
    finally:
        if other is not None:
            other.end()
    edition = replace(_edition(orders, pdf, composed, (*across, *told_of)), sides=sides)
    return replace(edition, placed=own.placed) if wanted.placed else edition


def _how(wanted: Wanted, title: str | None) -> How:
    manner = wanted.manner
    icc = manner.press.data if manner.press is not None and manner.profile.colour == "press" else b""
    return How(wanted.proof, wanted.faithful, manner.profile, wanted.press, title, wanted.apart, icc)


def _written(
    own: Share, other: Elsewhere | None, composed: Sequence[Composed], orders: Orders, wanted: Wanted
) -> tuple[bytes, tuple[Finding, ...]]:
    """Both shares in one file, and what was told of their pictures."""
    besides = NOTHING
    if wanted.besides is not None:
        besides = wanted.besides([page for part in composed for page in part.pages], orders.file)
    besides = replace(besides, published=published_of(orders))
    writer = PdfWriter(open_library(composed[0].fonts, base=orders.pages[0].folder), wanted.manner)
    with Deflater() as deflater:
        numbering, cuts = writer.number(merge(part.uses for part in composed), deflater)
        if other is not None:
            other.number(numbering)

        def batches() -> Iterator[Iterable[WrittenPage]]:
            yield list(own.write(numbering))
            if other is not None:
                yield other.written()  # while it wrote them, ours were put in

        pdf = writer.assemble(batches(), cuts, deflater, title=orders.title, besides=besides)
    return pdf, writer.notes


def _apart(orders: Orders, share: Share, told: Doing, wanted: Wanted) -> Edition:
    """Every page as a file of its own, with the faces that it needs."""
    composed, across = _composed(orders, share, None, told, wanted.proof)
    told("command.doing.write", 1, 1)
    # A writer each: what one remembers of a page is no use to the next, and its file is what it would be alone.
    writers = [(PdfWriter(share.library, wanted.manner), placed) for placed in share.placed]
    files = tuple(writer.write([placed]) for writer, placed in writers)
    told_of = [note for writer, _ in writers for note in writer.notes]
    return _edition(orders, b"", composed, (*across, *told_of), files)


def _looked_across(orders: Orders, composed: Sequence[Composed], proof: str) -> tuple[Finding, ...]:
    """What the night desk says of the pages of an edition together; raises MakeupError where that is an error and no
    proof is wanted.
    """
    if orders.numbers is None:
        return ()
    from jxprint.edition.inspections import looked_across  # pages that are named one by one are no edition

    pages = [page for part in composed for page in part.pages]
    frames = [each for part in composed for each in part.frames]
    return refuse_errors([one for each in looked_across(pages, orders, frames) for one in each.findings], proof)


def _edition(
    orders: Orders,
    pdf: bytes,
    composed: Sequence[Composed],
    across: tuple[Finding, ...],
    apart: tuple[bytes, ...] = (),
) -> Edition:
    pages = tuple(page for part in composed for page in part.pages)
    return Edition(
        pdf,
        pages=pages,
        notes=(*orders.notes, *(note for part in composed for note in part.notes), *at_parts(pages, across)),
        moved=tuple(page for part in composed for page in part.moved),
        title=orders.title,
        file=orders.file,
        apart=apart,
        overset=tuple(finding for part in composed for finding in part.overset),
        regions=tuple(region for part in composed for region in part.regions),
        joints=tuple(page for part in composed for page in part.joints),
        frames=tuple(page for part in composed for page in part.frames),
    )


def _composed(
    orders: Orders, own: Share, other: Elsewhere | None, told: Doing, proof: str
) -> tuple[list[Composed], tuple[Finding, ...]]:
    """Both shares composed, and what is said of all pages together; what any of that refuses is told together."""
    parts: list[Composed] = []
    refusals: list[JxprintError] = []
    shares: list[Callable[[], Composed]] = [lambda: own.attempt(told, len(orders.pages))]
    if other is not None:
        shares.append(other.composed)
    for compose in shares:
        try:
            parts.append(compose())
        except JxprintError as refusal:
            refusals.append(refusal)
        else:
            refusals += parts[-1].refusals
    if any(part.fonts != parts[0].fonts for part in parts):
        refusals.append(UsageError(Finding("command.fonts_differ")))
    across: tuple[Finding, ...] = ()
    try:
        across = _looked_across(orders, parts, proof)
    except MakeupError as refusal:
        refusals.append(refusal)
    raise_all(refusals)
    return parts, across
