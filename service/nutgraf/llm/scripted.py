"""Answers known beforehand in, the same answers out: an LLM for tests, evals and demonstrations.

A recording is a file of JSON lines, `{"request_sha256": …, "answer": …, "usage": …}`: `Recording` writes one
while another LLM answers, `Scripted` reads it.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from nutgraf.errors import UpstreamInvalid, UpstreamUnavailable
from nutgraf.llm import LLM, Messages, Spent, T

Answer = BaseModel | dict[str, Any] | str | Exception
"""An object, its fields, its JSON, or an error to raise."""


class Scripted:
    """An LLM that answers from a list in its order, a function of messages and schema, or a recording.

    A call that finds no answer raises `UpstreamUnavailable`; an answer that does not fit, `UpstreamInvalid`.
    """

    def __init__(
        self,
        answers: Iterable[Answer] | Callable[[Messages, type[BaseModel]], Answer] | Path,
        *,
        name: str = "scripted",
    ) -> None:
        self.name = name
        self._spent: dict[str, Spent] = {}
        if isinstance(answers, Path):
            self._answer = self._recorded(answers)
        elif callable(answers):
            self._answer = answers
        else:
            rest = iter(answers)
            self._answer = lambda *_: next(rest, UpstreamUnavailable("The script has no more answers."))

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:  # noqa: ARG002 - the protocol's
        """The scripted answer to `messages`."""
        answer = self._answer(messages, schema)
        if isinstance(answer, Exception):
            raise answer
        try:
            if isinstance(answer, str):
                filled = schema.model_validate_json(answer)
            else:
                filled = schema.model_validate(
                    answer.model_dump(by_alias=True) if isinstance(answer, BaseModel) else answer
                )
        except ValidationError as error:
            raise UpstreamInvalid from error
        return filled, self._spent.get(request_sha256(messages, schema), Spent(calls=1))

    def _recorded(self, path: Path) -> Callable[[Messages, type[BaseModel]], Answer]:
        lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        answers = {line["request_sha256"]: line["answer"] for line in lines}
        self._spent = {line["request_sha256"]: Spent(**line["usage"]) for line in lines}

        def answer(messages: Messages, schema: type[BaseModel]) -> Answer:
            missing = UpstreamUnavailable(f"The recording {path.name} has no answer to this.")
            found: Answer = answers.get(request_sha256(messages, schema), missing)
            return found

        return answer


class ScriptedJudge(Scripted):
    """A scripted LLM that also judges: `probability` of yes for messages, or an error to raise."""

    def __init__(
        self,
        answers: Iterable[Answer] | Callable[[Messages, type[BaseModel]], Answer] | Path,
        probability: Callable[[Messages], float | Exception],
        *,
        name: str = "scripted",
    ) -> None:
        super().__init__(answers, name=name)
        self._probability = probability

    async def judge(self, messages: Messages) -> tuple[float, Spent]:
        """The scripted probability of yes."""
        found = self._probability(messages)
        if isinstance(found, Exception):
            raise found
        return found, Spent(calls=1, output_tokens=1)


class Recording:
    """Another LLM, whose answers are also added to the file at `path`."""

    def __init__(self, llm: LLM, path: Path) -> None:
        self.name, self._llm, self._path = llm.name, llm, path

    async def fill(self, messages: Messages, schema: type[T], *, max_tokens: int) -> tuple[T, Spent]:
        """The other LLM's answer. Raises what that raises; errors are not recorded."""
        answer, spent = await self._llm.fill(messages, schema, max_tokens=max_tokens)
        line = {
            "request_sha256": request_sha256(messages, schema),
            "answer": answer.model_dump(mode="json", by_alias=True),
            "usage": asdict(spent),
        }
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
        return answer, spent


def request_sha256(messages: Messages, schema: type[BaseModel]) -> str:
    """What a recording knows a request by."""
    raw = json.dumps([messages, schema.__name__], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(raw.encode()).hexdigest()
