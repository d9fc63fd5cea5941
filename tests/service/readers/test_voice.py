import pytest

from nutgraf.readers.voice import in_aside, is_modifier, side


@pytest.mark.parametrize(
    ("clause", "name", "expected"),
    [
        ("Estmark released Per Aas.", "Estmark", "by"),
        ("Estmark released Per Aas.", "Per Aas", "to"),
        ("Per Aas was released by Estmark.", "Per Aas", "to"),
        ("Per Aas was released by Estmark.", "Estmark", "by"),
        ("Per Aas and Ana Lima were exchanged.", "Ana Lima", "to"),
        ("Police arrested a clerk in Velby.", "Velby", None),
        ("Estmark released Per Aas after talks with Norrland.", "Norrland", None),
        ("The bridge is near Velby.", "Velby", None),
    ],
)
def test_word_order_tells_who_acts(clause: str, name: str, expected: str | None) -> None:
    at = clause.index(name)
    assert side(at, at + len(name), clause) == expected


def test_what_follows_who_or_following_tells_of_something_else() -> None:
    sentence = (
        "In May, following a call with Norrland, Estmark released Per Aas, who was arrested by Velmark."
    )
    assert in_aside(sentence.index("Norrland"), sentence)
    assert in_aside(sentence.index("Velmark"), sentence)
    assert not in_aside(sentence.index("Per Aas"), sentence)


@pytest.mark.parametrize(
    ("clause", "name", "expected"),
    [
        ("Several Estmark citizens were freed.", "Estmark", True),
        ("Estmark freed several citizens.", "Estmark", False),
        ("Estmark was blamed.", "Estmark", False),
        ("They freed Per Aas.", "Per Aas", False),
    ],
)
def test_a_name_before_a_noun_qualifies_it(clause: str, name: str, expected: bool) -> None:
    assert is_modifier(clause.index(name) + len(name), clause) is expected
