"""click's commands with their help in the reader's own language, and subcommands that are loaded when they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

import click

from jxprint.cli.streams import say
from jxprint.errors import Finding, UsageError
from jxprint.messages import LANGUAGES, text

# What a command's function is called with is decided by its parameters; click passes them by name.
Run = Callable[..., None]

_HEADINGS = {"Options": "选项", "Commands": "命令"}
# What stands for standard input and output.
_STREAM = "-"
# What click puts into a usage line and behind a help text, by itself and in English.
_CLICKS = {
    "[OPTIONS]": "[选项]",
    "[COMMAND]": "[命令]",
    "[ARGS]...": "[参数]...",
    "[required]": "[必需]",
}


class ChineseFormatter(click.HelpFormatter):
    """Help with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line under its Chinese name."""
        super().write_usage(prog, _translated(args), "用法：" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """A heading of click's, in Chinese, with the full-width colon."""
        self.write(f"{'':>{self.current_indent}}{_HEADINGS.get(heading, heading)}：\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of terms and what they mean."""
        super().write_dl([(term, _translated(told)) for term, told in rows], col_max, col_spacing)


def _translated(told: str) -> str:
    for english, chinese in _CLICKS.items():
        told = told.replace(english, chinese)
    return told


class SpokenContext(click.Context):
    """A context whose help is written in the language of its Session (`obj`)."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter for the session's language."""
        if self.obj is not None and self.obj.language == "zh":
            return ChineseFormatter(width=self.terminal_width, max_width=self.max_content_width)
        return super().make_formatter()


def shared_options(language: str) -> list[click.Parameter]:
    """`--lang`, `--debug` and `--help`: read by Session already, declared here so that the parser accepts them."""
    return [
        click.Option(
            ["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=text("command.help.lang", language)
        ),
        click.Option(["--debug"], is_flag=True, expose_value=False, hidden=True),
        click.Option(
            ["--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_show_help,
            help=text("command.help.help", language),
        ),
    ]


def json_option(language: str) -> click.Option:
    """`--json`, for the commands that answer machines; Session has read it already."""
    return click.Option(["--json"], is_flag=True, expose_value=False, help=text("command.help.json", language))


def limits_option(language: str) -> click.Option:
    """`--limits`, for the commands that open files of other programs."""
    return click.Option(
        ["--limits"],
        metavar="TIMES",
        type=click.FloatRange(1, 1000),
        default=1.0,
        help=text("command.help.check_limits", language),
    )


def _show_help(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        say(context.get_help())
        context.exit()


class SpokenCommand(click.Command):
    """A subcommand: `key` names its help in the catalogue; its function is called with the Session first."""

    context_class = SpokenContext

    def __init__(self, name: str, language: str, key: str, run: Run, params: Sequence[click.Parameter]) -> None:
        super().__init__(
            name,
            callback=click.pass_obj(run),
            params=[*params, *shared_options(language)],
            help=text(key, language),
            add_help_option=False,
            no_args_is_help=False,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What was given. Raises UsageError for `-` where neither standard input nor output is meant: as a name it
        would be that of a folder or a file, which is not what anybody means by it.
        """
        rest = super().parse_args(ctx, args)
        wrong = [param for param in self.params if _is_name_alone(param) and _STREAM in _given(ctx, param)]
        if wrong:
            raise UsageError(*(Finding("command.no_stream", args={"name": _shown_name(one)}) for one in wrong))
        return rest


def _is_name_alone(param: click.Parameter) -> bool:
    """Whether a parameter is the name of something, and of no stream (click's `allow_dash`)."""
    return isinstance(param.type, click.Path) and not param.type.allow_dash


def _given(ctx: click.Context, param: click.Parameter) -> tuple[str, ...]:
    value = ctx.params.get(param.name or "")
    return tuple(map(str, value)) if isinstance(value, tuple) else (str(value),)


def _shown_name(param: click.Parameter) -> str:
    """A parameter as help has it: the longest form of an option, else what stands for the argument."""
    return max(param.opts, key=len) if isinstance(param, click.Option) else (param.metavar or "").strip("[].")


class SpokenGroup(click.Group):
    """A subcommand that has subcommands of its own."""

    context_class = SpokenContext

    def __init__(self, name: str, language: str, key: str) -> None:
        super().__init__(
            name,
            params=shared_options(language),
            help=text(key, language),
            add_help_option=False,
            no_args_is_help=False,
            invoke_without_command=True,
            callback=_no_command,
        )

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Its commands with their lines."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, one.short_help or "") for name, one in self.commands.items()])


class RoomGroup(click.Group):
    """The `jxprint` command. A subcommand's module is imported when that subcommand is asked for.

    `rooms` maps a subcommand to its module, which has `command(language)`, and to the key of its one-line help, so
    that the list of commands imports none of them.
    """

    context_class = SpokenContext

    def __init__(self, language: str, rooms: dict[str, tuple[str, str]], version: str) -> None:
        super().__init__(
            "jxprint",
            params=[
                click.Option(
                    ["--version"],
                    is_flag=True,
                    is_eager=True,
                    expose_value=False,
                    callback=_version_callback(version),
                    help=text("command.help.version", language),
                ),
                *shared_options(language),
            ],
            help=text("command.help.jxprint", language),
            add_help_option=False,
            no_args_is_help=False,
            invoke_without_command=True,
            callback=_no_command,
        )
        self._language = language
        self._rooms = rooms

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The subcommands, in the order in which a page passes through them."""
        return list(self._rooms)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one subcommand."""
        if cmd_name not in self._rooms:
            return None
        command: click.Command = import_module(self._rooms[cmd_name][0]).command(self._language)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the catalogue alone."""
        rows = [(name, text(key, self._language)) for name, (_, key) in self._rooms.items()]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


def _version_callback(version: str) -> Callable[[click.Context, click.Parameter, bool], Any]:
    def show(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
        if wanted and not context.resilient_parsing:
            say(f"jxprint {version}")
            context.exit()

    return show


@click.pass_context
def _no_command(context: click.Context) -> None:
    """`jxprint` alone shows what there is, as `jxprint --help` does."""
    if context.invoked_subcommand is None:
        say(context.get_help())
