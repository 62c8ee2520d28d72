// One family a line, the stem first; every form counts as the same word.
const families = `
say said says saying
give gave given gives giving
take took taken takes taking
make made makes making
go went gone goes going
get got gotten gets getting
tell told tells telling
win won wins winning
lose lost loses losing
rise rose risen rises rising
fall fell fallen falls falling
grow grew grown grows growing
know knew known knows
think thought thinks thinking
buy bought buys buying
bring brought brings bringing
sell sold sells selling
send sent sends sending
spend spent spends spending
pay paid pays paying
plead pled pleaded pleads pleading
keep kept keeps keeping
leave left leaves leaving
lead led leads leading
hold held holds holding
run ran runs running
begin began begun begins beginning
break broke broken breaks breaking
build built builds building
choose chose chosen chooses choosing
come came comes coming
drive drove driven drives driving
eat ate eaten eats eating
fight fought fights fighting
find found finds finding
fly flew flown flies flying
meet met meets meeting
read reads reading
see saw seen sees seeing
shoot shot shoots shooting
sit sat sits sitting
speak spoke spoken speaks speaking
stand stood stands standing
steal stole stolen steals stealing
swear swore sworn swears swearing
teach taught teaches teaching
throw threw thrown throws throwing
wear wore worn wears wearing
write wrote written writes writing
die died dies dying dead
lie lied lies lying
set sets setting
put puts putting
cut cuts cutting
hit hits hitting
sue sued sues suing
shut shuts shutting
beat beaten beats beating
become became becomes becoming
feel felt feels feeling
hide hid hidden hides hiding
catch caught catches catching
draw drew drawn draws drawing
drink drank drunk drinks drinking
forget forgot forgotten forgets
hear heard hears hearing
mean meant means
ride rode ridden rides riding
sing sang sung sings singing
sink sank sunk sinks sinking
sleep slept sleeps sleeping
swim swam swum swims swimming
wake woke woken wakes waking
man men
woman women
child children kid kids
person people persons
foot feet
tooth teeth
mouse mice
wife wives
life lives
philadelphia philly
police cop cops policeman policemen
president pres potus
republican republicans gop
democrat democrats dem dems
government govt
vaccine vaccines vax vaxx jab jabs
video vid vids
photograph photographs photo photos picture pictures pic pics
year years yr yrs
spokesman spokesmen spokeswoman spokeswomen spokesperson spokespeople
attorney attorneys atty
television tv
none
covid coronavirus
thief thieves
leaf leaves
wolf wolves
calf calves
knife knives
goose geese
octopus octopuses octopi
bus buses
gas gases gassed
lens lenses
plus pluses
canvas canvases
iris irises
christmas christmases xmas
quiz quizzes quizzed quizzing
crisis crises
thesis theses
hypothesis hypotheses
oasis oases
prognosis prognoses
analysis analyses analyse analyze analysed analyzed analysing analyzing
diagnosis diagnoses diagnose diagnosed diagnosing
`;

/** Inflected form → stem, for words that no ending rule reaches. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  families
    .trim()
    .split('\n')
    .flatMap((family) => {
      const forms = family.split(' ');
      const stem = forms[0] ?? '';
      return forms.map((form) => [form, stem] as const);
    }),
);
