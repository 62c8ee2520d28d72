import { type Amount, type Bound, wordsBeside } from './amount.ts';
import { type Piece, piecesOf } from './pieces.ts';

const phrases: Readonly<Record<Bound, string>> = {
  over: `more than; greater than; higher than; at least; no less than; no fewer than; not less than; over; above; exceeding; exceeded; upwards of;
    minimum of; mehr als; uber; ueber; mindestens; wenigstens; mas de; al menos; por lo menos; como minimo; plus de; au moins; mais de; pelo menos;
    no minimo; acima de`,
  under: `less than; fewer than; lower than; smaller than; at most; no more than; not more than; up to; as many as; as much as; under; below; nearly;
    almost; maximum of; weniger als; unter; hochstens; hoechstens; maximal; bis zu; fast; beinahe; knapp; menos de; casi; como maximo; hasta; moins de;
    au plus; jusqua; presque; quase; no maximo; ate`,
  about: `about; around; roughly; approximately; approx; some; like; circa; ca; close to; an estimated; estimated; etwa; rund; ungefahr; unos; unas;
    alrededor de; aproximadamente; cerca de; environ; pres de`,
};

const boundOf: ReadonlyMap<string, Bound> = new Map(
  (Object.keys(phrases) as Bound[]).flatMap((bound) =>
    phrases[bound].split(/;\s+/).map((phrase) => [phrase.trim(), bound] as const),
  ),
);
const mostWords = Math.max(...[...boundOf.keys()].map((phrase) => phrase.split(' ').length));
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const denials = setOf('not never cannot cant dont nicht nie niemals pas jamais nunca jamas nao');
/** These ask where they open a sentence: "didn't they fire more than 31?" */
const asking = setOf(
  'doesnt didnt isnt arent wasnt werent wont wouldnt couldnt shouldnt mustnt hasnt havent hadnt',
);

/** By these nothing lies beyond a bound, however far before it they stand: "no room on the first floor holds more than 30". */
const nones =
  setOf(`no nobody none nothing neither nor kein keine keinen keinem keiner keines niemand nichts weder nadie ningun ninguna ninguno nada
  tampoco aucun aucune personne rien ninguem nenhum nenhuma`);

/** Bounds that are reached as well: "it rose up to 30", "as many as 30 came". */
const reached = /^(?:up to|as many as|as much as|bis zu|hasta|jusqua|ate)\b/;

/** Also "across", "about" and "during": "spread over two continents", "verfügt über 30 Zimmer", "en plus de 30". */
const ambiguous = /^(?:over|uber|ueber) /;
/** What leaves "over" only its sense of more. */
const measuring = setOf(
  'well just far slightly somewhat still even way already weit deutlich knapp etwas leicht sogar noch schon',
);

/** Portuguese bounds, before which "no" is "in the". */
const portuguese = /^(?:mais|pelo|no|acima|quase) /;

/** Words by which a statement sets a limit in other ways than those above, by their beginnings. */
const limits = new RegExp(
  `\\b(?:${[
    'limit|within|only if|no more|cap(?:s|ped)?\\b|maxim|minim',
    'begrenz|beschrank|innerhalb|nur wenn|nicht mehr|hochst|erst ab',
    'dentro de|solo si|no mas|tope\\b|a partir d|mayores de|menores de',
    'plafon|seulement si|que si\\b|pas plus|apenas se|so se|nao mais',
  ].join('|')})`,
);

/** What opens a range, right before its first number: "free from 35 euros". */
const opening = /(?:^| )(?:from|since|ab|seit|desde|(?:from|under|over|until) the age of)$/;

const opposite = { over: 'under', under: 'over', about: 'about' } as const;

type Bounded = Pick<Amount, 'bound' | 'boundFrom' | 'boundTo'>;

/** What stands beside the number in these pieces and says on which side of it the truth lies. */
export function boundBeside(pieces: readonly Piece[], first: number, last: number): Bounded {
  const from = pieces[first]?.from ?? 0;
  const to = pieces[last]?.to ?? 0;
  // "More than just 30", "over the 30".
  const end = /^(?:just|only|the|a|an|nur|solo|sólo)$/.test(wordAt(first - 1)) ? first - 1 : first;
  for (let length = mostWords; length > 0; length -= 1) {
    const begin = end - length;
    if (begin < 0 || pieces.slice(begin + 1, first + 1).some(isParted)) continue;
    const phrase = phraseOf(pieces.slice(begin, end));
    const bound = boundOf.get(phrase);
    if (bound === undefined) continue;
    return {
      bound: !reached.test(phrase) && isTurned(pieces, begin) ? opposite[bound] : bound,
      boundFrom: pieces[begin]?.from ?? from,
      boundTo: to,
    };
  }
  const behind = `${wordAt(last + 1)} ${wordAt(last + 2)}`;
  const isOver = /^(?:or|oder|o|ou) (?:more|mehr|mas|plus|mais)$/.test(behind);
  if (isOver || /^(?:or|oder|o|ou) (?:less|fewer|weniger|menos|moins)$/.test(behind))
    return {
      bound: isOver ? 'over' : 'under',
      boundFrom: from,
      boundTo: pieces[last + 2]?.to ?? to,
    };
  if (wordAt(last + 1) === '+' && pieces[last + 1]?.gap === '')
    return { bound: 'over', boundFrom: from, boundTo: pieces[last + 1]?.to ?? to };
  return { bound: undefined, boundFrom: from, boundTo: to };

  function wordAt(at: number): string {
    return pieces[at]?.folded ?? '';
  }
}

/**
 * "Not to drink more than four" sets the limit that "at most four" does. Further off ("may not be given to babies under 12 months")
 * a denial is of something else.
 */
function isTurned(pieces: readonly Piece[], begin: number): boolean {
  for (let at = begin - 1; at >= Math.max(0, begin - wordsBeside); at -= 1) {
    if (pieces[at + 1] && isParted(pieces[at + 1] as Piece)) return false;
    if (isDenial(pieces, at)) return true;
  }
  return false;
}

/** Whether a clause ends before the piece. */
function isParted({ gap }: Piece): boolean {
  return /[^\s\-']/.test(gap);
}

/** Whether a text with this bound may say the number itself: "went up to 30", "carried over 30", "nobody had more than 30". */
export function mayBeExact(text: string, { boundFrom, boundTo }: Amount): boolean {
  const phrase = phraseOf(piecesOf(text.slice(boundFrom, boundTo)));
  if (reached.test(phrase) || phrase.endsWith('+')) return true;
  const before = piecesOf(text.slice(0, boundFrom));
  if (ambiguous.test(phrase) && !measuring.has(before.at(-1)?.folded ?? '')) return true;
  const isInThe = portuguese.test(phrase);
  return before.some(
    ({ folded }, at) =>
      isDenial(before, at) || (nones.has(folded) && !(folded === 'no' && isInThe)),
  );
}

/** Whether a text may mean its bare number as a limit: "within 30 days", "free from 35 euros". */
export function mayBeLimit(text: string, { from }: Amount): boolean {
  return (
    limits.test(phraseOf(piecesOf(text))) || opening.test(phraseOf(piecesOf(text.slice(0, from))))
  );
}

function isDenial(pieces: readonly Piece[], at: number): boolean {
  const { folded, gap } = pieces[at] as Piece;
  if (denials.has(folded)) return true;
  return asking.has(folded) && at > 0 && !/[.!?\n]/.test(gap);
}

function phraseOf(pieces: readonly Piece[]): string {
  return pieces.map(({ folded }) => folded).join(' ');
}
