"""The agency's forms, as callers ask for them by the digits of their number."""

import msgspec

from tierline.offices.provenance import Sourced


class Form(Sourced, frozen=True):
    """`name` as it is printed ("N-400"), `keys` its digits; `fee` in the agency's currency, as a decimal,
    None where none is published. `titles` by language. `verified` is about the fee."""

    name: str
    keys: str
    titles: dict[str, str]
    fee: str | None = None


class FormsFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`forms.yaml`. `currency` is an ISO 4217 code."""

    currency: str = "USD"
    forms: tuple[Form, ...] = ()

    def keyed(self, keys: str) -> Form | None:
        return next((form for form in self.forms if form.keys == keys), None)
