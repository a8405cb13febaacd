"""Fills the parts of a page that are made from the code, between comments that name them."""

from collections.abc import Callable, Mapping

from tierline.reference import questions

SECTIONS: Mapping[str, Callable[[], str]] = {"look-ups": questions.look_ups, "values": questions.values}


def filled(page: str) -> str:
    """`<!-- look-ups -->…<!-- /look-ups -->` anew. Raises ValueError for a page that lacks one of them."""
    for name, made in SECTIONS.items():
        before, begins, rest = page.partition(f"<!-- {name} -->\n")
        _, ends, after = rest.partition(f"<!-- /{name} -->")
        if not begins or not ends:
            raise ValueError(f"the page has no section <!-- {name} --> … <!-- /{name} -->")
        page = f"{before}{begins}\n{made()}\n\n{ends}{after}"
    return page
