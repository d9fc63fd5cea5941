"""Settings: what the environment says, and what is said when it says nonsense."""

from pathlib import Path

import pytest

from nutgraf.errors import SetupError
from nutgraf.settings import Settings, read, table, unknown, variable


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for field in Settings.model_fields:
        monkeypatch.delenv(variable(field), raising=False)


def test_with_nothing_set_the_llm_is_embedded() -> None:
    settings = read()
    assert (settings.embedded, settings.prompt) == (True, "steps@1")
    assert settings.cache.name == "nutgraf"
    assert settings.store.name == "digests.sqlite"


def test_a_url_makes_the_llm_remote_with_the_defaults_of_a_large_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_LLM", "https://llm.example/v1/")
    monkeypatch.setenv("NUTGRAF_LLM_NAME", "large")
    settings = read()
    assert (settings.llm, settings.llm_name) == ("https://llm.example/v1", "large")
    assert (settings.embedded, settings.prompt, settings.llm_slots) == (False, "whole@1", 4)


def test_what_is_set_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_PROMPT", "whole@1")
    monkeypatch.setenv("NUTGRAF_LLM_SLOTS", "2")
    monkeypatch.setenv("NUTGRAF_WEIGHTS", "~/mine.gguf")
    settings = read()
    assert (settings.prompt, settings.llm_slots) == ("whole@1", 2)
    assert settings.weights == Path.home() / "mine.gguf"


def test_an_empty_variable_is_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_WEIGHTS", "")
    assert read().weights is None


@pytest.mark.parametrize(
    ("name", "value", "complaint"),
    [
        ("NUTGRAF_LLM", "ollama", "NUTGRAF_LLM: write `embedded` or a base URL such as https://host/v1"),
        (
            "NUTGRAF_LLM",
            "http://127.0.0.1:1/v1",
            "NUTGRAF_LLM is a URL, so NUTGRAF_LLM_NAME must name the LLM",
        ),
        ("NUTGRAF_LLM_SLOTS", "0", "NUTGRAF_LLM_SLOTS: Input should be greater than or equal to 1"),
        ("NUTGRAF_PROMPT", "steps@9", "NUTGRAF_PROMPT: there is no prompt 'steps@9'"),
        ("NUTGRAF_PROMPT", "judge@1", "NUTGRAF_PROMPT: judge@1 judges and does not write"),
        ("NUTGRAF_LOG_LEVEL", "loud", "NUTGRAF_LOG_LEVEL: Input should be 'debug'"),
    ],
)
def test_a_value_that_does_not_fit_is_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, complaint: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SetupError) as error:
        read()
    assert error.value.detail.startswith(complaint)
    assert "\n" not in error.value.detail


def test_the_key_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUTGRAF_LLM_API_KEY", "sk-secret")
    settings = read()
    assert settings.llm_api_key is not None
    assert settings.llm_api_key.get_secret_value() == "sk-secret"
    assert "sk-secret" not in repr(settings)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(ValueError, match="frozen"):
        read().llm_slots = 3  # type: ignore[misc]  # that it is refused is the test


def test_misspelt_variables_are_found() -> None:
    environ = {"NUTGRAF_LLM": "embedded", "NUTGRAF_MODEL": "x", "NUTGRAFX": "y", "PATH": "/bin"}
    assert unknown(environ) == ["NUTGRAF_MODEL"]


def test_the_slots_are_said_to_be_a_remote_llms() -> None:
    assert "a remote LLM; the embedded one makes batches by itself. | `4` |" in table()


def test_every_setting_has_a_description_and_a_row() -> None:
    rows = table()
    for name, field in Settings.model_fields.items():
        assert field.description
        assert f"| `{variable(name)}` |" in rows
