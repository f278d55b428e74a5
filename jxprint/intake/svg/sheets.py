"""Style sheets within a file: rules for elements by name, class and identifier, within others or in none (CSS 2.1, 5
and 6.4). Rules that only a screen could fulfil say nothing; every other kind is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from jxprint.intake.svg.faults import Faults
from jxprint.intake.svg.markup import Element
from jxprint.intake.svg.numbers import TooManyError

_COMPOUND = re.compile(r"(\*|[^\W\d][\w-]*)?((?:[.#][\w-]+)*)(:root)?")
_MARKED = re.compile(r"[.#][\w-]+")
_BRACE = re.compile(r"[{}]")
_BETWEEN = re.compile(r"\s*>\s*|\s+")
# Nothing on paper is pointed at, chosen or looked for.
_NEVER = re.compile(r":(?:hover|active|focus|focus-within|focus-visible|visited|target)\b|::selection\b")
# Rules in one line that say nothing about shapes.
_STATEMENT = re.compile(r"@(?:charset|namespace)\b[^;{}]*;?", re.I)
# What no shape has, whatever rule says it.
_OF_TEXT = ("font", "text-", "letter-", "word-", "white-space", "cursor", "pointer-events", "user-select")
_MOST_STEPS = 8
# Rules, and what they say, looked at for all elements together.
_MOST_ASKED = 5_000_000


class Step(Struct, frozen=True):
    """One part of a selector: what an element has to be, and whether the next one stands directly in it."""

    name: str
    marks: tuple[str, ...]
    is_root: bool
    is_parent: bool

    def fits(self, element: Element) -> bool:
        """Whether an element is one of these."""
        if self.name not in ("", "*", element.name) or (self.is_root and element.parent is not None):
            return False
        if not self.marks:
            return True
        given = element.attributes
        marks = {f".{one}" for one in given.get("class", "").split()} | {f"#{given.get('id', '')}"}
        return marks.issuperset(self.marks)


class Rule(Struct, frozen=True):
    """A selector with its declarations; `weight` is how many identifiers, classes and names it has, and its number."""

    steps: tuple[Step, ...]
    weight: tuple[int, int, int, int]
    declared: dict[str, str]
    important: dict[str, str]

    def fits(self, element: Element) -> bool:
        """Whether the rule is for an element."""
        if not self.steps[-1].fits(element):
            return False
        if len(self.steps) == 1:
            return True
        line = [element]
        while (around := line[-1].parent) is not None:
            line.append(around)
        # How many steps are fulfilled somewhere around, and by the element directly around, from outside in.
        within, parent = {0}, {0}
        for one in reversed(line):
            here = {
                count + 1
                for count, step in enumerate(self.steps)
                if count in (parent if count and self.steps[count - 1].is_parent else within) and step.fits(one)
            }
            within, parent = within | here, here
        return len(self.steps) in parent


class StyleSheet(Struct):
    """The rules of a file's style elements, by what the element itself has to have."""

    rules: dict[str, list[Rule]] = field(default_factory=dict)
    count: int = 0
    asked: int = 0

    def read(self, text: str, line: int, faults: Faults) -> None:
        """Add the rules of one style element."""
        text = _STATEMENT.sub("", _without_comments(text).replace("<!--", "").replace("-->", ""))
        for selectors, body in _blocks(text):
            declared, important = declarations(body)
            for selector in selectors.split(","):
                if _NEVER.search(selector):
                    continue
                steps = () if body is None or "{" in body else _steps(selector.strip())
                says = [name for name in (*declared, *important) if not name.startswith(_OF_TEXT)]
                if not steps and body is not None and not says:
                    continue
                if not steps:
                    faults.add("page.svg_undrawn", line, what=selector.strip() or "{…}")
                else:
                    self._add(steps, declared, important)

    def _add(self, steps: tuple[Step, ...], declared: dict[str, str], important: dict[str, str]) -> None:
        self.count += 1
        marks = [mark for step in steps for mark in step.marks]
        ids = sum(mark[0] == "#" for mark in marks)
        names = sum(step.name not in ("", "*") for step in steps)
        classes = len(marks) - ids + sum(step.is_root for step in steps)
        rule = Rule(steps, (ids, classes, names, self.count), declared, important)
        self.rules.setdefault((*steps[-1].marks, steps[-1].name or "*")[0], []).append(rule)

    def of(self, element: Element) -> tuple[dict[str, str], dict[str, str]]:
        """What the rules say of an element, in the order of their weight, and what outweighs its own style. Raises
        TooManyError where it would never be done.
        """
        given = element.attributes
        keys = ["*", element.name, *(f".{one}" for one in given.get("class", "").split()), f"#{given.get('id', '')}"]
        found: dict[str, str] = {}
        important: dict[str, str] = {}
        asked = [rules for key in dict.fromkeys(keys) if (rules := self.rules.get(key))]
        for some in asked:
            if self.asked <= _MOST_ASKED:
                self.asked += sum(len(rule.steps) ** 2 for rule in some)
        if self.asked > _MOST_ASKED:
            raise TooManyError(_MOST_ASKED)
        rules = [rule for some in asked for rule in some if rule.fits(element)]
        self.asked += sum(len(rule.declared) for rule in rules)
        for rule in sorted(rules, key=lambda rule: rule.weight):
            found |= rule.declared
            important |= rule.important
        return found, important


def _without_comments(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("/*", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(text)
    return "".join((*kept, text[at:]))


def _blocks(text: str) -> Iterator[tuple[str, str | None]]:
    """What stands before braces, and between them; None where they do not close."""
    at = 0
    while (start := text.find("{", at)) >= 0:
        depth, end = 1, start + 1
        for brace in _BRACE.finditer(text, start + 1):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                end = brace.start()
                break
        if depth:
            yield text[at:start], None
            return
        yield text[at:start], text[start + 1 : end]
        at = end + 1
    if text[at:].strip():
        yield text[at:], None


def _steps(selector: str) -> tuple[Step, ...]:
    """A selector taken apart; nothing where it is of another kind."""
    steps: list[Step] = []
    between = [*(one.group().strip() for one in _BETWEEN.finditer(selector)), ""]
    parts = _BETWEEN.split(selector)
    for part, joined in zip(parts, between, strict=True):
        match = _COMPOUND.fullmatch(part)
        if match is None or not part or len(steps) >= _MOST_STEPS:
            return ()
        steps.append(Step(match[1] or "", tuple(_MARKED.findall(match[2])), bool(match[3]), joined == ">"))
    return tuple(steps)


def declarations(text: str | None) -> tuple[dict[str, str], dict[str, str]]:
    """`name: value; …` as a table, and those that are important."""
    found: dict[str, str] = {}
    important: dict[str, str] = {}
    for one in (text or "").split(";"):
        name, colon, value = one.partition(":")
        if colon:
            value, mark, _ = value.partition("!")
            (important if mark else found)[name.strip().lower()] = value.strip()
    return found, important
