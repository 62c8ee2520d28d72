import type { Amount, Bound } from './amount.ts';
import type { Piece } from './pieces.ts';

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
    const words = pieces.slice(Math.max(0, begin), end);
    if (begin < 0 || pieces.slice(begin + 1, first + 1).some(isParted)) continue;
    const bound = boundOf.get(words.map(({ folded }) => folded).join(' '));
    if (bound === undefined) continue;
    return {
      bound: isTurned(pieces, begin) ? opposite[bound] : bound,
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

/** "Not to drink more than four" sets the limit that "at most four" does. */
function isTurned(pieces: readonly Piece[], begin: number): boolean {
  for (let at = begin - 1; at >= Math.max(0, begin - denialReach); at -= 1) {
    if (pieces[at + 1] && isParted(pieces[at + 1] as Piece)) return false;
    if (/^(?:not|never|nicht|nie|pas|jamais|nunca|nao)$/.test(pieces[at]?.folded ?? ''))
      return true;
  }
  return false;
}

/** Words between a denial and the bound that it turns round. Further off ("may not be given to babies under 12 months") it denies something else. */
const denialReach = 3;

/** Whether a clause ends before the piece. */
function isParted({ gap }: Piece): boolean {
  return /[^\s\-']/.test(gap);
}
