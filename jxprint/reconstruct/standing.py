"""A page's folder that is there already and is to be renewed: what a person left in it, and what follows from that."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from jxprint.errors import Finding, Place
from jxprint.reconstruct.answers import Answers, answers_of
from jxprint.reconstruct.ends import is_finished
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.evidence_file import CopyJoint, Recipe
from jxprint.reconstruct.found import FoundStory, Span
from jxprint.reconstruct.proposal import Joint, JointKind, context_at
from jxprint.reconstruct.recipe import Part
from jxprint.reconstruct.record import Record, read_record, state_of

# Where a joint falls a person may have mended so many characters.
_MENDED = 3


class Standing(Struct, frozen=True):
    """A folder to be renewed: its record, the files that stay as a person left them, and what the copy answers."""

    folder: Path
    record: Record
    kept: Mapping[str, bytes]
    answers: Answers

    def names(self, stories: Sequence[FoundStory]) -> list[str]:
        """The files of some stories: each has the one that most of its text stands in; what has none, a new one."""
        shares = sorted(
            (
                (-count, number, file)
                for number, story in enumerate(stories)
                for file, count in self._counts(story).items()
            ),
        )
        found: dict[int, str] = {}
        for _, number, file in shares:
            if number not in found and file not in found.values():
                found[number] = file
        free = self._free({*found.values(), *self.kept})
        return [found[number] if number in found else next(free) for number in range(len(stories))]

    def _counts(self, story: FoundStory) -> Counter[str]:
        counts: Counter[str] = Counter()
        for span in spans_of(story):
            if file := self.answers.files.get(span.line):
                counts[file] += span.end - span.start
        return counts

    def _free(self, taken: set[str]) -> Iterator[str]:
        number = 0
        while True:
            number += 1
            name = f"{number:02}.txt"
            if name not in taken and (name in self.record.files or not (self.folder / name).exists()):
                yield name

    def copy_to(self, place: Path) -> None:
        """All that a person put beside what we wrote, pictures above all, for a page that names it."""
        hidden = shutil.ignore_patterns(".*", *self.record.files)
        shutil.copytree(self.folder, place, dirs_exist_ok=True, ignore=hidden)


def standing_of(folder: Path, evidence: Evidence, names: Sequence[str]) -> Standing:
    """A folder as it stands beside its record. What a person put into it is kept like what was changed: stories, and
    files that have one of some names. Raises DescriptionError where it has no record.
    """
    record = read_record(folder)
    state = state_of(folder, record)
    files = {name: (folder / name).read_bytes() for name in record.files if name not in state.gone}
    own = {
        file.name: file.read_bytes()
        for file in sorted(folder.iterdir())
        if file.name not in record.files and (file.suffix == ".txt" or file.name in names) and file.is_file()
    }
    changed = {**state.changed, **own}
    answers = answers_of(evidence, files | own, frozenset(changed))
    return Standing(folder, record, changed, answers)


def spans_of(story: FoundStory) -> Iterator[Span]:
    """All places that a story was read from."""
    for one in (*story.kicker, *story.headline, *story.deck, *story.byline, *story.notes):
        yield from one.spans
    for text in (story.dateline, story.jump_from, story.jump_to):
        if text is not None:
            yield from text.spans
    for piece in story.pieces:
        yield from piece.text.spans


def joints_in_copy(recipe: Recipe, files: Mapping[str, bytes]) -> list[CopyJoint]:
    """The joints of files that a person changed: where a line of the dump ends within a paragraph and the next one goes
    on from there.
    """
    found: list[CopyJoint] = []
    before: Part | None = None
    for pieces in recipe.lines:
        parts = [one for one in pieces if isinstance(one, Part)]
        if not parts:
            continue
        after = parts[0]
        if before is not None and before.passage == after.passage and 0 <= after.start - before.end <= _MENDED:
            passage = recipe.passages[after.passage]
            file, _, paragraph = passage.name.rpartition(" ")
            if file in files:
                kind: JointKind = "inferred" if is_finished(passage.text[: after.start]) else "seen"
                context = context_at(passage.text, after.start)
                found.append(CopyJoint(file, int(paragraph), Joint(int(paragraph) - 1, after.start, context, kind)))
        before = parts[-1]
    return found


def told_of(standing: Standing, source: str) -> Iterator[Finding]:
    """What a person should know of a folder that was renewed: what was kept, and what of it is stale."""
    for name in sorted(standing.kept):
        yield Finding("review.kept", Place(str(standing.folder / name)), {}, "note")
    if standing.record.source not in ("", source):
        yield Finding("review.other_source", Place(str(standing.folder)), {}, "warning")
