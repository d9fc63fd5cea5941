"""What holds of every scorer, whatever a digest tells."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nutgraf_evals.scorers import measures, scorers
from nutgraf_evals.told import told

SPANS = st.lists(
    st.fixed_dictionaries({"start": st.integers(-9, 500), "end": st.integers(-9, 500)}), max_size=3
)
STATEMENTS = st.fixed_dictionaries(
    {
        "text": st.sampled_from(["", "Two climbers were rescued.", "Brekke broke a leg.", "Vaage died."]),
        "evidence": SPANS,
    }
)
EVENTS = st.fixed_dictionaries(
    {
        "description": STATEMENTS,
        "main": st.booleans(),
        "type": st.sampled_from(["other", "denial_or_refusal", "a type of their own"]),
        "participants": st.lists(st.fixed_dictionaries({"name": st.text(max_size=9)}), max_size=2),
        "evidence": SPANS,
    }
)
SIDES = st.fixed_dictionaries({"start": st.integers(-9, 500), "end": st.integers(-9, 500)})
DIGESTS = st.fixed_dictionaries(
    {
        "headline": STATEMENTS,
        "summary": st.lists(STATEMENTS, max_size=3),
        "events": st.lists(EVENTS, max_size=3),
        "contradictions": st.lists(st.fixed_dictionaries({"a": SIDES, "b": SIDES}), max_size=2),
    }
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DIGESTS)
def test_a_value_lies_between_0_and_1_and_less_than_1_has_a_reason(
    ridge: Any, digest: dict[str, Any]
) -> None:
    said = told(digest, ridge.text)
    for name, score in scorers().items():
        found = score(said, ridge.label)
        if name in measures():
            assert found.value is None
        elif found.value is not None:
            assert 0 <= found.value <= 1, name
            assert found.value == 1 or found.because, name
