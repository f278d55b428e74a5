"""The fixture `golden_page`, as a project of somebody else's uses it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from jxprint.golden import report  # before pytester takes its picture of what is loaded
from jxprint.golden.png import encoded
from jxprint.golden.sheets import renderer

pytest_plugins = ("pytester",)

TESTS = """
from pathlib import Path
import pytest
HERE = Path(__file__).parent

def test_page(golden_page):
    golden_page(HERE / "page.pdf")

@pytest.mark.parametrize("number", [1, 2])
def test_picture(golden_page, number):
    golden_page((HERE / "picture.png").read_bytes(), f"picture-{number}", max_difference="0-2")
"""


@pytest.fixture
def project(pytester: pytest.Pytester, jiaxing_pdf: bytes) -> pytest.Pytester:
    """Three tests, a PDF and a PNG; no baselines."""
    pytester.makepyfile(test_it=TESTS)
    (pytester.path / "page.pdf").write_bytes(jiaxing_pdf)
    (pytester.path / "picture.png").write_bytes(encoded(Image.new("L", (40, 30), 200)))
    return pytester


def run(project: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    """Pytest in this process, with the plugin as if it were installed."""
    return project.runpytest_inprocess("-p", "jxprint.golden.plugin", "-p", "no:cacheprovider", *arguments)


def test_missing_baselines_fail_are_written_and_pass(project: pytest.Pytester) -> None:
    """Beside the test's file; the failure says the way out."""
    result = run(project)
    result.assert_outcomes(failed=3)
    result.stdout.fnmatch_lines(["*page 1 has no baseline; hint:*--update-golden*"])
    run(project, "--update-golden").assert_outcomes(passed=3)
    names = {path.name for path in (project.path / "golden").iterdir()}
    page = {f"test_it.test_page.1.{renderer()[0]}.40dpi.png", "test_it.test_page.1.places.json"}
    assert names == page | {"picture-1.1.picture.png", "picture-2.1.picture.png"}
    run(project).assert_outcomes(passed=3)


def test_a_failure_names_what_moved_and_shows_it(project: pytest.Pytester, furniture_pdf: bytes) -> None:
    """In words, and side by side in a report of its own."""
    run(project, "--update-golden").assert_outcomes(passed=3)
    (project.path / "picture.png").write_bytes(encoded(Image.new("L", (40, 30), 203)))
    (project.path / "page.pdf").write_bytes(furniture_pdf)
    result = run(project)
    result.assert_outcomes(failed=3)
    told = result.stdout.str()
    assert "picture-1: page 1: differs in 1,200 pixels (1e+02 %)" not in told
    assert "by up to 3 of 255; allowed is maxDifference=0-2;totalPixels=0-∞" in told
    assert "the size is" in told
    shown = [line.split("side by side: ")[1] for line in told.splitlines() if "side by side: " in line]
    assert all("expected" in Path(one).read_text(encoding="utf-8") for one in shown)
    assert "应为" in run(project, "--golden-lang", "zh").stdout.str()


@pytest.mark.parametrize("processes", ["0", "2"])
def test_one_report_has_all_tests(project: pytest.Pytester, processes: str) -> None:
    """Also those of other processes."""
    run(project, "--update-golden").assert_outcomes(passed=3)
    (project.path / "picture.png").write_bytes(encoded(Image.new("L", (40, 30), 0)))
    result = run(project, "-p", "xdist", "-n", processes, "--golden-report", "out.html")
    result.assert_outcomes(failed=2, passed=1)
    html = (project.path / "out.html").read_text(encoding="utf-8")
    assert (html.count("<section"), html.count("data:image/png")) == (3, 6)
    result.stdout.fnmatch_lines(["side by side: *out.html"])


@pytest.mark.parametrize("most", [0, 10**9])
def test_the_report_of_all_tests_has_an_end(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Beyond it pages are told, and not shown."""
    run(project, "--update-golden").assert_outcomes(passed=3)
    (project.path / "picture.png").write_bytes(encoded(Image.new("L", (40, 30), 0)))
    monkeypatch.setattr(report, "MOST_BYTES", most)
    run(project, "--golden-report", "out.html").assert_outcomes(failed=2, passed=1)
    html = (project.path / "out.html").read_text(encoding="utf-8")
    assert html.count("data:image/png") == (6 if most else 0)
    assert html.count("pictures are left out") == (0 if most else 2)


def test_a_report_where_a_folder_stands_is_refused_at_once(project: pytest.Pytester) -> None:
    """And one that cannot be written makes a good run fail."""
    run(project, "--update-golden")
    (project.path / "folder").mkdir()
    result = run(project, "--golden-report", "folder")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["*is a folder*"])
    result = run(project, "--golden-report", "nowhere/out.html")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*nowhere*does not exist*"])


def test_a_large_baseline_wants_a_mark(pytester: pytest.Pytester) -> None:
    """Without it nothing is written."""
    pytester.makepyfile(
        """
        import pytest
        from PIL import Image
        NOISE = Image.effect_noise((600, 600), 90)
        def test_plain(golden_page):
            golden_page(NOISE)
        @pytest.mark.golden_limit(1024)
        def test_marked(golden_page):
            golden_page(NOISE)
        """
    )
    result = run(pytester, "--update-golden", "--strict-markers", "--golden-dir", "kept")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*KiB, more than 256*golden_limit*"])
    assert [path.name for path in (pytester.path / "kept").iterdir()] == [
        "test_a_large_baseline_wants_a_mark.test_marked.1.picture.png"
    ]


SAME_NAMES = """
import pytest
from PIL import Image

class TestOne:
    def test_x(self, golden_page):
        golden_page(Image.new("L", (40, 30), {one}))

class TestTwo:
    class TestInner:
        def test_x(self, golden_page):
            golden_page(Image.new("L", (40, 30), {two}))

    def test_x(self, golden_page):
        golden_page(Image.new("L", (40, 30), {three}))
"""


@pytest.mark.parametrize("arguments", [[], ["--golden-dir", "kept"]])
def test_tests_of_one_name_have_baselines_of_their_own(pytester: pytest.Pytester, arguments: list[str]) -> None:
    """In classes, in modules of one folder, and with one folder for all in modules of one name."""
    modules = ["a/test_a.py", "a/test_b.py", "b/test_a.py"]
    for number, module in enumerate(modules):
        path = pytester.path / module
        path.parent.mkdir(exist_ok=True)
        path.write_text(SAME_NAMES.format(one=number, two=number + 10, three=number + 20), encoding="utf-8")
    arguments = [*arguments, "--import-mode=importlib"]
    run(pytester, "--update-golden", *arguments).assert_outcomes(passed=9)
    assert len(list(pytester.path.rglob("*.picture.png"))) == 9
    run(pytester, *arguments).assert_outcomes(passed=9)


def test_refusals_are_failures_in_plain_words(pytester: pytest.Pytester) -> None:
    """A file that is broken, a bound that is none, a name that leads elsewhere, a folder that is no page."""
    pytester.makepyfile(
        """
        def test_broken(golden_page):
            golden_page(b"nothing")
        def test_bound(golden_page):
            golden_page(b"nothing", max_difference="many")
        def test_name(golden_page):
            golden_page(b"nothing", "../x")
        def test_folder(golden_page, tmp_path):
            golden_page(tmp_path)
        def test_type(golden_page):
            golden_page(3)
        """
    )
    result = run(pytester)
    result.assert_outcomes(failed=5)
    for line in (
        "*neither a PDF nor a PNG*",
        "*“many”, which is no range*",
        "*“../x” cannot be*",
        "*no page and no edit*",
    ):
        result.stdout.fnmatch_lines([line])
    assert "Traceback" not in result.stdout.str()
    assert "the above exception" not in result.stdout.str()


def test_placed_pages_and_page_folders_are_pages_too(pytester: pytest.Pytester) -> None:
    """And several calls in one test have several baselines; a call from another fixture counts."""
    pytester.makepyfile(
        """
        import pytest
        from pathlib import Path
        import jxprint
        from jxprint.description.new import write_new_page

        @pytest.fixture
        def folder(tmp_path):
            write_new_page(tmp_path / "new")
            return tmp_path / "new"

        def test_all(golden_page, folder):
            golden_page(folder)
            page = jxprint.read_page(folder)
            golden_page(jxprint.compose(page, jxprint.open_library(page.style.fonts, base=folder)))
        """
    )
    run(pytester, "--update-golden").assert_outcomes(passed=1)
    names = [path.name for path in (pytester.path / "golden").iterdir()]
    assert sorted(name.split(".")[1] for name in names) == ["test_all", "test_all", "test_all-2", "test_all-2"]
    run(pytester).assert_outcomes(passed=1)
