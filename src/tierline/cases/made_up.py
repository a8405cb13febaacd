"""Makes up sample cases: the same ones every time for the same seed, of every form and status, on paper and
electronic, at home, moved and overseas."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from tierline.cases.sample_data import Form, NamedCase, SampleCases
from tierline.offices.office import Office

_ELECTRONIC = "IOE"
_PROTECTED_FORM = "I-360"
_NEWEST = date(2026, 11, 20)


def made_up(sample: SampleCases, offices: Sequence[Office]) -> Iterator[NamedCase]:
    """`sample.count` cases, none with the receipt number of a named one."""
    random = Random(sample.seed)  # noqa: S311 - sample data, not secrets
    taken = {case.receipt for case in sample.cases}
    homes = [office.id for office in offices if office.kind != "appeals"]
    for serial in range(sample.count):
        form = sample.forms[serial % len(sample.forms)]
        status = sample.statuses[serial // len(sample.forms) % len(sample.statuses)].id
        case = _case(random, sample, form, status, homes, serial)
        while case.receipt in taken:
            case = _case(random, sample, form, status, homes, serial)
        taken.add(case.receipt)
        yield case


def _case(
    random: Random, sample: SampleCases, form: Form, status: str, homes: Sequence[str], serial: int
) -> NamedCase:
    letters = random.choice(form.begins)
    received = _NEWEST - timedelta(days=random.randrange(30, 1200))
    return NamedCase(
        receipt=letters + _digits(random, letters, received),
        form=form.form,
        status=status,
        received=received,
        updated=received + timedelta(days=random.randrange((_NEWEST - received).days)),
        applicant=f"Sample Applicant {random.choice(sample.names)} {random.choice(sample.names)}",
        date_of_birth=date(1940, 1, 1) + timedelta(days=random.randrange(25_000)),
        zip=f"{random.randrange(501, 99_951):05}",
        file_office=_file_office(random, letters, sample.began_at[letters], homes),
        processing_office=sample.began_at[letters],
        identity=_identity(sample, serial),
        flags=frozenset({"protected"}) if form.form == _PROTECTED_FORM else frozenset(),
    )


def _identity(sample: SampleCases, serial: int) -> dict[str, str]:
    """By a chance of its own, so that all else of a case is as it was before cases had this."""
    random = Random(f"{sample.seed} {serial}")  # noqa: S311 - sample data, not secrets
    countries = sample.countries or ("Elsewhere",)
    return {
        "alien_number": f"A{random.randrange(10**8, 10**9)}",
        "country_of_birth": random.choice(countries),
    }


def _digits(random: Random, letters: str, received: date) -> str:
    """Fiscal year, computer workday and sequence; electronic receipts do not follow that."""
    if letters == _ELECTRONIC:
        return f"09{random.randrange(10**8):08}"
    begins = date(received.year - (received.month < 10), 10, 1)
    workday = (received - begins).days * 5 // 7 + 1
    return f"{(begins.year + 1) % 100:02}{workday:03}{random.randrange(10**5):05}"


def _file_office(random: Random, letters: str, began_at: str, homes: Sequence[str]) -> str:
    """Half have stayed where they began; the rest moved to some other office, the number staying the same."""
    if letters == _ELECTRONIC:
        return "electronic"
    return began_at if random.random() < 0.5 else random.choice(homes)
