"""The agency's prompts as Fluent messages, one file a language."""

from collections.abc import Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from tierline.ports.prompts import PromptFailed


class Messages:
    def __init__(self, folder: Path) -> None:
        self._bundles = {file.stem: _bundle(file) for file in sorted(folder.glob("*.ftl"))}
        self._names = {file.stem: _names(file) for file in sorted(folder.glob("*.ftl"))}

    @property
    def names(self) -> dict[str, frozenset[str]]:
        """Per language, its prompts."""
        return dict(self._names)

    def fixed(self) -> list[tuple[str, str, str]]:
        """(prompt, language, text) of all that say the same to every caller: what can be rendered ahead."""
        found = []
        for language, names in self._names.items():
            for name in sorted(names):
                try:
                    found.append((name, language, self.text(name, language, {})))
                except PromptFailed:
                    continue
        return found

    def text(self, prompt: str, language: str, arguments: Mapping[str, str | int]) -> str:
        """Raises PromptFailed when there is no such message, or an argument is missing."""
        bundle = self._bundles.get(language)
        if bundle is None or not bundle.has_message(prompt):
            raise PromptFailed(f"there is no prompt {prompt} in {language}")
        pattern = bundle.get_message(prompt).value
        if pattern is None:
            raise PromptFailed(f"prompt {prompt} in {language} has no text")
        text, errors = bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise PromptFailed(f"prompt {prompt} in {language}: {errors[0]}")
        return str(text)


def _bundle(file: Path) -> FluentBundle:
    # Isolation marks are for screens that mix writing directions; a voice would stumble over them.
    bundle = FluentBundle([file.stem], use_isolating=False)
    bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def _names(file: Path) -> frozenset[str]:
    lines = file.read_text("utf-8").splitlines()
    return frozenset(line.split(" =")[0] for line in lines if " =" in line and line[0].isalpha())
