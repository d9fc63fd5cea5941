"""The endpoint for other people's clients: a remote LLM's own, or an engine that is started and ended."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nutgraf.errors import SetupError
from nutgraf.llm.weights import Weights
from nutgraf.settings import Settings
from nutgraf_evals.makers import endpoint as module
from nutgraf_evals.makers.endpoint import endpoint

ENGINE = """#!{python}
import os, sys
print("loading", flush=True)
{then}
"""
WAITS = (
    "open(sys.argv[4] + '/key', 'w').write(os.environ['NUTGRAF_ENGINE_KEY'])\n"
    "print('{\"port\": 4321}', flush=True)\nsys.stdin.read()"
)


def ask(settings: Settings) -> tuple[str, str]:
    async def story() -> tuple[str, str]:
        async with endpoint(settings, lambda *_: None) as found:
            return found

    return asyncio.run(story())


@pytest.fixture
def weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Weights:
    """Weights that are all there, and a machine that can run them."""

    @contextmanager
    def conversion(_: Weights) -> Iterator[bool]:
        yield False

    found = Weights(tmp_path / "w.gguf", "0", tmp_path, "w", sealed=True)
    monkeypatch.setattr(module, "ensure", lambda *_: found)
    monkeypatch.setattr(module, "check_machine", lambda: None)
    monkeypatch.setattr(module, "conversion", conversion)
    return found


def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    path = tmp_path / "python"
    path.write_text(ENGINE.format(python=sys.executable, then=then))
    path.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(path))


def test_a_remote_llm_has_address_and_key() -> None:
    settings = Settings(llm="https://llm.example/v1", llm_name="quill", llm_api_key="secret")
    assert ask(settings) == ("https://llm.example/v1", "secret")
    assert ask(Settings(llm="https://llm.example/v1", llm_name="quill")) == ("https://llm.example/v1", "none")


def test_an_engine_is_started_with_a_key_of_its_own(
    weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine(tmp_path, monkeypatch, WAITS)
    url, key = ask(Settings(llm="embedded"))
    assert url == "http://127.0.0.1:4321/v1"
    assert key == (tmp_path / "key").read_text()


def test_an_engine_that_ends_while_it_is_loaded_is_told(
    weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine(tmp_path, monkeypatch, "sys.exit(1)")
    with pytest.raises(SetupError, match="ended while it was loaded"):
        ask(Settings(llm="embedded"))
