"""The way of an article through nutgraf: Article in, Digest out. Read this file first."""

from dataclasses import replace
from hashlib import sha256
from time import perf_counter

from nutgraf import __version__
from nutgraf.errors import UpstreamError
from nutgraf.llm import LLM, Spent
from nutgraf.steps.assemble import Made, assemble
from nutgraf.steps.attribution import attribute
from nutgraf.steps.check import check
from nutgraf.steps.cite import cite
from nutgraf.steps.classify import classify
from nutgraf.steps.contradict import contradict
from nutgraf.steps.dates import resolve_dates
from nutgraf.steps.entities import resolve_entities
from nutgraf.steps.extract import extract
from nutgraf.steps.merge import merge
from nutgraf.steps.normalise import normalise
from nutgraf.steps.quantities import measure
from nutgraf.steps.rank import rank
from nutgraf.steps.second_opinion import PROMPT as JUDGE
from nutgraf.steps.second_opinion import Opinion, second_opinion
from nutgraf.steps.sentences import split
from nutgraf.steps.write import write
from nutgraf_prompts import Prompt
from nutgraf_schemas import Article, Digest
from nutgraf_schemas.draft import FINGERPRINT


def digest_id(article: Article, llm: LLM, prompt: Prompt) -> str:
    """The id of the digest of this request: the same request to the same makers has the same id."""
    judge = JUDGE.sha256 if article.options.second_opinion else ""
    makers = "\n".join((__version__, llm.name, prompt.sha256, judge, FINGERPRINT, article.model_dump_json()))
    return "dg_" + sha256(makers.encode()).hexdigest()[:32]


async def digest(article: Article, llm: LLM, prompt: Prompt) -> Digest:
    """Digest one article.

    Raises `BadArticle` for what the caller can mend, and `UpstreamError` when the LLM gives no answer
    and `options.on_failure` is `error`.
    """
    started, want = perf_counter(), article.options
    text = normalise(article)
    sentences = split(text)  # numbered, with spans, speech and report frames marked
    ranked = rank(sentences, want)  # which sentences carry the story: no LLM
    failure: UpstreamError | None = None
    cost = Spent()
    english = text.language.split("-")[0] == "en"
    try:
        if english:
            draft, cost = await write(llm, prompt, sentences, ranked, want)  # the LLM
            cited = cite(draft, sentences)  # evidence chosen by code
        else:
            cited = extract(
                sentences, replace(ranked, events=()), want
            )  # its own sentences; events are read in English
    except UpstreamError as error:
        if want.on_failure == "error":
            raise
        failure, cited = error, extract(sentences, ranked, want)
    typed = classify(cited, sentences)  # each event's type, from its verb
    dated = resolve_dates(typed, sentences, text.published)
    named = resolve_entities(dated, sentences) if english else dated
    merged = merge(named, sentences)  # one event told in several sentences is one record
    counted = measure(merged, sentences)
    sourced = attribute(counted, sentences)  # who says so, modality
    checked = check(sourced, sentences, text.published.edtf)  # refuse, replace, mark
    opinion = await second_opinion(checked, sentences, llm) if want.second_opinion else Opinion(checked)
    if opinion.failure and want.on_failure == "error":
        raise opinion.failure
    doubted = opinion.cited  # the LLM's no to what passed, where it was asked for
    compared = contradict(doubted, sentences, text.published) if english else doubted  # with itself
    made = Made(
        prompt=prompt,
        judge=JUDGE if want.second_opinion else None,
        llm=llm,
        cost=cost + opinion.cost,
        failure=failure,
        unheard=opinion.failure,
        seconds=perf_counter() - started,
    )
    return assemble(digest_id(article, llm, prompt), article, text, sentences, compared, made)
