"""What `jxprint fit --try` tells: a story over other columns and in other legs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jxprint.cli.answers import answer, answer_json, as_dicts, remark
from jxprint.cli.session import Session
from jxprint.cli.tabular import legs_and_measure, table_lines
from jxprint.errors import Finding, UsageError
from jxprint.messages import said, text

if TYPE_CHECKING:
    from jxprint.composition.trying import Trial
    from jxprint.fonts import Library
    from jxprint.model import Page, Story

_Names = tuple[str, ...]

_COLUMNS = ("fit.trial.columns", "fit.column.legs", "fit.trial.lines", "fit.trial.rows")


def story_named(pages: Sequence[Page], name: str) -> tuple[Page, str]:
    """The page and the letter of the story that is meant: by its name, its letter, or page and letter as in `2:K`, of a
    double truck by either number or both (`2-3:K`). A name is that of the part in which its story begins. Raises
    UsageError where there is none, or several.
    """
    stories = list(_stories(pages))
    for key in (0, 1, 2):
        found = [(names[2][0], page, part) for names, page, part in stories if name in names[key]]
        found = [one for one in found if key or one[2].jump_from is None] or found
        if len(found) == 1:
            return found[0][1], found[0][2].letter
        if found:
            several = tuple(one for one, _, _ in found)
            raise UsageError(Finding("fit.several_stories", args={"name": name, "known": several}))
    known = tuple(dict.fromkeys(names[0][0] for names, _, _ in stories))
    raise UsageError(Finding("fit.no_story", args={"name": name, "known": known}))


def _stories(pages: Sequence[Page]) -> Iterator[tuple[tuple[_Names, _Names, _Names], Page, Story]]:
    """Every story with what it may be called: its name, its letter, page and letter."""
    from jxprint.model import Story

    for at, page in enumerate(pages, 1):
        for part in page.parts:
            if isinstance(part, Story):
                numbers = page.numbers or (at,)
                labels = dict.fromkeys(("-".join(map(str, numbers)), *map(str, numbers)))
                yield ((part.name,), (part.letter,), tuple(f"{one}:{part.letter}" for one in labels)), page, part


def tell_trials(session: Session, page: Page, library: Library, letter: str) -> None:
    """One story at other measures and in other legs."""
    from jxprint.composition.trying import trials
    from jxprint.model import Story

    part = page.part(letter)
    assert isinstance(part, Story)
    made = list(trials(page, library, letter))
    otherwise = [text(key, session.language) for key in _otherwise(page, part)]
    if session.json:
        rows = [_as_dict(session, one) for one in made]
        answer_json({"ok": True, "story": part.name, "part": letter, "otherwise": otherwise, "trials": rows})
        return
    heads = [*(text(key, session.language) for key in _COLUMNS), ""]
    for line in table_lines([heads, *(_row(session, one) for one in made)]):
        answer(line)
    for told in otherwise:
        remark(told)


def _otherwise(page: Page, part: Story) -> Iterator[str]:
    """What is tried otherwise than the page has it."""
    if part.writing == "vertical":
        yield "fit.trial.level"
    if part.jump_to is not None:
        yield "fit.trial.whole"
    cells = [(row, column) for row, letters in enumerate(page.dummy.rows) for column, one in enumerate(letters)
             if one == part.letter]  # fmt: skip
    rows, columns = ({cell[k] for cell in cells} for k in (0, 1))
    if len(cells) < len(rows) * len(columns):
        yield "fit.trial.rectangle"


def _row(session: Session, trial: Trial) -> list[str]:
    language = session.language
    told = [text("fit.trial.short", language, lines=trial.short)] if trial.short else []
    told += [] if trial.head_fits else [text("fit.trial.head", language)]
    for one in trial.findings:
        if not one.key.startswith("composition.head_"):
            told.append(text(one.key, language, **{name: said(value, language) for name, value in one.args.items()}))
    if trial.rows > trial.room:
        told.append(text("fit.trial.deep", language, rows=trial.rows - trial.room, page=trial.room))
    cells = [str(trial.columns), legs_and_measure(trial), str(trial.lines), str(trial.rows)]
    return [*cells, text("fit.stop", language).join(told)]


def _as_dict(session: Session, trial: Trial) -> dict[str, object]:
    from msgspec.structs import asdict

    return {**asdict(trial), "findings": as_dicts(session, trial.findings)}
