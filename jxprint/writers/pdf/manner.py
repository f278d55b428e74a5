"""How a file is written, as data: the row of the profile and the press's inks. The writer asks nothing else."""

from __future__ import annotations

from msgspec import Struct

from jxprint.profile import USUAL, Profile


class Manner(Struct, frozen=True):
    """A profile, and the ICC profile of the press that its inks are meant for, with the name that this goes by (both
    empty where the file names no press).
    """

    profile: Profile = USUAL
    icc: bytes = b""
    condition: str = ""


PLAIN = Manner()
