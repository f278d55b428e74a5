"""The catalogue of sentences: every key is there, every key is used, and both languages say the same."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from jxprint.errors import Finding
from jxprint.messages import ROOMS, Message, catalogue, render, text
from jxprint.messages.reasons import REASONS, Reason
from jxprint.model import MAKEUP_RULES

TREE = Path(__file__).resolve().parent.parent
PACKAGE = TREE / "jxprint"

# A key is `room.what`, with at most one level between: `command.help.build`.
_ROOMS = "|".join(ROOMS)
KEY = re.compile(rf"(?:{_ROOMS})\.[a-z0-9_]+(?:\.[a-z0-9_]+)?")

# Keys that the source puts together from pieces. Each has its reason.
_BY_JOINT = "jxprint.reconstruct.notes names the kind of a joint"
_BY_SLIP = "jxprint.reconstruct.kept puts the reason of a misprint behind its room"
_BY_PERMISSION = "jxprint.fonts.opening names the permission that the font file gives"
_BY_ROLE = "jxprint.reconstruct.notes names what a line was taken for, and why, by the keys of its decision"
_BY_REVIEW = "a review and the table of a batch name states, columns, reasons and marks by their keys"
_BY_MARK = "jxprint.description.marks names the kind of character that it found"
_BY_NEARNESS = "jxprint.description.tables adds _near where there is a name to suggest"
_BY_FIELD = "jxprint.composition names the field of a part in which it found something"
_BY_FACT = "jxprint.checker.kept.facts names what of a page files say otherwise"
_BY_RULE = "jxprint.night_desk.marks says a rule's own sentence by its name; some rules have others"
PUT_TOGETHER: dict[str, str] = {
    **{
        f"composition.field.{field}": _BY_FIELD
        for field in (
            "byline",
            "deck",
            "folio",
            "headline",
            "jump",
            "kicker",
            "label",
            "line",
            "resetting",
            "text",
            "title",
        )
    },
    **dict.fromkeys(("fonts.restricted", "fonts.no_subsetting", "fonts.bitmap_only"), _BY_PERMISSION),
    **dict.fromkeys(("copy.control", "copy.damaged", "copy.line_break", "copy.tab", "copy.unseen"), _BY_MARK),
    **{
        "makeup." + rule.replace("-", "_"): _BY_RULE
        for rule in MAKEUP_RULES
        if rule not in ("head-span", "reading-order")
    },
    **{key: _BY_REVIEW for key in catalogue() if re.match(r"review\.(?:state\.(?!kept)|column|mark_)", key)},
    **{
        key: _BY_FACT
        for key in catalogue()
        if re.match(r"kept\.(?!of_|by_|value_|more_|(?:quoted|empty|nothing|yes|no|unnamed)$)", key)
    },
    "copy.markup_unknown_near": _BY_NEARNESS,
    **dict.fromkeys(("notes.kind.seen", "notes.kind.inferred"), _BY_JOINT),
    **{f"notes.misprint.{slip}": _BY_SLIP for slip in ("word_twice", "phrase_twice", "said_again")},
    **{key: _BY_ROLE for key in catalogue() if re.match(r"structure\.(?:role|because\.(?!nothing))", key)},
    "copy.unknown_header_near": _BY_NEARNESS,
    "page.unknown_face_near": _BY_NEARNESS,
    "page.unknown_field_near": _BY_NEARNESS,
    "page.unknown_ink_near": _BY_NEARNESS,
    "page.unknown_key_near": _BY_NEARNESS,
    "page.unknown_kind_near": _BY_NEARNESS,
    "page.unknown_role_near": _BY_NEARNESS,
    "page.unknown_makeup_rule_near": _BY_NEARNESS,
    "page.unknown_rule_near": _BY_NEARNESS,
    "page.unknown_style_near": _BY_NEARNESS,
    "page.unknown_value_near": _BY_NEARNESS,
    "page.unknown_weight_near": _BY_NEARNESS,
    "press.unknown_mark_near": _BY_NEARNESS,
}

# English sentences that show full-width marks because they speak of them.
SPEAKS_OF_MARKS = {"page.not_toml"}

# Foreign words, names of files and commands stay ASCII in Chinese; a mark between two Han characters does not.
HALF_WIDTH_SLIP = re.compile(r"[\u4e00-\u9fff][,;:!?()][\u4e00-\u9fff]|[\u4e00-\u9fff][,;!?](?=\s|$)")
FULL_WIDTH_SLIP = re.compile(r"[，；：！？（）。、．]")


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Line and value of every string in a source file, except docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value


@cache
def keys_named() -> dict[str, list[str]]:
    """Every string of the source that has a key's form, and where it stands; the catalogue itself is left out."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "messages":
            continue
        for line, value in strings(path):
            if KEY.fullmatch(value):
                found.setdefault(value, []).append(f"{path.relative_to(TREE)}:{line}")
    return found


@cache
def keys_called() -> dict[str, list[str]]:
    """Every literal key given to Finding(…) or text(…), and where."""
    found: dict[str, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            # `text` of another value, such as a table's, is another matter: only the function by its bare name counts.
            name = node.func.id if isinstance(node.func, ast.Name) else ""
            first = node.args[0]
            if name in ("Finding", "text") and isinstance(first, ast.Constant) and isinstance(first.value, str):
                found.setdefault(first.value, []).append(f"{path.relative_to(TREE)}:{node.lineno}")
    return found


def fields(template: str) -> set[str]:
    """Names of a template's `{fields}`."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_key_that_is_used_is_in_the_catalogue() -> None:
    """A finding whose sentence is missing would be a crash in the middle of telling somebody what is wrong."""
    missing = {key: places for key, places in keys_called().items() if key not in catalogue()}
    assert not missing, "\n".join(f"{', '.join(places)}: {key}" for key, places in missing.items())


def test_every_key_of_the_catalogue_is_used() -> None:
    """A sentence that nobody says any more goes out with the code that said it."""
    unused = sorted(set(catalogue()) - set(keys_named()) - set(PUT_TOGETHER))
    assert not unused, unused


def test_exceptions_are_still_needed() -> None:
    """Keys that are said to be put together are in the catalogue, and nowhere in the source as they stand."""
    assert set(PUT_TOGETHER) <= set(catalogue()) - set(keys_named())


@pytest.mark.parametrize("row", REASONS, ids=lambda row: row.pattern)
def test_reasons_of_others_can_be_said(row: Reason) -> None:
    """Every listed reason is said in both languages, with as many fields as its pattern has groups."""
    groups = {str(number) for number in range(re.compile(row.pattern).groups)}
    assert fields(row.zh) == groups
    assert fields(row.en) in (groups, set())
    assert bool(fields(row.en)) == bool(groups and row.en)
    assert re.search("[\u4e00-\u9fff]", row.zh)


def test_a_foreign_reason_is_said_in_chinese() -> None:
    """Half of a Chinese sentence was English; what is not listed stays as it came."""
    finding = Finding("copy.unreadable", args={"reason": "Permission denied"})
    assert "没有权限" in render(finding, "zh")
    assert "permission denied" in render(finding, "en")
    assert "zork" in render(Finding("copy.unreadable", args={"reason": "zork"}), "zh")
    damaged = Finding("checks.damaged", args={"reason": "'int' object has no attribute 'objgen'"})
    assert "one of its objects is of the wrong kind" in render(damaged, "en")


def test_both_languages_say_the_same() -> None:
    """English and Chinese are both there, with the same fields; a hint in one is a hint in the other."""
    assert all(isinstance(one, Message) for one in catalogue().values())
    wrong = [
        key
        for key, one in catalogue().items()
        if not (one.en.strip() and one.zh.strip())
        or bool(one.en_hint) != bool(one.zh_hint)
        or fields(one.en) | fields(one.en_hint) != fields(one.zh) | fields(one.zh_hint)
        or "" in fields(one.en) | fields(one.en_hint)
    ]
    assert not wrong, wrong


def test_marks_have_the_width_of_their_language() -> None:
    """No ASCII comma between Han characters, no full-width mark in English."""
    wrong: list[str] = []
    for key, one in catalogue().items():
        wrong += (said for said in (one.zh, one.zh_hint) if HALF_WIDTH_SLIP.search(said) or said.endswith("."))
        for english in () if key in SPEAKS_OF_MARKS else (one.en, one.en_hint):
            if FULL_WIDTH_SLIP.search(re.sub(r"“[^”]*”|`[^`]*`", "", english)):
                wrong.append(english)
    assert not wrong, wrong


def test_chinese_is_chinese() -> None:
    """A Chinese sentence has Han characters in it, unless it is nothing but fields and marks."""
    words = {one.zh: re.sub(r"\{[^}]*\}", "", one.zh) for one in catalogue().values()}
    wrong = [
        said for said, own in words.items() if re.search(r"[A-Za-z]{3}", own) and not re.search("[\u4e00-\u9fff]", own)
    ]
    assert not wrong, wrong


def test_one_is_said_in_the_singular() -> None:
    """“1 characters in 1 articles”, said of a page with one word; 11 are many, and what the copy says stays."""
    counted = {"orders": "structure", "readers": "pikepdf", "ink": "1"}
    assert text("checks.exact", "en", characters="1", articles=1, **counted).startswith("1 character in 1 article: ")
    assert text("checks.exact", "en", characters="11", articles=0, **counted).startswith("11 characters in 0 articles")
    assert text("exchange.picture", "en", count=1, shown="码头") == "1 picture is left out: 码头"
    assert text("exchange.hidden", "en", count=2, shown="甲") == "2 pieces of hidden text are left out: 甲"
    assert text("copy.blanks_stripped", "en", count=1).startswith("blanks at the beginning or end of 1 line were")
    assert text("preflight.label.pages", "en", pages="2") == " (also on page 2)"
    assert text("preflight.label.pages", "en", pages="2, 4–6") == " (also on pages 2, 4–6)"
    finding = Finding("checks.white", args={"text": "1 lines", "count": 1, "spot": "—"})
    assert render(finding, "en").startswith("“1 lines” (1 character) is white")
    args = {"part": "A", "lines": 1, "takes": 2, "room": 1, "characters": 1}
    told = render(Finding("composition.story_overset", args=args), "en")
    assert told.startswith("A: 1 line over: the copy takes 2 lines")
    assert "; hint: cut 1 character where" in told
    told = render(Finding("page.uneven_row", args={"found": 1, "columns": 4}), "en")
    assert "has 1 letter, and the page 4 columns" in told


def test_one_of_something_has_its_own_verb() -> None:
    """“1 line of text stand”, “a need 16 rows more”, “columns 3”."""
    mark = {"one": "A", "lines": 1, "least": 2, "box": "—", "name": "—"}
    assert render(Finding("makeup.stranded_head", args=mark), "en").startswith("A: 1 line of text under the head; the ")
    for key in ("off_grid", "outside"):
        told = render(Finding(f"makeup.{key}", args={**mark, "off": "3", "text": "x"}), "en")
        assert told.startswith("A: 1 line of body text o")
    args = {"part": "B", "row": 9, "parts": ("a",), "rows": 16, "first": 1, "last": 8}
    assert "are 16 rows too few for a;" in render(Finding("composition.cannot_stand", args=args), "en")
    hole = {"columns": "3", "rows": "1–4", "deep": 4, "box": "—", "name": "—"}
    assert render(Finding("makeup.hole_in_column", args=hole), "en").startswith("nothing fills column 3, rows 1–4: ")


def test_a_rule_that_wants_more_room_says_how_much() -> None:
    """4.3 pt in a padding of 4.75 pt: half a point has to stay clear."""
    args = {"rule": "oxford", "depth": "4.3", "clear": "0.5", "white": "4.75"}
    told = render(Finding("page.padding_under_rule", args=args), "en")
    assert "4.3 pt from edge to edge and has to stand 0.5 pt clear" in told
