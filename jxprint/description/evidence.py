"""What a printed page says of itself (`evidence.toml` beside page.toml): joints, where its columns ended.

The file is written when a page is reconstructed. Its `[[joint]]` tables are read here, and of them these keys; all
others are the affair of what wrote them. A page that is not set faithfully never opens it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from jxprint.description.tables import Table
from jxprint.description.toml_files import open_toml
from jxprint.errors import DescriptionError, Finding, Place, in_order
from jxprint.intake.kinds import stands
from jxprint.model import Page, Story
from jxprint.model.joints import Joint, JointKind

EVIDENCE_FILE = "evidence.toml"
JOINT_KEYS = ("copy", "paragraph", "offset", "context", "kind")
_KINDS: tuple[JointKind, ...] = ("seen", "inferred")
# No paragraph and no story of a newspaper comes near these.
_MOST_PARAGRAPHS = 10_000
_LONGEST = 1_000_000


def with_joints(page: Page) -> tuple[Page, list[Finding]]:
    """The page with the joints of its stories, and what a person should know of those that are left out or moved.

    A joint whose context stands elsewhere in its story, once, is moved there; one whose context is gone is stale.
    Raises DescriptionError where the file cannot be understood.
    """
    folder = Path(page.file).parent
    file = folder / EVIDENCE_FILE
    if not stands(file):
        return page, [Finding("evidence.no_file", Place(page.file), {"file": EVIDENCE_FILE}, "note")]
    findings: list[Finding] = []
    table = open_toml(file, str(file), findings)
    found = [] if table is None else list(_joints(table))
    if any(finding.severity == "error" for finding in findings):
        raise DescriptionError(*in_order(findings))
    notes = findings
    joints: dict[str, list[Joint]] = {}
    stories = [part for part in page.parts if isinstance(part, Story) and part.paragraphs]
    for copy, joint in found:
        named = [story for story in stories if _copy_of(story) == folder / copy]
        if not named:
            notes.append(Finding("evidence.no_story", joint.place, {"copy": copy}, "warning"))
        for story in named:
            there = _settled(joint, story, notes)
            if there is not None:
                before = joints.setdefault(story.letter, [])
                before.append(there)
                notes += _out_of_order(before, story)
    parts = tuple(
        replace(part, joints=_in_order(joints[part.letter]))
        if isinstance(part, Story) and part.letter in joints
        else part
        for part in page.parts
    )
    return replace(page, parts=parts), notes


def _joints(table: Table) -> Iterator[tuple[str, Joint]]:
    """The copy file that each joint is in, and the joint; what is wrong is noted with the table."""
    table.only(("format", "joint", "dump"))  # how the dump is made of the copy, which `reconstruct` reads
    for one in table.tables("joint") if "joint" in table.values else ():
        one.only(JOINT_KEYS)
        if not one.needs("copy", "paragraph", "offset", "context"):
            continue
        copy, context = one.text("copy"), one.text("context")
        paragraph, offset = one.count("paragraph", _MOST_PARAGRAPHS), one.count("offset", _LONGEST)
        kind = one.name("kind", _KINDS, "page.unknown_value") or "seen"
        if context is not None and "|" not in context:
            one.wrong("evidence.no_bar", "context", context=context)
        elif copy is not None and context is not None and paragraph is not None and offset is not None:
            yield copy, Joint(paragraph, offset, context, kind, one.place("context"))  # type: ignore[arg-type]


def _copy_of(story: Story) -> Path:
    return Path(story.paragraphs[0].passage.place.file or "")


def _settled(joint: Joint, story: Story, notes: list[Finding]) -> Joint | None:
    """The joint where its context stands; None where that is not to be found, or in several places."""
    texts = [paragraph.text for paragraph in story.paragraphs]
    if joint.paragraph <= len(texts) and joint.stands_in(texts[joint.paragraph - 1]):
        return joint
    found = [
        (number, offset)
        for number, text in enumerate(texts, 1)
        for offset in sorted({at for sides in joint.sides for at in _places(text, *sides)})
    ]
    args = {"story": story.name, "paragraph": joint.paragraph, "offset": joint.offset, "context": joint.context}
    place = replace(joint.place, part=story.name, paragraph=joint.paragraph, offset=joint.offset)
    if len(found) != 1:
        at = texts[joint.paragraph - 1] if joint.paragraph <= len(texts) else ""
        key = "evidence.past_end" if not found and joint.offset > len(at) else "evidence.stale"
        notes.append(Finding(key, place, args, "warning"))
        return None
    paragraph, offset = found[0]
    args |= {"to_paragraph": paragraph, "to_offset": offset}
    notes.append(Finding("evidence.moved", place, args, "note"))
    return replace(joint, paragraph=paragraph, offset=offset)


def _out_of_order(joints: Sequence[Joint], story: Story) -> Iterator[Finding]:
    """Told where the last of some joints stands before the one listed before it."""
    if len(joints) > 1:
        before, last = joints[-2:]
        if (last.paragraph, last.offset) < (before.paragraph, before.offset):
            place = replace(last.place, part=story.name, paragraph=last.paragraph, offset=last.offset)
            args = {"story": story.name, "context": last.context}
            yield Finding("evidence.out_of_order", place, args, "warning")


def _places(text: str, left: str, right: str) -> Iterator[int]:
    """The offsets at which a text has what stands on either side."""
    at = text.find(left + right)
    while at >= 0:
        if at + len(left):
            yield at + len(left)
        at = text.find(left + right, at + 1)


def _in_order(joints: Sequence[Joint]) -> tuple[Joint, ...]:
    """Joints as they come in the text; what was said twice counts once."""
    places = {(one.paragraph, one.offset): one for one in reversed(joints)}
    return tuple(places[place] for place in sorted(places))
