"""Two runs compared, from their scores to the words on the terminal."""

import io
import json
from collections.abc import Mapping, Sequence

import pytest
from rich.console import Console

from nutgraf_evals.compare import Comparison, compare
from nutgraf_evals.compare_table import print_comparison, signed
from nutgraf_evals.records import Configuration, Run
from nutgraf_evals.score import Case, Scored, figure
from nutgraf_evals.scorers import Score

STORIES = ("bridge", "ferry", "harvest", "mine", "orchard", "quarry", "signal", "tram")
OUTLETS = ("wire", "local")
Values = Mapping[str, Sequence[float | None]]


def scored(name: str, values: Values) -> Scored:
    """A run with these values of each scorer, an article each, two articles a story."""
    articles = [(f"{story}-{outlet}", story) for story in STORIES for outlet in OUTLETS]
    count = max(map(len, values.values()))
    cases = {
        article: Case(article, story, {scorer: Score(each[n]) for scorer, each in values.items()})
        for n, (article, story) in enumerate(articles[:count])
    }
    run = Run(name=name, configuration=Configuration(maker="nutgraf"), records={})
    return Scored(run, cases, {scorer: figure(cases, scorer) for scorer in values})


def shown(found: Comparison, width: int = 120) -> str:
    out = io.StringIO()
    print_comparison(found, Console(file=out, width=width, highlight=False))
    return out.getvalue()


EVEN = {"key_facts": [0.5] * 16, "cost": [1000.0] * 16}


def test_a_gain_in_every_story_is_better_and_fewer_tokens_are_less() -> None:
    gains = [0.5 + 0.02 * (n % 5 + 1) for n in range(16)]
    found = compare(scored("old", EVEN), scored("new", {"key_facts": gains, "cost": [900.0] * 16}))
    assert {row.scorer: row.verdict for row in found.rows} == {"key_facts": "better", "cost": "less"}
    assert found.rows[1].measure == "tokens"
    worse = compare(scored("new", {"key_facts": gains}), scored("old", {"key_facts": [0.5] * 16}))
    assert worse.rows[0].verdict == "worse"


def test_ups_and_downs_are_within_chance_and_no_difference_is_the_same() -> None:
    mixed = [0.5 + (0.1 if n % 4 < 2 else -0.1) for n in range(16)]
    found = compare(scored("old", EVEN), scored("new", {"key_facts": mixed, "cost": [1000.0] * 16}))
    assert {row.scorer: row.verdict for row in found.rows} == {
        "key_facts": "within chance",
        "cost": "the same",
    }
    row = found.rows[0].paired
    assert (row.articles, row.stories, row.wins, row.losses, row.ties) == (16, 8, 8, 8, 0)


def test_only_articles_that_both_runs_have_are_compared() -> None:
    found = compare(scored("old", {"key_facts": [0.5] * 4}), scored("new", {"key_facts": [0.6] * 3}))
    assert found.articles == ("bridge-local", "bridge-wire", "ferry-wire")
    assert (found.only_a, found.only_b) == (("ferry-local",), ())
    assert found.rows[0].paired.articles == 3


def test_amounts_are_compared_where_both_have_one() -> None:
    found = compare(scored("old", {"cost": [5.0, None, 4.0]}), scored("new", {"cost": [6.0, 9.0, None]}))
    assert (found.rows[0].paired.articles, found.rows[0].paired.difference) == (1, 1.0)


def test_a_false_alarm_where_the_other_run_is_rightly_silent_is_a_loss() -> None:
    silent: Values = {"contradictions": [None] * 16}
    alarmed: Values = {"contradictions": [0.0] * 14 + [None, None]}
    (row,) = compare(scored("old", silent), scored("new", alarmed)).rows
    assert (row.paired.articles, row.paired.losses, row.verdict) == (14, 14, "worse")
    assert compare(scored("old", alarmed), scored("new", silent)).rows[0].verdict == "better"
    assert compare(scored("old", silent), scored("new", silent)).rows == ()


def test_of_few_stories_the_counts_are_told_and_nothing_else() -> None:
    found = compare(scored("old", {"key_facts": [0.5] * 4}), scored("new", {"key_facts": [0.9] * 4}))
    assert found.rows[0].verdict == "too few stories"
    printed = shown(found)
    assert "fewer than 6 stories" in printed
    said, rests = (line.split() for line in printed.splitlines() if line.startswith("key facts"))
    assert said[2:6] == [".500", ".900", "+.400", "–"]
    assert rests[2:] == ["4", "2", "4", "0", "0", "–", "–"]


def test_the_articles_that_changed_most_come_first_and_amounts_do_not_count() -> None:
    b = {"key_facts": [0.5] * 13 + [0.9, 0.5, 0.4], "cost": [1.0] * 16}
    found = compare(scored("old", EVEN), scored("new", b))
    assert [each.article for each in found.changes] == ["signal-local", "tram-local"]
    assert found.changes[0].differences == {"key_facts": 0.4}
    printed = shown(found)
    assert printed.index("signal-local  key facts +.400") < printed.index("tram-local  key facts −.100")
    assert printed.index("tram-local") < printed.index("verdict")


@pytest.mark.parametrize("width", [80, 120])
def test_the_tables_tell_means_difference_interval_verdict_and_counts(width: int) -> None:
    gains = [0.6] * 8 + [0.7] * 8
    new = scored("new", {"key_facts": gains, "cost": [12_345.0] * 16})
    printed = shown(compare(scored("old", EVEN), new), width)
    said, rests = (line.split() for line in printed.splitlines() if line.startswith("key facts"))
    assert said == ["key", "facts", ".500", ".650", "+.150", "[+.112,", "+.187]", "better"]
    assert rests[2:8] == ["16", "8", "16", "0", "0", "0.008"]
    assert "12,345   +11,345" in printed
    assert "…" not in printed


def test_runs_without_a_common_article_are_told_so() -> None:
    empty = Scored(Run(name="none", configuration=Configuration(maker="nutgraf"), records={}), {}, {})
    assert "no article in common" in shown(compare(scored("old", EVEN), empty))


def test_the_answer_is_json() -> None:
    answer = compare(scored("old", EVEN), scored("new", EVEN)).as_json()
    assert json.loads(json.dumps(answer)) == answer
    assert answer["scorers"][0]["verdict"] == "the same"
    assert answer["changes"] == []


@pytest.mark.parametrize(
    ("value", "words"),
    [(0.25, "+.250"), (-0.25, "−.250"), (0.0, "0"), (-0.0001, "0"), (1.0, "+1.000"), (-0.9996, "−1.000")],
)
def test_a_difference_has_its_sign(value: float, words: str) -> None:
    assert signed(value) == words
