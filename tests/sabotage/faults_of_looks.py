"""How text looks: turned, mirrored, slanted, of another size, set upon itself."""

from __future__ import annotations

from faults_of_hiding import UNSEEN, before, piece_of, sized
from spoiling import Opened, kind


@kind("tiny size", "too_small", *UNSEEN)
def tiny(file: Opened) -> bool:
    """One point, which nobody can read."""
    return sized(file, file.random.choice((0.6, 1.0, 1.5)))


@kind("type too large", "overlapping", "out_of_frame", *UNSEEN)
def large(file: Opened) -> bool:
    """Twice the size at the same pens: characters stand in each other."""
    return sized(file, 0, 2.0)


@kind("text mirrored", "turned", "out_of_frame")
def mirrored(file: Opened) -> bool:
    """As in a looking-glass, in its own frame."""
    return _turned(file, -1, 1)


@kind("text upside down", "turned", "out_of_frame")
def upside_down(file: Opened) -> bool:
    """In its own frame."""
    return _turned(file, -1, -1)


def _turned(file: Opened, across: int, up: int) -> bool:
    mcid = piece_of(file, 3)
    if mcid is None:
        return False
    left, low, right, high = file.box(mcid) or (0, 0, 0, 0)
    right_by, up_by = (left + right if across < 0 else 0), (low + high if up < 0 else 0)
    file.frame(mcid, f"{across} 0 0 {up} {right_by:.3f} {up_by:.3f} cm")
    return True


@kind("glyphs turned where they stand", "turned")
def turned_each(file: Opened) -> bool:
    """One string upside down about its own middle: all pens are inside the frame."""
    strings = [one for one in file.shown(2) if one.mcid is not None and one.item is None and one.font.startswith("/F")]
    one = file.choose(one for one in strings if file.said(one).strip())
    if one is None:
        return False
    file.ops[one.at + 1 : one.at + 1] = []
    first = next(at for at in range(one.at, -1, -1) if file.ops[at].operator == "BT")
    x = y = 0.0
    for each in file.ops[first : one.at]:
        if each.operator == "Td":
            x, y = x + float(each.operands[0]), y + float(each.operands[1])
    file.insert(one.at + 1, f"1 0 0 1 {x:.3f} {y:.3f} Tm")
    size = next(float(each.operands[1]) for each in reversed(file.ops[: one.at]) if each.operator == "Tf")
    wide = size * len(file.codes(one))
    file.insert(one.at, f"-1 0 0 -1 {x + wide:.3f} {y + 0.76 * size:.3f} Tm")
    return True


@kind("text slanted", "turned", "stretched")
def slanted(file: Opened) -> bool:
    """A face that is none: slanted by the matrix."""
    mcid = piece_of(file, 3)
    if mcid is None:
        return False
    _, low, _, _ = file.box(mcid) or (0, 0, 0, 0)
    file.frame(mcid, f"1 0 .3 1 {-0.3 * low:.3f} 0 cm")
    return True


@kind("text stretched", "stretched")
def stretched(file: Opened) -> bool:
    """Set at seven tenths of its width."""
    return before(file, "70 Tz")


@kind("characters on one spot", "overlapping")
def piled(file: Opened) -> bool:
    """Character spacing takes back what the widths move."""
    strings = [one for one in file.shown(3) if one.mcid is not None and one.font.startswith("/F")]
    one = file.choose(one for one in strings if file.said(one).strip())
    if one is None:
        return False
    size = next(float(each.operands[1]) for each in reversed(file.ops[: one.at]) if each.operator == "Tf")
    file.insert(one.at + 1, "0 Tc")
    file.insert(one.at, f"{-0.97 * size:.3f} Tc")
    return True


@kind("lines on one another", "overlapping")
def collapsed(file: Opened) -> bool:
    """A line stands on the one before it."""
    moves = []
    for first, last in file.pieces().values():
        downs = [at for at in range(first, last) if file.ops[at].operator == "Td"]
        moves += [
            at for at in downs[1:] if float(file.ops[at].operands[0]) == 0 and float(file.ops[at].operands[1]) < -9
        ]
    at = file.choose(moves)
    if at is None:
        return False
    file.ops[at].operands = [0, -1]
    return True


@kind("digit raised", "raised", "lowered")
def raised(file: Opened) -> bool:
    """10² of 102, or a subscript: as large as it was, or smaller; on pages without a vertical line."""
    if any(getattr(part, key, "") == "vertical" for part in file.page.parts for key in ("writing", "head")):
        return False
    places = [(one, at) for one, at in file.strings_with(str.isdigit) if at > 0 and one.item is None and one.mcid]
    place = file.choose(places)
    if place is None:
        return False
    one, at = place
    size = next(float(each.operands[1]) for each in reversed(file.ops[: one.at]) if each.operator == "Tf")
    codes, rise = file.codes(one), file.random.choice((0.3, 0.4, -0.15)) * size
    smaller = size * file.random.choice((0.6, 1.0))
    strings = ["".join(f"{code:04X}" for code in part) for part in (codes[:at], codes[at : at + 1], codes[at + 1 :])]
    shown = f"<{strings[0]}> Tj {rise:.2f} Ts {one.font} {smaller:.2f} Tf <{strings[1]}> Tj"
    file.ops.pop(one.at)
    file.insert(one.at, f"{shown} 0 Ts {one.font} {size:.2f} Tf <{strings[2]}> Tj")
    return True
