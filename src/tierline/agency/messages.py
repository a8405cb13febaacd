"""The agency's prompts as Fluent messages, one file a language (`es.ftl`, `en-GB.ftl`)."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import ast

from tierline.agency.files import Files, in_order
from tierline.agency.functions import functions
from tierline.agency.problem import Problem
from tierline.agency.prompt_blanks import with_blanks
from tierline.agency.prompt_file import PromptFile, attributes, within
from tierline.agency.prompt_problems import problems_of
from tierline.ports.prompts import PromptFailed
from tierline.spoken.language import plain


class Messages:
    """What is wrong in the files never stops the rest from being read: `problems` has it."""

    def __init__(self, written: Path | Files) -> None:
        """From the folder of prompts, or from all the agency's files in memory."""
        self._all = _in_folder(written) if isinstance(written, Path) else _in_memory(written)
        self._files = {file.language: file for file in self._all if not file.unreadable}
        self._bundles = {language: _bundle(file) for language, file in self._files.items()}

    @property
    def names(self) -> dict[str, frozenset[str]]:
        """Per language, its prompts."""
        return {
            language: frozenset(name for name, message in file.messages.items() if message.value)
            for language, file in self._files.items()
        }

    def problems(self) -> Sequence[Problem]:
        """All that is wrong in any file, by file and line."""
        return [problem for file in self._all for problem in problems_of(file)]

    def variables(self, prompt: str, language: str) -> frozenset[str]:
        """What must be given for it to be said, in any variant and in the messages that it refers to. Terms
        have none: Fluent gives them only what their reference names. Raises PromptFailed."""
        file, message = self._found(prompt, language)
        return _variables(file, message.value, frozenset()) if message.value else frozenset()

    def attributes(self, prompt: str, language: str) -> Mapping[str, str]:
        """As `{"certainty": "unverified"}`: what the message says of itself. Callers do not hear it. Raises
        PromptFailed."""
        _, message = self._found(prompt, language)
        return {name: _plain(pattern) for name, pattern in attributes(message).items()}

    def referred(self, prompt: str, language: str) -> frozenset[str]:
        """The messages that are part of it. Raises PromptFailed."""
        _, message = self._found(prompt, language)
        return frozenset(reference.id.name for reference in within(message, ast.MessageReference))

    def line(self, prompt: str, language: str) -> int:
        """Where it begins in its language's file, from 1. Raises PromptFailed."""
        file, message = self._found(prompt, language)
        return file.line(message.id)

    def fixed(self) -> list[tuple[str, str, str]]:
        """(prompt, language, text) of all that say the same to every caller: what can be rendered ahead."""
        found = []
        for language, names in self.names.items():
            for name in sorted(names):
                try:
                    found.append((name, language, self.text(name, language, {})))
                except PromptFailed:
                    continue
        return found

    def text(self, prompt: str, language: str, arguments: Mapping[str, str | int]) -> str:
        """Raises PromptFailed when there is no such message, an argument is missing or cannot be read."""
        self._found(prompt, language)
        return _text(self._bundles[language], prompt, arguments)

    def with_blanks(self, prompt: str, language: str) -> str:
        """The text with `{name}` where a value is filled in. Raises PromptFailed."""
        file, message = self._found(prompt, language)
        return plain(with_blanks(file, message.value)) if message.value else ""

    def _found(self, prompt: str, language: str) -> tuple[PromptFile, ast.Message]:
        file = self._files.get(language)
        message = file.messages.get(prompt) if file else None
        if file is None or message is None:
            raise PromptFailed(f"there is no prompt {prompt} in {language}")
        return file, message


def _in_folder(folder: Path) -> list[PromptFile]:
    files = sorted(folder.glob("*.ftl"))
    return [PromptFile(f"{folder.name}/{file.name}", file.read_bytes) for file in files]


def _in_memory(files: Files) -> list[PromptFile]:
    return [
        PromptFile(name, partial(files.__getitem__, name))
        for name in in_order(files)
        if name.startswith("prompts/") and name.endswith(".ftl") and name.count("/") == 1
    ]


def _bundle(file: PromptFile) -> FluentBundle:
    def unit(name: str, count: int) -> str | None:
        prompt = f"money-{name}"
        return _text(bundle, prompt, {"amount": count}) if bundle.has_message(prompt) else None

    # Isolation marks are for screens that mix writing directions; a voice would stumble over them.
    bundle = FluentBundle([file.language], functions(file.language, unit), use_isolating=False)
    bundle.add_resource(file.resource)
    return bundle


def _text(bundle: FluentBundle, prompt: str, arguments: Mapping[str, str | int]) -> str:
    pattern = bundle.get_message(prompt).value
    if pattern is None:
        raise PromptFailed(f"prompt {prompt} in {bundle.locales[0]} has no text")
    text, errors = bundle.format_pattern(pattern, dict(arguments))
    if errors:
        raise PromptFailed(f"prompt {prompt} in {bundle.locales[0]}: {errors[0]}")
    return plain(str(text))


def _variables(file: PromptFile, pattern: ast.Pattern, above: frozenset[int]) -> frozenset[str]:
    """`above` are the patterns that led here: one that refers to itself is a problem, not an endless walk."""
    own = {reference.id.name for reference in within(pattern, ast.VariableReference)}
    referred = {file.referred(reference) for reference in within(pattern, ast.MessageReference)}
    further = (
        _variables(file, other, above | {id(pattern)})
        for other in referred
        if other is not None and id(other) not in above | {id(pattern)}
    )
    return frozenset(own).union(*further)


def _plain(pattern: ast.Pattern) -> str:
    return "".join(text.value for text in within(pattern, ast.TextElement)).strip()
