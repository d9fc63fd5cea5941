"""nutgraf as a maker: the pipeline that the HTTP route calls."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import nutgraf
import nutgraf_prompts
import nutgraf_schemas
from nutgraf.article_pipeline import digest
from nutgraf.errors import UpstreamUnavailable
from nutgraf.llm.scripted import Scripted
from nutgraf_evals.answers import Answers, Remembering
from nutgraf_evals.makers import Made, Wanted, source
from nutgraf_evals.makers.llm import answers, identity
from nutgraf_evals.records import Configuration
from nutgraf_prompts import Prompt, load, named
from nutgraf_schemas import Article
from nutgraf_schemas.draft import FINGERPRINT


@dataclass(frozen=True, slots=True)
class Nutgraf:
    """The pipeline with an LLM; a digest in which the LLM has no part is none."""

    configuration: Configuration
    prompt: Prompt
    answers: Answers

    async def make(self, article: Article) -> Made:
        """The digest of `article`. Raises `UpstreamError`, and `SetupError` where there is no LLM."""
        llm = Remembering(self.configuration.llm or "", self.answers)
        made = await digest(article, llm, self.prompt)
        if self.answers.failure:
            raise self.answers.failure
        if made.status == "degraded":
            raise llm.failure or UpstreamUnavailable()
        return Made(made.model_dump(mode="json"), llm.remembered)


@dataclass(frozen=True, slots=True)
class Extracts:
    """The pipeline without an LLM: the article's own sentences."""

    configuration: Configuration
    prompt: Prompt

    async def make(self, article: Article) -> Made:
        """The digest of `article`."""
        nobody = Scripted(lambda *_: UpstreamUnavailable("No LLM was asked."), name="none")
        return Made((await digest(article, nobody, self.prompt)).model_dump(mode="json"))


@asynccontextmanager
async def opened(wanted: Wanted) -> AsyncIterator[Nutgraf | Extracts]:
    """The maker, with the LLM and the prompt of the settings or with none."""
    code = {
        "nutgraf": nutgraf.__version__,
        "code": source(nutgraf, nutgraf_schemas, nutgraf_prompts),
        "schema": FINGERPRINT,
    }
    if wanted.settings is None:
        yield Extracts(Configuration(maker="nutgraf", parts=code), load("steps", 1))
        return
    prompt, who = named(wanted.settings.prompt), dict(identity(wanted.settings))
    configuration = Configuration(
        maker="nutgraf", llm=who.pop("llm"), prompt=prompt.id, parts={**code, **who, "prompt": prompt.sha256}
    )
    async with answers(wanted.settings, wanted.answers, wanted.say) as asked:
        yield Nutgraf(configuration, prompt, asked)
