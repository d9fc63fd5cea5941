"""Safe equivalents: what may be said for what, and above all what may not."""

from itertools import chain, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.readers.equivalents import APART, GAP, TABLE, implied_by, joined, key
from nutgraf.readers.words import FUNCTION_WORDS, stem, stems

# Never to be taken for each other, in either direction, nor through a third word: groups, each word against each.
DANGEROUS = """
arrest, charge, convict, acquit, sentence; accuse, convict; accuse, charge; suspect, culprit; suspect, convict
question, charge; detain, charge; detain, jail; detain, sentence; indict, convict; sue, prosecute
murder, manslaughter; murder, kill; robbery, burglary; allege, prove; claim, confirm; defendant, convict
die, injure, miss; kill, wound; survive, die; dead, alive; death toll, injure; rescue, kill
espionage, treason; fire, resign; dismiss, resign; retire, resign; strike, lockout; hire, fire
ban, restrict, allow; approve, propose, reject; ceasefire, peace; truce, treaty; confirm, announce; confirm, deny
warn, threaten; minister, president, prime minister; chancellor, president; mayor, governor; senator, governor
million, billion, thousand; mile, kilometer; pound, dollar, euro; meter, foot; day, week, month, year
uncle, father, brother; mother, sister, daughter; wife, girlfriend; son, daughter; man, woman; boy, girl
north, south, east, west; win, lose, draw; victory, defeat; rise, fall; increase, decrease; gain, loss
buy, sell; lend, borrow; import, export; open, close; start, end; begin, finish; join, leave; arrive, depart
enter, exit; accept, refuse; agree, disagree; support, oppose; attack, defend; invade, withdraw; hire, resign
profit, loss; profit, revenue; revenue, earnings; debt, deficit; deficit, surplus; strengthen, weaken
expand, shrink; improve, worsen; accelerate, slow; lengthen, shorten; raise, lower; cut, raise; postpone, cancel
delay, cancel; suspend, cancel; suspend, dismiss; suspend, end; pause, end; impose, lift; extend, end
release, arrest; free, jail; escape, release; appoint, dismiss; elect, appoint; nominate, appoint; nominate, elect
praise, criticize; condemn, praise; welcome, criticize; ask, answer; ask, order; request, order; urge, order
suggest, prove; plan, complete; try, succeed; succeed, fail; attempt, achieve; hope, expect; predict, confirm
virus, bacterium; vaccine, drug; vaccine, cure; infect, die; hospitalize, die; ill, dead; recover, die
doctor, nurse; lawyer, judge; prosecutor, lawyer; prosecutor, judge; jury, judge; witness, suspect; victim, suspect
soldier, police; army, navy; army, police; bomb, missile; rocket, bomb; plane, helicopter; car, truck; bus, train
ship, submarine; tank, truck; rifle, pistol; gun, knife; drone, missile; rebel, soldier; civilian, soldier
flood, drought; hurricane, earthquake; storm, earthquake; cyclone, tornado; fire, flood; hot, cold; warm, cool
employer, employee; landlord, tenant; buyer, seller; lender, borrower; teacher, pupil; doctor, patient
parliament, government; senate, house; council, court; bill, law; draft, law; treaty, contract; summit, election
referendum, election; coup, election; democracy, dictatorship; majority, minority; government, opposition
first, last; early, late; before, after; old, new; old, young; large, small; big, little; high, low; long, short
fast, slow; rich, poor; strong, weak; public, private; urban, rural; local, national, international
temporary, permanent; partial, complete; safe, dangerous; legal, illegal; guilty, innocent; true, false
alleged, confirmed; likely, certain; possible, certain; rare, common; average, median; minimum, maximum
catholic, protestant; church, mosque; priest, bishop; pope, bishop; muslim, jew; christian, muslim
football, rugby; goal, point; final, semifinal; gold, silver, bronze; captain, coach; referee, coach
oil, gas, coal; solar, nuclear; wind, solar; carbon, methane; river, lake; sea, ocean; mountain, valley
actor, director; singer, composer; author, publisher; editor, reporter; film, book; novel, play; song, album
chairman, president; founder, director; shareholder, director; bank, insurer; stock, bond; merge, acquire
bid, buy; bid, acquire; bid, contract; offer, sell; invest, own; lease, buy; hold, lose; tax, fine
recall, cancel; strike, protest; strike, ban; strike, resign; refugee, tourist; migrant, citizen
hostage, prisoner; kidnap, arrest; kidnap, kill; rape, assault; threaten, attack; threaten, kill
arson, accident; accident, attack; crash, attack; suicide, murder; drown, murder; collapse, explode
build, destroy; repair, damage; allow, forbid; predecessor, successor; ally, enemy; friend, enemy; winner, loser
host, guest; driver, passenger; pilot, passenger; lawyer, defendant; remember, forget; love, hate; promise, refuse
protect, attack; accept, reject; admit, deny; victim, witness; donor, recipient; propose, approve; estimate, count
teach, learn; lend, return; steal, buy; arrive, leave; lead, trail; expand, cut; owner, tenant; fire, flood
brother, husband; grandfather, father; widow, divorcee; engaged, marry; marry, divorce; orphan, widow
"""
PAIRS = sorted(
    {
        tuple(sorted((a, b)))
        for group in chain.from_iterable(line.split("; ") for line in DANGEROUS.strip().splitlines())
        for a, b in product(group.split(", "), repeat=2)
        if a != b
    }
)

# What a source says, and what may be said of it.
SAMPLES = """
The firm bought two mills. | The company acquired two mills.
Doctors commenced a walkout. | Physicians began a walkout.
Three women were maimed. | Three people were injured.
The ferry sank. | The vessel sank.
Prices soared. | Prices rose.
Prices plummeted. | Prices fell.
The match was called off. | The match was cancelled.
They called the whole match off. | They cancelled the whole match.
The vote was put off. | The vote was postponed.
She stepped down. | She resigned.
The captives were set free. | The captives were released.
Four villagers drowned. | Four people died.
A driver was shot dead. | A driver died.
Police arrested two men. | Police detained two men.
The cease-fire took effect at noon. | The truce came into force at noon.
The council turned the offer down. | The council rejected the offer.
The singer passed away. | The singer died.
He is behind bars. | He is in prison.
Troops withdrew. | Soldiers pulled out.
The chairwoman emphasised the cost. | The chairwoman stressed the cost.
A lorry driver noted the delay. | A truck driver said it.
The bombing wrecked a school. | The attack damaged a building.
They took part in the race. | They participated in the race.
"""


def supported(statement: str, source: str) -> bool:
    have = {w.stem for w in joined(source, stems(source))}
    return all(
        w.stem in have or not have.isdisjoint(implied_by(w.stem)) for w in joined(statement, stems(statement))
    )


def words() -> list[str]:
    """All words of the table but the lists of empty and of whole ones."""
    rows = {general: specific for general, specific in TABLE.more.items() if general not in "-+!"}
    return sorted({*TABLE.same, *rows}.union(*rows.values()))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_dangerous_pair_is_not_joined_even_through_a_third_word(one: str, other: str) -> None:
    for stated, said in ((key(one), key(other)), (key(other), key(one))):
        assert said not in implied_by(stated).union(*map(implied_by, implied_by(stated)))


def test_there_are_enough_dangerous_pairs_to_tell() -> None:
    assert len(PAIRS) >= 150


@pytest.mark.parametrize("row", SAMPLES.strip().splitlines())
def test_what_may_be_said_of_a_source(row: str) -> None:
    source, statement = row.split(" | ")
    assert supported(statement, source)


@pytest.mark.parametrize(
    "row",
    """
    Three people were injured. | Three people were maimed.
    Two men were detained. | Two men were arrested.
    A person died. | A woman died.
    The vessel sank. | The ferry sank.
    Prices rose. | Prices soared.
    The driver died. | The driver was killed.
    He was sentenced to death. | He died.
    The house is for sale. | The house was sold.
    There is evidence of a leak. | There is proof of a leak.
    The match was called off. | The match was called.
    The match was put off. | The match was called off.
    """.strip().splitlines(),
)
def test_what_may_not_be_said_of_a_source(row: str) -> None:
    source, statement = row.split(" | ")
    assert not supported(statement, source)


def test_every_word_of_the_table_is_found_under_its_stem() -> None:
    for general, specific in TABLE.more.items():
        assert {key(s) for s in specific} <= implied_by(key(general))
    for word, group in TABLE.same.items():
        assert {key(w) for w in group} - {key(word)} <= implied_by(key(word))


def test_a_stem_stands_in_one_group_so_that_groups_do_not_chain() -> None:
    groups: dict[str, tuple[str, ...]] = {}
    for word, group in TABLE.same.items():
        assert groups.setdefault(key(word), group) == group


def test_nothing_stands_twice_in_a_row_nor_is_a_function_word() -> None:
    for general, specific in TABLE.more.items():
        assert len({key(w) for w in (general, *specific)}) == len(specific) + 1
    for group in TABLE.same.values():
        assert len({key(w) for w in group}) == len(group)
    assert not FUNCTION_WORDS.intersection(words())


def test_no_general_word_and_its_specific_are_called_the_same() -> None:
    for general, specific in TABLE.more.items():
        assert not {key(s) for s in specific} & {key(w) for w in TABLE.same.get(general, ())}


def test_only_what_is_listed_follows() -> None:
    for word in words():
        alike = {w for x in words() if key(x) == key(word) for w in TABLE.same.get(x, (x,))} | {word}
        listed = {s for a in alike for s in TABLE.more.get(a, ())}
        listed |= alike.union(*(TABLE.same.get(s, ()) for s in listed))
        assert implied_by(key(word)) <= {key(w) for w in listed}


def test_a_word_that_the_table_lacks_is_implied_by_none() -> None:
    assert implied_by(stem("zeppelin")) == frozenset()


@pytest.mark.parametrize("phrase", [w for w in words() if " " in w])
def test_every_phrase_is_found_in_a_text(phrase: str) -> None:
    for text in {
        f"Yes, {phrase.replace(f' {GAP}', '')} yes",
        f"Yes, {phrase.replace(GAP, 'the old one')} yes",
    }:
        assert key(phrase) in [w.stem for w in joined(text, stems(text))]


def test_a_phrase_that_says_nothing_of_its_own_is_no_word() -> None:
    text = "They met in order to talk, for example, of prices."
    assert [w.text for w in joined(text, stems(text))] == ["met", "talk", "prices"]


@pytest.mark.parametrize("word", sorted(APART))
def test_a_word_left_whole_is_the_stem_of_nothing_else(word: str) -> None:
    assert word != stem(word)
    assert word not in {stem(w) for w in words()}
    assert [w.stem for w in joined(word, stems(word))] == [word]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("executive", "execution"),
        ("explosives", "explosion"),
        ("security", "secured"),
        ("important", "imports"),
    ],
)
def test_words_that_share_a_stem_are_told_apart(one: str, other: str) -> None:
    assert stem(one.removesuffix("s")) == stem(other.removesuffix("s"))
    assert not supported(one, other)
    assert not supported(other, one)


def test_an_auxiliary_begins_a_phrase_in_any_of_its_forms_but_takes_no_word_from_another_phrase() -> None:
    assert supported("She runs the mill.", "She was in charge of the mill.")
    text = "The match was called off."
    assert [w.stem for w in joined(text, stems(text))] == ["match", "call-off"]


def test_the_longest_phrase_wins() -> None:
    text = "The court of appeal sat."
    assert [w.text for w in joined(text, stems(text))] == ["court of appeal", "sat"]


def test_a_phrase_ends_at_punctuation() -> None:
    text = "They set, up north, a record."
    assert "set-up" not in [w.stem for w in joined(text, stems(text))]


@given(
    st.lists(
        st.sampled_from(["call", "called", "the", "whole", "strike", "off", "set", "free", ",", "-", "died"])
    )
)
def test_spans_are_of_the_text_in_order_and_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    end = 0
    for word in joined(text, stems(text)):
        assert text[word.start : word.end] == word.text
        assert word.start >= end
        end = word.end
