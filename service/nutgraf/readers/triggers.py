"""Event triggers: text in, the words that name an event out, each with its span and the event's type.

A trigger is the verb or noun that most clearly says that something happened (the term is ACE's).
The lists are our own. A verb outweighs a noun: "Police arrested two men after a robbery" tells of an arrest.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from nutgraf_schemas import EventType


@dataclass(frozen=True, slots=True)
class Trigger:
    """`verb` is False for nouns ("the swap"). Offsets count in the text that was read."""

    type: EventType
    verb: bool
    text: str
    start: int
    end: int


# Verbs by type. A bare word is a regular verb and gets its endings; `a/b/c` lists irregular forms;
# `word+` allows any ending; `_` is a space. What stands in {…} must follow, in <…> must not follow.
_VERBS: dict[EventType, str] = {
    "release_or_exchange": "releas+<_(?:(?:an?|its|the|their|new)_)?(?:\\w+_)?(?:statement|report|figures|data|album|film|"
    "results|findings|video|footage|details|images|documents|study|survey|records|names|identities|funds|water)s?> free/freed/frees/freeing "
    "liberat+ pardon+ parole/paroled repatriat+ swap/swapped/swaps/swapping "
    "exchang+{_(?:\\w+_){0,5}(?:prisoner|hostage|captive|detainee|teacher|soldier|spy|spies)\\w*|_(?:\\w+_){1,4}for_|[.,]|$} "
    "extradit+ hand/handed/hands{_[^.]{1,150}_back_to} walk/walked/walks{_free} set/sets{_free} return+{_the_(?:stolen|looted)}",
    "arrest_or_detention": "arrest+ detain+ captur+ apprehend+ jail/jailed{_(?!for_)} imprison+ seiz+{_by_police} "
    "take/took/taken{_into_custody} remand+ kidnap+ abduct+ intern/interned incarcerat+",
    "conviction_or_sentence": "convict/convicted/convicts/convicting sentenc+ acquit+ clear/cleared{_of_} "
    "find/found{_(?:\\w+_){0,4}guilty} plead/pleaded/pled{_guilty} jail/jailed{_for} fine/fined/fines{_(?:\\w+_){0,4}[$€£\\d]} "
    "execut+{_by} serv+{_(?:\\w+[-_]){0,3}(?:sentence|term)} overturn+{_(?:\\w+_){0,3}(?:conviction|sentence|verdict)} exonerat+",
    "charge_or_trial": "charg+{_with|_(?:\\w+_){1,5}with_|_over_} indict/indicted/indicts sue/sued/sues/suing{_(?:\\w+_){0,6}for_|_(?:the|a)_} "
    "prosecut+ go/went/gone{_on_trial} stand/stood/stands{_trial} appear+{_in_court|_before_(?:a|the)_(?:court|judge)} "
    "arraign+ appeal+{_against} testif+ file/filed/files{_(?:a_)?(?:law)?suit|_charges|_a_complaint}",
    "investigation": "investigat+ prob+{_the|_whether|_into} raid+{_(?:\\w+_){0,4}(?:office|home|house|headquarter)} "
    "search/searched{_(?:the|a|his|her|their)} inspect+ interrogat+ question/questioned{_(?:\\w+_){0,3}(?:over|about|by)} "
    "open/opened/opens{_an?_(?:\\w+_)?(?:inquiry|investigation|probe)} launch+{_an?_(?:\\w+_)?(?:inquiry|investigation|probe)}",
    "crime": "murder/murdered stab/stabbed/stabbing rob/robbed/robs steal/stole/stolen/steals burgl+ smuggl+ embezzl+ defraud+ "
    "launder+{_money} rape/raped brib+ forg+{_(?:\\w+_){0,2}(?:signature|document)} loot+ vandalis+ blackmail+ extort+",
    "attack": "attack/attacked/attacks/attacking bomb/bombed/bombs/bombing shell/shelled strike/struck{_(?:a|the)_"
    "(?:\\w+_)?(?:target|depot|base|village|convoy|port|hospital|refinery|building)} shoot/shot/shoots open/opened{_fire} "
    "ambush+ assassinat+ assault/assaulted fire/fired{_(?:\\w+_){0,4}(?:missile|rocket|shell|drone|shot|bomb|bullet)s?_} set/sets{_fire_to|_(?:[\\w-]+_){1,4}on_fire|_ablaze} "
    "kill/killed/kills/killing/injure/injured/wound/wounded{_[^.;]{1,80}_in_an?_(?:[\\w-]+_){0,3}(?:attack|bombing|shooting|ambush|raid|airstrike)}  raid/raided "
    "torpedo/torpedoed storm/stormed{_the} invad+ blow/blew/blown{_up} dynamit+ detonat+ sabotag+ hurl+{_(?:[\\w-]+_){0,3}(?:bomb|grenade|explosive|stone)s?} plant+{_(?:[\\w-]+_){0,3}(?:bomb|explosive|mine)s?} launch+{_(?:\\w+_){0,3}(?:attack|strike|missile|drone|offensive)s?}",
    "military_movement": "deploy+{_(?:\\w+_){0,4}(?:troop|soldier|ship|force|tank|battalion|brigade|jet)s?} mobilis+ mobiliz+ "
    "send/sent/sends{_(?:\\w+_){0,4}(?:troops|soldiers|warships?|tanks|reinforcements)} advanc+{_on|_towards?} mass/massed{_troops} "
    "cross/crossed{_the_border}",
    "ceasefire_or_withdrawal": "withdraw/withdrew/withdrawn/withdraws/withdrawing{_(?:\\w+_){0,4}(?:from|troops|forces)} "
    "retreat+ ceas+{_fire} surrender+ disarm+ lift/lifted/lifts{_(?:[\\w-]+_){0,4}(?:siege|blockade)} pull/pulled{_(?:out|back)}",
    "agreement": "agree/agreed/agrees/agreeing{_to_|_in_|_on_|_that_|,|\\.|_a_|_between} accept/accepted/accepts{_(?:an?|the|its|their)_(?:\\w+_){0,3}(?:offer|proposal|plan|deal|formula|terms|demand|invitation|conditions)s?} "
    "offer/offered/offers{_to_|_(?:its|their|his|her|the)_|_concessions} promise/promised/promises{_to_} commit/committed{_(?:itself_|themselves_)?to_} ready/prepared/willing{_to_} sign/signed/signs{_(?:a|an|the|their|two|three)_} "
    "ratif+ reach/reached/reaches{_(?:a|an|the)_(?:\\w+_){0,2}(?:deal|agreement|accord|settlement|compromise)} "
    "settl+{_(?:the|a|out|their)} strike/struck{_a_(?:\\w+_)?(?:deal|bargain)} clinch+{_a_} conclud+{_(?:a|an|the)_(?:\\w+_)?(?:deal|treaty|talks)}",
    "business": "acquir+ merg+ buy/bought/buys/buying{_(?!time)} purchas+ tak+{_over_} sell/sold/sells{_(?:its|the|a|off|shares|to)} "
    "list/listed{_(?:its_)?shares} lay/laid{_off} launch/launched{_(?:a|an|its|the)_(?:\\w+_){0,2}(?:product|service|model|car|phone|brand|airline|bid)} "
    "invest+{_[$€£\\d]|_in} bid/bids{_(?:for|[$€£])} go/went{_(?:bankrupt|public)} report/reported{_(?:\\w+_){0,3}(?:profit|loss|revenue|earnings|sales)} "
    "cut/cuts{_(?:\\w+_){0,3}jobs} rais+{_[$€£]} hir+ clos+{_(?:\\w+_){0,3}(?:plant|factory|store|branch|office|mill|mine)(?:s|es)?} "
    "file/filed{_for_(?:bankruptcy|insolvency|administration)} overtak+{_as} export/exported import/imported",
    "election_or_vote": "elect/elected/elects win/won/wins/winning{_(?:\\w+_){0,5}(?:election|vote|seat|presidency|poll|primary|referendum|mandate|majority)s?} "
    "vot+{_(?:to_|for_|against_|by_|on_|in_|out_|\\d)} re-elect/re-elected defeat/defeated{_(?:\\w+_){0,5}(?:election|vote|poll)} "
    "conced+{_(?:defeat|in|the)|\\.} cast/casts{_(?:their|his|her|a)_(?:ballot|vote)} inaugurat+",
    "appointment_or_departure": "appoint/appointed/appoints/appointing nam+{_(?:\\w+_){1,5}(?:as|to|its|chief|head|chair|director|president|minister|successor)} "
    "resign/resigned/resigns/resigning step/stepped/steps{_(?:down|aside)} retir+ dismiss/dismissed/dismisses{_(?!(?:the|a|all|any)_(?:claim|case|suit|appeal|idea|charge))} "
    "sack/sacked fire/fired{_(?:the|his|her|its|\\w+_\\w+_over)} oust/ousted swear/sworn{_in} succeed/succeeded{_(?:\\w+_){0,3}as} "
    "quit/quits replac+{_(?:\\w+_){0,4}as} promot+{_to} suspend/suspended{_(?:\\w+_){0,5}(?:from|as)} tak+{_(?:\\w+_)?office} nominat+ expel/expelled<_(?:[\\w,]+_){0,4}(?:diplomat|inspector|ambassador|envoy|observer|official|journalist|correspondent)> depos+",
    "law_or_policy": "enact/enacted pass/passed/passes{_(?:a|an|the|its)_(?:\\w+_){0,3}(?:law|bill|act|budget|motion|resolution|amendment|reform)} "
    "approv+ legalis+ outlaw/outlawed repeal+ regulate/regulated/regulates decree/decreed/decrees overhaul+{_the} licens+{_the} authoris+ authoriz+ "
    "rul+{_(?:that|in|against|on|the|\\w+_unlawful)} adopt/adopted{_(?:a|an|the|new)_} introduc+{_(?:a|an|new)_(?:\\w+_){0,2}(?:law|bill|tax|rule|ban|scheme|levy)} "
    "declar+{_(?:a|an)_(?:\\w+_){0,3}emergency} rais+{_(?:the|its|interest)_(?:\\w+_)?(?:tax|rate|age|wage)s?} veto/vetoed order/ordered{_(?:the|a|all|that)_} block/blocked{_the}",
    "sanction_or_restriction": "sanction/sanctioned impos+{_} confiscat+ "
    "halt/halted/suspend/suspended/stop/stopped/cut/cuts/sever/severed{_(?:[\\w-]+_){0,5}(?:aid|assistance|trade|ties|relations|contacts?)} "
    "expel/expelled{_(?:[\\w,]+_){0,4}(?:diplomat|inspector|ambassador|envoy|observer|official|journalist|correspondent)s?} ban/banned/bans/banning embargo/embargoed freeze/froze/frozen{_(?:\\w+_){0,3}(?:assets|accounts|funds)} "
    "blacklist/blacklisted restrict/restricted boycott/boycotted evict/evicted suspend/suspended{_(?:the|a|its|all|trade|flights|licen)} "
    "clos+{_(?:the|its|a)_(?:\\w+_)?(?:border|school|airspace|road|bridge|dam|line)s?} shut/shuts{_(?:down_)?(?:the|a)_} revok+ prohibit+ deport/deported",
    "protest_or_strike": "protest/protested/protests/protesting demonstrat+{_(?:against|in|outside|on|for)} march/marched/marching rally/rallied/rallies riot/rioted "
    "walk/walked{_(?:off|out)} end/ended/ends{_(?:a|an|the|their|its)_(?:[\\w-]+_){0,2}(?:strike|walkout|protest|blockade)} go/went/gone{_on_(?:\\w+_)?strike} strike/struck{_(?:over|for)} strik+{_over} picket/picketed "
    "block/blocked/blocks/blocking{_(?:[\\w-]+_){0,3}(?:road|transport|highway|street|traffic|bridge|entrance|port|motorway|railway|junction)s?}  occup+{_the} down/downed{_tools} blockad+",
    "threat_or_warning": "threaten/threatened/threatens/threatening warn/warned/warns/warning{_} vow/vowed/vows issue/issued{_(?:a|an)_(?:\\w+_){0,3}(?:warning|alert|ultimatum)} caution/cautioned",
    "accusation_or_criticism": "accus+ blam+ criticis+ criticiz+ condemn/condemned/condemns denounc+ alleg+{_(?:that|the|a|he|she|they)} slam/slammed deplor+ "
    "rebuk+ reprimand+ attack/attacked{_(?:the|his|her)_(?:decision|plan|policy|record)} lambast+ fault/faulted",
    "denial_or_refusal": "deny/denied/denies/denying reject/rejected/rejects/rejecting oppose/opposed/opposes fail/failed{_to_(?:reach|agree)} refus+ declin+{_to} dismiss/dismissed{_(?:the|a|all|any)_(?:claim|case|suit|appeal|idea|charge)} "
    "turn/turned{_down} rul+{_out} disput+ rebuff/rebuffed",
    "request_or_demand": "demand/demanded/demands/demanding urg+ say/said/says{_(?:[^\\s.;]+_){1,16}must_} announc+{_(?:[^\\s.;]+_){1,16}must_} conclud+{_(?:[^\\s.;]+_){1,16}must_} "
    "insist/insisted{_(?:[^\\s.;]+_){1,9}must_|_on_} reiterate/reiterated{_(?:[^\\s.;]+_){1,9}must_|_(?:its|his|her|their|the|a)_(?:\\w+_)?(?:demand|call|appeal)s?} pressure/pressured/pressuring call/called/calls{_(?:for_|on_\\w)} appeal/appealed{_(?:for|to)} ask/asked/asks{_(?:the|for|a|\\w+_to_)} request/requested "
    "petition/petitioned seek/sought/seeks{_(?!to_)} plead/pleaded{_for} apply/applied{_(?:for|to)} press/pressed{_for} summon/summoned",
    "aid_or_donation": "donat+ aid/aided{_} pledg+ grant/granted/grants{_(?:\\w+_){0,3}asylum} hand/handed{_over_(?:[\\w.,]+_){0,6}(?:aid|food|medicine|medicines|supplies|relief)} "
    "send/sent/sends/ship/shipped{_(?:\\w+_){0,3}(?:arms|weapons|medicine|grain)_to} giv+{_[$€£\\d]} fund/funded grant/granted{_(?:\\w+_){0,3}[$€£\\d]} provid+{_(?:aid|relief|food|shelter|humanitarian)} "
    "send/sent/sends{_(?:\\w+_){0,3}(?:aid|relief|supplies|rescue|food|doctors|teams|help)} deliver/delivered{_(?:aid|relief|food|supplies)} rescu+ airlift/airlifted lift/lifted/lifts{_(?:\\w+_){0,4}(?:crew|sailors|people|men|women|children|passengers|climbers|survivors)} evacuat+ rais+{_money_for} lend/lent",
    "cooperation": "cooperat+ co-operat+ collaborat+ join/joined{_(?:forces|the|a)} restor+{_(?:\\w+_){0,3}(?:ties|relations|operations|links)} resum+ reopen+{_(?:\\w+_){0,3}(?:embassy|border|talks)} host/hosted support/supported{_the}",
    "meeting": "meet/met/meets/meeting{_} visit/visited/visits host/hosted{_(?:talks|a_(?:meeting|summit))} hold/held/holds{_(?:\\w+_){0,3}(?:talks|meeting|summit|negotiations|conference|hearing)s?} "
    "negotiat+ gather/gathered conven+ conduct+{_(?:the_)?(?:\\w+_)?talks} greet/greeted",
    "call_or_letter": "telephone/telephoned phone/phoned{_(?:the|his|her|him|them|[A-Z])} write/wrote/written{_(?:a_letter|to_)} call/called/calls{_(?:\\w+_){1,3}(?:hour|minute|by_phone)} sent{_a_letter} speak/spoke/spoken{_(?:by_phone|on_the_phone|to_\\w+_by)}",
    "death_or_injury": "kill/killed/kills/killing die/died/dies/dying injur+ wound/wounded drown/drowned perish/perished hospitalis+ hospitaliz+ hurt/hurts{_(?:when|in|after)} "
    "lose/lost{_(?:his|her|their)_li(?:fe|ves)} succumb/succumbed",
    "accident_or_disaster": "destroy/destroyed/destroys/destroying damaged/damages{_(?:the|a|an|two|three|many|several)_} crash/crashed/crashes collid+ derail/derailed sink/sank/sunk{_(?:off|in|near|on|late|early|after|with)} explod+ collaps+ burn/burned/burnt{_(?:down|out|through)} "
    "strikes/struck{_(?:\\w+_){0,3}(?:before|at|near|off|on|the_(?:coast|town|city|region|north|south|east|west)|(?:north|south|east|west)ern|coast)} erupt+ flood/flooded/floods capsiz+ "
    "hit/hits{_(?:\\w+_){0,3}(?:coast|town|city|region|at_\\d|north|south|east|west)} trap/trapped devastat+ burst/bursts overflow/overflowed rip/ripped{_through} sweep/swept{_(?:away|through)} evacuat+{_after}",
    "health": "vaccinat+ infect/infected diagnos+ treat/treated{_(?:\\w+_){0,3}(?:patient|case)s?} test/tested{_positive} transplant/transplanted recall/recalled quarantin+ inoculat+",
    "science_or_technology": "discover/discovered/discovers launch+{_(?:\\w+_){0,3}(?:satellite|rocket|probe|telescope|spacecraft|mission)} land/landed{_on_(?:the_moon|mars)} invent/invented "
    "publish/published{_(?:\\w+_){0,4}(?:study|paper|findings|research)} find/found/finds{_(?:that|evidence|a_new)} measur+{_the} detect/detected unveil+{_(?:\\w+_){0,3}(?:chip|robot|engine|model|prototype)} sequenc+",
    "sport_or_culture": "beat/beaten/beats{_(?:\\w+_){0,4}(?:\\d|in_the|to_)} scor+ draw/drew{_\\d} win/won/wins{_(?:\\w+_){0,5}(?:title|cup|medal|final|match|race|prize|award|trophy|gold|silver|bronze|championship|league|game)} "
    "premiere/premiered/premieres perform/performed exhibit/exhibited award/awarded{_(?:the|a|\\w+_\\w+_the)} qualif+{_for} lose/lost{_(?:\\w+_){0,3}(?:\\d|to_|final|match|game)} defeat/defeated open/opened{_(?:a|an|the|its)_(?:\\w+_)?(?:exhibition|festival|museum|season)}",
    "statement": "identify/identified/identifies{_(?:\\w+_){0,4}(?:victim|suspect|body|bodies|dead)s?} name/named/names{_(?:\\w+_){0,4}(?:victim|suspect|dead)s?} announc+ say/said/says tell/told/tells declar+ confirm/confirmed/confirms report/reported/reports state/stated/states{_that} insist/insisted predict/predicted acknowledg+ admit/admitted apologis+ apologiz+ "
    "publish/published releas+{_(?:(?:an?|its|the|their|new)_)?(?:\\w+_)?(?:statement|report|figures|data|results|findings|names|identities)} disclos+ welcom+ promis+ prais+ prais+{_} describ+ argu+ unveil+",
}
_NOUNS: dict[EventType, str] = {
    "release_or_exchange": "release prisoner_swap swap prisoner_exchange exchange_of_prisoners exchange pardon repatriation extradition",
    "arrest_or_detention": "arrest detention kidnapping abduction",
    "conviction_or_sentence": "conviction verdict acquittal prison_sentence sentencing",
    "charge_or_trial": "trial lawsuit indictment hearing court_case",
    "investigation": "investigation inquiry inquiries probe audit",
    "crime": "murder robbery theft fraud burglary heist",
    "attack": "attack bombing bomb car_bomb air_strike airstrike shooting ambush invasion assault offensive",
    "military_movement": "deployment mobilisation mobilization",
    "ceasefire_or_withdrawal": "ceasefire truce withdrawal",
    "agreement": "agreement deal treaty accord settlement",
    "business": "merger takeover acquisition bankruptcy layoffs buyout",
    "election_or_vote": "election referendum ballot by-election vote",
    "appointment_or_departure": "resignation appointment dismissal",
    "law_or_policy": "ruling decree state_of_emergency legislation",
    "sanction_or_restriction": "sanctions embargo ban",
    "protest_or_strike": "strike hunger_strike general_strike protest demonstration walkout rally rallies riot sit-in",
    "threat_or_warning": "warning threat ultimatum",
    "accusation_or_criticism": "accusation criticism allegation",
    "denial_or_refusal": "denial refusal rejection",
    "request_or_demand": "appeal demand petition",
    "aid_or_donation": "donation aid rescue evacuation",
    "cooperation": "cooperation co-operation partnership",
    "meeting": "meeting summit talks negotiations visit conference mediation",
    "call_or_letter": "phone_call telephone_call letter",
    "death_or_injury": "death killing injury",
    "accident_or_disaster": "earthquake quake flood floods fire crash explosion landslide eruption storm hurricane collision derailment collapse",
    "health": "outbreak epidemic vaccination pandemic",
    "science_or_technology": "discovery spacewalk",
    "sport_or_culture": "match final concert exhibition festival tournament premiere",
}
_ITEM = re.compile(
    r"(?P<word>[^\s{<]+)(?:\{(?P<then>[^{}]*(?:\{\d+(?:,\d+)?\}[^{}]*)*)\})?(?:<(?P<unless>[^>]*)>)?"
)
_ENDING = r"(?!\w*(?:[eo]rs?|ees?|ions?|ments?|[ae]nces?|ants?|ives?|ables?|als?|ory|ary)\b)\w*"
"""Of a verb; not of who does it or of what is done: rescuers, inspection."""
_DETERMINED = re.compile(
    r"(?:\b(?:an?|the|this|that|these|those|its|their|his|her|my|our|your|such|no|any|each|every|of|second|first|"
    r"largest|latest|new|round)|['’]s?)\s+(?:\S*-\S+\s+)?$",
    re.I,
)
"""What stands before a noun: "the report", "Washington's request"."""
_NOUNS_TOO = frozenset(
    "attack attacks bomb bombs raid raids ban bans visit visits report reports demand demands request requests swap swaps "
    "assault assaults protest protests crash crashes sabotage".split()
)
_BEHIND_NOUN = re.compile(
    r"\s+(?:was|were|is|are|has|have|had|will|would|on|of|by|that|which|and|in\s+which|\w+ed|rocked|set|blew|went|left|took|hit"
    r"|struck|shook|killed)\b|\s*[.,;:)]|\s*$"
)
_BEFORE_VERB = re.compile(r"\b(?:to|will|would|may|could|can|must|they|we|who|not|and|or)\s$")


def _verb(item: re.Match[str]) -> str:
    word, then, unless = item["word"], item["then"], item["unless"]
    forms = (
        re.escape(word[:-1]) + _ENDING if word.endswith("+") else "|".join(map(re.escape, word.split("/")))
    )
    after = (f"(?={then})" if then else "") + (f"(?!{unless})" if unless else "")
    return rf"(?:{forms})\b{after}".replace("_", r"\s+")


@cache
def _patterns() -> tuple[tuple[EventType, bool, re.Pattern[str]], ...]:
    verbs = [
        (kind, True, re.compile(rf"\b(?:{'|'.join(map(_verb, _ITEM.finditer(items)))})", re.I))
        for kind, items in _VERBS.items()
    ]
    nouns = [
        (kind, False, re.compile(rf"\b(?:{'|'.join(items.split())})s?\b".replace("_", r"\s+"), re.I))
        for kind, items in _NOUNS.items()
    ]
    return (*verbs, *nouns)


def _is_noun(match: re.Match[str], text: str) -> bool:
    """Whether what looks like a verb stands where a noun does: "the report", "two bombs exploded"."""
    if _DETERMINED.search(text[max(0, match.start() - 24) : match.start()]):
        return True
    return (
        match[0].lower() in _NOUNS_TOO
        and (match[0].lower() == "crash" or _BEHIND_NOUN.match(text, match.end()) is not None)
        and _BEFORE_VERB.search(text, max(0, match.start() - 12), match.start()) is None
    )


@lru_cache(4_096)
def triggers(text: str) -> tuple[Trigger, ...]:
    """Every trigger of `text`, in its order; where two types claim one place, the longer and then the first wins."""
    found = [
        Trigger(
            kind,
            verb and not _is_noun(match, text),
            match[0],
            match.start(),
            match.end(),
        )
        for kind, verb, pattern in _patterns()
        for match in pattern.finditer(text)
        if match.start() == 0 or not match[0][0].isupper()  # "March", "the Federal Trade Commission"
    ]
    found.sort(key=lambda t: (t.start, not t.verb, -t.end))
    kept: list[Trigger] = []
    for trigger in found:
        if not kept or trigger.start >= kept[-1].end:
            kept.append(trigger)
    return tuple(kept)
