"""`jxprint fit`: how the copy of a page fits, in lines and characters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from jxprint.cli.answers import Progress, answer, answer_json, as_dicts, tell
from jxprint.cli.session import Session
from jxprint.cli.spoken import SpokenCommand, json_option
from jxprint.cli.tabular import legs_and_measure, table_lines
from jxprint.errors import Finding, FontError, OversetError
from jxprint.messages import text

if TYPE_CHECKING:
    from jxprint.composition.copyfit import Copyfit, StoryFit
    from jxprint.composition.making_up import Fitted
    from jxprint.description.orders import Orders

_COLUMNS = ("fit.column.story", "fit.column.legs", "fit.column.takes", "fit.column.room", "fit.column.characters")
_STUCK = {"needless": "fit.jump_needless", "refused": "fit.jump_refused"}
_OR_HEAD = {"kicker": "fit.or_head.kicker", "headline": "fit.or_head.headline", "deck": "fit.or_head.deck"}
_DONE = {
    "marks": "fit.done.marks",
    "head": "fit.done.head",
    "picture": "fit.done.picture",
    "pitch": "fit.done.pitch",
}


def command(language: str) -> click.Command:
    """The subcommand in one language."""
    return SpokenCommand(
        "fit",
        language,
        "command.help.fit",
        run,
        [
            click.Argument(["folder"], metavar="DIR", type=click.Path(path_type=Path)),
            click.Option(["--try", "tried"], metavar="STORY", help=text("command.help.fit_try", language)),
            json_option(language),
        ],
    )


def run(session: Session, folder: Path, tried: str | None) -> None:
    """Fit the copy and tell; the exit code is that of an overset page where it does not fit."""
    from jxprint.cli.trying import story_named, tell_trials
    from jxprint.composition.copyfit import copyfit
    from jxprint.description import read_page_with_notes
    from jxprint.description.editions import orders_of
    from jxprint.fonts import open_library

    orders = orders_of([folder])
    if orders.numbers is not None:
        _run_edition(session, orders, tried)
        return
    with Progress() as progress:
        progress.step(text("command.doing.compose", session.language, number=1, of=1))
        page, notes = read_page_with_notes(folder)
        library = open_library(page.style.fonts, base=folder, places=page.style.font_places)
        if tried is not None:
            tell(session, notes)
            tell_trials(session, page, library, story_named([page], tried)[1])
            return
        fit = copyfit(page, library)
    tell(session, notes)
    if session.json:
        answer_json(_as_dict(session, fit))
    else:
        _tell(session, fit)
    if not fit.ok:
        click.get_current_context().exit(_exit_code(fit.findings))


def _run_edition(session: Session, orders: Orders, tried: str | None) -> None:
    """The same for every page of an edition, under its number; a story is tried on the page that has it."""
    from jxprint.cli.trying import story_named, tell_trials
    from jxprint.edition.fits import fit_edition

    with Progress() as progress:
        of = len(orders.pages)
        fit = fit_edition(
            orders, lambda number: progress.step(text("command.doing.compose", session.language, number=number, of=of))
        )
    tell(session, fit.notes)
    if tried is not None:
        page, letter = story_named(fit.pages, tried)
        tell_trials(session, page, fit.library, letter)
        return
    if session.json:
        answer_json({"ok": fit.ok, "pages": [_as_dict(session, one) for one in fit.fits]})
    else:
        for page, one in zip(fit.pages, fit.fits, strict=True):
            answer(f"# {page.title}")
            _tell(session, one)
    if not fit.ok:
        click.get_current_context().exit(_exit_code([finding for one in fit.fits for finding in one.findings]))


def _tell(session: Session, fit: Copyfit) -> None:
    for line in _table(session, fit):
        answer(line)
    tell(session, fit.findings)


def _exit_code(findings: Sequence[Finding]) -> int:
    absent = any(finding.key.startswith("composition.no_face") for finding in findings)
    return (FontError if absent else OversetError).exit_code


def _table(session: Session, fit: Copyfit) -> list[str]:
    """A line a story: lines taken and had, characters, and what there is to say."""
    language = session.language
    heads = [*(text(key, language) for key in _COLUMNS), ""]
    rows = [
        [
            story.name,
            legs_and_measure(story),
            str(story.takes),
            str(story.room),
            str(story.characters),
            _answer(session, story),
        ]
        for story in fit.stories
    ]
    lines = table_lines([heads, *rows])
    for one in fit.fitted:
        key = "fit.page" if one.part is None else "fit.part"
        lines.append(text(key, language, part=one.part, done=_done(session, one)))
    return lines


def _answer(session: Session, story: StoryFit) -> str:
    """What was done to a story, and what is left to do."""
    language = session.language
    said = [*_heads(session, story), *(_done(session, one) for one in story.fitted)]
    if story.over:
        cuts = text("fit.join", language).join(_cuts(session, story))
        others = text("fit.join", language).join(story.others)
        args = {"lines": story.over, "characters": story.cut, "cuts": cuts, "others": others}
        said.append(text(_over(story), language, **args))
        said += [text(_OR_HEAD[field], language) for field in story.heads]
    elif story.stuck:
        said.append(text(_STUCK[story.stuck], language))
    elif story.jumps:
        said.append(text("fit.jumps", language, lines=story.jumps))
    elif story.under:
        said.append(text("fit.under", language, lines=story.under, characters=story.wanting))
    return text("fit.stop", language).join(said) or text("fit.fits", language)


def _over(story: StoryFit) -> str:
    """The sentence, by whether a cut is enough, and whether other stories of the stack give as well, or instead."""
    if story.together:
        return "fit.over_together"
    if story.cuts:
        return "fit.over_shared" if story.others else "fit.over"
    return "fit.no_room_shared" if story.others else "fit.no_room"


def _cuts(session: Session, story: StoryFit) -> Iterator[str]:
    """What is to be cut, by paragraph; those that go whole one after another as one."""
    from itertools import groupby

    # Paragraphs that go whole next to each other are as far on in the copy as they are among the cuts.
    runs = groupby(enumerate(story.cuts), lambda one: (one[1].whole, one[1].paragraph - one[0]))
    for (whole, _), run in runs:
        cuts = [cut for _, cut in run]
        args = {"paragraph": cuts[0].paragraph, "last": cuts[-1].paragraph}
        if whole:
            yield text("fit.cut_wholes" if cuts[1:] else "fit.cut_whole", session.language, **args)
        else:
            for cut in cuts:
                yield text("fit.cut_from", session.language, paragraph=cut.paragraph, characters=cut.characters)


def _heads(session: Session, story: StoryFit) -> Iterator[str]:
    """What was done so that the headline stands within its measure; a step that saved depth is told as that."""
    language, head = session.language, story.head
    if story.head_over:
        key = "fit.head_over_by" if story.head_cut else "fit.head_over"
        yield text(key, language, characters=story.head_cut)
        return
    if head is None:
        return
    if head.step and not any(one.step == "head" for one in story.fitted):
        yield text("fit.head", language, size=f"{head.size_pt:g}", usual=f"{story.head_usual_pt:g}")
    if head.tracking_em < 0:
        yield text("fit.head_closed", language, tracking=f"{-head.tracking_em:g}")
    if head.broken:
        yield text("fit.head_broken", language, lines=head.broken)


def _done(session: Session, one: Fitted) -> str:
    before, after = f"{one.before:g}", f"{one.after:g}"
    return text(_DONE[one.step], session.language, before=before, after=after, won=f"{one.before - one.after:g}")


def _as_dict(session: Session, fit: Copyfit) -> dict[str, object]:
    from msgspec import to_builtins

    stories = [
        {
            **to_builtins(one),
            "cut": one.cut,
            "shared": one.shared,
            "message": _answer(session, one),
        }
        for one in fit.stories
    ]
    return {
        "ok": fit.ok,
        "page": fit.page,
        "pitch_pt": fit.pitch_pt,
        "stories": stories,
        "fitted": to_builtins(fit.fitted),
        "findings": as_dicts(session, fit.findings),
    }
