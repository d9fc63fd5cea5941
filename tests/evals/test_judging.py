from nutgraf_evals.judging import failed_checks
from nutgraf_evals.marks import Document

TEXT = "A ferry with 40 passengers ran aground off Velby on Tuesday.\n\nIts captain, Ida Holm, called the coastguard."
ARTICLE = Document("a", "invented", TEXT, date="2026-05-12")


def test_a_statement_fails_nothing_where_some_sentence_says_so() -> None:
    told = ["A ferry with 40 passengers ran aground.", "Ida Holm called the coastguard."]
    assert failed_checks(ARTICLE, told) == [[], []]


def test_a_date_is_read_from_the_day_of_publication() -> None:
    assert failed_checks(ARTICLE, ["A ferry ran aground off Velby on 12 May 2026."]) == [[]]


def test_a_statement_fails_what_the_article_says_otherwise() -> None:
    (failed,) = failed_checks(ARTICLE, ["A ferry with 90 passengers ran aground."])
    assert "numbers" in failed
