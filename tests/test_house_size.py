"""Small rooms: modules, functions and parameter lists stay within what one can see at once."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TREE = Path(__file__).resolve().parent.parent
ROOMS = ("jxprint", "benchmarks")

MODULE_LINES = 250
FUNCTION_LINES = 40
PARAMETERS = 7

# What may be larger, how large, and why. A number here is a promise too: growing past it fails.
_HOT = "a loop that every line of the page passes through; calls inside it would cost more than they explain"
LARGE_MODULES: dict[str, tuple[int, str]] = {
    "jxprint/composition/lines/breaking.py": (255, "the hot loop and what prepares it read as one argument"),
    "jxprint/composition/lines/measured.py": (260, "one value, and the four ways in which text becomes it"),
    "jxprint/description/tables.py": (265, "one reader of tables with a short method for each kind of value"),
}
LONG_FUNCTIONS: dict[str, tuple[int, str]] = {
    "jxprint/composition/lines/breaking.py:_within": (65, _HOT),
    "jxprint/composition/lines/justified.py:set_one_line": (42, "one expression after another, and then one value"),
    "jxprint/composition/lines/measured.py:_with_gaps": (60, _HOT),
}
MANY_PARAMETERS: dict[str, tuple[int, str]] = {
    "jxprint/composition/lines/measured.py:_with_gaps": (8, "parallel lists that become one value in this very call"),
}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources() -> list[Path]:
    """Every source file of the house. The catalogue is a table and grows with what there is to say."""
    found = [path for room in ROOMS for path in sorted((TREE / room).rglob("*.py"))]
    return [path for path in found if path.parent.name != "messages"]


@cache
def functions() -> Mapping[str, tuple[int, int]]:
    """Lines and parameters of each function by the name that the exceptions above use: `file:name`. Of functions of one
    name in a file the last one counts.
    """
    return {
        f"{path.relative_to(TREE).as_posix()}:{node.name}": (lines_of(node), parameters_of(node))
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, Function)
    }


def lines_of(function: Function) -> int:
    """Lines from `def` to the end, without the docstring."""
    documented = ast.get_docstring(function) is not None
    docstring = function.body[0] if documented else None
    counted = (function.end_lineno or function.lineno) - function.lineno + 1
    return counted - ((docstring.end_lineno or 0) - docstring.lineno + 1 if docstring is not None else 0)


def parameters_of(function: Function) -> int:
    """Parameters without `self` and `cls`."""
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return len([name for name in names if name not in ("self", "cls")])


def too_large(measured: dict[str, int], limit: int, exceptions: dict[str, tuple[int, str]]) -> list[str]:
    """What is over its limit, as sentences."""
    return [
        f"{name}: {size}, at most {exceptions[name][0] if name in exceptions else limit}"
        for name, size in measured.items()
        if size > (exceptions[name][0] if name in exceptions else limit)
    ]


def modules() -> dict[str, int]:
    """Lines by file."""
    return {path.relative_to(TREE).as_posix(): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}


def test_modules_are_small() -> None:
    """One job a file."""
    assert not too_large(modules(), MODULE_LINES, LARGE_MODULES)


def test_functions_are_short() -> None:
    """A function can be read without scrolling; its docstring does not count."""
    measured = {name: lines for name, (lines, _) in functions().items()}
    assert not too_large(measured, FUNCTION_LINES, LONG_FUNCTIONS)


def test_parameters_are_few() -> None:
    """More than seven are a value that has not been named yet."""
    measured = {name: parameters for name, (_, parameters) in functions().items()}
    assert not too_large(measured, PARAMETERS, MANY_PARAMETERS)


def test_exceptions_are_still_needed_and_reasoned() -> None:
    """An exception that is no longer used goes; one without a reason was never one."""
    found = {*modules(), *functions()}
    for exceptions in (LARGE_MODULES, LONG_FUNCTIONS, MANY_PARAMETERS):
        for name, (_, reason) in exceptions.items():
            assert name in found, name
            assert len(reason) > 20, name
