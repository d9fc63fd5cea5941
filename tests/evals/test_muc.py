from typing import Any

import pytest

from nutgraf_evals.muc import Fill, Place, Template, alike, compared, matched, wanted


def key(**changed: Any) -> Template:
    row = {"event_type": ["BOMBING"], "date_edtf": ["1990-01-05"], "place": [], "participants": []}
    return wanted(row | changed)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the guerrillas", "GUERRILLAS", True),
        ("two young soldiers", "soldiers", True),
        ("the mayor of Velby", "Velby", True),
        ("soldiers of the guard", "guards of the mayor", False),
        ("", "guards", False),
    ],
)
def test_fillers_are_one_by_most_words_or_the_same_last(one: str, other: str, same: bool) -> None:
    assert alike([one], [other]) is same


def test_a_date_that_overlaps_is_worth_half() -> None:
    ours = key(date_edtf=["1990-01"])
    assert compared(ours, key())["date"] == (1, 1, 1)
    assert compared(key(), key())["date"] == (2, 1, 1)
    assert compared(key(), key(date_edtf=["[..1990-01-10]"]))["date"] == (1, 1, 1)
    assert compared(key(date_edtf=["1991"]), key())["date"] == (0, 1, 1)


def test_a_place_is_its_smallest_name_and_its_country_half() -> None:
    asked = key(place=[["PERU", "ALTO (CITY)"]])
    assert (
        compared(Template(asked.types, places=(Place("PE", ("the town of Alto",)),)), asked)["place"][0] == 2
    )
    assert compared(Template(asked.types, places=(Place("PE", ("Bajo",)),)), asked)["place"][0] == 1
    assert compared(Template(asked.types, places=(Place(None, ("Bajo",)),)), asked)["place"][0] == 0
    country = key(place=[["PERU"]])
    assert compared(Template(asked.types, places=(Place("PE", ("Bajo",)),)), country)["place"][0] == 2


def test_a_description_of_a_named_victim_is_another_of_the_names() -> None:
    found = key(
        participants=[
            {"role": "VictimName", "alternatives": ["ANA POE"]},
            {"role": "VictimDescription", "alternatives": [["NURSE", "ANA POE"]]},
        ]
    )
    assert found.fills["victim"] == (Fill(("ANA POE", "NURSE")),)


def test_an_organisation_need_not_be_named_beside_its_people() -> None:
    people = {"role": "PerpInd", "alternatives": ["REBELS"]}
    group = {"role": "PerpOrg", "alternatives": ["RED DAWN"]}
    assert [fill.optional for fill in key(participants=[people, group]).fills["perpetrator"]] == [False, True]
    assert [fill.optional for fill in key(participants=[group]).fills["perpetrator"]] == [False]


def test_records_are_matched_so_that_they_share_most() -> None:
    attack, bombing = key(event_type=["ATTACK"], date_edtf=["1990-01-06"]), key()
    assert matched([bombing, attack], [attack, bombing]) == ((0, 1), (1, 0))
