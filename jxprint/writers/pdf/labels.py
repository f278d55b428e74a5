"""Page labels: the numbers that readers show for a document's pages (ISO 32000-1, 12.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from jxprint.writers.pdf.strings import text_string


def page_labels(labels: Sequence[str]) -> bytes | None:
    """The number tree of a document's labels, None where no page has one. Numbers that run on share an entry; a double
    truck's two ("4-5") stand as they are.
    """
    if not any(labels):
        return None
    entries: list[bytes] = []
    running: int | None = None
    for index, label in enumerate(labels):
        number = int(label) if label.isdecimal() else None
        if number is not None and running is not None and number == running + 1:
            running = number
            continue
        running = number
        said = b"/S/D/St %d" % number if number is not None else b"/P" + text_string(label)
        entries.append(b"%d<<%b>>" % (index, said))
    return b"<</Nums[%b]>>" % b" ".join(entries)
