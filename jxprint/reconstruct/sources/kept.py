"""What a page's folder keeps of a source that is no dump: its joints, where it came from, and what has no place."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from jxprint.model import Page
from jxprint.reconstruct.evidence import Evidence
from jxprint.reconstruct.evidence_file import CopyJoint, joint_tables, quoted, source_file
from jxprint.reconstruct.recipe import Fold, passages_of


def source_toml(evidence: Evidence, joints: Sequence[CopyJoint]) -> str:
    """The text of evidence.toml."""
    lines = [*joint_tables(joints), "", "[source]", f"file = {quoted(source_file(evidence))}"]
    lines += [f"sha256 = {quoted(hashlib.sha256(evidence.data).hexdigest())}", f"kind = {quoted(evidence.kind)}"]
    lines += [f"page = {evidence.page}"] if evidence.page is not None else []
    return "\n".join(lines) + "\n"


def left_out_of(evidence: Evidence, page: Page) -> list[tuple[int, str]]:
    """Lines of the source with characters that the page has fewer of."""
    table = Fold().table()
    wanting = Counter("".join(line.text for line in evidence.lines).translate(table))
    wanting.subtract(Counter("".join(one.text for one in passages_of(page)).translate(table)))
    short = {char for char, count in wanting.items() if count > 0 and not char.isspace()}
    if not short:
        return []
    return [(line.number, line.text) for line in evidence.lines if short & set(line.text.translate(table))]
