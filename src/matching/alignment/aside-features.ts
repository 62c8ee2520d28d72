import type { Alignment } from './align.ts';
import { paired } from './likeness.ts';

/**
 * What of the text stands beside what the claim has: people repeat a claim and say something to those who listen ("…, change my
 * mind"), which sets nothing apart, or they go on with a second half, which does.
 */
export const asideFeatureNames = [
  'wordsBefore',
  'clausesBefore',
  'speaksBefore',
  'wordsAfter',
  'clausesAfter',
  'speaksAfter',
  'joinsAfter',
  'namesAfter',
  'numbersAfter',
  /** Unpaired words in clauses that have nothing of the claim, and in those that have. */
  'unpairedAside',
  'unpairedAmong',
  /** The same of the claim's words that the text does not have. */
  'missingAside',
  'missingAmong',
  /** The longest stretch that both have word for word: of the claim's words, and of those of the text's sentence. */
  'claimRepeated',
  'textRepeated',
] as const;

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** The speaker and those spoken to, in the languages of `docs/matching.md`. */
const people =
  set(`i im ive ill me my mine we us our you u ur your youre yall let lets ich mich mir mein meine wir uns du dir dein deine
  ihr euch yo mi mis nosotros tu te ti usted ustedes je j moi mon ma mes nous notre tu toi ton ta vous votre eu meu minha voce voces
  seu sua gente`);
/** What goes on with the statement rather than ending it. */
const joints =
  set(`and but or because so since as which who whose where when while if unless until after before for to of in on at by with
  without from than that only und aber oder weil da denn die der das wenn als mit ohne von aus fur zu in im am y e pero o porque que
  cuando si con sin de del para por en et mais ou car qui quand si avec sans de du des pour par dans mas ou pois quando se com sem do
  da no na em`);

export function asideFeatures({ text, likeness, focus, best, placesInBest }: Alignment): number[] {
  const { tokens, reading } = text;
  const { words, isNumber } = reading;
  const sentence = tokens[focus[0] ?? 0]?.word.sentence;
  const places = [...words.keys()].filter((at) => words[at]?.sentence === sentence);
  const isPaired = (token: number) => (likeness[token] as number) >= paired;
  const shared = focus.filter(isPaired).map((token) => tokens[token]?.at ?? 0);
  const [first, last] = [shared[0], shared.at(-1)];
  if (first === undefined || last === undefined) return asideFeatureNames.map(() => 0);
  const before = places.filter((at) => at < first);
  const after = places.filter((at) => at > last);
  const clauseOf = (at: number | undefined) => words[at ?? -1]?.clause ?? 0;
  const foldedAt = (at: number | undefined) => words[at ?? -1]?.folded ?? '';
  const speaks = (some: readonly number[]) => Number(some.some((at) => people.has(foldedAt(at))));
  const clauses = new Set(shared.map(clauseOf));
  const left = focus.filter((token) => !isPaired(token)).map((token) => tokens[token]?.at ?? 0);
  const aside = left.filter((at) => !clauses.has(clauseOf(at))).length;
  const missing = new Set(best.missing);
  const touched = new Set(
    best.saying.tokens.flatMap((token) => (missing.has(token) ? [] : [token.word.clause])),
  );
  const missingAside = best.missing.filter(({ word }) => !touched.has(word.clause)).length;
  const longest = longestRun(placesInBest);
  return [
    Math.log1p(before.length),
    clauseOf(first) - clauseOf(before[0] ?? first),
    speaks(before),
    Math.log1p(after.length),
    clauseOf(after.at(-1) ?? last) - clauseOf(last),
    speaks(after),
    Number(joints.has(foldedAt(after[0]))),
    after.filter((at) => words[at]?.capital && !isNumber[at]).length,
    after.filter((at) => isNumber[at]).length,
    aside,
    left.length - aside,
    missingAside,
    best.missing.length - missingAside,
    longest / (best.saying.tokens.length || 1),
    longest / (focus.length || 1),
  ];
}

/** How many words follow each other in the text's sentence as they do in the claim, with nothing of its own between them. */
function longestRun(places: readonly number[]): number {
  let longest = 0;
  let run = 0;
  for (const [at, place] of places.entries()) {
    if (place < 0) run = 0;
    else run = run > 0 && place === (places[at - 1] as number) + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
