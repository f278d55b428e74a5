"""Our reading of the schema of ninjs is the schema's: the same verdict as jsonschema's on items that were spoiled."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jxprint.exchange.sources.ninjs_shape import faults_of, version_of
from schemas import SCHEMAS

pytestmark = pytest.mark.judges

# GeoJSON is a standard of its own that the schema fetches; of recurrenceDates it asks what nothing is.
PASSED_OVER = ("geoJSON", "recurrenceDates")
SAMPLES = {"date-time": "2026-01-02T10:00:00+08:00", "uri": "https://a.cn/x?a=%20#b"}
ODD: tuple[Any, ...] = (
    None, True, False, 0, 1, 3.0, 2.5, -1, 9, 10, 101, "",
    " ", "x", "text", "Text", "usable", "urn:x:1",
    "https://a.cn/ 中", "https://a.cn/%zz", "2026", "2026-13", "2026-01-31", "2026-01-02T10:00:00Z",
    "2026-02-30T10:00:00Z",
    "2026-01-02T10:00:00.25+08:00", "2026-01-02 10:00", "2026-01-02T10:00:00", "2026-01-02T25:00:00Z", "明天", [], {},
    ["x"], [1], [{}], {"name": "a"}, [{"name": "a"}], {"value": "x"}, [{"value": "x"}], [{"name": "a", "uri": "urn:y"}],
    {"encodedRights": "x"}, {"linkedRights": "urn:x", "encodedRights": "x"}, {"startDate": "2026-01-02T10:00:00Z"},
)  # fmt: skip


class Schema:
    """A published schema: what it says of an item, and an item that has all that it knows."""

    def __init__(self, file: Path, jsonschema: Any) -> None:
        self.told = json.loads(file.read_bytes())
        self.version = file.stem.removeprefix("ninjs-")
        self._judge = jsonschema.Draft202012Validator(self.told, format_checker=jsonschema.FormatChecker())
        self.names = sorted(self._names(self.told))

    def is_valid(self, item: object) -> bool:
        """The judge's verdict."""
        return bool(self._judge.is_valid(item))

    def sample(self, said: Mapping[str, Any], depth: int = 0) -> Any:
        """A value that has everything which a schema knows."""
        if "$ref" in said:
            referred = self.told["$defs"][said["$ref"].rpartition("/")[2]]
            said = {**referred, **said, "properties": {**referred.get("properties", {}), **said.get("properties", {})}}
        kind = said.get("type")
        if "pattern" in said:
            return "2026-01"
        if kind == "object":
            chosen = [one["required"][0] for one in said.get("oneOf", ())] or [""]
            pairs = [one["oneOf"][0]["required"][0] for one in said.get("anyOf", ())]
            left = {*PASSED_OVER, *chosen[:-1], *pairs, *(("associations",) if depth > 9 else ())}
            return {
                key: self.sample(one, depth + 1) for key, one in said.get("properties", {}).items() if key not in left
            }
        if kind == "array":
            return [self.sample(said["items"], depth + 8)]
        if kind in ("integer", "number"):
            return said.get("minimum", 1)
        return said["enum"][0] if "enum" in said else SAMPLES.get(said.get("format", ""), "词")

    def _names(self, said: object) -> set[str]:
        if not isinstance(said, dict):
            return set()
        within = said.get("properties", {})
        return set(within).union(*(self._names(one) for one in (*within.values(), *said.values())))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A case for each schema of version 3 that is at hand."""
    if "file" in metafunc.fixturenames:
        found = sorted(SCHEMAS.glob("ninjs-3.*.json"))
        missing = pytest.param(None, marks=pytest.mark.skip(reason="no ninjs-3.*.json beside this checkout"))
        metafunc.parametrize("file", found or [missing], ids=lambda one: getattr(one, "name", ""))


@pytest.fixture
def schema(file: Path, module: Callable[[str], Any]) -> Schema:
    """A schema and its judge, with the judges of formats that it asks."""
    for name in ("rfc3339_validator", "rfc3986_validator"):
        module(name)
    return Schema(file, module("jsonschema"))


def places(value: object, way: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The ways to all values."""
    pairs = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    return [way, *(found for key, one in pairs for found in places(one, (*way, key)))]


def spoiled(value: Any, way: tuple[str | int, ...], how: str, name: str, odd: Any) -> Any:
    """A value in which, at the end of a way, another stands (`=`), one more is named (`+`), or nothing (`-`)."""
    if not way:
        return {**value, name: odd} if how == "+" and isinstance(value, dict) else odd
    key, *rest = way
    pairs = list(enumerate(value) if isinstance(value, list) else value.items())
    if how == "-" and not rest:
        pairs = [(at, one) for at, one in pairs if at != key]
    else:
        pairs = [(at, spoiled(one, tuple(rest), how, name, odd) if at == key else one) for at, one in pairs]
    return [one for _, one in pairs] if isinstance(value, list) else dict(pairs)


def test_the_verdict_is_that_of_the_schema(schema: Schema) -> None:
    """On items that have all that the schema knows, with values put in, taken out, and named wrongly."""
    whole = schema.sample(schema.told)
    whole["standard"]["version"] = schema.version
    judged = version_of(whole)
    assert schema.is_valid(whole)
    assert not faults_of(whole, judged)
    left = {*PASSED_OVER, "linkedRights", "startDate", "endDate"}  # what may not stand beside what does
    assert {name for way in places(whole) for name in way if isinstance(name, str)} >= set(schema.names) - left
    known = [name for name in schema.names if name not in PASSED_OVER]
    names = st.sampled_from([*known, "foo", "Uri", "versioncreated"])
    odd: st.SearchStrategy[Any] = st.sampled_from(ODD)
    verdicts: set[bool] = set()

    @given(st.lists(st.tuples(st.integers(0), st.sampled_from("=+-"), names, odd), max_size=2))
    @settings(max_examples=250)
    def law(changes: list[tuple[int, str, str, Any]]) -> None:
        item = whole
        for at, how, name, value in changes:
            ways = places(item)
            item = spoiled(item, ways[at % len(ways)], how, name, value)
        verdict = schema.is_valid(item)
        verdicts.add(verdict)
        assert (not faults_of(item, judged)) == verdict or isinstance(item, list), (changes, faults_of(item, judged))

    law()
    assert verdicts == {True, False}
