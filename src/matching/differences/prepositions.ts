import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** Prepositions that say the opposite of the same thing. */
const opposites: ReadonlyMap<string, string> = new Map(
  [
    ['into', 'out'],
    ['to', 'from'],
    ['for', 'against'],
    ['with', 'without'],
    ['above', 'below'],
    ['over', 'under'],
    ['inside', 'outside'],
    ['before', 'after'],
  ].flatMap(([one = '', other = '']) => [
    [one, other],
    [other, one],
  ]),
);

/** "Out of poverty" where the claim has "into poverty": the same words on the other side of a preposition. */
export function compareSides(asked: Reading, { all, main, mentioned }: CheckedReading): Finding[] {
  for (const [from, { folded }] of asked.words.entries()) {
    const opposite = opposites.get(folded);
    const to = opposite === undefined ? undefined : ledBy(asked, from);
    const stem = to === undefined ? undefined : asked.words[to]?.stem;
    if (opposite === undefined || to === undefined || !stem || !mentioned.has(stem)) continue;
    // "Not before the vote" is "after the vote".
    const isTime = folded === 'before' || folded === 'after';
    if (isTime && asked.polarity.denials.length !== main.polarity.denials.length) continue;
    if (useOf(asked, opposite, stem) || all.some((reading) => useOf(reading, folded, stem)))
      continue;
    const use = useOf(main, opposite, stem);
    if (!use) continue;
    return [
      {
        kind: 'direction',
        asked: { reading: asked, from, to },
        checked: { reading: main, ...use },
      },
    ];
  }
  return [];
}

/** Where a reading has a preposition that leads a word. */
function useOf(reading: Reading, preposition: string, stem: string) {
  for (const [from, { folded }] of reading.words.entries()) {
    if (folded !== preposition) continue;
    const to = ledBy(reading, from);
    if (to !== undefined && reading.words[to]?.stem === stem) return { from, to };
  }
  return undefined;
}

/** The word that a preposition leads: "out of the poverty" → "poverty". */
function ledBy({ words, isContent, isNumber }: Reading, from: number): number | undefined {
  const preposition = words[from];
  let to = from + 1;
  if (preposition?.folded === 'out') {
    if (words[to]?.folded !== 'of') return undefined;
    to++;
  }
  if (/^(?:the|a|an|his|her|their|its|our)$/.test(words[to]?.folded ?? '')) to++;
  const word = words[to];
  return word?.sentence === preposition?.sentence && isContent[to] && !isNumber[to]
    ? to
    : undefined;
}
