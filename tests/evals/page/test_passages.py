"""A text cut where what cites it begins and ends."""

from hypothesis import given
from hypothesis import strategies as st

from nutgraf_evals.page.passages import Claim, cut

TEXT = "The harbour closed. Nobody knows why."
PLACES = st.tuples(st.integers(-3, 45), st.integers(-3, 45))


def test_a_text_that_nobody_cites_is_one_piece() -> None:
    (piece,) = cut(TEXT, [])
    assert (piece.text, piece.claims) == (TEXT, ())
    assert cut("", []) == []


def test_pieces_know_who_cites_them_and_where_a_passage_begins_and_ends() -> None:
    headline, event = Claim("a.H", "H", ((0, 19),)), Claim("a.E1", "E1", ((4, 11),))
    label = Claim("a.G1", "G1", ((4, 19),), "label")
    pieces = cut(TEXT, [headline, event, label])
    assert [piece.text for piece in pieces] == ["The ", "harbour", " closed.", " Nobody knows why."]
    assert [piece.by for piece in pieces] == ["a.H", "a.H a.E1 a.G1", "a.H a.G1", ""]
    assert [piece.starts for piece in pieces] == [(headline,), (event, label), (), ()]
    assert [piece.ends for piece in pieces] == [(), (event,), (headline,), ()]
    assert pieces[1].kinds == "told label"


def test_a_claim_begins_once_however_many_passages_it_has() -> None:
    claim = Claim("a.S1", "S1", ((20, 26), (0, 3)))
    assert [piece.text for piece in cut(TEXT, [claim]) if piece.starts] == ["The"]
    assert [piece.text for piece in cut(TEXT, [claim]) if piece.ends] == ["The", "Nobody"]


@given(st.lists(st.tuples(PLACES, st.sampled_from(["told", "label", "clash"])), max_size=6))
def test_the_pieces_are_the_text_whatever_is_cited(cited: list[tuple[tuple[int, int], str]]) -> None:
    claims = [Claim(f"a.{n}", str(n), (place,), kind) for n, (place, kind) in enumerate(cited)]  # type: ignore[arg-type]  # a kind is one of three
    pieces = cut(TEXT, claims)
    assert "".join(piece.text for piece in pieces) == TEXT
    begun = [claim.id for piece in pieces for claim in piece.starts]
    assert len(begun) == len(set(begun))
    for claim in claims:
        start, end = max(claim.places[0][0], 0), min(claim.places[0][1], len(TEXT))
        words = "".join(piece.text for piece in pieces if claim.id in piece.by.split())
        assert words == TEXT[start:end] if start < end else words == ""
