"""How an edition is to be made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from jxprint.edition.holding import Hold
from jxprint.model import Page
from jxprint.press.asked import UNDRESSED, Press
from jxprint.writers.pdf import PLAIN, Manner
from jxprint.writers.pdf.attachments import Besides


class Wanted(Struct, frozen=True):
    """How an edition is to be made (see make_edition). `besides` makes what its file carries beside the pages, of them
    and of the file of their edition (empty where they are in none). `manner` is that of the profile that is written,
    `press` what the sheets have beside their pages. `placed`: the pages are wanted as composed as well, and stay in
    this process.
    """

    hold: Hold | None = None
    apart: bool = False
    proof: str = ""
    faithful: bool = False
    besides: Callable[[Sequence[Page], str], Besides] | None = None
    manner: Manner = PLAIN
    press: Press = UNDRESSED
    placed: bool = False
