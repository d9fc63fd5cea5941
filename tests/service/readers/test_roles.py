from nutgraf.readers.roles import Act, acts
from nutgraf.readers.words import stem, stems


def act(text: str, verb: str) -> Act:
    (found,) = [a for a in acts(text, stems(text)) if a.verb == stem(verb)]
    return found


def of(*words: str) -> frozenset[str]:
    return frozenset(map(stem, words))


def test_an_active_verb_has_agent_and_patient() -> None:
    found = act("Tarvia released the dancer on Monday.", "release")
    assert found.agent == of("tarvia")
    assert found.patient is not None
    assert of("dancer") <= found.patient


def test_a_passive_has_a_patient_and_its_agent_after_by() -> None:
    assert act("The dancer was released.", "release") == Act(stem("release"), None, of("dancer"))
    assert act("The dancer was released by Tarvia.", "release").agent == of("tarvia")


def test_a_relative_clause_has_its_antecedent() -> None:
    assert act("The army, which has besieged the town, fell silent.", "besiege").agent == of("army")


def test_a_second_verb_has_the_first_ones_subject() -> None:
    text = "The rebels agreed to go and freed the hostages."
    assert act(text, "free").agent == of("rebels")


def test_a_pronoun_is_nobody() -> None:
    assert act("She released the dancer.", "release").agent is None


def test_a_by_that_measures_is_no_agent() -> None:
    assert not act("The bank raised its rate by a quarter of a point.", "raise").by


def test_a_verb_after_and_may_have_its_own_subject() -> None:
    assert act("Orme offered nothing, and Poe rejected the plan.", "reject").agent == of("poe")


def test_a_clause_between_a_noun_and_its_verb_is_passed_over() -> None:
    assert act("The house, which stood by three barns, was burnt.", "burn").patient == of("house")
