"""One stance in other words is kept; a stance that is lost, added or changed is found out."""

import pytest

from nutgraf.readers.reading import Reading
from nutgraf.readers.support_polarity import check_polarity

KEPT = [
    # negation
    ("The cause of the leak is not known.", "It is still not known what caused the leak."),
    ("Morvia has yet to confirm the truce.", "Morvia has so far not confirmed the truce."),
    ("The council has taken no decision on the pier.", "No decision on the pier has been taken."),
    ("The office has not corrected the figure.", "The figure has not been corrected by the office."),
    ("It heard two of nine pleas; neither changed the vote.", "Neither of the two pleas changed the vote."),
    ("The jury did not believe a clerk, Dora Lund, who wept.", "The jury did not believe Dora Lund."),
    ("Riders who were not insured will be paid nothing.", "Riders who were not insured will be paid nothing."),
    ("He is no longer mayor of Teal, which he had led since 1999.", "He had led Teal since 1999."),
    ("Not only the mill but the weir was swept away.", "The weir was swept away."),
    ("The clerk had known nothing of the fee.", "The clerk had been unaware of the fee."),
    ("The clerk was ordered to pay 90 crowns, and he has yet to do so.", "The clerk has not paid 90 crowns."),
    ("The mayor declined to discuss the weir.", "The mayor would not discuss the weir."),
    ("The mayor could not be reached on Monday.", "The mayor was not reached on Monday."),
    ("No dairy will be closed, the firm said.", "The firm said that it would not close a dairy."),
    ("Two of nine pleas were granted; neither changed the vote.", "Neither of the two pleas that were granted changed the vote."),
    ("None comes near the swap of May 2024, the largest since the war.", "The swap of May 2024 was the largest since the war."),
    # denial
    ("Rena Holt said there had been no quarrel.", "Rena Holt denied that there had been a quarrel."),
    ("Holt denied that she had ignored the letters.", "Holt says that she did not ignore the letters."),
    ("Holt denied that she had ignored the letters.", "Holt rejects the charge that she ignored the letters."),
    ("Holt denied the report that the ferry would be sold.", "Holt said that the ferry would not be sold."),
    # allegation
    ("The leak is thought to have begun in a cellar.", "It is believed that the leak began in a cellar."),
    ("The union accuses the mill of hiding letters.", "The union alleges that the mill hid letters."),
    ("The union alleged that the mill had hidden letters.", "The union said that the mill had hidden letters."),
    # plan
    ("The mayor intends to question the clerk.", "The mayor plans to question the clerk."),
    ("Lund had planned to build a boat.", "Lund had meant to build a boat."),
    ("What Lund had done was to give 50 crowns to a school.", "Lund gave 50 crowns to a school."),
    ("The council must decide by Friday.", "The council has until Friday to decide."),
    ("They have proposed a landing for the 2030s.", "A landing in the 2030s has been proposed by them."),
    ("Up to eight would rather have new leaders than pay.", "As many as eight prefer new leaders to paying."),
    ("Brell is to run the combined group.", "Brell is to be in charge of the combined group."),
    ("Lund is expected to be freed in May.", "Lund is likely to be freed in May."),
    # condition
    ("If the sale is blocked, Vantra will pay a fee.", "Should the sale be blocked, Vantra would pay a fee."),
    ("Lund will be freed if he behaves well.", "Lund will be freed provided that he behaves well."),
    ("Morvia has yet to confirm the swap, the second, if it does, since May.", "Morvia has not confirmed the swap."),
    ("The firm will appeal unless the fine is withdrawn.", "The firm will appeal if the fine is not withdrawn."),
    ("The mill would have closed if the donor had not paid.", "The mill would have closed had the donor not paid."),
    ("The union left the talks and said it would strike if pay fell.", "The union left the talks."),
    ("Traders had expected the bank to raise rates, but it left them alone.", "The bank left rates alone."),
    ("The bank considers whether to close a branch.", "The bank is considering closing a branch."),
    ("The council did not dispute the sum but said that it came late.", "The council did not dispute the sum."),
    ("The club is not expected to sign a striker.", "The club is unlikely to sign a striker."),
    ("The actor pleaded not guilty to three charges of assault.", "The actor denied three charges of assault."),
    # belief
    ("Police believe the driver fell asleep.", "The driver is believed to have fallen asleep."),
    ("Police believe the driver fell asleep.", "The driver may have fallen asleep, police believe."),
    ("Charges against the coach, who denied wrongdoing, were dropped.", "The coach denied wrongdoing."),
    # those who would not be named
    ("An official whom it did not name said the pier was safe.", "An official who was not named said the pier was safe."),
    ("The paper cited a clerk whom it did not name.", "The paper cited an unnamed clerk."),
    # no stance of its own
    ("The mill raised wages to win the freedom of its weavers.", "The mill raised wages so that its weavers may win freedom."),
]  # fmt: skip

LOST = [
    # negation
    ("Morvia has yet to confirm the truce.", "Morvia has confirmed the truce."),
    ("The council has taken no decision on the pier.", "The council has taken a decision on the pier."),
    ("The council approved the pier but did not approve the weir.", "The council did not approve the pier."),
    ("He pleaded not guilty to fraud but guilty to theft.", "He pleaded not guilty to theft."),
    ("Riders who were not insured will be paid.", "Riders will not be paid."),
    ("There is no evidence that the fire was set.", "The fire was set."),
    ("The firm, which paid the fine, did not appeal.", "The firm did not pay the fine."),
    ("The clerk was ordered to pay 90 crowns, and he has yet to do so.", "The clerk was not ordered to pay 90 crowns."),
    ("The fund said it would not sell its shares.", "The fund said it did not sell its shares."),
    ("The fund said it would not sell its shares.", "The fund said it could not sell its shares."),
    ("The council has yet to approve the weir.", "The council has never approved the weir."),
    ("Police had received no complaint.", "Police had not received no complaint."),
    ("The clerk had known nothing of the fee.", "The clerk had not been unaware of the fee."),
    ("A clerk who was not named said the pier was safe.", "A clerk who was named said the pier was safe."),
    ("If it cannot pay, the firm must sell the mill.", "The firm cannot sell the mill."),
    # denial
    ("The mill was accused of fraud, which it denied.", "It was denied that the mill was accused of fraud."),
    ("Holt denied that she had ignored the letters.", "Holt ignored the letters."),
    ("Holt denied that she had ignored the letters.", "Holt did not ignore the letters."),
    ("Holt denied that she had ignored the letters.", "Holt confirmed that she had ignored the letters."),
    ("Holt denied the charges.", "Holt did not deny the charges."),
    ("Holt did not deny the charges.", "Holt denied the charges."),
    ("Holt said she had not ignored the letters.", "Holt admitted that she had ignored the letters."),
    ("Holt rejected the accusation that she had ignored the letters.", "Holt had ignored the letters."),
    ("Morvia has yet to confirm the truce, the Courier said.", "Morvia denied the truce."),
    ("Morvia has not confirmed the truce, the Courier said.", "Morvia denied the truce."),
    ("There was a talk but no quarrel, Holt said.", "Holt denied that there was a talk."),
    # allegation
    ("The leak is thought to have begun in a cellar.", "The leak began in a cellar."),
    ("It is believed that the leak began in a cellar.", "The leak began in a cellar."),
    ("The union alleged that the mill had hidden letters.", "The mill had hidden letters."),
    ("Lund was held for allegedly selling maps, officials said.", "Officials said Lund was held for selling maps."),
    # plan, attempt
    ("Lund had meant to build a boat.", "Lund built a boat."),
    ("The firm sold shares in order to buy a rival.", "The firm bought a rival."),
    ("The mill raised wages so that its weavers would stay.", "The mill's weavers stayed."),
    ("Up to eight would prefer new leaders to paying.", "Up to eight have new leaders."),
    ("The council has until Friday to decide on the pier.", "The council has decided on the pier."),
    ("The firm should repair the pier, the judge said.", "The firm repaired the pier, the judge said."),
    ("They have proposed a landing for the 2030s.", "They will land in the 2030s."),
    ("They tried to free the hostages.", "They freed the hostages."),
    # possibility
    ("The pier may be closed.", "The pier will be closed."),
    ("The pier is likely to be closed.", "The pier has been closed."),
    # condition
    ("If the sale is blocked, Vantra will pay a fee.", "Vantra will pay a fee."),
    ("Should the sale be blocked, Vantra will pay a fee.", "Vantra will pay a fee."),
    ("Vantra will pay a fee if the sale is blocked.", "Vantra will pay a fee."),
    ("Vantra will sell the mill provided that wages fall.", "Vantra will sell the mill."),
    ("Unless wages fall, Vantra will sell the mill.", "Vantra will sell the mill."),
    ("The union left the talks and said it would strike if pay fell.", "The union will strike."),
    ("The bank considers whether to close a branch.", "The bank will close a branch."),
    ("It found no evidence that the drug caused harm.", "It found that the drug did not cause harm."),
    ("The bridge was due to open in May, but no crane came.", "The bridge will open in May."),
    ("Boil water until the pipes are repaired, the mayor said.", "The pipes have been repaired, the mayor said."),
    ("The club is not expected to sign a striker.", "The club will not sign a striker."),
    ("The club is expected to sign a striker.", "The club is unlikely to sign a striker."),
    ("The actor pleaded guilty to three charges of assault.", "The actor denied three charges of assault."),
    # belief
    ("Police believe the driver fell asleep.", "The driver fell asleep."),
    # those who would not be named
    ("An official who would not be named said the pier was safe.", "The pier was safe."),
    ("An official of the port said the pier was safe.", "An official who was not named said the pier was safe."),
]  # fmt: skip


def kept(source: str, statement: str) -> bool:
    cited = Reading(source)
    return check_polarity(Reading(statement).towards([cited]), [cited]) is not False


@pytest.mark.parametrize(("source", "statement"), KEPT, ids=[s for _, s in KEPT])
def test_one_stance_in_other_words_is_kept(source: str, statement: str) -> None:
    assert kept(source, statement)


@pytest.mark.parametrize(("source", "statement"), LOST, ids=[f"{s} <= {c}" for c, s in LOST])
def test_a_stance_lost_added_or_changed_is_refused(source: str, statement: str) -> None:
    assert not kept(source, statement)
