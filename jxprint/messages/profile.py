"""Sentences of profiles: what press and archive demand of a page, and what of it a page does not meet."""

from __future__ import annotations

from jxprint.messages import Message

MESSAGES: dict[str, Message] = {
    "profile.unknown": Message(
        "there is no profile {name}",
        "profiles are {known}",
        "没有名为 {name} 的输出规格",
        "输出规格有：{known}",
    ),
}
