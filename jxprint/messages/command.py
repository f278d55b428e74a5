"""Sentences of the room `command`."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {}
