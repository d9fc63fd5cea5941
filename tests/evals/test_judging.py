from nutgraf_evals.judging import judge
from nutgraf_evals.marks import Document

TEXT = "A ferry with 40 passengers ran aground off Velby on Tuesday.\n\nIts captain, Ida Holm, called the coastguard."


def test_a_statement_fails_nothing_where_some_sentence_says_so() -> None:
    failed = judge(Document("a", "invented", TEXT))
    assert failed("A ferry with 40 passengers ran aground.") == []
    assert failed("Ida Holm called the coastguard.") == []


def test_a_statement_fails_what_the_article_says_otherwise() -> None:
    assert "numbers" in judge(Document("a", "invented", TEXT))("A ferry with 90 passengers ran aground.")
