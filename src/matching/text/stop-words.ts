/** Words too common in English to say what a text is about, folded. Negations and directions are compared elsewhere. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are aren't as at be because been before being both but by came can can't
  come could couldn't did didn't do does doesn't doing don't done each ever for from get gets getting go goes going got
  had hadn't has hasn't have haven't having he he'd he'll he's her here hers him his how how's i i'd i'll i'm i've if in
  into is isn't it it's its just know let like made make many may me might more most much must my no nor not now of off
  on one only or other our out over own really said same say says she she'd she'll she's should shouldn't so some still
  such than that that's the their them then there there's these they they'd they'll they're they've this those through
  to too true up upon us very was wasn't we we'd we'll we're we've well were weren't what what's when where which while
  who who's whom why will with won't would wouldn't yes you you'd you'll you're you've your
  lol lmao lmfao rofl haha hahaha omg wtf smh tbh imo btw`
    .replaceAll("'", '')
    .split(/\s+/),
);
