"""What is written a second time under a name that was given."""

from collections.abc import Hashable, Iterable, Iterator


def repeated(names: Iterable[Hashable]) -> Iterator[int]:
    """The places of those that came before."""
    seen: set[Hashable] = set()
    for nth, name in enumerate(names):
        if name in seen:
            yield nth
        seen.add(name)
