"""The one catalogue of sentences, in plain English and Simplified Chinese (`en`, `zh`).

Each room of the house that tells a person something has a module here with a `MESSAGES` table; they are read only when
the first sentence is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from typing import NamedTuple

from jxprint.errors import Finding, Phrase

ROOMS = (
    "page",
    "copy",
    "fonts",
    "composition",
    "output",
    "checks",
    "report",
    "seal",
    "lint",
    "makeup",
    "command",
    "figures",
    "fit",
    "notes",
    "dump",
    "evidence",
    "structure",
    "review",
    "sources",
    "golden",
    "profile",
    "press",
    "preflight",
    "colour",
    "exchange",
    "library",
    "kept",
)
LANGUAGES = ("en", "zh")


class Message(NamedTuple):
    """A sentence and a hint (may be empty) in both languages, with `str.format` fields for a finding's arguments."""

    en: str
    en_hint: str
    zh: str
    zh_hint: str


# What is counted in the sentences of the catalogue; one of them stands in the singular, and so does the verb behind it.
# Compiled when the first number is told, as the others are when they are met: most commands say nothing.
_COUNTED = (
    r"\{(?P<value>\w+)\}(?P<noun>(?: (?:different|base|deleted|inserted|empty|doubled|control|smart))?"
    r" (?:article|cell|character|column|comment|error|folder|footnote|formula|item|leg|letter|line|mark|page|paragraph"
    r"|part|picture|piece|pixel|row|rule|space|story|symbol|tab|tag|text|word))s\b"
    r"(?P<behind>(?: (?:of|for) [a-z]+(?: text)?)?(?: that)?)(?: (?P<verb>are|were|have|stand|do|say|go)\b)?"
)
_VERBS = {"are": "is", "were": "was", "have": "has", "stand": "stands", "do": "does", "say": "says", "go": "goes"}
# Numbers that are counted behind their word, where one is no list.
_PAGES = r"\bpages \{(?P<value>\w+)\}(?! and)"

# What a terminal would obey and not show (ECMA-48: C0, delete, C1), what ends a line, and what turns the direction of
# what follows (UAX #9: embeddings, overrides, isolates).
_OBEYED = "[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"

_catalogue: dict[str, Message] = {}


def catalogue() -> dict[str, Message]:
    """All messages by key (`room.what`)."""
    for room in ROOMS:
        _load(room)
    return _catalogue


def _message(key: str) -> Message:
    """One message. Its room's table is read and no other: a command's help is no reason to read all of them."""
    if key not in _catalogue:
        _load(key.partition(".")[0])
    return _catalogue[key]


def _load(room: str) -> None:
    _catalogue.update(import_module(f"jxprint.messages.{room}").MESSAGES)


def text(key: str, language: str, **args: object) -> str:
    """The sentence alone, without place and hint."""
    message = _message(key)
    return message.zh.format(**args) if language == "zh" else _english(message.en, args)


def _english(sentence: str, args: Mapping[str, object]) -> str:
    """An English sentence with its values, “1 line” and “2 lines”. The words of the sentence alone are looked at: what
    a value says stays as it is.
    """

    def one(match: re.Match[str]) -> str:
        if str(args.get(match["value"])) != "1":
            return match[0]
        is_subject = not sentence[: match.start()].endswith((" of ", " in ", " by "))
        verb = f" {_VERBS[match['verb']] if is_subject else match['verb']}" if match["verb"] else ""
        return f"{{{match['value']}}}{match['noun']}{match['behind']}{verb}"

    def page(match: re.Match[str]) -> str:
        return f"page {{{match['value']}}}" if str(args.get(match["value"])).isdecimal() else match[0]

    if any(str(value) == "1" for value in args.values()):
        sentence = re.sub(_COUNTED, one, sentence)
    if "pages {" in sentence:
        sentence = re.sub(_PAGES, page, sentence)
    return sentence.format(**args)


def said(value: object, language: str) -> object:
    """A finding's value as it stands in a sentence: phrases in the reader's language, tuples as lists."""
    if isinstance(value, Phrase):
        return text(value.key, language, **{name: said(one, language) for name, one in value.args.items()})
    if isinstance(value, tuple):
        return ("、" if language == "zh" else ", ").join(str(said(one, language)) for one in value) or "—"
    return value


def told(finding: Finding, language: str) -> str:
    """One finding without its place: `sentence; hint: way out`."""
    message = _message(finding.key)
    sentence, hint = (message.zh, message.zh_hint) if language == "zh" else (message.en, message.en_hint)
    args = {name: said(value, language) for name, value in finding.args.items()}
    if "reason" in args:
        from jxprint.messages.reasons import told as told_reason

        args["reason"] = told_reason(str(args["reason"]), language)
    if language == "zh":
        return sentence.format(**args) + (f"；提示：{hint.format(**args)}" if hint else "")
    return _english(sentence, args) + (f"; hint: {_english(hint, args)}" if hint else "")


def one_line(line: str) -> str:
    """A line for a terminal: whatever of a file is told in it, it stays one line and commands nothing."""
    if line.isprintable():
        return line
    return re.sub(_OBEYED, lambda match: match[0].encode("unicode_escape").decode("ascii"), line)


def render(finding: Finding, language: str) -> str:
    """One finding as a person reads it: `file:line:column: sentence; hint: way out`."""
    where = str(finding.place)
    return f"{where}: {told(finding, language)}" if where else told(finding, language)
