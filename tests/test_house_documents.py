"""What the documents name exists: paths, modules, targets, commands. A document that lies is a defect."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import jxprint
from jxprint.cli import ROOMS
from jxprint.errors import JxprintError

TREE = Path(__file__).resolve().parent.parent

SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
PATH = re.compile(r"[\w.*-]+(?:/[\w.*-]*)+|\.?[\w-]+\.(?:md|toml|txt|py|yaml)")
DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
MADE_BY_MACHINES = re.compile(r"^(?:[A-Z_]+=\S+ )*make (.+)$", re.MULTILINE)
TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)

# Made by the commands, and so not in the tree.
MADE = ("out/", ".venv")


def read(name: str) -> str:
    """A document of the tree."""
    return (TREE / name).read_text(encoding="utf-8")


def prose(name: str) -> str:
    """A document without its code blocks."""
    return FENCE.sub("", read(name))


def commands(name: str) -> Iterator[str]:
    """Lines of a document's shell blocks, without comments and prompts."""
    for language, block in FENCE.findall(read(name)):
        if language in ("console", "sh", "bash"):
            for line in block.splitlines():
                if stripped := line.removeprefix("$ ").partition("  #")[0].strip():
                    yield stripped


def targets() -> set[str]:
    """The Makefile's targets that people type."""
    return set(TARGET.findall(read("Makefile")))


def resolved(dotted: str) -> bool:
    """Whether a dotted name is a module of ours or something in one."""
    parts = dotted.split(".")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"])
def test_every_path_that_a_document_names_is_in_the_tree(document: str) -> None:
    """A file or folder in backticks is there; a star stands for any name, and a bare name may be a page's file."""
    missing = [
        span
        for span in SPAN.findall(prose(document))
        if PATH.fullmatch(span)
        and not span.startswith(MADE)
        and not any(TREE.glob(span.rstrip("/")))
        and not any(TREE.glob(f"layout/*/{span.rstrip('/')}"))
    ]
    assert not missing, missing


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"])
def test_every_module_that_a_document_names_is_there(document: str) -> None:
    """`jxprint.room.name` in backticks can be imported, or is something in a module that can."""
    named = [span for span in SPAN.findall(prose(document)) if DOTTED.fullmatch(span) and span.startswith("jxprint.")]
    assert not [span for span in named if not resolved(span)]


def test_every_room_has_its_place_in_the_architecture() -> None:
    """A room that ARCHITECTURE.md does not speak of has no reason yet."""
    told = read("ARCHITECTURE.md")
    rooms = [path.name for path in (TREE / "jxprint").iterdir() if (path / "__init__.py").exists()]
    assert not [room for room in rooms if f"`jxprint/{room}/`" not in told]


def test_commands_of_the_documents_can_be_typed() -> None:
    """`make` has the target; `jxprint` has the command, and its arguments parse."""
    for document in ("README.md", "CONTRIBUTING.md"):
        for line in commands(document):
            words = shlex.split(line)
            if words[0] == "make":
                assert set(words[1:]) <= targets(), line
            elif words[0] == "jxprint":
                assert_parses(words[1:], line)


def assert_parses(words: list[str], line: str) -> None:
    """The subcommand's own parser takes the arguments."""
    assert words[0] in ROOMS or words[0].startswith("--"), line
    if words[0] in ROOMS:
        command = import_module(ROOMS[words[0]][0]).command("en")
        command.make_context(words[0], words[1:], resilient_parsing=False)


def test_readme_shows_every_subcommand() -> None:
    """What the command line can do is in README."""
    told = read("README.md")
    assert not [name for name in ROOMS if f"jxprint {name}" not in told]


def test_readme_lists_every_exit_code() -> None:
    """One row an exception class, with its code and its name."""
    told = read("README.md")
    errors: list[type[JxprintError]] = [JxprintError, *JxprintError.__subclasses__()]
    for error in errors:
        assert re.search(rf"^\| {error.exit_code} \|.*`{error.__name__}`", told, re.MULTILINE), error


def test_readme_shows_the_api_as_it_is() -> None:
    """Every `jxprint.name` in README's Python is public."""
    for language, block in FENCE.findall(read("README.md")):
        if language == "python":
            compile(block, "README.md", "exec")
            assert set(re.findall(r"jxprint\.(\w+)", block)) <= set(dir(jxprint))


def test_people_hooks_and_machines_run_the_same_commands() -> None:
    """CONTRIBUTING.md, the pre-commit file and .ci/run name the project's own targets, and each is in the first."""
    contributing = set(commands("CONTRIBUTING.md"))
    hooks = set(re.findall(r"entry: (.+)", read(".pre-commit-config.yaml")))
    made = MADE_BY_MACHINES.findall(read(".ci/run"))
    machines = {f"make {word}" for words in made for word in words.split() if not word.startswith("-")}
    assert hooks
    assert machines >= {"make lint", "make test", "make judges"}
    assert hooks <= contributing
    assert machines <= contributing
    assert {line for line in contributing if line.startswith("make ")} <= {f"make {name}" for name in targets()}


def test_the_changelog_speaks_of_this_version() -> None:
    """The version of the package has a heading in CHANGELOG.md."""
    assert re.search(rf"^## {re.escape(jxprint.__version__)}\b", read("CHANGELOG.md"), re.MULTILINE)
