"""What a value of a kept file has to be, as a person is told it: the value itself, one of some, or one of a form."""

from __future__ import annotations

import re

from jxprint.checker.kept.forms import META
from jxprint.checker.kept.forms.values import ANY, COUNT, INTEGER, LANGUAGE, NUMBER, SHA_256, TEXT, TIME
from jxprint.errors import Phrase

# What a person is told of patterns.
_KNOWN = {
    TEXT: "kept.value_text",
    ANY: "kept.value_text",
    ".": "kept.value_character",
    COUNT: "kept.value_count",
    r"\d+": "kept.value_whole",
    INTEGER: "kept.value_number",
    NUMBER: "kept.value_number",
    LANGUAGE: "kept.value_language",
    SHA_256: "kept.value_digest",
    TIME: "kept.value_time",
}
# What a pattern has, and what stands for it in an example, one after the other.
_LIKE = tuple((re.compile(found), like) for found, like in (
    (r"\(\?!(?:[^()]|\([^()]*\))*\)", ""),
    (r"-\?", ""),
    (r"\[1-9\]\\d\*|\[\\d\.\]\+|\[12\]", "1"),
    (r"\\d\{4\}-\\d\\d-\\d\\d", "2026-09-23"),
    (r"\\d\\d:\\d\\d:\\d\\d", "00:00:00"),
    (r"\[0-9A-F\]\{6\}", "00FF00"),
    (r"(\\.|\[[^\[\]]*\]|[^\\()?*])\?", ""),
    (r"\(\?:((?:\\.|[^()\\])*)\)\{3,?\}", r"\1\1\1"),
    (r"\(\?:(?:\\.|[^()\\])*\)[?*]", ""),
    (r"\((?:\?:)?((?:\\.|[^()\\])*)\)\+?", r"\1"),
    (r"\(\?:(?:\\.|[^()\\])*\)[?*]", ""),
    (r" ?\\1$", " 1"),
    (r"\\d\+", "1"),
    (r"(?<!\\)\[[^\[\]]+\][+*]?(?:\{\d+\})?|\\[ws][+*]?|(?<!\\)\.[+*]", "…"),
    (r"\|", " / "),
    (r"\\(.)", r"\1"),
))  # fmt: skip
# An escape that stands for itself, and what may be there or not.
_ESCAPED, _OPTIONAL = re.compile(r"\\[^dws]"), re.compile(r"\(\?:|\)\?|\\s\?")
_SHOWN = 60


def wanted(pattern: str, filled: str) -> object:
    """What a value has to be by a pattern, `filled` with the values that it refers to: as part of a sentence."""
    if pattern in _KNOWN:
        return Phrase(_KNOWN[pattern])
    if META.search(_ESCAPED.sub("", filled.replace("|", ""))):
        return Phrase("kept.value_like", {"like": like(filled)[:_SHOWN]})
    if "|" in filled:
        return Phrase("kept.value_one_of", {"values": tuple(like(filled).split(" / "))})
    return quoted(like(filled))


def quoted(value: str) -> Phrase:
    """A value as it stands in a sentence: between quotes, or that there is none."""
    return Phrase("kept.quoted", {"text": value[:_SHOWN]}) if value.strip() else Phrase("kept.empty")


def like(pattern: str) -> str:
    """An example of what a pattern lets pass, … for what may be anything; with all that may be there where nothing has
    to.
    """
    example = pattern
    for found, stands_for in _LIKE:
        example = found.sub(stands_for, example)
    return example or like(" ".join(_OPTIONAL.sub(" ", pattern).split()))
