"""An agency's folder, read once for any number of rehearsals."""

from functools import cached_property
from pathlib import Path

from tierline.agency import Messages, load
from tierline.cases.made_up import made_up
from tierline.cases.sample_file import BadSample, read_sample
from tierline.ports.agency import Agency
from tierline.ports.case_system import CaseRecord

SAMPLE = "sample-cases.yaml"


class Folder:
    """Raises BadAgency."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.agency: Agency = load(path)
        self.messages = Messages(path / "prompts")

    @cached_property
    def sample(self) -> tuple[CaseRecord, ...]:
        """The agency's sample cases, as a center on trial has them; none where it has no such file. Raises
        BadSample."""
        file = self.path / SAMPLE
        return self.cases(file) if file.exists() else ()

    def cases(self, file: Path) -> tuple[CaseRecord, ...]:
        """Those of another file of the same form. Raises BadSample."""
        sample = read_sample(file)
        written = (*sample.cases, *made_up(sample, self.agency.directory.offices))
        try:
            return tuple(sample.record(case) for case in written)
        except KeyError as unlisted:
            raise BadSample(
                f"{file}: a case has the status or form {unlisted}, which is not listed"
            ) from None
