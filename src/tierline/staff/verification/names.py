"""Whether two ways of writing a name are of one person's: kind to how names are spelled, never to another
name."""

import re

from tierline.staff.verification.letters import words

_SOUNDS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("ph", "f"),
    ("kh", "h"),
    ("ck", "k"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
)
"""What one letter or sound of German, Russian, Ukrainian, Arabic, Hebrew or Persian is commonly written as in
Latin letters, one way or the other: Müller and Mueller, Tatyana and Tatiana, Maxim and Maksim, Yousef and
Yusef. Replaced in this order."""

_ONE_NAME = {
    "muhamad": "mohamed",
    "muhamed": "mohamed",
    "mohamad": "mohamed",
    "mohamud": "mohamed",
    "ahmad": "ahmed",
    "iusef": "iusuf",
    "husein": "husain",
    "abdel": "abdul",
}
"""Given names whose vowels are written in many ways, after the sounds: each by one of them."""

_PARTICLES = frozenset(
    {
        "de",
        "del",
        "la",
        "las",
        "los",
        "da",
        "das",
        "do",
        "dos",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "al",
        "el",
        "bin",
        "ben",
        "ibn",
        "abu",
        "mac",
        "mc",
        "o",
        "san",
        "santa",
        "st",
    }
)
"""Written apart from what follows, or as one with it."""

_DOUBLED = re.compile(r"(.)\1+")


def same_name(one: str, other: str) -> bool:
    """Equal but for: capitals, accents, apostrophes, hyphens and spaces; the order of the parts, so that the
    family name may come first; a particle written apart or not; the letters of a common transliteration, and
    doubled letters. Middle parts of the longer name may be left out, or be an initial; its first and its last
    part have to be there in full. A name of which nothing is left is equal to none."""
    first, second = parts(one), parts(other)
    if not first or not second:
        return False
    if "".join(first) == "".join(second):
        return True
    joined = _joined(first), _joined(second)
    return any(_told_by(a, b) or _told_by(b, a) for a, b in ((first, second), joined))


def parts(name: str) -> list[str]:
    """As they are compared. "Family, Given" is turned round."""
    family, comma, given = name.partition(",")
    turned = f"{given} {family}" if comma and "," not in given else name
    return [_sound(word) for word in words(turned)]


def _sound(word: str) -> str:
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    plain = _DOUBLED.sub(r"\1", word)
    return _ONE_NAME.get(plain, plain)


def _joined(name: list[str]) -> list[str]:
    """Particles at one with what follows."""
    joined, before = [], ""
    for part in name:
        before += part
        if part not in _PARTICLES:
            joined.append(before)
            before = ""
    return [*joined, before] if before else joined


def _told_by(given: list[str], full: list[str]) -> bool:
    """Whether `given` is this name, with middle parts left out or as initials."""
    rest = list(given)
    for end in {0, len(full) - 1}:
        if full[end] not in rest:
            return False
        rest.remove(full[end])
    middle = full[1:-1]
    for part in rest:
        meant = part if part in middle else next((m for m in middle if _initial(part, m)), None)
        if meant is None:
            return False
        middle.remove(meant)
    return True


def _initial(one: str, other: str) -> bool:
    return one[0] == other[0] and 1 in (len(one), len(other))
