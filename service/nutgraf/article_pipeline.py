"""The way of an article through nutgraf: Article in, Digest out. Read this file first."""

from time import perf_counter

from nutgraf_prompts import Prompt
from nutgraf_schemas import Article, Digest

from nutgraf.llm import LLM
from nutgraf.steps.assemble import assemble
from nutgraf.steps.attribution import attribute
from nutgraf.steps.check import check
from nutgraf.steps.cite import cite
from nutgraf.steps.classify import classify
from nutgraf.steps.dates import resolve_dates
from nutgraf.steps.entities import resolve_entities
from nutgraf.steps.merge import merge
from nutgraf.steps.normalise import normalise
from nutgraf.steps.rank import rank
from nutgraf.steps.sentences import split
from nutgraf.steps.write import write


async def digest(article: Article, llm: LLM, prompt: Prompt) -> Digest:
    """Digest one article.

    Raises `BadArticle` for what the caller can mend and `UpstreamError` when the LLM gives no answer
    and `options.on_failure` is `error`.
    """
    started = perf_counter()
    text = normalise(article)
    sentences = split(text)
    ranked = rank(sentences, article.options)
    draft, cost = await write(llm, prompt, sentences, ranked, article.options)
    cited = cite(draft, sentences)
    typed = classify(cited, sentences)
    dated = resolve_dates(typed, sentences, text.published)
    named = resolve_entities(dated, sentences)
    merged = merge(named, sentences)
    sourced = attribute(merged, sentences)
    checked = check(sourced, sentences)
    return assemble(article, text, sentences, checked, prompt, cost, perf_counter() - started)
