"""Sentences of the room `copy`."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {}
