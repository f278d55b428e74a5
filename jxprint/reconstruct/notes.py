"""notes.md: what was read off the evidence, what was inferred and how surely, what was assumed, what was kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from jxprint.messages import text
from jxprint.reconstruct import Reconstruction, RestoredStory
from jxprint.reconstruct.found import FoundStory
from jxprint.reconstruct.kept import Missing, kept

# What is surer than this needs no note; so many doubts are told, with so many characters of each line.
_SURE, _MOST_DOUBTS, _SHOWN = 0.85, 20, 16


def notes_of(found: Reconstruction, name: str, source: str, language: str, missing: Missing | None = None) -> str:
    """The notes of a reconstruction, as Markdown in one language."""
    data, missing = found.evidence.data, missing or Missing()
    seen = _is_measured(found)
    told = {"file": source, "size": f"{len(data):,}", "encoding": found.evidence.encoding, "kind": found.evidence.kind}
    lines = [f"# {text('notes.title', language, name=name)}", "", text("notes.resetting", language), ""]
    lines += [
        text(
            "notes.source" if found.evidence.kind == "dump" else "notes.file",
            language,
            **told,
            sum=hashlib.sha256(data).hexdigest(),
        )
    ]
    for key, section in (
        ("notes.seen", measured_notes(found, language) if seen else _seen(found, language)),
        ("notes.inferred", iter(()) if seen else _inferred(found, language)),
        ("notes.assumed", iter([text("notes.house_style" if seen else "notes.pitch", language)])),
        ("notes.kept", kept(found, missing, language)),
    ):
        points = [f"- {line}" for line in section] or [text("notes.nothing", language)]
        lines += ["", f"## {text(key, language)}", "", *points]
    return "\n".join(lines) + "\n"


def _is_measured(found: Reconstruction) -> bool:
    return found.evidence.paper is not None


def measured_notes(found: Reconstruction, language: str) -> Iterator[str]:
    """What was measured, for a source with positions."""
    grid, paper = found.proposal.grid, found.evidence.paper
    if found.evidence.page is not None:
        yield text("notes.file_page", language, page=found.evidence.page)
    if grid.measure is None or paper is None:
        yield text("notes.measured_size", language, size=f"{grid.size or 0:g}")
    else:
        figures = {"measure": grid.measure, "gap": grid.gap or 0, "size": grid.size or 0, "pitch": grid.pitch or 0}
        shown = {key: f"{value:g}" for key, value in figures.items()}
        sheet = {"width": round(paper.width * 25.4 / 72), "height": round(paper.height * 25.4 / 72)}
        yield text("notes.measured", language, columns=grid.columns, **shown, **sheet)
    if paper is not None and not paper.exact:
        yield text("notes.measured_off", language)
    for finding in found.evidence.findings:
        if finding.key == "sources.widened":
            yield text("notes.widened", language, **finding.args)
    for story in found.proposal.stories:
        if story.legs is not None:
            head = story.headline[0] if story.headline else "—"
            counts = {
                "legs": story.legs,
                "lines": story.lines,
                "measure": f"{story.measure:g}" if story.measure else "—",
            }
            yield text("notes.measured_story", language, story=head, total=(story.lines or 0) * story.legs, **counts)
    yield from _seen(found, language)


def _stories(found: Reconstruction) -> Iterator[tuple[str, FoundStory, RestoredStory]]:
    for number, (story, restored) in enumerate(zip(found.page.stories, found.stories, strict=True), 1):
        head = story.headline[0].text if story.headline else str(number)
        yield head, story, restored


def _seen(found: Reconstruction, language: str) -> Iterator[str]:
    kinds = [joint.kind for story in found.stories for joint in story.joints]
    yield text("notes.joints", language, seen=kinds.count("seen"), inferred=kinds.count("inferred"))
    for head, _, restored in _stories(found):
        for joint in restored.joints:
            yield text(
                "notes.joint",
                language,
                story=head,
                paragraph=joint.paragraph + 1,
                offset=joint.offset,
                context=joint.context,
                kind=text(f"notes.kind.{joint.kind}", language),
            )


def _inferred(found: Reconstruction, language: str) -> Iterator[str]:
    grid = found.grid
    if grid.measure is None:
        yield text("notes.no_measure", language, measure=f"{found.measure:g}")
    else:
        others = [
            text("notes.other_measure", language, measure=f"{one:g}", share=f"{share:.1%}"[:-1])
            for one, share in grid.measures[1:4]
        ]
        shown = text("notes.join", language).join(others)
        share = f"{grid.measures[0][1]:.1%}"[:-1]
        yield text("notes.measure", language, measure=f"{grid.measure:g}", share=share, others=shown)
    for head, _, restored in _stories(found):
        yield _legs(head, restored, language)
    yield _plan(found, language)
    yield from _doubts(found, language)
    if found.page.pictures:
        yield text("notes.pictures", language, count=len(found.page.pictures))


def _doubts(found: Reconstruction, language: str) -> Iterator[str]:
    """What lines of the source were taken for, where that is not sure, the least sure first."""
    doubtful = [one for one in found.page.decisions if one.sure < _SURE and one.text.spans]
    for one in sorted(doubtful, key=lambda one: one.sure)[:_MOST_DOUBTS]:
        shown = one.text.text
        yield text(
            "notes.doubt",
            language,
            line=one.text.spans[0].line,
            text=shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "……",
            role=_role(one.role, language),
            sure=f"{one.sure:.0%}"[:-1],
            other=_role(one.other, language),
            reasons=text("notes.join", language).join(text(f"structure.because.{key}", language) for key in one.reasons)
            or text("structure.because.nothing", language),
        )


def _role(role: str, language: str) -> str:
    return text(f"structure.role.{role.replace('-', '_')}", language)


def _legs(head: str, restored: RestoredStory, language: str) -> str:
    best = restored.reading.best
    if best is None:
        return text("notes.story_unknown", language, story=head)
    sure = f"{restored.reading.sure:.0%}"[:-1]
    counts = {"legs": best.legs, "lines": best.lines, "total": best.total}
    return text("notes.story", language, story=head, **counts, sure=sure)


def _plan(found: Reconstruction, language: str) -> str:
    plan, join = found.plan, text("notes.join", language)
    heads = [head for head, _, _ in _stories(found)]
    stacks = join.join(
        text("notes.stack", language, span=one.span, stories=join.join(heads[block.story] for block in one.blocks))
        for one in plan.stacks
    )
    size, width = f"{plan.size_pt:g}", round(plan.width_mm)
    return text("notes.plan", language, columns=plan.columns, stacks=stacks, width=width, size=size)
