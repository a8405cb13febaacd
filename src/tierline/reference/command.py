"""`tierline reference`"""

import json
from pathlib import Path

import click

from tierline.reference.findings_page import findings_page
from tierline.reference.schemas import schemas
from tierline.reference.sections import filled


@click.command
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="DIR")
def reference(folder: Path) -> None:
    """Write into DIR (docs/reference) what is made from the code.

    The list of findings, the tables of the flow language, and in schema/ the JSON Schemas by which editors
    complete an agency's files.
    """
    for name, content in pages(folder).items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
        click.echo(str(folder / name))


def pages(folder: Path) -> dict[str, str]:
    """By name in the folder, which has the parts that people write."""
    language = "flow-language.md"
    written = {
        f"schema/{name}.schema.json": json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas().items()
    }
    return {
        "findings.md": findings_page(),
        language: filled((folder / language).read_text("utf-8")),
        **written,
    }
