"""JSON from outside: what is wrong with it is told with line and column, a key that stands twice as well, for the first
of them would be lost; and where a value stands is known by its pointer (RFC 6901).
"""

from __future__ import annotations

import json
import re
from typing import NoReturn

from jxprint.errors import DescriptionError, Finding, Place

# RFC 8259: strings, and the signs between values; what else stands there is a number or a word.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]')


class _Odd(ValueError):
    """Something that Python reads and JSON does not have, or has once."""


def loaded(text: str, file: str) -> object:
    """The value of a JSON text. Raises DescriptionError where it is none."""
    try:
        return json.loads(text, parse_constant=_constant, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise DescriptionError(Finding("exchange.not_json", place, {"reason": error.msg})) from error
    except _Odd as error:
        line = next((text.count("\n", 0, one.start()) + 1 for one in re.finditer(re.escape(error.args[0]), text)), None)
        raise DescriptionError(Finding("exchange.odd_json", Place(file, line), {"what": error.args[0]})) from error
    except RecursionError as error:
        raise DescriptionError(Finding("exchange.not_json", Place(file), {"reason": "nested too deeply"})) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise DescriptionError(Finding("exchange.not_json", Place(file), {"reason": str(error)})) from error


def _constant(name: str) -> NoReturn:
    raise _Odd(name)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _Odd(json.dumps(twice, ensure_ascii=False))
    return found


def escaped(key: str) -> str:
    """A key as it stands in a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def line_of(text: str, pointer: str) -> int | None:
    """The line on which a value of a sound JSON text begins; None where nothing stands at the pointer."""
    path: list[str] = []
    counts: list[int] = []  # of the arrays and objects that are open: the number of the value, -1 in an object
    key: str | None = None
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if counts and counts[-1] >= 0 and path[-1] == "" and sign != "]":
            path[-1] = str(counts[-1])
        here = "".join(f"/{one}" for one in path if one is not None)
        if sign == ":" and key is not None:
            path[-1] = escaped(json.loads(key))
            if "".join(f"/{one}" for one in path) == pointer:
                return text.count("\n", 0, token.start()) + 1
            key = None
        elif sign in "{[":
            if here == pointer:
                return text.count("\n", 0, token.start()) + 1
            counts.append(-1 if sign == "{" else 0)
            path.append("")
        elif sign in "}]":
            counts.pop()
            path.pop()
        elif sign == ",":
            counts[-1] += counts[-1] >= 0
            path[-1] = ""
        elif here == pointer and counts and counts[-1] >= 0:
            return text.count("\n", 0, token.start()) + 1
        else:
            key = sign
    return None
