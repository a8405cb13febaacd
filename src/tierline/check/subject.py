"""The agency under examination: its parts, each as far as it can be read, and where they are written."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path as FilePath
from zoneinfo import ZoneInfo

from tierline.agency.files import Files
from tierline.agency.flow_file import step_path
from tierline.agency.folder import flow_of, profile_of, read_parts, tiers_of
from tierline.agency.messages import Messages
from tierline.agency.yaml_lines import Path
from tierline.calls.place import Spot
from tierline.check.finding import Finding, Rule
from tierline.check.known import Known, known_at
from tierline.check.ways import Spots, walked
from tierline.ivr.flow import Flow
from tierline.ivr.steps import AnyStep
from tierline.ports.agency import Profile
from tierline.staff.tiers import TiersFile


class Subject:
    """Its parts raise `Unreadable` where their file is missing or cannot be used: what depends on it is not
    looked at, and what keeps it from being read is a finding of its own. `now` is when it is checked."""

    def __init__(self, files: Files, now: datetime, recordings: FilePath | None = None) -> None:
        self.reading = read_parts(files)
        self.messages = Messages(files)
        self.now = now
        self.recordings = recordings

    @property
    def profile(self) -> Profile:
        return profile_of(self.reading)

    @property
    def languages(self) -> tuple[str, ...]:
        return self.profile.languages

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.profile.time_zone)

    @property
    def tiers(self) -> TiersFile:
        return tiers_of(self.reading)

    @property
    def flow(self) -> Flow:
        return flow_of(self.reading)

    @cached_property
    def spots(self) -> Spots:
        """Where a call can be, and where it can go from there."""
        return walked(self.flow)

    @cached_property
    def known(self) -> dict[Spot, Known]:
        """What is known of a call at each of them, whichever way it came."""
        return known_at(self.flow, self.spots)

    def steps(self) -> Iterator[tuple[str, AnyStep]]:
        yield from self.flow.steps.items()

    def at(self, rule: Rule, file: str, path: Path, message: str) -> Finding:
        return Finding(file, self.reading.line(file, path), rule.name, message)

    def at_step(self, rule: Rule, step: str, message: str, *within: str | int) -> Finding:
        """`within` leads through the step as it is written: `"keys", "1"`."""
        file, path = step_path(step)
        return self.at(rule, file, (*path, *within), message)

    def at_prompt(self, rule: Rule, prompt: str, language: str, message: str) -> Finding:
        line = self.messages.line(prompt, language)
        return Finding(f"prompts/{language}.ftl", line, rule.name, message)
