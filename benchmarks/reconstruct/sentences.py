"""What sentences say of the break between them, fitted: `python benchmarks/reconstruct/sentences.py [-o FILE]`.

Each end of a sentence on the benchmark's pages lies within a paragraph or at its end; its signs
(`jxprint/reconstruct/sentence_ends.py`) are weighed by logistic regression, both kinds alike. With `--folds` each fold
is fitted on the pages of the others and its own ends are counted. Needs NumPy.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from breaking import FOLDS, Break, Fit, parser_of
from form import Section, read_copy
from jxprint.reconstruct.ends import is_finished
from jxprint.reconstruct.sentence_ends import signs_of_sentences, usual_length

_END = re.compile("[。！？…]+[”’」』）]*")
# A sign that fewer ends have is left out.
_RARE = 40


# A break that is a joint is one within a paragraph here: wherever a column cuts it, that is what the cut parts.
def ends_of(paths: Sequence[Path]) -> Iterator[Break]:
    """Every end of a sentence of running text that another one follows."""
    for page, path in enumerate(paths):
        stories = read_copy(path).stories
        usual = usual_length(len(one.text) for story in stories for one in story.paragraphs if one.role == "text")
        for story in stories:
            for before, behind, is_joint in _pairs(story):
                yield Break(page, frozenset(signs_of_sentences(before, behind, usual)), is_joint, True)


def _pairs(story: Section) -> Iterator[tuple[str, str, bool]]:
    """What stands before and behind each end, in its paragraph or in the two that it parts."""
    before = ""
    for one in story.paragraphs:
        if one.role != "text":
            before = ""
            continue
        if before and is_finished(before):
            yield before, one.text, False
        for match in _END.finditer(one.text):
            if match.end() < len(one.text):
                yield one.text[: match.end()], one.text[match.end() :], True
        before = one.text


def main() -> int:
    """Fit the table, or tell what ends on pages never seen are taken for."""
    options = parser_of("sentences.py", "What sentences say of breaks, fitted.", "sentences.txt").parse_args()
    ends = list(ends_of(sorted(options.pages.glob("*.txt"))))
    told = "# What signs of sentences say of one paragraph; see jxprint/reconstruct/sentence_ends.py."
    if not options.folds:
        options.output.write_text(Fit(ends, _RARE).written(told), encoding="utf-8", newline="\n")
        return 0
    counts: Counter[str] = Counter()
    for fold in range(FOLDS):
        fit = Fit([one for one in ends if one.page % FOLDS != fold], _RARE)
        for one in ends:
            if one.page % FOLDS == fold:
                counts["within" if one.is_joint else "at the end"] += 1
                counts["wrong within" if one.is_joint else "wrong at the end"] += (fit.odds(one) > 0) != one.is_joint
    for where in ("within", "at the end"):
        print(f"{where} of paragraphs: {counts[f'wrong {where}']} of {counts[where]} taken otherwise")
    return 0


if __name__ == "__main__":
    sys.exit(main())
