"""Words that tell kinds of names apart: persons, organisations, places. Our own lists."""

from .name_words import word_set

PERSON_NOUNS = word_set(
    """
    leader president minister chancellor premier governor senator lawmaker mayor ambassador envoy diplomat
    lawyer attorney prosecutor judge spokesman spokeswoman spokesperson chairman chairwoman director chief
    executive founder  coach captain manager player striker midfielder goalkeeper defender golfer
    boxer swimmer runner champion actor actress singer musician composer conductor dancer artist painter
    sculptor author writer novelist poet journalist reporter editor correspondent photographer activist
    campaigner dissident scientist researcher physicist chemist biologist professor doctor nurse surgeon
    teacher student engineer farmer fisherman driver pilot astronaut economist analyst strategist banker
     businessman businesswoman billionaire entrepreneur tycoon soldier officer sergeant colonel
    general commander detective inspector constable defendant suspect victim witness citizen resident
    volunteer father mother son daughter brother sister husband wife widow  friend colleague      predecessor successor candidate nominee president-elect congressman congresswoman treasurer secretary
    expert king queen prince princess pope bishop archbishop imam priest rabbi sheikh man woman boy girl
    teenager child pensioner passenger pedestrian cyclist motorist gunman policeman policewoman
    firefighter paramedic worker neighbour neighbor aide adviser advisor deputy columnist host presenter
    broadcaster filmmaker designer architect curator historian philosopher mathematician astronomer
    geologist geographer sociologist anthropologist archaeologist psychologist psychiatrist epidemiologist
    virologist ecologist meteorologist seismologist climatologist oceanographer botanist zoologist
    guitarist drummer bassist pianist violinist cellist rapper comedian sprinter winger wrestler skier
    skater jockey cricketer batsman bowler footballer sailor rower climber barrister solicitor midwife
    cleric monk nun preacher warlord chef baker fiance fiancee boyfriend girlfriend cousin uncle aunt
    nephew niece grandfather grandmother grandson granddaughter organiser organizer principal headteacher
    headmaster headmistress lecturer librarian socialite model blogger vlogger hacker whistleblower
    politician statesman ex-president ex-minister vice-president co-founder co-author  accountant
    auditor plumber electrician mechanic carpenter   trustee commissioner superintendent
    sheriff lieutenant admiral veteran pathologist coroner mediator negotiator translator interpreter
    photojournalist cartoonist animator choreographer ballerina soprano tenor baritone playwright
    screenwriter biographer essayist critic
    """
)
"""Words in lower case that stand before, or in apposition after, a person's name."""

REGNAL_TITLES = word_set("King Queen Prince Princess Pope Emperor Empress Sultan Emir Tsar Saint")
"""Titles before a given name: "King Faro" is not the person whose surname is Faro."""

ORGANISATION_NOUNS = word_set(
    """
    company firm agency newspaper magazine bank charity party union airline carmaker retailer maker
    manufacturer producer developer publisher broadcaster operator startup start-up conglomerate lender
    insurer brewer supermarket organisation organization nonprofit watchdog regulator ministry militia
    think-tank university college club band bookmaker builder chipmaker drugmaker planemaker shipbuilder
    steelmaker brewery distributor supplier subsidiary cooperative consultancy brokerage foundation
    federation
    """
)
"""Words in lower case that stand before, or in apposition after, an organisation's name."""

ORGANISATION_WORDS = word_set(
    """
    Academy Administration Agency Airlines Airways Alliance Army Assembly Association Authority Bank Bar
    Board Brands Brotherhood Bureau Cabinet Capital Care Centre Center Centers Chamber Church Club College
    Command Commission Committee Commons Communications Company Confederation Conference Congress
    Consortium Construction Cooperative Corp Corps Corporation Council Court Courier Daily Democrats
    Department Directorate Division Duma Electric Embassy Energy Entertainment Exchange Express FC
    Facility Federation Films Financial Firm Foods Force Forces Forum Foundation Front Fund Gazette Group
    Guard Guardian Guards Guild Health Herald Holding Holdings Hospital House Inc Industries Initiative
    Institute Institution Insurance International Journal Knesset Laboratories Laboratory Labs League
    Legion Ltd Ltd. Inc. Corp. Lords Media Mail Ministry Mirror Mission Mosque Motor Motors Movement
    Museum NGO National Navy Network News Newswire Observatory Office Opera Orchestra Organisation
    Organization PLC Parliament Partners Party Patrol Petroleum Pharmaceuticals Police Post Power Press
    Programme Program Project Publishing Railways Reserve Resources Secretariat Securities Senate Service
    Services Shipping Society Software Solutions Staff Standard Steel Studios Sun Survey Syndicate Systems
    Team Technologies Technology Telecom Telegraph Television Theatre Theater Times Trading Treasury
    Tribune Tribunal Trust Union United Unit University Ventures Wire Works Workers Renewal School Brigade
    Battalion Regiment Squadron Fleet Militia Coalition Magazine Paper Weekly Chronicle Nations Cross
    Government Airline Campaign Taskforce Ombudsman Registry Inquiry Watch Rangers Rovers Athletic Albion
    Hotspur Wanderers
    """
)
"""Words that make the name they end, or head, one of an organisation."""

NAMED_BY_PLACE = word_set(
    """
    Court University Police Council Hospital School College Museum Church Parliament Post Times
    """
)
"""Organisations that bear their town's name: "Velby" is not short for "Velby University"."""

PLACE_WORDS = word_set(
    """
    Airport Archipelago Avenue Base Basin Bay Beach Boulevard Bridge Canal Canyon Cape Cemetery City Coast
    Cove County Creek Crossing Delta Desert District Emirate Emirates Falls Forest Garden Gardens Glacier
    Gorge Gulf Harbor Harbour Heights Highlands Hill Hills Island Islands Isle Isles Kingdom Lake Lakes
    Land Lane Market Mount Mountain Mountains Ocean Oblast Palace Park Parish Pass Peninsula Plaza Port
    Prefecture Prison Province Quarter Railway Range Reef Region Republic Reservoir Ridge River Road Sea
    Shore Sound Springs Square Stadium State States Station Strait Street Strip Suburb Terminal Territory
    Territories Town Township Tower Towers Triangle Tunnel Valley Village Volcano Ward Waterfall Woods
    Zone
    """
)
"""Words that make the name they end, or head, one of a place."""

OTHER_WORDS = word_set(
    """
    Accord Accords Act Agreement Amendment Award Awards Bill Championship Championships Charter
    Constitution Convention Covenant Cup Day Days Declaration Derby Election Elections Festival Games
    Grand Law Marathon Medal Olympics Operation Pact Plan Prix Prize Protocol Referendum Resolution
    Revolution Rules Season Series Show Summit Tournament Treaty War Wars World Year Years Trophy Open
    Week
    """
)
"""Words that make the name they end one of something else: a law, a prize, a contest, a war."""

PLACE_ACRONYMS = word_set("US USA UK UAE U.S. U.K. U.S.A. U.A.E. USSR U.S.S.R. DRC D.C. LA L.A. NYC")
"""Acronyms of places; other acronyms are taken for organisations."""

SURNAMES_TOO = word_set("Hill Woods Lane Law Day Church Power Post Land Bar Hall Banks Young")
"""Words for organisations and places that are surnames after a given name."""

NOT_PLACES = word_set(
    """
    Advent Lent Easter Christmas Ramadan Passover Hanukkah Thanksgiving Halloween Diwali Latin Mandarin
    Cantonese Hindi Urdu Swahili Esperanto Braille Mass Parliament Congress Court Courtroom Cabinet Chapter
    Appendix Room Gate Section Article Part Book Act Phase Stage Round Group Column Table Figure Paragraph
    """
)
"""Words that "in" stands before and that are no places: feasts, languages, parts."""

LONE_ORGANISATIONS = ORGANISATION_WORDS - word_set(
    """
    Bar Capital Care Conference Construction Electric Energy Express Facility Financial Firm Front Group
    Guard Health Holding House Initiative International Media Mirror Mission Motor National Opera Patrol
    Power Press Programme Program Project Resources Service Services Society Software Standard Steel Sun
    Survey Systems Team Technology Television Theatre Theater Trading United Unit Wire Works Renewal Fleet
    Campaign Inquiry Watch Inc Inc. Ltd Ltd. Corp Corp. Exchange Mail Mosque Museum Office Hospital School
    Church Embassy
    """
)
"""Words that name an organisation by themselves after "the": "the Army", "the Court"."""

OF_OTHER_KINDS = (
    ORGANISATION_WORDS
    | PLACE_WORDS
    | OTHER_WORDS
    | word_set(
        "Little Great Upper Lower New Old North South East West Northern Southern Eastern Western Central Greater Grand"
    )
)
"""Words that are no part of a person's name."""
