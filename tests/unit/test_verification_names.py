"""Names are compared kindly, and never so kindly that another name passes."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tierline.staff.verification.names import same_name

written = st.text(alphabet="abdeghijklmnoprstuyzáéíñóúüçšłø -'", max_size=30)
word = st.text(alphabet="bcdfgklmnprstz", min_size=3, max_size=8)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("José García-López", "JOSE GARCIA LOPEZ"),
        ("García López, José", "Jose Garcia Lopez"),
        ("Nguyễn Văn Đạo", "Dao Van Nguyen"),
        ("Pat O’Brien", "O Brien Pat"),
        ("Maria de la Cruz", "Delacruz, Maria"),
        ("Yousef Al-Hassan", "Yusuf Alhasan"),
        ("Ana Maria Lopez", "Ana Lopez"),
        ("Ana Maria Lopez", "Ana M. Lopez"),
        ("Jörg Müller", "Joerg Mueller"),
        ("Łukasz Wójcik", "Lukasz Wojcik"),
        ("Tatyana Ivanova", "Tatiana Ivanova"),
        ("Maksim Sergeyev", "Maxim Sergeiev"),
        ("Muhammad Khan", "Mohammed Khan"),
        ("Иван Петрович Щербаков", "Ivan Shcherbakov"),
        ("Юлия Петрова", "Petrova, Iuliia"),
        ("अमित कुमार", "Amit Kumar"),
        ("李明", "Li Ming"),
    ],
)
def test_one_name_in_two_ways_of_writing(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Lopez", "Ana Gomez"),
        ("Ana Lopez", "Eva Lopez"),
        ("Ana Lopez", "Ana"),
        ("Ana Lopez", "A. Lopez"),
        ("Jose Luis Rodriguez", "Jose Luis"),
        ("Ana Maria Lopez", "Ana Rosa Lopez"),
        ("Ana Maria Lopez", "Maria Lopez"),
        ("Ana Lopez", ""),
        ("", ""),
        ("-", "'"),
    ],
)
def test_other_names_stay_others(one: str, other: str) -> None:
    assert not same_name(one, other)


@given(written, written)
def test_it_does_not_matter_which_is_the_record(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)


@given(written)
def test_accents_and_capitals_do_not_matter(name: str) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    assert same_name(name, plain.upper()) == same_name(name, name)


@given(st.lists(word, min_size=2, max_size=4), st.lists(word, min_size=2, max_size=4))
def test_names_with_no_part_in_common_are_of_two_people(one: list[str], other: list[str]) -> None:
    apart = [part for part in other if not any(same_name(part, own) for own in one)]
    if apart and "".join(apart) != "".join(one):
        assert not same_name(" ".join(one), " ".join(apart))
