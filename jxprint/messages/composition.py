"""Sentences of the room `composition`."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {}
