"""The body of a request to another system, as an agency writes it: any JSON, with {places} in its texts."""

import re
from collections.abc import Mapping
from typing import Any


def filled(template: object, values: Mapping[str, str]) -> Any:
    """Each {name} of `values` by its value, in one go: a value that itself has {name} in it stays so."""
    return _filled(re.compile(r"\{(" + "|".join(map(re.escape, values)) + r")\}"), template, values)


def _filled(places: re.Pattern[str], template: object, values: Mapping[str, str]) -> Any:
    match template:
        case str():
            return places.sub(lambda place: values[place[1]], template)
        case dict():
            return {name: _filled(places, value, values) for name, value in template.items()}
        case list():
            return [_filled(places, value, values) for value in template]
        case _:
            return template
