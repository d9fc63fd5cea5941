"""The words that report: verbs and nouns by what they do to what is said, with all their forms."""

from typing import Literal

Manner = Literal["say", "claim", "think", "ask", "stance"]
"""`say` leaves the words as they are; `claim` doubts or blames; `think` is an opinion; `ask` wants an act;
`stance` is for or against a thing, or has an eye on it, and tells no event."""

# Base forms; irregular ones and doubled consonants behind bars: base|past|ing or base|past|participle|ing.
_VERBS: dict[Manner, str] = {
    "say": """
        say|said|saying tell|told|telling write|wrote|written|writing add announce report state note explain
        reply|replied|replying declare reveal disclose post tweet retweet comment remark respond continue observe
        point mention recall recount describe testify|testified|testifying conclude indicate
        show|showed|shown|showing find|found|finding confirm inform emphasize emphasise stress acknowledge
        admit|admitted|admitting concede hear|heard|hearing summarise summarize joke quip|quipped|quipping
        read|read|reading echo stipulate reiterate clarify|clarified|clarifying detail repeat answer cite quote
        refer|referred|referring talk speak|spoke|spoken|speaking address discuss outline highlight underscore
        underline elaborate recite relate narrate proclaim pronounce call name label|labeled|labelled|labeling
        label|labelled|labelled|labelling term dub|dubbed|dubbing characterize characterise depict portray define
        identify|identified|identifying list publish release issue deliver print broadcast air chant shout yell
        scream whisper murmur mutter cry|cried|crying exclaim email e-mail text phone message blog|blogged|blogging
        signal|signaled|signalled|signaling learn discover reflect convey notify|notified|notifying brief share
        voice express articulate pen|penned|penning sing|sang|sung|singing tout document demonstrate illustrate
        attest certify|certified|certifying swear|swore|sworn|swearing remind assure advise update foretell report
        interject volunteer allude hint imply|implied|implying intimate confide confess divulge leak
        expose uncover unveil relay forward send|sent|sending present introduce lay|laid|laying raise reference
        invoke caption headline tally cover examine review trace record note chronicle catalog feature
        muse opine utter attribute lecture bark sigh reaffirm affirm sketch file submit foreshadow telegraph credit
        coin herald trumpet spell spelled react blog confer preach quip warble
        reprise revisit contrast compare liken equate paint frame cast|cast|cast|casting""",
    "claim": """
        claim allege accuse charge insist maintain assert argue contend deny|denied|denying blame complain boast
        brag|bragged|bragging criticise criticize denounce condemn dismiss reject dispute warn lament mock blast
        slam|slammed|slamming attack decry|decried|decrying deride disparage ridicule taunt insult belittle scoff
        rail bemoan assail lambaste lambast excoriate rebuke reprimand chide scold castigate rip|ripped|ripping
        knock hit|hit|hit|hitting fault counter retort refute rebut|rebutted|rebutting contradict protest object
        gripe grumble rant rave fume thunder lash bash trash skewer savage hammer pillory vilify|vilified|vilifying
        demonize demonise smear defame malign malign discredit challenge question exaggerate caution chastise
        berate demean cite impugn brush shrug|shrugged|shrugging crow gloat purport profess posit speculate
        theorize theorise hypothesize reason rationalize justify|justified|justifying interpret fire suggest
        propagate spread|spread|spread|spreading falsify misrepresent lie|lied|lying pretend plead
        downplay underplay understate overstate dispute eviscerate politicize pan|panned|panning spar|sparred|sparring
        balk boycott resist bristle joke tease sneer jeer heckle boo|booed|booing deplore bristle""",
    "think": """
        believe think|thought|thinking estimate predict expect hope fear suspect assume doubt consider
        feel|felt|feeling forecast|forecast|forecasting forecast|forecasted|forecasting project calculate
        know|knew|known|knowing see|saw|seen|seeing understand|understood|understanding realize realise recognize
        recognise imagine presume reckon figure judge deem regard view perceive foresee|foresaw|foreseen|foreseeing
        anticipate wonder worry|worried|worrying guess surmise infer|inferred|inferring deduce gather
        remember forget|forgot|forgotten|forgetting notice sense envision envisage dream
        investigate probe monitor overhear experience witness count lean rely conceive project contemplate ponder weigh mull debate decide determine resolve choose|chose|chosen|choosing appraise evaluate
        assess analyze analyse study|studied|studying rate rank value mean|meant|meaning intend
        plan|planned|planning look watch trust dread agonize mistake gauge diagnose find|found|finding
        acknowledge identify conclude""",
    "ask": """
        ask urge demand request order vow pledge promise threaten propose recommend appeal instruct want plead
        beg|begged|begging implore beseech command direct require invite encourage press pressure push lobby prod
        agree offer refuse decline volunteer consent seek|sought|seeking aim strive try|tried|trying attempt
        need wish desire desire prefer|preferred|preferring prepare vote elect opt|opted|opting campaign advocate
        prompt compel prescribe impose sponsor negotiate acquiesce yearn vie bar|barred|barring persuade convince exhort enjoin inquire enquire query poll interview solicit petition sue commit|committed|committing
        mandate rule decree forbid|forbade|forbidden|forbidding ban|banned|banning prohibit permit allow authorize
        authorise approve enable veto|vetoed|vetoing block stop|stopped|stopping pass sign nominate appoint sanction""",
    "stance": """
        support oppose back endorse favor favour praise defend welcome embrace applaud admire like love hate dislike
        loathe despise detest resent distrust mistrust disagree respect appreciate celebrate thank congratulate commend
        hail laud extol|extolled|extolling tout champion promote pitch cheer salute honor honour credit
        apologize apologise regret mourn grieve enjoy bear|bore|borne|bearing tolerate accept adopt abandon
        renounce disavow repudiate reverse retract recant eschew shun|shunned|shunning snub|snubbed|snubbing ignore
        overlook avoid emphasize prioritize prioritise focus concentrate obsess fixate highlight
        criticize fight|fought|fighting combat undermine threaten alienate offend anger amuse impress
        alarm disappoint confuse surprise enrage infuriate please embarrass inspire motivate provoke
        align side distance target mock disapprove sympathize sympathise identify pursue
        confront tackle acclaim glorify idolize dismiss exploit concern shock outrage
        rattle unsettle exasperate disgust thrill scare excite delight revere revile gravitate dwell seize double stump
        root vouch position elevate unleash devote hype sugarcoat trivialize minimize crave relish await hesitate struggle rally|rallied|rallying unite""",
}  # fmt: skip


def _forms(entry: str) -> tuple[str, tuple[str, ...]]:
    """The base form, and all forms: base, third person, past, participle, -ing form."""
    base, *given = entry.split("|")
    stem = base[:-1] if base[-1] == "e" else base
    yes = base[-1] == "y" and base[-2] not in "aeou"
    third = base[:-1] + "ies" if yes else base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")
    past = given[0] if given else (base[:-1] + "ied" if yes else stem + "ed")
    participle = given[1] if len(given) > 2 else past
    ing = given[-1] if len(given) > 1 else (base if base.endswith(("ee", "oe")) else stem) + "ing"
    return base, (base, third, past, participle, ing)


VERB_FORMS: dict[str, tuple[Manner, str]] = {}
"""Each form of each verb: its manner and its base form. Of several manners the first counts."""
THIRD: set[str] = set()
PAST: set[str] = set()
for _manner, _verbs in _VERBS.items():
    for _base, _all in map(_forms, _verbs.split()):
        for _form in _all:
            VERB_FORMS.setdefault(_form, (_manner, _base))
        THIRD.add(_all[1])
        PAST.update(_all[2:4])

MAYBE_NOUN = frozenset(
    "report reports claim claims call calls demand demands vow vows promise promises pledge pledges estimate"
    " estimates fear fears hope hopes stress state states note notes comment comments remark remarks post posts"
    " tweet tweets point points show shows plan plans order orders request requests appeal appeals vote votes"
    " attack attacks charge charges blame protest protests challenge challenges question questions answer answers"
    " view views sense project projects judge judges study studies debate debates rate rates rank ranks poll polls"
    " interview interviews address addresses name names list lists release releases issue issues broadcast air text"
    " phone message messages blog share shares voice detail details pen support endorse back favor favour praise love"
    " hate welcome pitch credit honor honour focus concern concerns fight target targets side cover record records"
    " review reviews feature features cast need needs wish wishes desire push press pressure lobby campaign campaigns"
    " rule rules ban bans block sign signs pass offer offers aim aims attempt attempts command direct object objects"
    " reason hit knock fire counter fault joke jokes quote quotes label labels term terms document documents value"
    " regard regards figure figures guess dream dreams doubt doubts look looks watch trust worry worries rally like"
    " update brief present reference headline frame contrast compare respect thanks cheer salute surprise shock outrage"
    " anger alarm distance spread lie lies lash rant feeling thought meaning finding saying writing hearing meeting"
    " reading showing ruling dispute reverse champion notice tally trace study lay mean value air sue forward echo"
    " chant shout cry cries hint hints leak leaks text plead rip slam bash trash concert state".split()
)
"""Forms that are often nouns or adjectives."""

CLAUSAL = frozenset(
    "say tell write add announce report state note explain reply declare reveal tweet argue claim think believe insist"
    " contend allege warn suggest hope fear know feel admit conclude show find indicate predict expect assume wonder"
    " complain assert acknowledge mean suspect doubt ask".split()
)
"""Verbs before whose clause "that" can be left out: "the man who said Ode lied"."""

INVERTS = frozenset(
    "say write add report note explain reply declare comment continue observe ask joke recall tweet warn insist argue"
    " remark respond answer read quip shout state announce exclaim conclude post repeat chant cry".split()
)
"""Verbs that stand before their subject behind a quotation: `said X`."""

TELLS = frozenset(
    "tell ask inform remind assure warn urge advise notify brief persuade convince instruct order beg implore press"
    " encourage invite thank promise pressure push email text".split()
)
"""Verbs with an addressee before what is said."""

OBJECT_RULES = frozenset(
    "urge ask tell want allow encourage press order persuade convince advise instruct invite beg implore permit"
    " expect prompt compel need require push lobby pressure force authorize help let".split()
)
"""Verbs whose object is the subject of the infinitive behind it: "urged him to say"."""

DROPPABLE = frozenset("say tell add report announce write state note".split())
"""Verbs whose frame can go without changing what is claimed."""

MOVES = frozenset(
    "anger amuse impress alarm disappoint confuse surprise enrage infuriate please embarrass shock outrage rattle"
    " unsettle exasperate disgust thrill scare excite delight offend worry inspire".split()
)
"""Verbs of what somebody feels: who feels it is their object, or their subject in the passive."""
MOVED = frozenset(form for form, (_, base) in VERB_FORMS.items() if base in MOVES and form.endswith("ed"))

_ADJECTIVES: dict[Manner, str] = {
    "think": "unclear confident sure certain aware convinced skeptical sceptical doubtful unsure uncertain afraid hopeful"
    " optimistic pessimistic worried concerned fearful surprised shocked mindful unaware wary",
    "ask": "willing eager ready happy reluctant unwilling prepared determined keen poised likely hesitant set",
    "stance": "critical supportive dismissive proud glad pleased angry upset furious tired interested focused"
    " opposed committed sympathetic grateful thankful excited enthusiastic disappointed frustrated outraged"
    " troubled bothered offended horrified appalled impressed fond right wrong clear adamant outspoken vocal"
    " silent dissatisfied uncomfortable comfortable familiar nervous anxious open"
    " unhappy delighted thrilled mum vague coy mistrustful upbeat bullish bearish enamored divided"
    " embittered bitter cynical scared confused mystified passionate satisfied bored popular reticent forthcoming"
    " hostile loyal receptive resistant upfront",
}
ADJECTIVES: dict[str, Manner] = {
    word: manner for manner, words in _ADJECTIVES.items() for word in words.split()
} | dict.fromkeys(sorted(MOVED), "stance")
"""Adjectives of opinion behind "be"."""

_NOUNS: dict[Manner, str] = {
    "say": "statement statements comment comments remark remarks report reports announcement answer"
    " reply response speech tweet tweets letter message acknowledgment admission confirmation explanation"
    " testimony account accounts description reference word words talk mention news warning warnings"
    " chant chants reminder disclosure revelation revelations quote discussion",
    "claim": "claim claims allegation allegations accusation accusations charge charges assertion assertions"
    " argument arguments contention denial criticism criticisms complaint complaints attack attacks rumor"
    " rumors suggestion suggestions insistence blame insult insults rhetoric",
    "think": "belief beliefs view views opinion opinions expectation expectations hope hopes fear fears concern"
    " concerns suspicion suspicions doubt doubts prediction estimate estimates speculation worry"
    " worries assumption thought thoughts judgment feeling feelings conviction understanding impression theory"
    " notion conclusion assessment analysis perception confidence idea skepticism anxiety",
    "ask": "call calls demand demands request requests proposal proposals plan plans promise promises pledge pledges"
    " vow threat threats offer question questions order orders appeal recommendation push effort efforts desire"
    " decision intention intentions goal wish willingness refusal advice bid ruling reluctance attempt"
    " agenda policy",
    "stance": "support opposition endorsement praise approval disapproval disdain contempt hatred love admiration"
    " enthusiasm interest preference commitment embrace defense position stance focus objection objections anger"
    " outrage frustration disappointment attitude apology condemnation rejection resistance respect loyalty vision",
}
NOUNS = {word: manner for manner, words in _NOUNS.items() for word in words.split()}
"""Nouns that report, where they have an owner or a "that" or "to" behind them."""

# Other verbs that end the subject of a verb behind them.
OTHER_VERBS = frozenset(
    """
    made make makes making took take takes taking went go goes came come comes gave give gives giving got began begin
    begins held hold holds kept keep keeps left leave leaves lost lose loses won win wins met meet meets put puts ran
    run runs sat stood stand stands brought bring brings bought built let lets led lead leads paid sold drew drawn fell
    grew became become becomes used uses using help helps tend tends start started starts work works live lives faced
    faces include includes turned turns moved moves hope called wants won worked visited joined served received
    remained remains failed fails needed entered returned ended opened closed appeared followed follows happened caught
    drove threw broke spent won
    """.split()
)

SPEECH = frozenset(
    (
        "call for",
        "call on",
        *"""
    say tell write add announce report explain reply declare reveal disclose tweet comment remark mention recount
    testify confirm inform emphasize emphasise stress acknowledge admit summarise summarize stipulate reiterate clarify
    claim allege accuse insist argue contend deny blame complain criticise criticize denounce condemn dismiss reject
    dispute warn lament slam believe think suggest estimate predict expect hope fear suspect speculate praise ask urge
    demand vow pledge promise threaten recommend according
    """.split(),
    )
)
"""Verbs that report whatever stands behind them; the others only with "that", a colon or a quotation."""

MARKED = frozenset(
    """
    note comment show find hear read continue describe indicate joke echo detail see know feel consider project plan
    want agree order advise appeal call attack support defend question concede conclude recall observe charge assume
    mock blast calculate request instruct maintain respond post propose forecast doubt boast assert state
    """.split()
)
"""Verbs that report only with a "that", a colon or a quotation."""

FORMS = {form: found for form, found in VERB_FORMS.items() if found[1] in SPEECH | MARKED}
"""The forms of the verbs that report words, in the narrow sense."""
