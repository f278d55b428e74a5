"""What the parser of arguments refuses, as findings of our own catalogue: one voice, both languages."""

from __future__ import annotations

from difflib import get_close_matches

import click

from jxprint.errors import Finding, UsageError


def usage_error(refusal: click.ClickException, commands: tuple[str, ...]) -> UsageError:
    """Translate what click refused. `commands` are the subcommands there are, for the nearest name."""
    context = getattr(refusal, "ctx", None)
    path = context.command_path if context is not None else "jxprint"
    return UsageError(_finding(refusal, path, commands))


def _finding(refusal: click.ClickException, path: str, commands: tuple[str, ...]) -> Finding:
    help_at = {"command": f"{path} --help"}
    if isinstance(refusal, click.NoSuchOption):
        return Finding("command.no_such_option", args={"option": refusal.option_name, **help_at})
    if isinstance(refusal, click.MissingParameter):
        return Finding("command.missing", args={"name": _name(refusal), **help_at})
    if isinstance(refusal, click.BadParameter):
        return Finding("command.bad_value", args={"name": _name(refusal), "reason": refusal.message, **help_at})
    if name := getattr(refusal, "command_name", None):
        nearest = get_close_matches(name, commands, n=1)
        if nearest:
            return Finding("command.no_such_command_near", args={"name": name, "nearest": nearest[0]})
        return Finding("command.no_such_command", args={"name": name, "commands": commands})
    return Finding("command.usage", args={"reason": refusal.message, **help_at})


def _name(refusal: click.BadParameter) -> str:
    """The parameter as it is typed: `-o` or `DIR`."""
    parameter = refusal.param
    if parameter is None:
        return str(refusal.param_hint or "")
    return " / ".join(parameter.opts) if isinstance(parameter, click.Option) else parameter.human_readable_name
