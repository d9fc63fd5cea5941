from nutgraf.readers.links import beside, links, owners, settings
from nutgraf.readers.words import stem, stems


def of(*words: str) -> frozenset[str]:
    return frozenset(map(stem, words))


def test_a_link_ends_where_its_phrase_does() -> None:
    text = "fees to a firm owned by her brother"
    (link,) = [x for x in links(text, stems(text)) if x.preposition == "to"]
    assert link.phrases[0] == of("firm")


def test_a_name_stands_beside_its_noun() -> None:
    text = "A Maltese tanker rescued the sailors."
    assert list(beside(text, stems(text), frozenset())) == [(stem("maltese"), stem("tanker"))]


def test_a_link_takes_in_who_somebody_is() -> None:
    text = "A letter was sent to the mayor, Lena Poe."
    (link,) = [x for x in links(text, stems(text)) if x.preposition == "to"]
    assert link.phrases[0] == of("mayor", "lena", "poe")


def test_what_is_of_whom_is_read_in_either_order() -> None:
    for text in ("Petrel's forerunner sank.", "The forerunner of Petrel sank."):
        assert (stem("forerunner"), of("petrel")) in list(owners(text, stems(text)))


def test_a_place_where_something_is_done_is_not_one_where_somebody_is_from() -> None:
    text = "Ada Vell, a resident of Osk, was arrested in May in Lenz."
    assert settings(text, stems(text)) == ([of("lenz")], [of("osk")])
