"""Where a fact of the agency's data comes from, and whether anyone has checked it."""

from datetime import date

import msgspec


class Sourced(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of every entry that states a fact about the world. `verified` is true only for what the named
    source itself says; what is not verified may be used, but is never told to a caller as certain."""

    source: str
    verified: bool
    as_of: date
