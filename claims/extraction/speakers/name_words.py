"""Words that make titles, roles and names of bodies, as English-language news prints them."""

from __future__ import annotations

HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady mx mx. hon hon.".split())
TITLE_WORDS = frozenset(
    """president vice deputy assistant associate acting attorney general director secretary senator
    sen sen. sens. rep rep. reps. representative gov gov. governor mayor chief sheriff judge
    justice chairman chairwoman chairperson chair minister prime premier chancellor foreign
    defense interior finance health ambassador spokesman spokeswoman spokesperson officer
    detective det. inspector superintendent supt. commissioner captain capt capt. lieutenant lt
    lt. sergeant sgt sgt. colonel col col. major maj. admiral adm. gen gen. commander cmdr.
    corporal cpl. private professor prof prof. king queen prince princess pope cardinal archbishop
    bishop rev rev. reverend pastor father congressman congresswoman congressmember speaker leader
    majority minority whip councilman councilwoman councilmember councillor alderman ald.
    treasurer comptroller coach manager analyst economist agent special supervisory senior counsel
    prosecutor district state u.s. national federal adviser advisor administrator executive ceo
    cfo coo founder co-founder owner editor correspondent reporter host anchor author nominee
    candidate republican democrat democratic gop former ex-president then-president lieutenant
    first lady solicitor marshal trooper chairman-elect president-elect principal superintendent
    dean provost rector delegate supervisor assemblyman assemblywoman county city police fire
    communications campaign press senators representatives governors congressmen congresswomen
    mayors ministers ambassadors del. asm. atty. assemblymember""".split()
)
# Heads of offices that are everyday words or surnames too: a title only where a name of
# two words follows ("Harbor Master Piet Sorensen").
OFFICE_HEADS = frozenset(
    """master harbormaster postmaster headmaster headmistress quartermaster marshal coroner auditor assessor
    registrar recorder controller magistrate constable bailiff surveyor curator archivist librarian
    ombudsman provost prefect consul envoy deputy clerk warden ranger steward commodore brigadier
    ensign chaplain rabbi imam priest vicar deacon abbot monsignor sister brother engineer architect
    scientist meteorologist geologist biologist physicist chemist epidemiologist pathologist
    veterinarian nurse doctor surgeon player forward guard skipper""".split()
)
# What an office is for: "Water Commissioner", "Harbor Master".
OFFICE_TOPICS = frozenset(
    """water school schools harbor harbour health park parks transport transportation education budget
    housing labor labour energy agriculture interior defense defence trade treasury commerce road roads
    highway insurance election elections land forest fisheries river bridge port safety emergency
    aviation tax planning building zoning sanitation library prison prisons corrections veterans
    environment climate culture tourism science technology information security border customs immigration
    petty chief drill staff field flight wing house""".split()
)
# A place behind these is part of the role: "mayor of Harlow Bay" leads no organization of that name.
PLACE_ROLES = frozenset(
    """mayor governor sheriff king queen prince princess bishop archbishop duke duchess earl emperor
    emir sultan premier vicar dean""".split()
)
# First words of place names of two words, as in "Mayor of New Halden".
PLACE_STARTS = frozenset(
    """new san santa los las el la saint st. fort mount port west east north south lake great grand
    little upper lower cape long""".split()
)
# Title words that may stand inside the name of a body as well, so alone they are no title.
MODIFIERS = frozenset(
    """u.s. national federal state district county city police fire foreign defense interior finance
    health general special first senior prime vice major private press communications campaign
    republican democratic democrat gop lady former justice father king prince chair marshal dean
    author host major lord""".split()
)
ROLE_NOUNS = frozenset(
    """spokesman spokeswoman spokesperson director chief manager strategist adviser advisor analyst
    professor lawyer attorney agent officer coach member president chairman chairwoman chair
    leader host pollster economist nominee candidate mayor sheriff detective owner founder
    co-founder resident voter teacher doctor nurse scientist researcher expert historian activist
    organizer head editor reporter columnist correspondent executive secretary minister ambassador
    prosecutor judge superintendent commissioner engineer consultant counsel administrator
    coordinator principal pastor senator congressman congresswoman governor representative author
    actor actress singer player driver pilot captain sergeant lieutenant inspector partner aide
    operative fellow scholar student farmer fisherman witness survivor supporter volunteer
    delegate critic veteran businessman billionaire chancellor premier speaker treasurer clerk
    ranger warden supervisor vice-president moderator mate rival running-mate ceo cfo coo
    specialist investigator psychologist lobbyist donor mother father wife husband son daughter
    brother sister neighbor friend colleague""".split()
)
BODY_WORDS = frozenset(
    """department bureau agency service administration office commission committee council court
    university college institute association union authority police ministry party company corp
    corp. inc inc. ltd ltd. co. llc bank center centre foundation house senate congress parliament
    pentagon times post news journal herald press group team unit force division campaign school
    hospital church board city county street road avenue park bay river lake island islands
    republic states kingdom nations network fund project society organization organisation
    alliance coalition federation league club academy laboratory lab museum library airport port
    systems technologies international industries partners holdings magazine gazette tribune
    chronicle reuters twitter facebook google monitor wire survey poll operation act law bill
    agreement treaty war day week month conference convention award awards tower towers hotel
    airlines navy army guard corps command treasury reserve legislature assembly tribunal
    taskforce""".split()
)
_DAYS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.
    christmas easter thanksgiving""".split()
)
PEOPLES = frozenset(
    """american british french german russian chinese european african asian muslim christian jewish
    catholic islamic""".split()
)
# None of these is a name, though all have a capital.
DAYS = _DAYS | PEOPLES
# Words that a capital at a sentence's beginning makes look like a name.
SMALL = frozenset(
    """the a an in on at he she it they we i you this that these those but and or so if when while
    after before as for from to by with his her their our my its your then there here what who how
    why where which asked according since until although though because however meanwhile no not
    some many most all each one two three four five six seven eight nine ten both another other
    such still now also even yet only just despite during under over against among between through
    about like unlike per via once last next earlier later today yesterday tomorrow perhaps maybe
    yes well let more less few several every any neither either nor of is was are were be been has
    have had do does did will would could should may might can must said says say""".split()
)
# Unnamed speakers that often open a sentence.
GROUPS = frozenset(
    """officials critics agents authorities police prosecutors analysts experts investigators
    lawmakers sources witnesses residents supporters opponents activists researchers scientists
    economists historians reporters voters democrats republicans conservatives liberals aides
    advisers allies lawyers attorneys doctors teachers parents neighbors people some many others
    most several few detectives firefighters observers pollsters organizers protesters
    union-leaders leaders advocates environmentalists regulators""".split()
)
PARTICLES = frozenset("de la del della van von der den bin ibn al el da dos das di du le abu y".split())
