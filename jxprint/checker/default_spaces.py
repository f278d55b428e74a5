"""Plain colours that a page gives another meaning (ISO 32000-1, 8.6.5.6): DefaultGray, DefaultRGB and DefaultCMYK. A
profile says what the same colour is by measure; a spot ink or a function may say that black is white, and not every
program that draws the page asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jxprint.checker.glyphs import Oddity

_DEFAULTS = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")
_BY_MEASURE = ("/ICCBased", "/CalGray", "/CalRGB", "/DeviceGray", "/DeviceRGB", "/DeviceCMYK")
# Entries of an ExtGState that change inks, and what of them changes none.
_TRANSFERS = ("/TR", "/TR2", "/HT", "/BG", "/BG2", "/UCR", "/UCR2")
_PLAIN = ("/Default", "/Identity")
# Forms that are looked at; of a page with more the first ones.
_FORMS = 500


def default_oddities(page: Any, *, in_forms: bool) -> Iterator[Oddity]:
    """Those of a page (pikepdf's dictionary) that are no measure, told once each; of what it places on itself as well
    where `in_forms`. Raises what pikepdf raises of malformed objects.
    """
    told: set[tuple[str, str]] = set()
    waiting, met, left = [page.get("/Resources", {})], set[tuple[int, int]](), _FORMS
    while waiting:
        resources = waiting.pop()
        spaces = resources.get("/ColorSpace", {})
        for key in _DEFAULTS:
            if key in spaces and (family := _family(spaces[key])) not in _BY_MEASURE and (key, family) not in told:
                told.add((key, family))
                yield Oddity("checks.default_space", {"entry": key.lstrip("/"), "family": family.lstrip("/")})
        for form in resources.get("/XObject", {}).values() if in_forms else ():
            if left and form.objgen not in met and "/Resources" in form:
                met.add(form.objgen)
                left -= 1
                waiting.append(form["/Resources"])


def transfer_oddities(page: Any) -> Iterator[Oddity]:
    """Functions of a page's states by which a press turns inks into others (ISO 32000-1, 10.4 and 10.5): screens and
    many readers ask for none of them.
    """
    states = page.get("/Resources", {}).get("/ExtGState", {})
    met = {key for state in states.values() for key in _TRANSFERS if str(state.get(key, "/Default")) not in _PLAIN}
    for key in sorted(met):
        yield Oddity("checks.transfer", {"entry": key.lstrip("/")})


def _family(space: Any) -> str:
    import pikepdf

    return str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
