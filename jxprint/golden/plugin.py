"""The plugin of pytest: the fixture `golden_page`, its options, and one report of all tests that fail by it.

A test's comparisons travel with its own report, as plain values, so that they come home from the processes of
pytest-xdist as they do from this one.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from jxprint.errors import Finding
    from jxprint.golden.comparing import Compared
    from jxprint.golden.tolerance import Bound, Tolerance

_CARRIED = "jxprint_golden"
_KEY = pytest.StashKey[list[dict[str, str]]]()
# What a failure says of places; the report has them all.
_MOST_TOLD = 12


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options in a group of their own."""
    group = parser.getgroup("golden", "golden images of pages (jxprint)")
    group.addoption("--update-golden", action="store_true", help="write golden images anew instead of comparing")
    group.addoption(
        "--golden-dir", metavar="DIR", help="folder of golden images; without it, golden beside the test's file"
    )
    group.addoption(
        "--golden-report", metavar="HTML", help="write one report of all pages that differ, side by side, and why"
    )
    group.addoption("--golden-lang", choices=("en", "zh"), default="en", help="language of failures and report")


def pytest_configure(config: pytest.Config) -> None:
    """The mark that allows a larger baseline, and whoever gathers for the report."""
    config.addinivalue_line("markers", "golden_limit(kib): how large a golden image of this test may be, in KiB")
    file = config.getoption("--golden-report")
    if not file or hasattr(config, "workerinput"):
        return
    path = config.invocation_params.dir / file
    if path.is_dir():
        raise pytest.UsageError(f"--golden-report: {path} is a folder")
    config.pluginmanager.register(_Gatherer(path, config.getoption("--golden-lang")), "jxprint.golden.gatherer")


GoldenPage = Callable[..., None]


@pytest.fixture
def golden_page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> GoldenPage:
    """Holds pages against their golden images: `golden_page(pdf)`. See `GoldenPages.__call__`."""
    return GoldenPages(request, tmp_path_factory)


class GoldenPages:
    """What the fixture gives: a function."""

    def __init__(self, request: pytest.FixtureRequest, folders: pytest.TempPathFactory) -> None:
        self._request = request
        self._folders = folders
        self._calls = 0

    def __call__(
        self,
        page: object,
        name: str | None = None,
        *,
        dpi: float | None = None,
        max_difference: Bound = None,
        total_pixels: Bound = None,
    ) -> None:
        """Fail unless every page is what its golden image shows; with --update-golden write that instead.

        `page` is a PDF or PNG (a path, or bytes), the folder of a page or an edition, a picture of Pillow, or one or
        several placed pages. `name` is the golden image's, without it that of module,
        class and test. Without bounds no pixel may differ.
        """
        from jxprint.errors import JxprintError
        from jxprint.golden.tolerance import tolerance_of

        __tracebackhide__ = True
        self._calls += 1
        refused: tuple[Finding, ...] = ()
        try:
            tolerance = tolerance_of(max_difference, total_pixels)
            pages = self._compared(page, self._name(name), dpi, tolerance)
        except JxprintError as refusal:
            refused = refusal.findings
        if refused:  # outside of the handler: pytest would tell of what is handled there as well
            self._fail([_said(finding, self._language) for finding in refused])
        self._carry(pages, tolerance)
        failing = [one for one in pages if not one.ok]
        if failing:
            self._fail([*_told(failing, self._language), *self._report(failing, tolerance)])

    @property
    def _language(self) -> str:
        return str(self._request.config.getoption("--golden-lang"))

    def _fail(self, lines: list[str]) -> None:
        __tracebackhide__ = True
        pytest.fail("\n".join(lines), pytrace=False)

    def _name(self, name: str | None) -> str:
        from jxprint.golden.baselines import check_name, safe_name

        if name is not None:
            return check_name(name)
        own = safe_name(self._of_test())
        return own if self._calls == 1 else f"{own}-{self._calls}"

    def _of_test(self) -> str:
        """Module, classes and test: baselines of all modules of a folder stand together, with --golden-dir those of all
        folders.
        """
        node, config = self._request.node, self._request.config
        module = node.path.with_suffix("")
        if config.getoption("--golden-dir") and module.is_relative_to(config.rootpath):
            named = list(module.relative_to(config.rootpath).parts)
        else:
            named = [module.name]
        classes = [one.name for one in node.listchain() if isinstance(one, pytest.Class)]
        return ".".join([*named, *classes, node.name])

    def _folder(self) -> Path:
        config = self._request.config
        given = config.getoption("--golden-dir")
        return config.invocation_params.dir / given if given else self._request.path.parent / "golden"

    def _compared(self, page: object, name: str, dpi: float | None, tolerance: Tolerance) -> list[Compared]:
        from jxprint.golden.baselines import DPI, KIB
        from jxprint.golden.checking import Asked, check_source, update_of, write_baselines
        from jxprint.golden.given import source_of

        mark = self._request.node.get_closest_marker("golden_limit")
        kib = int(mark.args[0]) if mark is not None and mark.args else KIB
        asked = Asked(self._folder(), DPI if dpi is None else dpi, tolerance, kib)
        source = source_of(page, asked.dpi, "" if isinstance(page, (str, Path)) else name)
        if not self._request.config.getoption("--update-golden"):
            return list(check_source(source, name, asked))
        update = update_of(source, name, asked)
        write_baselines(asked.folder, [update])
        return list(update.pages)

    def _carry(self, pages: list[Compared], tolerance: Tolerance) -> None:
        if self._request.config.getoption("--golden-report"):
            from jxprint.golden.report import bare_of, label_of, passed_row, section_of

            carried = self._request.node.stash.setdefault(_KEY, [])
            for one in pages:
                both = ("", "") if one.ok else (section_of(one, self._language), bare_of(one, self._language))
                row = passed_row(one, self._language) if one.ok else ""
                test = self._request.node.nodeid
                told = {"label": label_of(one, self._language), "section": both[0], "bare": both[1]}
                carried.append({**told, "row": row, "test": test})

    def _report(self, failing: list[Compared], tolerance: Tolerance) -> list[str]:
        """Where the pictures are: in the report that is asked for, else in one of this test alone."""
        from jxprint.errors import Finding

        file = self._request.config.getoption("--golden-report")
        if not file:
            from jxprint.golden.report import report_html

            file = self._folders.mktemp("golden") / "golden.html"
            file.write_text(report_html(failing, str(tolerance), self._language), encoding="utf-8")
        return [_said(Finding("golden.see", args={"file": str(file)}), self._language)]


def _said(finding: Any, language: str) -> str:
    from jxprint.messages import one_line, render

    return one_line(render(finding, language))


def _told(failing: list[Compared], language: str) -> list[str]:
    """Why a test fails: counts, what moved, and where."""
    lines: list[str] = []
    for one in failing:
        lines += [_said(finding, language) for finding in one.findings]
        lines += [f"  {_said(finding, language)}" for finding in (*one.moved, *one.regions)[:_MOST_TOLD]]
    return lines


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A test's comparisons go with its report."""
    report = yield
    if carried := item.stash.get(_KEY, None):
        setattr(report, _CARRIED, carried)
        item.stash[_KEY] = []
    return report


class _Gatherer:
    """Gathers what all tests carry, and writes the report; in the process that speaks to people alone."""

    def __init__(self, file: Path, language: str) -> None:
        self._file = file
        self._language = language
        self._gathered: list[dict[str, str]] = []
        self._bytes = 0
        self._told = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Of this process or of another."""
        carried: list[dict[str, str]] = getattr(report, _CARRIED, [])
        if not carried:
            return
        from jxprint.golden.report import MOST_BYTES

        for one in carried:
            section = one["section"] if self._bytes < MOST_BYTES else one["bare"]
            self._bytes += len(section)
            self._gathered.append({**one, "section": section})

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Write the report; a run whose report is not there is no success."""
        from jxprint.errors import Finding, OutputError
        from jxprint.golden.report import assembled
        from jxprint.writers.files import write_whole

        its = sorted(self._gathered, key=lambda one: one["test"])
        sections = [(one["label"], one["section"]) for one in its if one["section"]]
        html = assembled(sections, [one["row"] for one in its if one["row"]], "", self._language)
        try:
            write_whole(self._file, html.encode("utf-8"))
            self._told = _said(Finding("golden.see", args={"file": str(self._file)}), self._language)
        except OutputError as refusal:
            self._told = "\n".join(_said(finding, self._language) for finding in refusal.findings)
            if session.exitstatus == pytest.ExitCode.OK:
                session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say where it is."""
        terminalreporter.section("golden images")
        terminalreporter.line(self._told)
