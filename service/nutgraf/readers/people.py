"""Persons or things: a noun phrase in, whether it means people out, by its head noun."""

import re

from .kind_words import PERSON_NOUNS
from .name_words import word_set

_MORE = word_set(
    """
    people person civilian troop guard guerrilla guerilla rebel militant insurgent terrorist soldier bodyguard peasant
    villager refugee hostage captive prisoner inmate migrant protester demonstrator striker rioter bystander shopper
    tourist traveller climber miner docker sailor seafarer seaman trucker cook clerk guest customer patient infant baby
    toddler youth adult adolescent youngster relative family couple crew parent survivor rescuer police troops gendarme
    official officeholder leader member employee staff labourer laborer trader shopkeeper farmworker landowner settler
    corporal private captain major marine recruit conscript cadet reservist serviceman servicewoman militiaman trooper
    ranger missionary nun priest layman follower supporter opponent backer voter adherent unionist delegate peacekeeper
    observer individual other anybody crowd population nurse schoolchild pupil orphan fan spectator fishermen
    hunter herder shepherd vendor porter caretaker watchman cleaner crewman stewardess steward
    """
)
_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "schoolchildren": "schoolchild",
}
_BEHIND = re.compile(r"\s(?:of|in|from|at|on|near|with|who|that|to|for)\s|[,(]")
_COUNTED = re.compile(
    r"(?:a |the )?(?:number|group|dozens?|hundreds|thousands|scores|team|couple|pair|crowd|band|handful)s? of ",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*")
_NUMBER_ALONE = re.compile(
    r"(?:at least |more than |about |nearly |almost |some )?(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens|hundreds|thousands|several|many)(?: others?| more)?$",
    re.I,
)


def are_people(phrase: str) -> bool:
    """Whether the phrase means people: "two soldiers of the guard", "five others", but no "army post"."""
    phrase = _COUNTED.sub("", phrase.strip(), count=1)
    if _NUMBER_ALONE.match(phrase):
        return True
    found = _WORD.findall(_BEHIND.split(phrase, maxsplit=1)[0])
    return bool(found) and (_singular(found[-1].lower()) in PERSON_NOUNS | _MORE)


def _singular(noun: str) -> str:
    noun = noun.rpartition("-")[2]
    if noun.endswith(("men", "women")) and noun not in _PLURALS:
        return f"{noun[:-2]}an"
    if noun in _PLURALS or not noun.endswith("s") or noun.endswith("ss"):
        return _PLURALS.get(noun, noun)
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun[:-1]
