"""Positions in TOML: where keys and values stand, held against tomllib itself."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.description.positions import Positions, scan

_KEYS = st.text("abz09_-", min_size=1, max_size=4) | st.sampled_from(['"名 字"', "'a.b'", '"q\\"#"', '""'])
_STRINGS = st.sampled_from(
    ['""', '"a#b"', "'c\\'", '"汉字\\"]"', '"""\nM M\nH H\n"""', "'''x'''", '"""a""b"""', '"""end"""""', '"\\u4e00,}"']
)
_SCALARS = st.sampled_from(["1", "-2.5", "true", "false", "inf", "1979-05-27 07:32:00", "0x1F", "1_000"])
_COMMENTS = st.sampled_from(["", "", ' # a [note] = "here"', "\t#"])


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    arrays = st.lists(inner, max_size=3).flatmap(
        lambda items: st.sampled_from(
            ["[" + ", ".join(items) + "]", "[\n" + "".join(f"  {item}, # one\n" for item in items) + "]"]
        )
    )
    tables = st.lists(inner, max_size=2).map(
        lambda items: "{" + ", ".join(f"k{number} = {item}" for number, item in enumerate(items)) + "}"
    )
    return arrays | tables


_VALUES = st.recursive(_STRINGS | _SCALARS, _nested, max_leaves=5)
_PAIRS = st.tuples(st.lists(_KEYS, min_size=1, max_size=2), _VALUES, _COMMENTS).map(
    lambda made: ".".join(made[0]) + " = " + made[1] + made[2]
)
_HEADERS = st.tuples(st.lists(_KEYS, min_size=1, max_size=2), st.booleans(), _COMMENTS).map(
    lambda made: ("[[ {} ]]" if made[1] else "[{}]").format(" . ".join(made[0])) + made[2]
)
_TEXTS = st.lists(_PAIRS | _HEADERS | st.sampled_from(["", "# alone"]), max_size=8).map("\n".join)


def _paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], Any]]:
    """Every key path of what tomllib has read, with its value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [(path, value)] * bool(path) + [found for key, one in inner for found in _paths(one, (*path, key))]


def _rest(text: str, at: tuple[int, int]) -> str:
    lines = text.split("\n")
    return "\n".join([lines[at[0] - 1][at[1] - 1 :], *lines[at[0] :]])


def _reads_as(rest: str, value: Any) -> bool:
    """Whether some beginning of `rest`, alone, is TOML for `value`."""
    for end in range(1, len(rest) + 1):
        try:
            if tomllib.loads(f"k = {rest[:end]}")["k"] == value:
                return True
        except (tomllib.TOMLDecodeError, KeyError):
            pass
    return False


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_positions_agree_with_tomllib(text: str) -> None:
    """Every value that tomllib reads has a spot, no spot is without a value, and there the same value is read."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    spots = scan(text).spots
    expected = dict(_paths(values))
    assert set(spots) == set(expected)
    for path, value in expected.items():
        rest = _rest(text, spots[path].value)
        if isinstance(value, (dict, list)) and not rest.startswith(("[", "{")):
            continue  # a table that dotted keys make stands where the first of them does
        if not rest.startswith("[[") and not (isinstance(value, dict) and rest.startswith("[")) and value == value:
            assert rest.startswith(("[", "{")) or _reads_as(rest, value)


def _of(text: str) -> Positions:
    tomllib.loads(text)
    return scan(text)


def test_columns_count_code_points() -> None:
    """A Han character is one column, and the text of a string starts after its quote."""
    spot = _of('"标题" = "一"').spots[("标题",)]
    assert (spot.key, spot.value, spot.text) == ((1, 1), (1, 8), (1, 9))


def test_text_of_a_drawing_starts_on_the_next_line() -> None:
    """The newline after three quotes is no part of the text."""
    spot = _of('\ndummy = """\nM M\n"""\n').spots[("dummy",)]
    assert (spot.value, spot.text, spot.multiline) == ((2, 9), (3, 1), True)


def test_parts_are_counted() -> None:
    """Each [[part]] is a number under `part`, and a table below one belongs to the last."""
    spots = _of('[[part]]\na = 1\n[[part]]\na = ["x",\n "y"]\n[part.deep]\nb = 2\n').spots
    assert spots[("part", 1)].value == (3, 1)
    assert spots[("part", 1, "a", 1)].text == (5, 3)
    assert spots[("part", 1, "deep", "b")].key == (7, 1)


def test_comments_know_what_they_belong_to() -> None:
    """A comment belongs to what follows it, one at a line's end to that line, the last one to nothing."""
    comments = _of("# up\na = 1 # beside\n# table\n[t]\n# end\n").comments
    assert [(one.text, one.path, one.beside) for one in comments] == [
        ("# up", ("a",), False),
        ("# beside", ("a",), True),
        ("# table", ("t",), False),
        ("# end", None, False),
    ]
