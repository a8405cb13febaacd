"""Finds scripts by their words, in whatever language these are typed: accents and capitals make no
difference, the beginning of a word is enough, or another form of it, and one wrong letter is forgiven where
nothing is found so."""

import re
import unicodedata
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tierline.scripts.script import Script
from tierline.scripts.stems import Stems

Named = tuple[str, int]
"""A script by id and version."""

_WORD = re.compile(r"[^\W_]+")
_IN_TITLE, _IN_TOPIC, _IN_TEXT = 8, 4, 2
"""What a word counts for, by where it stands; half of it for one that only begins so, or
has the same stem."""
_MOST_WORDS = 8
_SHORTEST_BEGINNING = 2
_SHORTEST_MISSPELT = 4
_AFTER_ALL = "\U0010ffff"


def words_of(text: str) -> list[str]:
    """ "Núm. de RECIBO" → num, de, recibo."""
    folded = text.casefold()
    if not folded.isascii():
        apart = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in apart if not unicodedata.combining(c))
    return _WORD.findall(folded)


class ScriptIndex:
    """Every word of every script, where it stands. Made once for each edition of an agency; versions that are
    approved in the library are added. It may have more than what is in force, and whoever asks leaves that
    out."""

    def __init__(self, scripts: Iterable[Script]) -> None:
        self._has: set[Named] = set()
        self._counts: defaultdict[str, dict[Named, int]] = defaultdict(dict)
        self._nearly: defaultdict[str, list[str]] = defaultdict(list)
        self._stems = Stems()
        self._forms: defaultdict[str, set[str]] = defaultdict(set)
        for script in scripts:
            self._note(script)
        self._sorted = sorted(self._counts)

    def has(self, script: Script) -> bool:
        return (script.id, script.version) in self._has

    def add(self, script: Script) -> None:
        """Takes some milliseconds."""
        for word in self._note(script):
            insort(self._sorted, word)

    def _note(self, script: Script) -> list[str]:
        """Its words that no script had before."""
        named = script.id, script.version
        self._has.add(named)
        new = []
        for word, count in _words_in(script).items():
            if word not in self._counts:
                new.append(word)
                for nearly in _one_letter_less(word):
                    self._nearly[nearly].append(word)
                for language in script.titles:
                    self._forms[self._stems.of(word, language)].add(word)
            self._counts[word][named] = count
        return new

    def search(self, typed: str) -> Mapping[Named, int]:
        """What each script that has the most of these words counts for."""
        has: defaultdict[Named, int] = defaultdict(int)
        counts: defaultdict[Named, int] = defaultdict(int)
        for word in list(dict.fromkeys(words_of(typed)))[:_MOST_WORDS]:
            for script, count in self._with(word).items():
                has[script] += 1
                counts[script] += count
        most = max(has.values(), default=0)
        return {script: counts[script] for script, of_them in has.items() if of_them == most}

    def _with(self, typed: str) -> Mapping[Named, int]:
        best = {script: count * 2 for script, count in self._counts.get(typed, {}).items()}
        for word in {*self._begun_by(typed), *self._of_one_stem(typed)} or (
            () if best else self._misspelt(typed)
        ):
            for script, count in self._counts[word].items():
                best[script] = max(count, best.get(script, 0))
        return best

    def _begun_by(self, typed: str) -> list[str]:
        if len(typed) < _SHORTEST_BEGINNING:
            return []
        return self._sorted[bisect_left(self._sorted, typed) : bisect_left(self._sorted, typed + _AFTER_ALL)]

    def _of_one_stem(self, typed: str) -> Iterator[str]:
        for language in self._stems.languages:
            yield from self._forms.get(self._stems.of(typed, language), ())

    def _misspelt(self, typed: str) -> set[str]:
        """Words of which a letter is missing, too many, another, or in its neighbour's place."""
        return {word for nearly in _one_letter_less(typed) for word in self._nearly.get(nearly, ())}


def _words_in(script: Script) -> dict[str, int]:
    """Each for the best place where it stands."""
    counts: dict[str, int] = {}
    for texts, count in (
        ((text for words in _all_words(script) for text in words.values()), _IN_TEXT),
        ((script.id, *script.topics), _IN_TOPIC),
        (script.titles.values(), _IN_TITLE),
    ):
        for text in texts:
            counts.update(dict.fromkeys(words_of(text), count))
    return counts


def _all_words(script: Script) -> Iterator[dict[str, str]]:
    yield script.texts
    for step in script.steps:
        yield from step.all_words()


def _one_letter_less(word: str) -> set[str]:
    """And the word itself; nothing of a short one, which is near to too many."""
    if len(word) < _SHORTEST_MISSPELT:
        return set()
    return {word, *(word[:n] + word[n + 1 :] for n in range(len(word)))}
