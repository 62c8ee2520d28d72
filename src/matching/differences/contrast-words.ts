/*
 * Words that exclude each other. One set a line: alternatives between bars, equal words between commas.
 * A text that has one alternative where the claim has another says something else.
 */

/** Which way something went: most sets have two sides. */
export const directionSets = `
rise, increase, grow, climb, soar, surge, spike, jump, skyrocket, upward, gain, uptick, raise, hike, double, expand, boost, higher, up | fall, decrease, decline, drop, plummet, plunge, shrink, sink, downward, dip, slump, halve, reduce, cut, lower, shrank, contract, down
more, greater | fewer, less
most | least, fewest
best | worst
highest, largest, biggest, greatest, most | lowest, smallest, least, fewest
high | low
bigger, larger, huge | smaller, tiny
large, big | small
longest | shortest
longer, lengthen, extend | shorter, shorten
tallest | shortest
oldest | youngest, newest
older, elder | younger
old | new, young
faster, quicker | slower
fast, quick | slow
fastest, quickest | slowest
hottest, warmest | coldest, coolest
hotter, warmer | colder, cooler
hot, warm | cold, cool
strongest | weakest
stronger, strengthen | weaker, weaken
strong | weak
safest | deadliest, bloodiest
safer, safe, harmless | dangerous, unsafe, deadly, harmful, toxic, poisonous, deadlier
heavier, heavy | lighter, light
harsher, harsh, tougher, stricter, severe | lenient, softer, milder, gentler, light, shorter
hard, difficult | easy, easier
richest, wealthiest | poorest
rich, wealthy | poor
first | last, final
earlier, early | later, late
begin, start, launch, open, commence | end, stop, finish, halt, close, quit
opened, opening, reopen | closed, closing, shut, closure
support, endorse, back, favor, favour, approve, defend | oppose, reject, condemn, against, disapprove, denounce, criticize, criticise, attack
pro | anti
agree, accept | disagree, refuse, reject, decline
winner | loser
hire, appoint, recruit, employ | fire, dismiss, sack, terminate | quit, resign
promote | demote, fire, dismiss, sack
gain | lose, loss
attend | boycott, skip
fund | defund
tighten | loosen, relax
strengthen | weaken, loosen
upgrade | downgrade
overestimate, overstate | underestimate, understate
overpaid | underpaid
leave | remain, stay
heaviest | lightest
brightest | darkest
cheapest | costliest, priciest
hardest, toughest | easiest
happiest | saddest
cleanest | dirtiest
wettest | driest
busiest | quietest
cheaper | costlier, pricier
brighter | darker
cleaner | dirtier
richer, wealthier | poorer
healthier | sicker
louder | quieter
keep, retain, preserve | fire, dismiss, abolish, scrap, end, eliminate
ban, prohibit, outlaw, forbid, block | allow, permit, legalize, legalise, authorize, authorise, unban
ban, criminalize, criminalise | allow, legalize, legalise, decriminalize, decriminalise
legal, lawful | illegal, unlawful
legally | illegally
legalize, legalise | criminalize, criminalise, outlaw
legalize, legalise | prosecute, prosecution, charge
guilty, convict, conviction | innocent, acquit, acquittal, exonerate, exonerated
prosecute | pardon, release
arrest, jail, imprison, detain | release, free, freed
admit, acknowledge, confirm | deny, denied
accept | refuse, reject
pass, passed | fail, defeat, veto
create, found, build, establish | destroy, abolish, demolish, dismantle
introduce, impose, establish, enact | abolish, repeal, scrap, lift
deepest | shallowest
deeper | shallower
deep | shallow
widest | narrowest
wide, broad | narrow
thick, thicker | thin, thinner
closest, nearest | farthest, furthest
resign, resigned, oust, ousted | elect, elected, reelect, reelected, appoint
save, rescue | kill, murder
save, saving | cost, waste, spend
earn | spend, lose
give, donate | take, steal
arrive, enter | leave, depart, exit
enter, join | leave, quit, exit, withdraw
add, insert | remove, delete, subtract
include | exclude, omit
cause, trigger, worsen | prevent, cure, avert
cause | cure, prevent
improve, better | worsen, worse, deteriorate
better | worse
good | bad
benefit, help | harm, hurt
heal, cure | sicken, infect
protect, defend | endanger, threaten, attack
encourage, promote | discourage, deter
love, like, praise, admire | hate, dislike, despise, criticize, criticise
friend, ally | enemy, foe, rival
success, succeed, successful | failure, fail, failed, unsuccessful
alive, living, survive | dead, die, died, deceased
survive | kill
stand | kneel | sit
birth, born | death, die, died
married, marry, wed | divorced, divorce
male, man, boy | female, woman, girl
husband | wife
father, dad | mother, mom, mum
son | daughter
brother | sister
king | queen
prince | princess
uncle | aunt
nephew | niece
actor | actress
left, leftist, liberal | right, rightist, conservative
north, northern | south, southern | east, eastern | west, western
northeast | northwest | southeast | southwest
inside, indoor, indoors | outside, outdoor, outdoors
upper | lower
front | back, rear
top | bottom
clockwise | counterclockwise, anticlockwise
positive | negative
public | private
major, senior | minor, junior
majority | minority
maximum | minimum
local | federal, national, foreign
domestic | foreign, international
employed | unemployed
increase, raise | lower, cut, slash
present | absent
visible | invisible, hidden
real, genuine, authentic | fake, counterfeit, bogus
natural | artificial, synthetic
permanent | temporary
voluntary, optional | mandatory, compulsory, required
paid | unpaid, free
armed | unarmed
vaccinated | unvaccinated
documented | undocumented
constitutional | unconstitutional
necessary | unnecessary
possible | impossible
likely | unlikely
able | unable
fair | unfair, unfare
happy | unhappy, sad
healthy | unhealthy, sick
wet | dry
full | empty
black | white | hispanic, latino | asian
daytime | nighttime
ascend | descend
optimist | pessimist
attack | retreat
innocent | guilty
expensive, costly | cheap
ancient | modern
peace | war
offensive | defensive
simple | complex
vertical | horizontal
internal | external
ally | adversary
profit | loss
surplus | deficit
supply | demand
ceiling | floor
entrance | exit
hero | villain
victim | perpetrator, suspect, perpetrate
seller, vendor | buyer, customer
plaintiff | defendant
prosecution | defense, defence
`;

/** Who did it to whom, from either side: "A beat B" is "B lost to A". */
export const converseSets = `
win, won, victory, defeat, beat | lose, lost, loss, concede
before | after
buy, bought, purchase | sell, sold
lend, lent, loan | borrow
import | export
send | receive
above | below, beneath, underneath
teacher | student, pupil
employer | employee
landlord | tenant
doctor | patient
teach, taught | learn, learnt
precede | succeed
`;

/** Who or what it was about, among things that exclude each other. */
export const objectSets = `
prosecutor, da, ada, attorney, lawyer | judge, magistrate | police, cop, officer, detective, policeman | juror, jury | guard, warden | sheriff | firefighter | soldier, troop, marine
judge | lawyer, attorney, prosecutor | senator, congressman, congresswoman | governor | mayor
president | senator, congressman, congresswoman | governor | mayor | judge | minister
doctor, physician, surgeon | nurse | teacher, professor | lawyer, attorney | engineer | farmer | pilot | priest, pastor | actor, actress | singer | athlete, player
murder, homicide, killing, murdered, kill | shooting, shootings | rape, assault | robbery, burglary, theft, shoplifting, carjacking | fraud, embezzlement | arson | kidnapping, kidnap
misdemeanor | felony
sentence, sentencing | conviction | parole | bail
marijuana, cannabis, weed, pot | cocaine, crack | heroin | meth, methamphetamine | fentanyl | ecstasy, lsd
seller, worker | buyer, customer
democrat, democratic | republican, gop | libertarian
muslim, islam, islamic, mosque | christian, christianity, church, catholic | jewish, jew, judaism, synagogue | hindu, hinduism, temple | buddhist, buddhism | atheist
catholic | protestant, baptist, methodist | mormon
nazi | communist, commie | fascist | socialist
progressive | conservative | moderate
gay, lesbian, homosexual | straight, heterosexual
recreational | medical, medicinal
deficit | debt
health, healthcare | education
billionaire | millionaire
rural | urban, suburban
daily | weekly | monthly | yearly, annually
labour | tory
abortion | contraception | adoption | vaccination
income | property | payroll | estate
coal | solar | nuclear | oil
bacterium, bacteria | virus
elementary, kindergarten | university, college
sunrise | sunset
morning | afternoon | evening
monday | tuesday | wednesday | thursday | friday | saturday | sunday
spring | summer | autumn | winter
dog, puppy | cat, kitten | horse | cow | pig | sheep | goat | chicken | duck | rabbit | mouse, rat | lion | tiger | bear | wolf | fox | elephant | deer | moose | monkey, gorilla, chimpanzee | snake | bat | mole | frog | shark | whale | dolphin | spider | bird, eagle, owl
bee | wasp | ant | fly | mosquito | butterfly | spider
apple | banana | orange | lemon | grape | strawberry | plum | pear | pineapple | mango | peach | cherry | watermelon | avocado | tomato | potato | onion | garlic | carrot | pumpkin | cucumber
beef | pork | chicken | fish | lamb | turkey
coffee | tea | beer | wine | milk | water | juice | soda | vodka | whiskey
sugar | salt | pepper | flour | honey | milk
barley | wheat | rye | oats | maize, corn | rice
goat | sheep | cow | camel | buffalo
bread | rice | pasta | pizza | cheese | butter
red | blue | green | yellow | orange | purple | pink | brown | grey, gray
gold | silver | bronze | copper | iron | steel | aluminium, aluminum | lead | tin | platinum
oxygen | hydrogen | nitrogen | carbon | helium
mercury | venus | earth | mars | jupiter | saturn | uranus | neptune | pluto | moon | sun
arm | leg | hand | foot | head | eye | ear | nose | mouth | heart | liver | kidney | lung | brain | stomach
cancer | diabetes | malaria | measles | polio | influenza, flu | covid, coronavirus | ebola | zika | autism | tuberculosis | cholera | smallpox | hiv, aids | alzheimer
vaccine, vaccination | drug, pill, medicine | mask | test
car, truck, vehicle | bus | train | plane, airplane, aircraft, jet | ship, boat | bicycle, bike | motorcycle
bridge | tunnel | road, highway | railway, railroad | airport | harbor, harbour, port
hospital | school, university, college | prison, jail | church | factory | hotel | restaurant | stadium | library | museum
ocean, sea | lake | river | mountain | desert | forest | island | volcano | glacier
earthquake | hurricane, typhoon | tornado | flood | wildfire | tsunami | drought | blizzard
football, soccer | basketball | baseball | tennis | hockey | cricket | golf | rugby | swimming | chess
song | film, movie | book, novel | painting | poem | play
piano | guitar | violin | drum | trumpet | flute
english | french | german | spanish | italian | russian | chinese | japanese | arabic | latin | portuguese | hindi
american | british | french | german | russian | chinese | japanese | indian | mexican | canadian | italian | spanish | iranian | iraqi | israeli | turkish | saudi | cuban | syrian | ukrainian | polish | australian | egyptian
asian | african | european | american
infant, baby, toddler | teenager, teen | adult
gun, rifle, pistol | knife, sword | bomb, explosive
twitter, x | facebook | instagram | youtube | tiktok | whatsapp | reddit | snapchat
apple | google | microsoft | amazon | tesla | samsung
coke, coca | pepsi
mcdonald | starbucks | walmart | burger_king | wendy | subway | kfc
cnn | fox_news | msnbc | bbc | nbc | cbs | abc
fbi | cia | nsa | irs | cdc | fda | nasa | epa | atf | ice
army | navy | air_force | marines
senate | house | supreme_court | congress
dollar | euro | pound | yen | rupee | rouble, ruble
kilometer, kilometre, km | mile | meter, metre | foot, feet | inch
kilogram, kg | ton, tonne | gram | pound
celsius | fahrenheit
wife | husband | daughter | son | mother, mom | father, dad | sister | brother | grandmother | grandfather | uncle | aunt | niece | nephew
`;

/** How much of a whole is meant. */
export const quantifierSets = `
all, every, everyone, everybody, entire, whole, always | some, certain, several, few, sometimes, someone, various, many | most, mostly, majority, mainly | none, nobody
both | either | neither
everywhere | nowhere | somewhere
`;
