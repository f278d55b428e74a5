"""Makes words.txt, the words by which heads are broken, from jieba's dictionary: `python words/build.py DICT`.

DICT is `jieba/dict.txt` of the sdist of jieba 0.42.1 on PyPI (5 MB, MIT). Of its 349,000 entries the common ones are
kept: a headline's words are those of the newspaper, and a story's own are found in the story. The result has three
lines for each length: the words in order and one after another, their kinds, and twice the binary logarithm of how
often each occurs, a character a word (`jxprint/text/word_table.py`).
newspaper.txt has what today's newspapers say and that dictionary does not.
"""

from __future__ import annotations

import math
import re
import sys
from pathlib import Path

HAN = re.compile(r"[\u4e00-\u9fff]{1,4}")
# How often a word occurs at the least, of the corpus's 60 million; idioms (i) and places (ns) come oftener in heads
# than in that corpus.
LONGEST = 4
# How the class of frequency 0 is written.
FIRST_CLASS = "#"
LEAST = {1: 50, 2: 100, 3: 100, 4: 60}
LEAST_OF_KIND = {"i": 10, "ns": 30, "l": 30}
# The kinds that tell how words hang together: noun, verb, noun of a verb (w), adjective, adverb, time, idiom, number,
# measure word; x is what else there is.
KINDS = {"vn": "w", "an": "w", "l": "n", "t": "t", "tg": "t", "ad": "d", "m": "m", "mq": "m", "q": "q", "b": "a"}


# How often one of newspaper.txt is taken to occur.
OFTEN = 600


def words(dictionary: str, newspaper: str) -> dict[tuple[int, str, int], list[str]]:
    """The words that are kept, by length, kind and class of frequency."""
    kept: dict[tuple[int, str, int], list[str]] = {}
    ours: set[str] = set()
    for line in newspaper.splitlines()[1:]:
        kind, *found = line.split()
        for word in found:
            if word not in ours and len(word) <= LONGEST:
                kept.setdefault((len(word), kind, round(2 * math.log2(OFTEN))), []).append(word)
            ours.add(word)
    for line in dictionary.splitlines():
        word, times, tag = line.split()
        length = len(word)
        if word in ours or not HAN.fullmatch(word):
            continue
        if int(times) >= min(LEAST[length], LEAST_OF_KIND.get(tag, LEAST[length])):
            kind = KINDS.get(tag) or (tag[0] if tag[0] in "nvadi" else "n" if tag[0] in "sj" else "x")
            kept.setdefault((length, kind, round(2 * math.log2(int(times)))), []).append(word)
    return kept


def main() -> None:
    """Read the dictionary named on the command line and write words.txt beside this file."""
    here = Path(__file__).parent
    kept = words(Path(sys.argv[1]).read_text(encoding="utf-8"), (here / "newspaper.txt").read_text(encoding="utf-8"))
    (here / "words.txt").write_text(written(kept), encoding="utf-8", newline="\n")


def written(kept: dict[tuple[int, str, int], list[str]]) -> str:
    """The table as it is read."""
    lines = []
    for length in range(1, LONGEST + 1):
        rows = [(word, kind, times) for (own, kind, times), found in kept.items() if own == length for word in found]
        words, kinds, classes = zip(*sorted(rows), strict=True)
        lines += ["".join(words), "".join(kinds), "".join(chr(ord(FIRST_CLASS) + times) for times in classes)]
        lines[-3:] = [f"{length} {line}\n" for line in lines[-3:]]
    return "".join(lines)


if __name__ == "__main__":
    main()
