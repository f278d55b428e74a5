"""Signs (迹象) of each unit: names of what is so of it and of its neighbours, each of which the table of weights
(`weights`) has a price for under every role.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from jxprint.reconstruct.alike import alike_signs
from jxprint.reconstruct.cohesion import cohesion_signs
from jxprint.reconstruct.fellows import fellow_signs
from jxprint.reconstruct.kin import kin_signs
from jxprint.reconstruct.own_signs import INDENTED, NAMES, SHORT_EM, WEAK, forms_of, own_signs, shapes, words_of_trade
from jxprint.reconstruct.retold import retold_signs
from jxprint.reconstruct.speech import speech_signs
from jxprint.reconstruct.traits import ASK, COLON, COMMA, NONE, STOP, Traits

_COARSE = (4.4, 8.4, 13.4, 19.4, 28.4, 60)
_SURELY = 1.5
_DISPLAY_EM, _STOPPED_EM = 30, 18
_FAR = 4
# Shares of a page's other lines of heads that blank lines part.
_PARTED = (0.1, 0.35, 0.65, 0.9)
_QUOTES = "“「《"
_UNITS = "分月日年时元个人名％%度岁米万亿多余点号届次件家户吨公"


def signs_of(traits: Sequence[Traits]) -> list[list[str]]:
    """The signs of all units in order."""
    shown = [_is_shown(one) for one in traits]
    before, after = _befores(traits, shown), _afters(traits, shown)
    led = _led(after, shown)
    page = [*_page(traits), *led]
    forms = [forms_of(one) for one in traits]
    last = len(traits) - 1
    tops = _tops(shown)
    alike = alike_signs(traits, shown)
    speech = speech_signs(traits, shown)
    cohesion = cohesion_signs(traits, shown)
    fellows = fellow_signs(traits, shown)
    kin = kin_signs(traits, shown)
    retold = retold_signs(traits, shown)
    found: list[list[str]] = []
    for at, one in enumerate(traits):
        here = [*page, *alike[at], *speech[at], *cohesion[at], *fellows[at], *own_signs(one), *words_of_trade(one)]
        here += forms[at]
        here += kin[at]
        here += retold[at]
        here += (before[at], after[at], before[at] + after[at], *(after[at] + one for one in led))
        if tops[at]:
            here += (tops[at], f"{tops[at]}{led[0]}", f"{tops[at]}{after[at]}")
        if "page-inset" in page and one.indent < INDENTED:
            here.append("flush" if one.width < SHORT_EM else "flush-long")
        if one.names > 0.1:
            here.append(f"named-{before[at]}")
        here.append(f"at{min(at, _FAR)}" if at < _FAR else "last" if at == last else "within")
        _near(here, traits, shown, (at, at - 1, "p"), forms)
        _near(here, traits, shown, (at, at + 1, "n"), forms)
        if shown[at]:
            here += _in_head(traits, shown, at, before[at] + after[at], cohesion[at])
        found.append(here)
    return found


def _in_head(
    traits: Sequence[Traits], shown: Sequence[bool], at: int, place: str, cohesion: Sequence[str]
) -> list[str]:
    """What a short line is like in its place among those around it: what says headline of a second line may say kicker
    of a first one.
    """
    place = place.replace("o", "t").replace("k", "t")  # whatever text stands before
    one = traits[at]
    found = [f"{place}:w{bisect_right(_COARSE, one.width)}", f"{place}:{cohesion[2]}"]
    if at and shown[at - 1]:
        found.append(f"{place}:{_likeness(one, traits[at - 1], 'p')}")
    if at + 1 < len(traits) and shown[at + 1]:
        found.append(f"{place}:{_likeness(one, traits[at + 1], 'n')}")
    return found


def _near(
    found: list[str],
    traits: Sequence[Traits],
    shown: Sequence[bool],
    places: tuple[int, int, str],
    forms: Sequence[Sequence[str]],
) -> None:
    """What a unit's neighbour on one side is like; of a short line also how that begins and, if it is short, ends."""
    at, near, side = places
    if not 0 <= near < len(traits):
        return
    one, other = traits[at], traits[near]
    _beside(found, one, other, side)
    if shown[at]:
        found += (f"{side}-{form}" for form in forms[near])
        if other.text[0] in _QUOTES:
            found.append(f"{side}-quote")
    if shown[at] and shown[near]:
        found.append(_likeness(one, other, side))
    if shown[at] and shown[near] and near < at:
        found += (f"{side}-{name}" for name in shapes(other.text))


def _tops(shown: Sequence[bool]) -> list[str]:
    """Which units stand over the first text of the page, and which are that text."""
    found: list[str] = []
    texts = False
    for at, one in enumerate(shown):
        if one and texts:
            return found + [""] * (len(shown) - at)
        texts = texts or not one
        found.append("top-text" if texts else "top")
    return found


def _page(traits: Sequence[Traits]) -> list[str]:
    """What is so of the whole page: how many lines are surely names, and how many texts open with a dateline."""
    texts = sum(1 for one in traits if one.width > SHORT_EM) + 1
    bylines = sum(1 for one in traits if one.names > _SURELY)
    datelines = sum(1 for one in traits if one.dateline)
    closed = sum(1 for one in traits if one.ends_named > 0)
    shares = (bylines / texts, datelines / texts, closed / texts)
    long = [one for one in traits if one.width >= SHORT_EM and not one.glued]
    inset = sum(1 for one in long if one.indent >= INDENTED)
    found = [f"{name}{_share(share)}" for name, share in zip(("page-by", "page-dl", "page-en"), shares, strict=True)]
    return [*found, "page-inset"] if inset > 0.4 * len(long) else found


def _led(after: Sequence[str], shown: Sequence[bool]) -> list[str]:
    """How many of the page's short lines lead to names, and how many to datelines."""
    closed = [after[at][-1] for at, one in enumerate(shown) if one and not (at and shown[at - 1])]
    runs = len(closed) + 1
    return [f"led-{kind}{bisect_right((0.001, 0.25, 0.6), closed.count(kind) / runs)}" for kind in "bd"]


def _share(share: float) -> int:
    return bisect_right((0.001, 0.06, 0.15), share)


def _is_shown(one: Traits) -> bool:
    """Whether a unit may be a line of display type or of names: short, and no sentence."""
    if one.credit or one.folio > 0 or (one.dateline and one.width > _STOPPED_EM) or one.pauses > 2 or one.stops > 1:
        return False
    return one.width <= (_STOPPED_EM if one.end == STOP else _DISPLAY_EM) and one.end != COMMA


def _landmark(one: Traits, is_shown: bool) -> str:
    """What a unit between heads is, where it is no text: names, a credit, a folio."""
    return "b" if is_shown else "c" if one.credit else "f" if one.folio > 0 else ""


def _befores(traits: Sequence[Traits], shown: Sequence[bool]) -> list[str]:
    """How many short lines stand right before each unit, and what stands before those."""
    found: list[str] = []
    count, opened = 0, "s"
    for at, one in enumerate(traits):
        found.append(f"i{min(count, _FAR)}{opened}")
        if shown[at] and one.names <= _SURELY:
            count += 1
            continue
        count = 0
        opened = _landmark(one, shown[at]) or ("o" if one.end in (NONE, COMMA) else "t" if one.end != COLON else "k")
    return found


def _afters(traits: Sequence[Traits], shown: Sequence[bool]) -> list[str]:
    """How many short lines stand from each unit on to the names or the text that they lead to, and what that is."""
    found: list[str] = []
    count, closed = 0, "e"
    for at in range(len(traits) - 1, -1, -1):
        one = traits[at]
        found.append(f"r{min(count, _FAR)}{closed}")
        if shown[at] and one.names <= _SURELY:
            count += 1
            continue
        count = 0
        closed = _landmark(one, shown[at]) or ("d" if one.dateline else "i" if one.item else "t")
    return found[::-1]


def _beside(found: list[str], one: Traits, other: Traits, side: str) -> None:
    """What a neighbour is like."""
    width = bisect_right(_COARSE, other.width)
    own = bisect_right(_COARSE, one.width)
    found += (f"{side}w{width}", f"{side}w{width}-{own}", f"{side}e{other.end}{own}")
    if other.names > 0.1:
        found.append(f"{side}names{bisect_right(NAMES, other.names)}")
    if other.dateline:
        found.append(f"{side}dateline")
    if other.credit:
        found.append(f"{side}credit")
    if other.caption > 2:
        found.append(f"{side}caption")
    if other.dash:
        found.append(f"{side}dash")


def _likeness(one: Traits, other: Traits, side: str) -> str:
    """How much wider a short line is than a short neighbour."""
    wider = bisect_right((-6.5, -2.5, -0.6, 0.6, 2.5, 6.5), one.width - other.width)
    return f"{side}wider{wider}"


def steps_of(traits: Sequence[Traits]) -> list[tuple[str, str]]:
    """Between each unit and the one before: what blank lines say, and what the end of the one before says. Between
    two lines of a head it also counts whether the page parts other such lines.
    """
    gaps = [one.gap for one in traits[1:] if not one.glued]
    usual = max(range(3), key=gaps.count) if gaps else 0
    flat = not gaps or gaps.count(usual) >= 0.97 * len(gaps)
    pairs = set[int]() if flat else _pairs(traits)
    wide = sum(traits[at].gap > 0 for at in pairs)
    found = []
    for at, one in enumerate(traits):
        gap = "glued" if one.glued else "flat" if flat or not at else f"gap{usual}{one.gap}"
        if at in pairs and len(pairs) > 1:
            share = (wide - (one.gap > 0)) / (len(pairs) - 1)
            gap += f"-{bisect_right(_PARTED, share)}"
        found.append((gap, _open(traits[at - 1], one) if at else "first"))
    return found


def _pairs(traits: Sequence[Traits]) -> set[int]:
    """The short lines that follow a short line, both no names: how a page parts the lines of its heads."""
    shown = [_is_shown(one) and one.names <= _SURELY for one in traits]
    return {at for at in range(1, len(traits)) if shown[at - 1] and shown[at] and not traits[at].glued}


def _open(before: Traits, here: Traits) -> str:
    """Whether the unit before stays open, and whether words are parted there."""
    if before.ends_named > 0 or before.jump_to > 0:
        return "closed"
    if before.end in (STOP, ASK) or before.credit:
        return "ended"
    if before.end == COLON:
        return "colon"
    if here.text[0] in WEAK and here.text[0] not in "过地得":
        return "cut"
    if (before.text[-1].isdigit() and here.text[0] in _UNITS) or (before.unpaired and here.unpaired):
        return "cut"
    if before.end == COMMA:
        return "comma"
    return "parted" if here.joint > 2.5 else "open" if before.width > 16 else "short"
