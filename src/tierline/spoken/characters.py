"""Characters said one at a time, with pauses at which they can be written down."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby


def one_by_one(text: str) -> str:
    """ "V S C, 2 1 9": a pause where the text has a dash or a space, and between letters and digits. Raises
    ValueError when there is nothing to say."""
    return _said(_runs(text))


def in_groups(text: str, sizes: Sequence[int] = ()) -> str:
    """ "V S C, 2 1 9 0, …": like `one_by_one`, but in groups of these sizes, or else with long runs of digits
    cut into threes and fours. Raises ValueError when the sizes do not add up to what is there."""
    if not sizes:
        return _said(group for run in _runs(text) for group in _cut(run, _by_memory(run)))
    characters = "".join(_runs(text))
    if sum(sizes) != len(characters):
        raise ValueError(
            f"{len(characters)} characters do not fit into groups of {', '.join(map(str, sizes))}"
        )
    return _said(_cut(characters, sizes))


def _runs(text: str) -> list[str]:
    words = re.findall(r"[^\W_]+", text)
    return ["".join(run) for word in words for _, run in groupby(word, str.isdigit)]


def _by_memory(run: str) -> Sequence[int]:
    """Threes, and a four rather than a single one at the end: what people hold until it is written."""
    count = len(run)
    if count <= 4 or not run.isdigit():
        return [count]
    threes, rest = divmod(count, 3)
    if rest == 1:
        return [3] * (threes - 1) + [4]
    return [3] * threes + ([rest] if rest else [])


def _cut(run: str, sizes: Sequence[int]) -> list[str]:
    ends = [sum(sizes[: n + 1]) for n in range(len(sizes))]
    return [run[end - size : end] for size, end in zip(sizes, ends, strict=True)]


def _said(groups: Iterable[str]) -> str:
    said = ", ".join(" ".join(group.upper()) for group in groups)
    if not said:
        raise ValueError("there is no letter or digit in it")
    return said
