"""Colour spaces of inks as the light that some plates leave: a DeviceN space whose tint transform says it (8.6.6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jxprint.preflight.colours import PROCESS, Space

# Direct objects within one another that are carried from file to file.
_DEPTH = 40


def carried(pdf: Any, value: Any, depth: int = 0) -> Any:
    """A value of another file in this one; raises ValueError where it is nested beyond all use."""
    import pikepdf

    if depth > _DEPTH:
        raise ValueError("nested too deep")
    if getattr(value, "is_indirect", False):
        return pdf.copy_foreign(value)
    if isinstance(value, pikepdf.Dictionary):
        return pikepdf.Dictionary({key: carried(pdf, one, depth + 1) for key, one in value.items()})
    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([carried(pdf, one, depth + 1) for one in value])
    return value


def light_space(pdf: Any, space: Space, plates: Sequence[str]) -> Any:
    """What a space's colours leave of the light on each plate; None where its colours are no inks, or lie on none."""
    import pikepdf

    if space.family == "/Indexed" and space.base is not None:
        base = light_space(pdf, space.base, plates)
        return None if base is None else pikepdf.Array([space.array[0], base, *_rest(pdf, space.array)])
    parts = _parts(space, plates)
    if parts is None or all(part is None for part in parts):
        return None
    count = space.components
    # The components are on the stack, the last on top; each plate takes a copy of its own.
    words = []
    for at, part in enumerate(parts):
        if part is None:
            words.append("1")
        else:
            component, is_light = part
            words.append(f"{count - 1 - component + at} index" + ("" if is_light else " 1 exch sub"))
    words += [f"{count + 3} 3 roll", *["pop"] * count]
    function = pdf.make_stream(
        ("{" + " ".join(words) + "}").encode(),
        FunctionType=4,
        Domain=pikepdf.Array([0, 1] * count),
        Range=pikepdf.Array([0, 1] * 3),
    )
    names = [pikepdf.Name(f"/C{at}") for at in range(count)]
    return pikepdf.Array([pikepdf.Name.DeviceN, pikepdf.Array(names), pikepdf.Name.DeviceRGB, function])


def tinted(pdf: Any, shading: Any, space: Space, plates: Sequence[str]) -> Any:
    """A shading (8.7.4.5) as the light that it leaves; None where that is not known."""
    import pikepdf

    found = light_space(pdf, space, plates)
    if found is None:
        return None
    kept = {
        key: carried(pdf, value)
        for key, value in shading.items()
        if key not in ("/ColorSpace", "/Filter", "/DecodeParms", "/Length", "/Background")
    }
    kept["/ColorSpace"] = found
    if isinstance(shading, pikepdf.Stream):
        return pdf.make_stream(shading.read_bytes(), kept)
    return pikepdf.Dictionary(kept)


def _rest(pdf: Any, array: Any) -> list[Any]:
    """The highest index and the table of an Indexed space."""
    return [carried(pdf, one) for one in list(array)[2:4]]


def _parts(space: Space, plates: Sequence[str]) -> list[tuple[int, bool] | None] | None:
    """For each of three plates the component that lies on it, and whether that is light already."""
    found: dict[str, tuple[int, bool]] = {}
    if space.family in ("/Separation", "/DeviceN"):
        for at, name in enumerate(space.names):
            for plate in PROCESS if name == "All" else (name,):
                found[plate] = at, False
    elif space.family in ("/DeviceCMYK", "/ICCBased") and space.components == 4:
        found = {plate: (at, False) for at, plate in enumerate(PROCESS)}
    elif space.components == 1:
        found = {PROCESS[3]: (0, True)}
    else:
        return None
    return [found.get(plate) for plate in (*plates, "", "")[:3]]
