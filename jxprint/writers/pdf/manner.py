"""How a file is written, as data: the row of the profile and the press's inks. The writer asks nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from jxprint.profile import USUAL, Profile

if TYPE_CHECKING:
    from jxprint.colour import OutputProfile


class Manner(Struct, frozen=True):
    """A profile, and the press that its inks are meant for (None where the file names none)."""

    profile: Profile = USUAL
    press: OutputProfile | None = None


PLAIN = Manner()
