"""Statements of others: what the article carries of them, and that every span of the answer is exact."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nutgraf.article_pipeline import digest
from nutgraf.errors import BadArticle
from nutgraf.llm.scripted import Scripted
from nutgraf.statement_pipeline import NOT_CHECKED, check_statements
from nutgraf_prompts import load
from nutgraf_schemas import Article, CheckAnswer, CheckRequest, Digest, Options

HARBOUR = (
    "The harbour bridge in Lowmouth will close for repairs on 3 May, the city council said on Tuesday. "
    "Engineers 👷 found cracks in two of its nine pillars. The work will cost 4.2 million pounds."
)
PORT = (
    "Le pont du port a fermé mardi  après que des ingénieurs ont trouvé des fissures dans deux piliers. "
    "La mairie l'a annoncé à la presse hier soir."
)
Cut = Callable[[str, str, int, int], str]


@pytest.fixture(scope="session")
def cut() -> Cut:
    """The words of a span, as a reader who counts in a unit gets them."""
    code = {"codepoint": "utf-32-le", "utf16": "utf-16-le", "utf8": "utf-8"}
    width = {"codepoint": 4, "utf16": 2, "utf8": 1}
    return lambda text, unit, start, end: text.encode(code[unit])[
        start * width[unit] : end * width[unit]
    ].decode(code[unit])


def asked(text: str, *statements: str | dict[str, Any], **fields: Any) -> CheckAnswer:
    wanted = [{"text": each} if isinstance(each, str) else each for each in statements]
    return check_statements(CheckRequest.model_validate({"text": text, "statements": wanted, **fields}))


def supports(answer: CheckAnswer) -> list[str]:
    return [statement.support for statement in answer.statements]


def made(text: str, editor: Scripted, **options: Any) -> Digest:
    article = Article(text=text, published="2025-04-10", options=Options(**options))
    return asyncio.run(digest(article, editor, load("steps", 1)))


def test_each_statement_is_answered_in_its_order_with_its_own_text() -> None:
    said = ["The bridge will close on 3 May 2025.", "Engineers found cracks in three of its nine pillars."]
    answer = asked(HARBOUR, *said, "The work will cost 4.2 million pounds.", published="2025-04-10")
    assert supports(answer) == ["supported", "unsupported", "verbatim"]
    assert [statement.text for statement in answer.statements][:2] == said
    assert answer.statements[1].checks["numbers"] == "failed"
    assert [e.sentence for e in answer.statements[1].evidence] == [2]


def test_only_the_sentences_that_are_named_may_carry_a_statement() -> None:
    words = "The work will cost 4.2 million pounds."
    answer = asked(HARBOUR, {"text": words, "sentences": [3]}, {"text": words, "sentences": [1, 2]})
    assert supports(answer) == ["verbatim", "unsupported"]
    assert {e.sentence for e in answer.statements[1].evidence} <= {1, 2}


def test_the_day_of_publication_is_what_weekdays_count_from() -> None:
    said = "The council said on 8 April 2025 that the bridge will close."
    assert supports(asked(HARBOUR, said, published="2025-04-10")) == ["supported"]
    assert supports(asked(HARBOUR, said, published="2025-05-30")) == ["unsupported"]


def test_in_another_language_a_statement_is_sought_word_for_word_and_nothing_is_checked() -> None:
    said = ["a fermé mardi après que", "ermé mardi", "Des fissures ont fermé le pont.", "annoncé à la presse"]
    answer = asked(PORT, *said)
    assert supports(answer) == ["verbatim", "unsupported", "unsupported", "verbatim"]
    assert all(statement.checks == NOT_CHECKED for statement in answer.statements)
    first, *_, last = (statement.evidence[0] for statement in answer.statements)
    assert PORT[first.start : first.end] == "a fermé mardi  après que"
    assert (PORT[last.start : last.end], last.sentence) == ("annoncé à la presse", 2)


def test_the_language_that_is_given_holds() -> None:
    assert asked(HARBOUR, "The work", language="cy").statements[0].checks == NOT_CHECKED


def test_without_statements_those_of_the_digest_are_checked(
    editor: Scripted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nutgraf.steps.write.SHORT", 0)  # so that the editor's wrong statement is heard
    whole = made(HARBOUR, editor, offset_unit="utf16")
    answer = check_statements(CheckRequest(text=HARBOUR, digest=whole.id), whole)
    told = [whole.headline, *whole.summary, *whole.key_points, *(e.description for e in whole.events)]
    assert [each.text for each in answer.statements] == [each.text for each in told]
    extracts = [n for n, each in enumerate(told) if each.support == "extracted"]
    assert extracts
    assert {answer.statements[n].support for n in extracts} <= {"verbatim", "supported"}


def test_the_digest_says_when_the_article_was_published_and_what_offsets_count(
    editor: Scripted, cut: Cut
) -> None:
    whole = made(HARBOUR, editor, offset_unit="utf8")
    request = CheckRequest(
        text=HARBOUR, digest=whole.id, statements=[{"text": "The work will cost 4.2 million pounds."}]
    )
    (found,) = check_statements(request, whole).statements
    words = cut(HARBOUR, "utf8", found.evidence[0].start, found.evidence[0].end)
    assert words == "The work will cost 4.2 million pounds."
    said = CheckRequest(
        text=HARBOUR, digest=whole.id, statements=[{"text": "The bridge will close on 3 May 2025."}]
    )
    assert supports(check_statements(said, whole)) == ["supported"]


def test_a_text_that_is_not_the_digests_is_refused(editor: Scripted) -> None:
    whole = made(HARBOUR, editor)
    with pytest.raises(BadArticle, match="SHA-256") as refused:
        check_statements(CheckRequest(text=HARBOUR + " ", digest=whole.id), whole)
    assert refused.value.pointer == "/text"


def test_a_digest_that_numbers_the_sentences_otherwise_is_refused(editor: Scripted) -> None:
    whole = made(HARBOUR, editor)
    other = whole.article.model_copy(update={"sentences": whole.article.sentences[:-1]})
    with pytest.raises(BadArticle, match="Digest the article again") as refused:
        check_statements(
            CheckRequest(text=HARBOUR, digest=whole.id), whole.model_copy(update={"article": other})
        )
    assert refused.value.pointer == "/digest"


def test_a_sentence_that_there_is_not_is_refused() -> None:
    good = {"text": "The work", "sentences": [1]}
    with pytest.raises(BadArticle, match="no sentence 4; the article has 3") as refused:
        asked(HARBOUR, good, {"text": "The work", "sentences": [3, 4]})
    assert refused.value.pointer == "/statements/1/sentences/1"


@settings(max_examples=60)
@given(
    text=st.lists(
        st.sampled_from(
            [
                *"🏔 👷 é “ ” ( ) . , ? ! \n\n - é 9 12% $50".split(" "),
                "Lena Brandt said",
                "the board has not closed the bridge",
                "on Tuesday",
                "ponts fermés",
                "\r\n",
                "\u00a0",
            ]
        ),
        min_size=1,
        max_size=30,
    ).map(" ".join),
    statements=st.lists(
        st.text(min_size=1, max_size=40).filter(lambda s: any(map(str.isalnum, s))), min_size=1, max_size=3
    ),
    unit=st.sampled_from(["codepoint", "utf16", "utf8"]),
    language=st.sampled_from(["en", "fr", None]),
    data=st.data(),
)
def test_every_span_is_exact_in_every_unit(
    text: str, statements: list[str], unit: str, language: str | None, data: st.DataObject, cut: Cut
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    piece = text[start : data.draw(st.integers(start + 1, len(text)))]
    if any(map(str.isalnum, piece)):
        statements = [*statements, piece]
    try:
        answer = asked(text, *statements, offset_unit=unit, language=language)
    except BadArticle:
        return
    assert [each.text for each in answer.statements] == statements
    for statement in answer.statements:
        for evidence in statement.evidence:
            words = cut(text, unit, evidence.start, evidence.end)
            assert words.strip() == words != ""
        if statement.support == "verbatim" and language == "fr":
            assert words.split() == statement.text.split()
