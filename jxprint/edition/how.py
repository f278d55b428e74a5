"""What is wanted of the pages of an edition, whichever process makes them."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from jxprint.press.asked import UNDRESSED, Press
from jxprint.profile import USUAL, Profile


class How(Struct, frozen=True):
    """What is wanted of pages: `proof` is the language of proofs (empty: the pages themselves); `faithful`: legs end at
    the joints of the pages' evidence; `profile` is the kind of file that they are for; `press` is what their sheets
    have beside them, `title` what these call their edition; `apart`: each page becomes a file of its own; `icc` is the
    output profile of the press, where the file is for one.
    """

    proof: str = ""
    faithful: bool = False
    profile: Profile = USUAL
    press: Press = UNDRESSED
    title: str | None = None
    apart: bool = False
    icc: bytes = b""

    def reached(self, own: Collection[int], edition: Collection[int] | None) -> Collection[int]:
        """The numbers of the pages that a page of some `own` numbers can lead to in its file."""
        return own if self.apart or edition is None else edition


PLAINLY = How()
