"""axe-core, of the workspace's own packages, over a page as it stands."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "ui" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def barriers(page: Page) -> list[str]:
    """What keeps people out of this page by WCAG 2.2 AA, as far as a program can tell: one line each."""
    page.evaluate(AXE.read_text())
    found = page.evaluate(
        "rules => axe.run(document, { runOnly: { type: 'tag', values: rules } })", list(RULES)
    )
    return [f"{one['id']}: {node['html']}" for one in found["violations"] for node in one["nodes"]]
