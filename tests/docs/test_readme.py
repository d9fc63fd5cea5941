"""The README: what is generated is as the code would write it, and what it names is there."""

import importlib.util
import re
from pathlib import Path

from nutgraf.demo import article
from nutgraf.settings import table

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")

_spec = importlib.util.spec_from_file_location("refresh", ROOT / "docs" / "refresh.py")
assert _spec
assert _spec.loader
refresh = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(refresh)


def test_the_table_of_settings_is_the_codes() -> None:
    assert refresh.block(README, "settings") == table()


def test_a_block_is_replaced_and_nothing_else() -> None:
    readme = "before\n<!-- demo: how -->\nold\n<!-- /demo -->\nafter\n"
    assert refresh.replaced(readme, "demo", "new") == readme.replace("old", "new")


def test_the_demo_that_is_shown_cites_the_demos_article() -> None:
    words = " ".join(article().split())
    shown = " ".join(refresh.block(README, "demo").split())
    quotes = re.findall(r"\[\d+\] ([A-Z][^\[✓»=]{60,}?[.”\"])(?= )", shown)
    assert quotes
    assert [quote for quote in quotes if quote not in words] == []


def test_every_folder_of_the_map_is_there() -> None:
    folders = re.findall(r"^\| `([a-z/]+/)` \|", README, re.MULTILINE)
    assert len(folders) >= 8
    assert [folder for folder in folders if not (ROOT / folder).is_dir()] == []


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).is_file()] == []


def test_the_first_screen_has_both_commands() -> None:
    screen = README[:1200]
    assert "sh start demo" in screen
    assert "sh start test" in screen


def test_the_tables_of_the_evals_are_what_the_runs_that_are_checked_in_have() -> None:
    readme = refresh.EVALS.read_text("utf-8")
    assert {name: refresh.block(readme, name) for name in refresh.evals()} == refresh.evals()
