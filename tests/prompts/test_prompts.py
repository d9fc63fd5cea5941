import json
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import nutgraf_prompts
from nutgraf_prompts import load, named
from nutgraf_schemas import draft

FILES = sorted(p for p in Path(str(files(nutgraf_prompts))).rglob("v*.md"))
PROMPTS = [load(p.parent.name, int(p.stem[1:])) for p in FILES]


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p.id)
def test_the_placeholders_are_those_of_the_front_matter(prompt: nutgraf_prompts.Prompt) -> None:
    used = {
        name
        for blocks in prompt.conversations.values()
        for _, text in blocks
        for name in text.get_identifiers()
    }
    assert used == set(prompt.inputs)
    assert all(text.is_valid() for blocks in prompt.conversations.values() for _, text in blocks)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p.id)
def test_only_the_last_block_is_filled_in(prompt: nutgraf_prompts.Prompt) -> None:
    for blocks in prompt.conversations.values():
        assert blocks[-1][0] == "user"
        assert not any(text.get_identifiers() for _, text in blocks[:-1])


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p.id)
def test_every_worked_example_is_an_answer_of_its_schema_as_compact_as_can_be(
    prompt: nutgraf_prompts.Prompt,
) -> None:
    for task, blocks in prompt.conversations.items():
        answers = [text.template for role, text in blocks if role == "assistant"]
        assert answers
        if prompt.family == "judge":
            assert set(answers) == {"Yes", "No"}
            continue
        for answer in answers:
            getattr(draft, prompt.schemas[task]).model_validate_json(answer)
            assert json.dumps(json.loads(answer), ensure_ascii=False, separators=(",", ":")) == answer


def test_inserted_text_is_never_scanned_again() -> None:
    (*_, last) = load("steps", 1).messages(
        "event", article="", sentence="A $sentence of {{7*7}} and %s for $$5."
    )
    assert last["content"] == "A $sentence of {{7*7}} and %s for $$5."


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda p: p.id)
def test_a_released_version_is_never_edited(prompt: nutgraf_prompts.Prompt) -> None:
    released = tomllib.loads((files(nutgraf_prompts) / "released.toml").read_text("utf-8"))
    assert released[prompt.id] == prompt.sha256, (
        "write a new version instead, or record the fingerprint of a new one"
    )


def test_a_prompt_that_does_not_exist_is_named_in_the_error() -> None:
    assert named("steps@1").id == "steps@1"
    with pytest.raises(ValueError, match="steps@99"):
        named("steps@99")
