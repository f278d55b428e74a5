"""Sentences of the room `checks`."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {}
