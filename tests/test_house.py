"""The house: what must hold of the files themselves."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LEFT_OUT = {
    ".git",
    ".venv",
    ".hypothesis",
    ".mypy_cache",
    ".pytest_cache",
    ".ruff_cache",
    ".import_linter_cache",
}
PACKAGES = ("service/nutgraf", "schemas/nutgraf_schemas", "prompts/nutgraf_prompts", "evals/nutgraf_evals")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def texts(folder: Path = ROOT) -> Iterator[tuple[str, str]]:
    """Every text file of the project: its path and what stands in it."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in {*LEFT_OUT, "__pycache__", "dist"}:
            yield from texts(path)
        elif path.is_file():
            try:
                yield str(path.relative_to(ROOT)), path.read_text("utf-8")
            except UnicodeDecodeError:
                continue


@pytest.mark.parametrize(
    "address",
    [
        "py" + "pi.org",
        "python" + "hosted.org",
        "npm" + "js.org",
        "deb." + "debian.org",
        "/" + "work/",
        "/" + "root/",
    ],
)
def test_no_file_names_a_registry_or_a_machine(address: str) -> None:
    assert [path for path, text in texts() if address in text] == []


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    modules = [(path, text) for path, text in texts() if path.endswith(".py") and path.startswith(PACKAGES)]
    assert len(modules) > 20
    assert [path for path, text in modules if text and not text.startswith(('"""', 'r"""'))] == []


def test_each_package_stands_alone_in_its_folder_and_is_typed() -> None:
    for package in PACKAGES:
        folder = ROOT / package
        assert (folder / "__init__.py").is_file()
        assert (folder / "py.typed").is_file()
        assert [other.name for other in folder.parent.glob("*/__init__.py") if other.parent != folder] == []


def test_every_requirement_is_pinned_with_hashes_and_names_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        pins = re.findall(r"^(\S+)==\S+(?: ; [^\\]+)? \\\n    --hash=sha256:", text, re.MULTILINE)
        starts = re.findall(r"^[a-z0-9]\S*", text, re.MULTILINE)
        assert len(pins) == len(starts) > 50
        assert "://" not in text
        assert "index" not in text


def test_what_the_project_depends_on_is_pinned() -> None:
    pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE))
    dev = set(
        re.findall(r"^([a-z0-9-]+)==", (ROOT / "requirements-dev.txt").read_text("utf-8"), re.MULTILINE)
    )
    project, groups = PROJECT["project"], PROJECT["dependency-groups"]
    needed = project["dependencies"] + project["optional-dependencies"]["embedded"] + groups["build"]
    assert {name(each) for each in needed} <= pinned
    assert pinned | {name(each) for each in groups["dev"]} <= dev


def name(requirement: str) -> str:
    return re.split(r"[<>=\[ ]", requirement, maxsplit=1)[0]


def test_the_licence_is_whole() -> None:
    licence = (ROOT / "LICENSE").read_text("utf-8")
    assert "Apache License" in licence
    assert "END OF TERMS AND CONDITIONS" in licence
