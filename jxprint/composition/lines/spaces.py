"""How far spaces close and open: those of the copy, and the house's own between Han and Latin. Thousandths of an em."""

from __future__ import annotations

from jxprint.composition.lines.pairs import HANGS_ON
from jxprint.composition.lines.setting import Setting
from jxprint.text.classes import SPACE, WIDE

# A space that was typed is content: readers that know words by their gaps (poppler) see it from this width on.
_TYPED = 200.0
# By how much a space may close and open.
Elastic = tuple[float, float]


def elastic(classes: list[int], advance: list[float], setting: Setting) -> tuple[Elastic, dict[int, Elastic]]:
    """What the space between Han and Latin gives and takes, and what spaces of the copy do, by the gap behind each.

    A space typed between Han and Latin is the house's own space there, and the text keeps it (SP4). One before a stop
    closes but never opens.
    """
    limits = setting.justification
    auto = setting.autospace_em * 1000
    autospace = max(0.0, auto - limits.autospace_least_em * 1000), max(0.0, limits.autospace_most_em * 1000 - auto)
    typed: dict[int, Elastic] = {}
    if SPACE not in classes or setting.name_em is not None:
        return autospace, typed
    for k in range(1, len(classes) - 1):
        if classes[k] != SPACE:
            continue
        least, most = limits.word_space_least_em * 1000, limits.word_space_most_em * 1000
        if (classes[k - 1] in WIDE) != (classes[k + 1] in WIDE):
            least, most = _TYPED, limits.autospace_most_em * 1000
            advance[k] = max(auto, _TYPED)
        opens = 0.0 if classes[k + 1] in HANGS_ON else max(0.0, most - advance[k])
        typed[k + 1] = max(0.0, advance[k] - least), opens
    return autospace, typed
