"""`jxprint build --seal`, `--manifest` and `--sign`: what makes a file that can be proved without its folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from jxprint.cli.session import Session
from jxprint.edition.sources import sources
from jxprint.errors import Finding, OutputError, Place, UsageError
from jxprint.intake.kinds import settled
from jxprint.model import Page
from jxprint.profile import USUAL, Profile
from jxprint.seal import Seal, block
from jxprint.seal.keys import private_key
from jxprint.seal.making import attachment_of, refuse_forbidden, seal_of
from jxprint.seal.manifest import manifest_of
from jxprint.writers.files import refuse_replacing
from jxprint.writers.pdf.attachments import NOTHING, Besides


class Sought(Struct, frozen=True):
    """How a build is sealed: within the file, by a manifest beside it, with a key; `unfit`: the pages become files
    each, or proofs, and neither can be proved alone. `profile` is that of the file.
    """

    in_file: bool
    manifest: Path | None
    sign: Path | None
    unfit: bool = False
    profile: Profile = USUAL


class Sealing:
    """What a build does for a seal. Everything that can be refused before pages are made is refused at once."""

    def __init__(self, folders: Sequence[Path], output: str, sought: Sought) -> None:
        self._folders, self._output = tuple(folders), output
        self._in_file, self._manifest, sign = sought.in_file, sought.manifest, sought.sign
        if not self._in_file and self._manifest is None:
            raise UsageError(Finding("seal.nothing_to_sign"))
        if sought.unfit:
            raise UsageError(Finding("seal.one_file"))
        if self._in_file:
            refuse_forbidden(sought.profile, output)
        self._key = None if sign is None else private_key(sign)
        self._sign = sign
        self._seal: Seal | None = None

    def besides(self, pages: Sequence[Page], edition: str) -> Besides:
        """What the file carries."""
        made_from = sources(pages, Path(pages[0].file).parent, edition)
        self._seal = seal_of(pages, self._folders, made_from)
        if not self._in_file:
            return NOTHING
        return Besides((attachment_of(self._seal),), block.PLACEHOLDER)

    def sealed(self, pdf: bytes) -> bytes:
        """The file with its digest and signature."""
        return block.filled(pdf, self._key) if self._in_file else pdf

    def prove(self, session: Session, pdf: bytes) -> None:
        """End the command unless the seal proves its file, as whoever has nothing else will check it: one that does not
        is worse than none.
        """
        if self._in_file:
            from jxprint.cli.check import refuse_unless
            from jxprint.seal.proving import Given, prove

            refuse_unless(session, prove(Given(pdf, self._output)).report)

    def beside(self, pdf: bytes, made_from: Iterable[Path]) -> list[tuple[Path | str, bytes]]:
        """The manifest, and where it belongs. Raises OutputError where it would replace what the page is made from."""
        if self._manifest is None or self._seal is None:
            return []
        keys = [] if self._sign is None else [self._sign]
        refuse_replacing(self._manifest, [*made_from, *keys, Path(self._output)])
        if settled(self._manifest) == settled(self._output):  # neither may be there yet
            args = {"source": self._output}
            raise OutputError(Finding("output.is_source", Place(file=str(self._manifest)), args))
        name = Path(self._output).name
        return [(self._manifest, manifest_of(pdf, name, self._seal, self._key))]
