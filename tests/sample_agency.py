"""The sample agency's tables, as its folder has them. None of them changes, and each is read once."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml

from tierline.agency.yaml_lines import Loader
from tierline.offices.countries import CountriesFile
from tierline.offices.directory import Directory
from tierline.offices.jurisdictions import JurisdictionsFile
from tierline.offices.office import OfficesFile
from tierline.scripts.script import Script

FOLDER = Path(__file__).parents[1] / "agencies" / "uscis"

T = TypeVar("T")


@cache
def written(name: str) -> object:
    return yaml.load((FOLDER / name).read_text(encoding="utf-8"), Loader=Loader)


def read(name: str, type_: type[T]) -> T:
    return msgspec.convert(written(name), type=type_)


@cache
def directory() -> Directory:
    return Directory(
        read("offices.yaml", OfficesFile),
        read("countries.yaml", CountriesFile),
        read("jurisdictions.yaml", JurisdictionsFile),
    )


def scripts() -> tuple[Script, ...]:
    return tuple(read(f"scripts/{path.name}", Script) for path in sorted((FOLDER / "scripts").iterdir()))
