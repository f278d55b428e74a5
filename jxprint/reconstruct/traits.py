"""What can be said of each unit before anything is known of its role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from jxprint.reconstruct import datelines, furniture
from jxprint.reconstruct.names import NEVER, names_odds
from jxprint.reconstruct.units import Unit, ems
from jxprint.reconstruct.words import joint_price
from jxprint.text.datelines import dateline_length
from jxprint.text.simplified import simplified

STOP, ASK, COLON, COMMA, NONE = range(5)
_END_OF = {"。": STOP, "…": STOP, "！": ASK, "？": ASK, "：": COLON, "，": COMMA, "、": COMMA, "；": COMMA, "．": STOP}
_PAUSES, _STOPS = "，；、", "。！？"
_DISPLAY = 64
_PAIRS = ("“”", "《》", "（）", "「」", "『』")
# Spelled out: a class of Han takes long to compile.
_SAID = "|".join(little + verb for little in "就都也还" for verb in "是有在要会能把")
_PROSE = re.compile(
    r"^(?:除了|同样|此外|同时|因此|但是|不过|其中|然而|随后|目前|据悉|据了解|接着|于是|后来|对此|为此|日前|近日|另外|而且)"
    r"|他|她|它|我(?!市|县|省|国|区|州|乡|镇|队|军|科|校|厂|们)|这|那|已经|因为|所以|还有"
    f"|{_SAID}|了，|了一|着，|着一|说，|表示，|介绍，|的，|的一|的是"
    r"|之后|以后|等等|正在|可以|如果|虽然|只是|并且|以及"
)


class Traits(Struct):
    """A unit's traits; `text` is the unit's, simplified. `end` is how it ends; counts of pauses and stops inside leave
    the last mark out. `joint` is what a joint in words with the unit before costs, where that one
    ended without an end mark (else 0), `open` whether it did. `prose` counts words that headlines do
    without; `unpaired`: quotes or brackets that open or close without the other one.
    """

    text: str
    width: float
    end: int
    pauses: int
    stops: int
    names: float
    credit: bool
    dateline: int
    ends_named: int
    jump_to: int
    jump_from: int
    folio: float
    note: float
    masthead: float
    caption: float
    item: bool
    numbered: bool
    cells: int
    spoken: bool
    indent: float
    gap: int
    large: float
    glued: bool
    dash: bool
    blank: bool
    prose: float
    unpaired: bool
    open: bool = False
    joint: float = 0.0


def traits_of(units: Sequence[Unit]) -> list[Traits]:
    """The traits of all units in order."""
    body = _body_size(units)
    found: list[Traits] = []
    for unit in units:
        here = _traits(unit, body)
        if found and found[-1].end in (NONE, COMMA) and not found[-1].glued:
            here.open = True
            before = units[len(found) - 1].text
            here.joint = joint_price(before, unit.text) if len(before) > 6 else 0.0
        found.append(here)
    return found


def _body_size(units: Sequence[Unit]) -> float:
    """The size (points) that most characters are set in; 0 where sizes are not known."""
    sizes: dict[float, int] = {}
    for unit in units:
        if unit.size:
            sizes[unit.size] = sizes.get(unit.size, 0) + len(unit.text)
    return max(sizes, key=lambda size: (sizes[size], size)) if sizes else 0.0


def _traits(unit: Unit, body: float) -> Traits:
    text = unit.text
    short = len(text) <= _DISPLAY
    bare = text.rstrip("”’」』）】》)")
    end = _END_OF.get(bare[-1:], NONE)
    if end in (COLON, COMMA) and len(bare) < len(text):
        end = NONE
    inside = bare[:-1]
    dateline = dateline_length(text)
    return Traits(
        text=simplified(text),
        width=ems(text),
        end=end,
        pauses=sum(map(inside.count, _PAUSES)),
        stops=sum(map(inside.count, _STOPS)),
        names=names_odds(text) if short and not unit.credit and not dateline else NEVER,
        credit=unit.credit,
        dateline=dateline,
        ends_named=datelines.end_names(text),
        jump_to=datelines.jump_to(text),
        jump_from=datelines.jump_from(text),
        folio=furniture.folio_odds(text),
        note=furniture.note_odds(text),
        masthead=furniture.masthead_odds(text),
        caption=furniture.caption_odds(text),
        item=furniture.is_item(text),
        numbered=furniture.is_numbered_subhead(text),
        cells=furniture.cells(text) if len(text) <= 120 else 0,
        spoken=furniture.is_spoken(text),
        indent=unit.indent,
        gap=min(unit.gap, 2),
        large=(unit.size / body) if unit.size and body else 0.0,
        glued=unit.glued,
        dash=text[:1] in "—─-",
        blank=any(char.isspace() for char in text) if short else False,
        prose=len(_PROSE.findall(text)) if short else 0.0,
        unpaired=short and any(text.count(pair[0]) != text.count(pair[1]) for pair in _PAIRS),
    )
