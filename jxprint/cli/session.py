"""What one call of the command line knows before any command runs: the reader's language and how to answer."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from jxprint.messages import LANGUAGES


class Session(Struct, frozen=True):
    """`language` is `en` or `zh`; `json` answers machines on standard output; `debug` shows a defect's traceback."""

    language: str = "en"
    json: bool = False
    debug: bool = False


def session_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Session:
    """Read the options that all commands share straight from the arguments.

    They are needed before the arguments are parsed: help texts and complaints about the arguments themselves are
    written in the reader's language. A wrong value is left for the parser to refuse.
    """
    options = tuple(_options(arguments))
    language = ""
    for index, option in enumerate(options):
        if option == "--lang" and index + 1 < len(options):
            language = options[index + 1]
        elif option.startswith("--lang="):
            language = option.partition("=")[2]
    return Session(
        language=language if language in LANGUAGES else language_of(environment),
        json="--json" in options,
        debug="--debug" in options,
    )


def _options(arguments: Sequence[str]) -> Iterator[str]:
    """The arguments up to `--`, behind which nothing is an option."""
    for argument in arguments:
        if argument == "--":
            return
        yield argument


def language_of(environment: Mapping[str, str]) -> str:
    """The language of the locale, by POSIX's order of variables; on Windows, which sets none, the desktop's."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "zh" if value.lower().startswith(("zh", "chinese")) else "en"
    return _desktop_language()


def _desktop_language() -> str:
    if sys.platform == "win32":
        import ctypes

        # The low ten bits of a LANGID are the primary language; 4 is Chinese.
        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == 4 else "en"
    return "en"
