"""A page read in a second process is the page that is read in this one, whatever becomes of that process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_SOURCE = Path(__file__).parent.parent / "layout" / "jiaxing" / "source.txt"
# In a process of its own: a test's own process may have threads, and is not forked.
_ASIDE = """
import os, sys
from pathlib import Path
import jxprint.reconstruct as room
from jxprint import beside
from jxprint.reconstruct import aside
from jxprint.reconstruct.dump import read_dump

os.sched_getaffinity = lambda _: {0, 1}
evidence = read_dump(Path(sys.argv[1]).read_bytes(), "source.txt")
here = room.reconstruct(evidence)

with aside.Aside(evidence) as there:
    assert there._beside.process
    room.reconstruct = None  # the second process has it
    done = []
    assert there.found(lambda: done.append("meanwhile")) == here
    assert done == ["meanwhile"]

serve, beside._serve = beside._serve, lambda *_: os._exit(3)
room.reconstruct = lambda evidence: here
with aside.Aside(evidence) as lost:
    assert lost._beside.process and lost.found(list) is here

def refuse(evidence):
    raise ValueError("refused")

beside._serve, room.reconstruct = serve, refuse
try:
    with aside.Aside(evidence) as refused:
        refused.found(list)
except ValueError as refusal:
    assert str(refusal) == "refused"
else:
    raise AssertionError
with aside.Aside(evidence) as asked:  # one that nobody asks is ended
    process = asked._beside.process
try:
    os.kill(process, 0)
except ProcessLookupError:
    pass
else:
    raise AssertionError
room.reconstruct = lambda evidence: here
with aside.Aside(evidence, is_wanted=False) as unwanted:
    assert not unwanted._beside.process and unwanted.found(list) is here
os.sched_getaffinity = lambda _: {0}
with aside.Aside(evidence) as alone:
    assert not alone._beside.process and alone.found(done.clear) is here
assert done  # nothing is done meanwhile where nobody else reads
"""


def test_a_page_read_aside_is_the_page_read_here_or_what_reading_it_raises() -> None:
    """A second process gives the same page; where it is lost, or there is no processor for it, the page is read here;
    what reading raises is raised here, and nothing is told twice.
    """
    done = subprocess.run([sys.executable, "-c", _ASIDE, str(_SOURCE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stdout
    assert "Traceback" not in done.stderr
