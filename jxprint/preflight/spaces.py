"""Rules of colour spaces (色彩空间): which a press takes, which have a meaning in an archive."""

from __future__ import annotations

from typing import Any

from jxprint.intake.opening import decoded
from jxprint.preflight.colours import Space, is_spot, read_space
from jxprint.preflight.icc import NEWEST, lacking, read_header
from jxprint.preflight.subject import PageSubject
from jxprint.preflight.values import number_of

_CALIBRATED = ("/CalGray", "/CalRGB")
# A device space, its default in the resources, and the profiles that give it a meaning (ISO 19005-2, 6.2.4.3).
_DEVICES = {
    "/DeviceRGB": ("/DefaultRGB", ("RGB",)),
    "/DeviceCMYK": ("/DefaultCMYK", ("CMYK",)),
    "/DeviceGray": ("/DefaultGray", ("RGB", "CMYK", "GRAY")),
}
# ISO 32000-1, annex C: as many colorants as DeviceN may have.
_MOST_COLORANTS = 32
_NAMED, _INKS = ("/Separation", "/DeviceN"), 4
_CLASSES = ("prtr", "mntr", "scnr", "spac")


class Spaces:
    """Asks each space of a file once a page; `archive` is the space of the PDF/A intent's profile."""

    def __init__(self, archive: str) -> None:
        self._archive = archive
        self._asked: set[tuple[int, object]] = set()
        # By the name of a separation: its alternate and tint transform, as they stand.
        self._tints: dict[str, bytes] = {}

    def is_asked(self, page: PageSubject, space: Space) -> bool:
        """Whether a page has nothing more to say of a space."""
        return not space.deepest.family or (page.number, key_of(space)) in self._asked

    def ask(self, page: PageSubject, space: Space, resources: Any, spot: tuple[float, float] | None) -> None:
        """All that is asked of a space."""
        if self.is_asked(page, space):
            return
        self._asked.add((page.number, key_of(space)))
        deep = space.deepest
        family = deep.family
        if family == "/DeviceRGB":
            page.tell("preflight.colour.rgb", spot)
        elif family == "/Lab":
            page.tell("preflight.colour.lab", spot)
        elif family in _CALIBRATED:
            page.tell("preflight.colour.calibrated", spot, space=family.lstrip("/"))
        elif family == "/ICCBased":
            page.tell("preflight.colour.icc_based", spot, components=deep.components)
            _ask_profile(page, deep)
        if family in ("/Lab", "/CalRGB") or (family == "/ICCBased" and deep.components == 3):
            page.tell("preflight.colour.managed", spot, space=family.lstrip("/"))
        if family in _NAMED or deep.components == _INKS:
            page.tell("preflight.colour.inks", spot, name=", ".join(deep.names) or family.lstrip("/"))
        if family in _DEVICES:
            self._ask_meaning(page, family, resources, spot)
        elif family in _NAMED:
            self._ask_named(page, deep, spot)
            if deep.base is not None:
                self.ask_alternate(page, deep.base, resources)

    def ask_alternate(self, page: PageSubject, base: Space, resources: Any) -> None:
        """What stands in for named inks."""
        if base.family not in ("/DeviceCMYK", "/DeviceGray"):
            page.tell("preflight.colour.alternate", None, space=base.family.lstrip("/"))
        if base.family in _DEVICES:
            self._ask_meaning(page, base.family, resources, None)

    def _ask_meaning(self, page: PageSubject, family: str, resources: Any, spot: tuple[float, float] | None) -> None:
        default, spaces = _DEVICES[family]
        named = resources.get("/ColorSpace", {}) if resources is not None else {}
        if self._archive not in spaces and default not in named:
            page.tell("preflight.colour.no_intent", spot, name=family.lstrip("/"))

    def _ask_named(self, page: PageSubject, space: Space, spot: tuple[float, float] | None) -> None:
        for name in filter(is_spot, space.names):
            page.tell("preflight.colour.spot_ink", spot, name=name)
        if space.family == "/Separation":
            meaning = _meaning(space.array)
            if self._tints.setdefault(space.names[0], meaning) != meaning:
                page.tell("preflight.colour.two_values", spot, name=space.names[0])
            return
        if len(space.array[1]) > _MOST_COLORANTS:
            page.tell("preflight.colour.many_colorants", spot, count=len(space.array[1]), most=_MOST_COLORANTS)
        attributes = space.array[4] if len(space.array) > 4 else {}
        colorants = attributes.get("/Colorants", {})
        for name in space.names:
            if is_spot(name) and f"/{name}" not in colorants:
                page.tell("preflight.colour.colorants", spot, name=name)


def key_of(space: Space) -> bytes | str:
    """What tells one space from another."""
    deep = space.deepest
    array = deep.array
    return deep.family if array is None else bytes(array.unparse())


def _meaning(array: Any) -> bytes:
    """What a separation's name stands for: its alternate and its tint transform, as bytes."""
    import pikepdf

    found = [one.unparse(resolved=True) if hasattr(one, "unparse") else str(one).encode() for one in list(array)[2:4]]
    transform = array[3]
    if isinstance(transform, pikepdf.Stream):
        found += [transform.stream_dict.unparse(), transform.read_raw_bytes()]
    return b" ".join(found)


def _ask_profile(page: PageSubject, space: Space) -> None:
    """The stream of an ICCBased space (8.6.5.5)."""
    stream = space.array[1]
    data = decoded(stream, page.subject.name)
    header = read_header(data)
    is_known = header is not None and header.kind in _CLASSES and header.major <= NEWEST
    if header is None or not is_known or header.components != space.components:
        page.tell("preflight.colour.profile", None, name=number_of(stream))
    elif missing := lacking(data):
        page.tell("preflight.colour.profile_tags", None, name=number_of(stream), tags=missing)


def blending_space(group: Any, resources: Any) -> Space:
    """The space in which a transparency group blends (11.6.6)."""
    return read_space(group.get("/CS"), resources)
