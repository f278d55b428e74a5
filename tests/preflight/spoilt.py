"""Sound files spoilt at random: bytes that change, and values of the wrong kind at any place of an object."""

from __future__ import annotations

import random
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from sound_files import KINDS, saved, sound

_VALUES: tuple[Any, ...] = (
    0, -1, 10**9, 1.5, True, None, Name.Foo, String("x"), Array(), Array([1, Name.A]), Dictionary(),
    Dictionary(S=Name.P),
)  # fmt: skip


def spoilt_bytes(seed: int) -> tuple[str, bytes]:
    """A kind, and a file of it with some bytes changed, cut out or doubled."""
    chance = random.Random(seed)
    kind = chance.choice(list(KINDS))
    data = bytearray(sound(kind))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data))
        match chance.randrange(3):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randint(1, 40)]
            case _:
                data[at:at] = data[at : at + chance.randint(1, 40)]
    return kind, bytes(data)


def spoilt_objects(seed: int) -> tuple[str, bytes]:
    """A kind, and a file of it in which some values are others."""
    chance = random.Random(seed)
    kind = chance.choice(list(KINDS))
    with pikepdf.open(BytesIO(sound(kind))) as pdf:
        holders = [one for one in pdf.objects if isinstance(one, (pikepdf.Dictionary, pikepdf.Array, pikepdf.Stream))]
        for _ in range(chance.randint(1, 3)):
            _spoil(chance.choice(holders), chance)
        try:
            return kind, saved(pdf, kind)
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
            return kind, sound(kind)  # what cannot be written is nobody's file


def _spoil(holder: Any, chance: random.Random) -> None:
    for _ in range(chance.randint(0, 3)):
        inner = [one for one in _values(holder) if isinstance(one, (pikepdf.Dictionary, pikepdf.Array))]
        if not inner:
            break
        holder = chance.choice(inner)
    value = chance.choice(_VALUES)
    if isinstance(holder, pikepdf.Array):
        if len(holder):
            holder[chance.randrange(len(holder))] = value
        return
    keys = [key for key in holder.keys() if key not in ("/Length", "/Filter")]  # noqa: SIM118  pikepdf's has no iterator
    if keys and value is not None:
        holder[chance.choice(keys)] = value
    elif keys:
        del holder[chance.choice(keys)]


def _values(holder: Any) -> list[Any]:
    return list(holder) if isinstance(holder, pikepdf.Array) else list(holder.values())
