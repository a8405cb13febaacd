"""The stem of a word, which its forms share: "mail" of mailed and mailing, "tarjet" of tarjetas."""

import snowballstemmer  # type: ignore[import-untyped] # it has no types, and no stubs are published

from tierline.spoken.language import in_english

_ALGORITHMS = frozenset(snowballstemmer.algorithms())


class Stems:
    """Of one index: a stemmer is for one thread at a time."""

    def __init__(self) -> None:
        self._stemmers: dict[str, snowballstemmer.stemmer | None] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Those that anything was asked in."""
        return tuple(self._stemmers)

    def of(self, word: str, language: str) -> str:
        """The word itself in a language whose forms are not known. Raises UnknownLanguage."""
        if language not in self._stemmers:
            name = in_english(language).partition(" ")[0].lower()
            self._stemmers[language] = snowballstemmer.stemmer(name) if name in _ALGORITHMS else None
        stemmer = self._stemmers[language]
        return str(stemmer.stemWord(word)) if stemmer else word
