"""What tests of makers share: an LLM of the tests' own in the place of the settings'."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from nutgraf.llm import LLM
from nutgraf.settings import Settings
from nutgraf_evals.makers import Wanted

LLMAt = Callable[[LLM], Wanted]


@pytest.fixture
def wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LLMAt:
    """What a maker is told when the settings name this LLM."""

    def given(llm: LLM) -> Wanted:
        @asynccontextmanager
        async def connect(_: Settings) -> AsyncIterator[LLM]:
            yield llm

        monkeypatch.setattr("nutgraf_evals.makers.llm.connect", connect)
        settings = Settings(llm="http://127.0.0.1:9/v1", llm_name=llm.name, prompt="steps@1")
        return Wanted(settings, tmp_path / "answers.jsonl")

    return given
