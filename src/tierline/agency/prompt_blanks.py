"""A prompt as people read it who look at the flow: `{name}` where a value is filled in."""

from fluent.syntax import ast

from tierline.agency.prompt_file import PromptFile, within


def with_blanks(file: PromptFile, pattern: ast.Pattern) -> str:
    """Of what depends on a value, the variant for when nothing else fits."""
    return "".join(_element(file, element, frozenset({id(pattern)})) for element in pattern.elements)


def _element(file: PromptFile, element: ast.TextElement | ast.Placeable, above: frozenset[int]) -> str:
    if isinstance(element, ast.TextElement):
        return element.value
    match element.expression:
        case ast.StringLiteral() as literal:
            return str(literal.parse()["value"])
        case ast.NumberLiteral(value=value):
            return str(value)
        case ast.SelectExpression(variants=variants):
            chosen = next(variant for variant in variants if variant.default)
            return _pattern(file, chosen.value, above)
        case (ast.MessageReference() | ast.TermReference()) as reference:
            return _pattern(file, file.referred(reference), above)
        case expression:
            names = [variable.id.name for variable in within(expression, ast.VariableReference)]
            return f"{{{', '.join(names)}}}"


def _pattern(file: PromptFile, pattern: ast.Pattern | None, above: frozenset[int]) -> str:
    """`above` are the patterns that led here: one that refers to itself is a problem, not an endless walk."""
    if pattern is None or id(pattern) in above:
        return "{…}"
    return "".join(_element(file, element, above | {id(pattern)}) for element in pattern.elements)
