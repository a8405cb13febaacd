"""How long silence may last before it counts as an answer."""

import msgspec


class Relay(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Callers for whom somebody types: by a relay service (711), or on a text telephone of their own.

    Relay operators type at least 60 words a minute (47 CFR 64.604(a)(1)(iii)), which is also what a text
    telephone carries (45.45 baud). `reply_seconds` are for the caller to read, think and type back, and for
    the operator to press the key. `numbers` are the beginnings, in E.164, of those that relay services call
    from.
    """

    words_per_minute: float = 60.0
    reply_seconds: float = 30.0
    numbers: tuple[str, ...] = ()

    def calls_from(self, number: str | None) -> bool:
        return number is not None and any(number.startswith(beginning) for beginning in self.numbers)


def seconds_to_wait(base: float, words_said: int, relay: Relay | None) -> float:
    """Silence after a prompt of so many words that counts as no key chosen; `base` is for callers who hear it
    themselves, and `relay` is None for them. For the others never less than the time to type all of the
    prompt and then to answer. Only for the first key after a prompt: between keys an operator is as fast as
    anyone."""
    if relay is None:
        return base
    return max(base, words_said / relay.words_per_minute * 60 + relay.reply_seconds)
