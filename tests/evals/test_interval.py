from collections import Counter

from nutgraf_evals.interval import interval
from nutgraf_evals.marks import Counts, share


def accuracy(counts: Counts) -> float:
    return share(counts["right"], counts["n"])


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    assert interval([Counter(n=4, right=3)] * 20, accuracy) == (0.75, 0.75)


def test_articles_that_differ_leave_doubt_around_the_figure() -> None:
    low, high = interval([Counter(n=10, right=right) for right in range(10)], accuracy)
    assert 0.2 < low < 0.45 < high < 0.7


def test_more_articles_leave_less_doubt() -> None:
    few = [Counter(n=10, right=right) for right in range(10)]
    wide, narrow = interval(few, accuracy), interval(few * 10, accuracy)
    assert narrow[1] - narrow[0] < (wide[1] - wide[0]) / 2


def test_an_article_counts_as_much_as_is_in_it() -> None:
    low, high = interval([Counter(n=98, right=98), Counter(n=2)], accuracy)
    assert (low, high) == (0.0, 1.0)


def test_the_same_articles_give_the_same_interval() -> None:
    articles = [Counter(n=10, right=right) for right in range(10)]
    assert interval(articles, accuracy) == interval(articles, accuracy)


def test_one_article_gives_its_own_figure() -> None:
    assert interval([Counter(n=2, right=1)], accuracy) == (0.5, 0.5)
