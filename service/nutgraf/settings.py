"""What can be set: NUTGRAF_… variables of the environment in, one frozen `Settings` out.

`python -m nutgraf.settings` prints the table that stands in the README.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from platformdirs import user_cache_path, user_data_path
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from nutgraf.errors import SetupError
from nutgraf_prompts import named

PREFIX = "NUTGRAF_"


def _shown(text: str) -> dict[str, Any]:
    """How a default that depends on something is worded in the table."""
    return {"shown": text}


class Settings(BaseSettings):
    """Every setting of nutgraf. Each has a default that works on a laptop without keys."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    llm: str = Field(
        default="embedded",
        description="`embedded`, or the base URL of an OpenAI-compatible endpoint (`https://host/v1`).",
    )
    llm_name: str | None = Field(
        default=None,
        description="Name of the LLM at that endpoint; needed when `NUTGRAF_LLM` is a URL.",
    )
    llm_api_key: SecretStr | None = Field(default=None, description="Key for that endpoint.")
    llm_slots: int = Field(
        default=4,
        ge=1,
        le=256,
        description="Calls at once to a remote LLM; the embedded one makes batches by itself.",
    )
    prompt: str = Field(
        default_factory=lambda data: "steps@1" if data.get("llm") == "embedded" else "whole@1",
        validate_default=True,
        description="Prompt and version: `steps` for small LLMs, `whole` for large ones.",
        json_schema_extra=_shown("`steps@1` embedded, `whole@1` remote"),
    )
    weights: Path | None = Field(
        default=None,
        description="A GGUF file of your own for the embedded LLM, in place of the one that is fetched.",
    )
    cache: Path = Field(
        default_factory=lambda: user_cache_path("nutgraf"),
        description="Folder of fetched and converted weights (2.4 GB).",
        json_schema_extra=_shown("`nutgraf` in the user's cache folder"),
    )
    store: Path = Field(
        default_factory=lambda: user_data_path("nutgraf") / "digests.sqlite",
        description="SQLite file that keeps digests.",
        json_schema_extra=_shown("`nutgraf/digests.sqlite` in the user's data folder"),
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning", description="How much is logged on stderr."
    )

    @property
    def embedded(self) -> bool:
        """Whether the LLM runs on this machine, started by nutgraf."""
        return self.llm == "embedded"

    @field_validator("llm")
    @classmethod
    def _embedded_or_url(cls, value: str) -> str:
        if value == "embedded" or value.startswith(("http://", "https://")):
            return value.rstrip("/")
        raise ValueError("write `embedded` or a base URL such as https://host/v1")

    @field_validator("prompt")
    @classmethod
    def _prompt_exists(cls, value: str) -> str:
        if named(value).family == "judge":
            raise ValueError(f"{value} judges and does not write; write steps@1 or whole@1")
        return value

    @field_validator("weights", "cache", "store")
    @classmethod
    def _home(cls, value: Path | None) -> Path | None:
        return value and value.expanduser()

    @model_validator(mode="after")
    def _remote_has_a_name(self) -> "Settings":
        if not self.embedded and not self.llm_name:
            raise ValueError("NUTGRAF_LLM is a URL, so NUTGRAF_LLM_NAME must name the LLM there")
        return self


def read() -> Settings:
    """The settings of this environment. Raises `SetupError`, one line, when a variable does not fit."""
    try:
        return Settings()
    except ValidationError as error:
        raise SetupError("; ".join(_complaints(error))) from None


def unknown(environ: Mapping[str, str] = os.environ) -> list[str]:
    """NUTGRAF_… variables that mean nothing here, most likely misspelt."""
    known = {variable(name) for name in Settings.model_fields}
    return sorted(name for name in environ if name.upper().startswith(PREFIX) and name.upper() not in known)


def variable(field: str) -> str:
    """The environment variable of a field."""
    return PREFIX + field.upper()


def table() -> str:
    """Every setting as a Markdown table."""
    rows = [
        f"| `{variable(name)}` | {field.description} | {_default(name)} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join(["| variable | meaning | default |", "|---|---|---|", *rows])


def _default(name: str) -> str:
    field = Settings.model_fields[name]
    extra = field.json_schema_extra
    if isinstance(extra, dict):
        return str(extra["shown"])
    return "" if field.default is None else f"`{field.default}`"


def _complaints(error: ValidationError) -> Iterator[str]:
    for each in error.errors(include_url=False, include_input=False):
        if each["type"] == "default_factory_not_called":
            continue  # follows from another complaint
        reason = each["msg"].removeprefix("Value error, ")
        yield f"{variable(str(each['loc'][0]))}: {reason}" if each["loc"] else reason


if __name__ == "__main__":
    print(table())  # noqa: T201 (printing is what this is for)
