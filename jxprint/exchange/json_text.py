"""JSON from outside: what is wrong with it is told with line and column, a key that stands twice as well, for the first
of them would be lost; and where a value stands is known by its pointer (RFC 6901).
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator
from typing import NoReturn

from jxprint.errors import DescriptionError, Finding, Place

# RFC 8259: strings, the signs between values, and numbers and words.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')

# Whoever walks a value does so by calling itself; no news is nested like this.
DEEPEST = 100


class _Odd(ValueError):
    """Something that Python reads and JSON does not have."""


class _Twice(ValueError):
    """A key that stands twice in one object, one of whose values would be lost."""


def loaded(text: str, file: str) -> object:
    """The value of a JSON text. Raises DescriptionError where it is none."""
    try:
        value: object = json.loads(text, parse_constant=_constant, object_pairs_hook=_once)
        if _depth(text) > DEEPEST:
            raise RecursionError
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise DescriptionError(Finding("exchange.not_json", place, {"reason": error.msg})) from error
    except _Odd as error:
        line = next((text.count("\n", 0, one.start()) + 1 for one in re.finditer(re.escape(error.args[0]), text)), None)
        raise DescriptionError(Finding("exchange.odd_json", Place(file, line), {"what": error.args[0]})) from error
    except _Twice as error:
        raise DescriptionError(_twice(text, file, error.args[0])) from error
    except RecursionError as error:
        raise DescriptionError(Finding("exchange.not_json", Place(file), {"reason": "nested too deeply"})) from error
    except ValueError as error:  # a number of more digits than Python reads
        raise DescriptionError(Finding("exchange.not_json", Place(file), {"reason": str(error)})) from error
    return value


def _depth(text: str) -> int:
    """How many arrays and objects of a sound text are open at once, at the most."""
    depth = deepest = 0
    for token in _TOKEN.finditer(text):
        if token[0] in ("{", "["):
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in ("}", "]"):
            depth -= 1
    return deepest


def _constant(name: str) -> NoReturn:
    raise _Odd(name)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _Twice(twice)
    return found


def _twice(text: str, file: str, name: str) -> Finding:
    """Where a key stands the second time; other objects may have it as well."""
    seen: dict[str, int] = {}
    for pointer, start in _values(text):
        if pointer in seen and pointer.endswith(f"/{escaped(name)}"):
            lines = tuple(text.count("\n", 0, at) + 1 for at in (seen[pointer], start))
            return Finding("exchange.twice_json", Place(file, lines[1]), {"pointer": pointer, "first": lines[0]})
        seen[pointer] = start
    return Finding("exchange.twice_json", Place(file), {"pointer": name, "first": "?"})


def escaped(key: str) -> str:
    """A key as it stands in a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def lines_of(text: str, pointers: Collection[str]) -> dict[str, int]:
    """The lines on which values of a sound JSON text begin, by their pointers; none where nothing stands at one."""
    found: dict[str, int] = {}
    line, at = 1, 0
    for pointer, start in _values(text):
        if pointer in pointers and pointer not in found:
            line, at = line + text.count("\n", at, start), start
            found[pointer] = line
            if len(found) == len(pointers):
                break
    return found


def _values(text: str) -> Iterator[tuple[str, int]]:
    """Every value of a sound JSON text: its pointer, and where it begins, or the colon before it in an object."""
    way: list[str] = []  # the pointers of the arrays and objects that are open
    counts: list[int] = []  # the number of the value in an array, -1 in an object
    key = here = ""
    is_value = True  # what comes next is one, and no key
    for token in _TOKEN.finditer(text):
        sign = token[0]
        if sign == ":":
            here = f"{way[-1]}/{escaped(json.loads(key))}"
            yield here, token.start()
            is_value = True
            continue
        if is_value and sign not in "]}," and counts and counts[-1] >= 0:
            here = f"{way[-1]}/{counts[-1]}"
            yield here, token.start()
        if sign in "{[":
            if not counts:
                yield "", token.start()
            way.append(here)
            counts.append(-1 if sign == "{" else 0)
            is_value = sign == "["
        elif sign in "}]":
            way.pop()
            counts.pop()
            is_value = False
        elif sign == ",":
            counts[-1] += counts[-1] >= 0
            is_value = counts[-1] >= 0
        elif not is_value:
            key = sign
