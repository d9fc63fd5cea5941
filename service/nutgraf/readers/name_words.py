"""Words that tell names from other capitalised words. Our own lists."""


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase.replace("_", " ") for phrase in text.split())


FUNCTION_WORDS = word_set(
    """
    A An The This That These Those There Here It Its He His Him She Her Hers They Their Them We Our Us You
    Your I My Me Who Whom Whose Which What When Where Why How Whether While Whereas If Unless Until Till
    Since Because Although Though Even Despite In On At By For From To Of With Without Within Into Onto
    Under Between Among Amid Against About Across Along Around Before After During Through Throughout
    Toward Towards Off Via Unlike As Than And But Or Nor Yet So Not No Only Just Also Too Then Now Still
    Already Almost Nearly Some Any Many Much More Most Several Few Fewer Each Every Either Neither Both
    All Another Other Others Such Meanwhile However Moreover Nevertheless Therefore Thus Hence Instead
    Otherwise Rather Indeed Perhaps Maybe Oh According Including Following Is Are Was Were Be Been Being
    Has Have Had Do Does Did Would Shall Should Could Might Nobody Somebody Everybody Anybody Nothing
    Something Everything Anything Someone Everyone Anyone None Never Ever Always Often Sometimes
    Furthermore Additionally Asked
    """
)
"""Capitalised function words: they open a sentence or a quotation, and end any name before them."""

OPENERS = word_set(
    """
    Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Dozens Hundreds Thousands Millions Half One
    Former Outgoing Incoming Neighbouring Neighboring Nearby Late Early Earlier Later Recent Recently
    Today Yesterday Tomorrow Tonight Once Again Soon Finally Eventually Usually Officials Separately
    Previous Fellow Speaking Writing Citing Given Based Over Near Behind Beyond Above Below Up Down Out
    Like Plus Upon Ahead Apart Aside Less Least Same Total
    """
)
"""Words that open a sentence before a name and are no part of it: "Former President …"."""

WEAK = word_set(
    """
    will may can must don won new old first second third fourth fifth last next per well let regional
    local
    """
)
"""Words that may begin a name, but alone at the start of a sentence are none."""

COMMON = word_set(
    """
    police authorities prosecutors investigators witnesses residents rescuers firefighters soldiers troops
    rebels militants protesters demonstrators workers employees staff teachers students schools hospitals
    doctors nurses scientists researchers engineers experts analysts economists critics supporters
    opponents campaigners activists lawyers judges jurors ministers lawmakers senators deputies diplomats
    ambassadors leaders members voters people men women children families parents relatives friends
    neighbours neighbors victims survivors passengers drivers pilots farmers fishermen traders investors
    shareholders customers consumers companies firms banks shares stocks prices sales profits revenue
    turnout elections voting results polls talks negotiations meetings trade tourism inflation
    unemployment growth demand supply oil gas gold food water power electricity traffic trains flights
    roads rain snow floods storms winds fire fires smoke ash damage aftershocks quake earthquake hurricane
    tornado weather heavy strong parliament opposition government governments congress court courts jury
    army navy coalition union unions council city county state federal national international foreign
    domestic public private security health education interior defence defense finance energy justice
    parliamentary presidential military political economic social legal environmental humanitarian
    emergency hostage prisoner prisoners detainees suspects suspect sources reports television radio media
    newspapers journalists reporters spokesman spokeswoman president chairman chairwoman director chief
    captain coach manager fans players team teams match matches thousands tens scores organisers
    organizers observers inspectors crews villagers locals tourists migrants refugees asylum immigrants
    islanders campaign construction production work works business businesses industry plans planning
    building buildings population life death deaths war peace violence crime murder terrorism treason
    espionage bribery good great big small large high low long short hard right wrong left top true free
    full open clear fresh further worse better best worst part thanks thank sorry everywhere somewhere
    elsewhere inside outside together certainly clearly obviously unfortunately fortunately sadly
    similarly likewise additionally specifically generally typically historically initially originally
    officially reportedly allegedly
    """
)
"""Words that a sentence may open with and that are no name when they stand there alone, in lower case."""

COMMON_ENDINGS = ("ing", "ly", "ists", "tions", "ments", "ness", "ities", "ators", "ives")
"""Endings of words that are seldom names; they decide only where nothing else does."""

TITLES = _phrases(
    """
    President Vice_President Prime_Minister Deputy_Prime_Minister Minister Chancellor Premier Secretary
    Secretary_General Secretary-General Under_Secretary Secretary_of_State Secretary_of_Defense
    Secretary_of_Defence Governor Lieutenant_Governor Senator Congressman Congresswoman Representative
    Speaker Mayor Councillor Councilman Councilwoman Ambassador Envoy Consul Commissioner Director
    Deputy_Director Chief Chairman Chairwoman Chairperson CEO CFO COO Attorney_General Solicitor_General
    Surgeon_General Judge Justice Chief_Justice Magistrate Prosecutor Attorney Sheriff Constable Detective
    Inspector Superintendent Officer Sergeant Corporal Lieutenant Captain Major Colonel General Brigadier
    Major_General Lieutenant_General Brigadier_General Admiral Rear_Admiral Vice_Admiral Commander Marshal
    Dr Dr. Doctor Professor Prof Prof. Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Baroness Baron
    Countess Duke Duchess Prince Princess King Queen Emperor Sultan Emir Sheikh Sheik Crown_Prince
    Crown_Princess Pope Cardinal Bishop Archbishop Reverend Rev Rev. Pastor Rabbi Imam Ayatollah
    Grand_Ayatollah Patriarch Gen Gen. Col Col. Lt Lt. Capt Capt. Sgt Sgt. Maj Maj. Cmdr. Adm. Sen Sen.
    Rep Rep. Gov Gov. Hon Hon. Supt. Det. Insp. Leader Coach Manager Spokesman Spokeswoman Spokesperson
    Undersecretary Congressional_leader MP Supreme_Leader Administrator Chief_Administrator
    Undersecretary_General Secretary_of_the_Treasury PM Vice-President Sergeant_Major Chief_Inspector
    Chief_Constable Chief_Superintendent Chief_of_Staff Monsignor Madam Director_of_National_Intelligence
    Taoiseach First_Minister First_Lady Chief_Executive Executive_Director
    """
)
"""Titles that stand before a person's name, capitalised."""

SURNAMES_LIKE_TITLES = word_set(
    """
    King Queen Prince Princess Bishop Archbishop Pope Cardinal Major Judge Justice Duke Marshal Baron Lord
    Constable Captain Coach Leader General Chief Premier Speaker Father Sheriff Rabbi Miss Envoy Minister
    Chancellor
    """
)
"""Titles that are names too, so that at the end of a run they need not be titles."""

TITLE_MODIFIERS = word_set(
    """
    Prime Vice Deputy Foreign Interior Defence Defense Finance Health Justice Education Transport Energy
    Environment Agriculture Trade Economy Labour Labor Home Culture Sports Housing Commerce Treasury
    Homeland Security Police Fire Acting Interim Former Senior Chief Executive Managing Assistant
    Associate Attorney Shadow Grand Crown Supreme Ex Press District State Circuit Appeals Army Navy Air
    Force National Opposition Majority Minority House Senate Emergency Science Development Information
    Communications Industry Tourism Oil Petroleum Water Immigration
    """
)
"""Words that stand before a title and belong to it: "Interior Minister"."""

ON_HEADS = word_set(
    """
    Council Committee Commission Conference Convention Panel Treaty Subcommittee Institute
    """
)
"""Heads that "on" joins to what follows: "Council on Health"."""

OF_HEADS = word_set(
    """
    Ministry Department University College Bank Bureau Office Board Council Court House Chamber Institute
    Academy School Church Republic Kingdom Union Federation Association Society League City State States
    Emirates Gulf Sea Bay Strait Cape Isle Islands Island Province Port Army Order Party Movement Front
    Organisation Organization Committee Commission Treaty Battle War Declaration Bill Archbishop Bishop
    Museum Library Tower Confederation Alliance Congress Parliament Centre Center Centers Agency Company
    Corporation Group Club Foundation Guild Temple Commerce Faculty Bar Prince Princess Duke Duchess Earl
    Lord Valley Lake Mount Horn Coast Statue Secretary Head Trade Workers Reporters Doctors Friends Fund
    Campaign Alternative Trust Network Forum Speaker Heads Arm
    """
)
"""Heads that "of" and "for" join to what follows: "Ministry of Health", "Institute for Peace"."""

AND_HEADS = word_set(
    """
    Ministry Department Bureau Office Committee Commission Board Agency Institute Chamber
    """
)
""""… of X and Y" is one name after these."""

PARTICLES = word_set(
    """
    van von der den de del della di da dos das do du la le las los y e bin ibn bint ben al el ter ten zu
    af av
    """
)
"""Lower-case parts inside names of persons and places."""

ARTICLES = word_set("al el ad as ash ul an at ar")
"""The Arabic article, joined by a hyphen: "al-Assad"."""

PREFIXES = word_set("Pro Anti Ex Non Mid Pre Post Former")
"""Beginnings of compounds at the start of a sentence: "Pro-Velby"; in small letters any word is one."""

NO_PREFIXES = PARTICLES | ARTICLES
"""Beginnings of compounds that belong to the name."""

GENERATIONS = word_set("Jr Sr")
"""What follows a name and is no part of the surname, without its full stop."""

EMPHATIC = word_set("ALL AND NOT THE NEVER ONLY")
"""Words that capitals only stress."""

PATRONYMIC = word_set("bin ibn bint ben von")
"""Particles that only persons' names have."""

BEFORE_DATES = word_set(
    """
    in since by last early late mid of until till from this next before after between during
    """
)
"""Words after which "May" is a month."""

OPENING_PARTICLES = word_set("van von de del della di da dos du bin ibn bint")
"""Particles a name may begin with: "von Braun", "bin Laden"."""

NOT_NAMES = word_set(
    """
    I IQ CD DVDs XML PDF HTML USB RNA MRI CT UV NFT TV AI DNA GDP CEO CFO COO IT OK PC VIP UFO DVD FAQ PhD
    MBA ID GMT UTC EST EDT PDT BST CET AM PM KM MPH ATM SUV GPS LED PIN PR HQ COVID Covid Covid-19
    COVID-19 HIV AIDS Aids Internet Covid19 MPs MP
    """
)
"""Capitalised words that name no one and no place."""

WEEKDAYS = word_set(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays
    Saturdays Sundays Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    """
)
MONTHS = word_set(
    """
    January February March April May June July August September October November December Jan Feb Mar Apr
    Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
    """
)
MONTHS_AND_NAMES = word_set("March April May June August Jan Sun Sat")
"""Calendar words that are also parts of persons' names."""

COMPOUND_ENDINGS = word_set(
    """
    based led backed born made controlled owned run era style held funded occupied wide like type
    sponsored registered flagged bound installed trained educated language speaking aligned affiliated
    linked area listed designed built
    """
)
"""What follows the hyphen in "Moscow-based", "Soviet-era"."""

SURNAME_FIRST = word_set(
    """
    Xi Kim Moon Yoon Mao Deng Hu Wen Zhang Wang Chen Liu Zhao Nguyen Tran Cho Choi Jang Ahn Zhou Peng
    """
)
"""Surnames that stand before the given name."""
