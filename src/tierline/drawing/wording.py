"""The words on the picture: what a step does in one line, what it says in two, what leads on."""

import textwrap
from collections.abc import Sequence

from tierline.ivr.graph import Group, Node, Way

LABEL_COLUMNS = 20

_BY = {
    "silent": "silence",
    "wrong": "wrong key",
    "failed": "given up",
    "declined": "declined",
    "chosen": "chosen",
    "keyed": "keyed",
    "else": "else",
    "then": "",
}
_ROLES = {
    "tty": "text telephones",
    "spent": "patience spent",
    "answers": "offers the answers",
    "waiting": "from the line",
}


def title(group: Group) -> str:
    return group.name or "main flow"


def of_ways(ways: Sequence[Way]) -> list[str]:
    """As `1, 2, silence`, on lines that are not long; empty where there is only one way on."""
    words = ", ".join(word for way in ways if (word := _way(way)))
    return textwrap.wrap(words, LABEL_COLUMNS, break_long_words=False)


def _way(way: Way) -> str:
    match way.by:
        case "key":
            return way.name
        case "outcome" | "if":
            return way.name
        case by:
            return _BY[by]


def of_kind(node: Node) -> str:
    """As `look_up: hours`."""
    kind = f"{node.kind}: {node.about}" if node.about else node.kind
    return " · ".join([kind, *(_ROLES[role] for role in node.roles if role in _ROLES)])


def of_keys(node: Node) -> str:
    """Which keys lead here from everywhere; empty for most steps."""
    return f"key {' or '.join(node.keys)} from every step" if node.keys else ""


def shortened(text: str, columns: int, lines: int) -> list[str]:
    """The beginning of a text, with an ellipsis where more follows."""
    return textwrap.wrap(text, columns, max_lines=lines, placeholder=" …")
