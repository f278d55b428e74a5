"""Sentences of seals and manifests: what a file carries so that it can be checked alone."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {}
