import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** How far a statement goes: "the first" for "one of the first", and what something is compared with. */
export function compareSuperlatives(asked: Reading, claim: CheckedReading): Finding[] {
  return [
    ...compareRank(asked, claim),
    ...compareUnique(asked, claim),
    ...compareOrder(asked, claim),
    ...compareStandard(asked, claim),
  ];
}

const ranks =
  /^(?:first|last|only|best|worst|biggest|largest|highest|lowest|oldest|youngest|most|least|deadliest|tallest|longest)$/;

/** "The first progressive prosecutor" where the claim has "one of the first". */
function compareRank(asked: Reading, claim: CheckedReading): Finding[] {
  for (const [at, { folded }] of asked.words.entries()) {
    if (!ranks.test(folded) || isOneOf(asked, at)) continue;
    const uses = claim.all.flatMap((reading) =>
      reading.words.flatMap((word, index) => (word.folded === folded ? [{ reading, index }] : [])),
    );
    const first = uses[0];
    if (!first || !uses.every(({ reading, index }) => isOneOf(reading, index))) continue;
    return [
      {
        kind: 'quantifier',
        asked: { reading: asked, from: at, to: at },
        checked: { reading: first.reading, from: Math.max(0, first.index - 3), to: first.index },
      },
    ];
  }
  return [];
}

/** "One of the few senators" where the claim has "the only senator". */
function compareUnique(asked: Reading, claim: CheckedReading): Finding[] {
  if (!asked.words.some(({ folded }) => folded === 'one' || folded === 'among')) return [];
  const at = asked.words.findIndex(
    ({ folded }, index) => (folded === 'few' || ranks.test(folded)) && isOneOf(asked, index),
  );
  const noun = asked.words[at + 1];
  if (at < 0 || !noun) return [];
  if (claim.all.some((reading) => reading.words.some((_, index) => isOneOf(reading, index))))
    return [];
  const found = findIn(
    claim,
    (words, index) =>
      /^(?:only|sole|first|last)$/.test(words[index]?.folded ?? '') &&
      words.slice(index + 1, index + 4).some(({ stem }) => stem === noun.stem),
  );
  if (!found) return [];
  const { reading, index } = found;
  return [
    {
      kind: 'quantifier',
      asked: { reading: asked, from: Math.max(0, at - 3), to: at },
      checked: { reading, from: index, to: index },
    },
  ];
}

const ordinals = new Set('second third fourth fifth 2nd 3rd 4th 5th'.split(' '));
const superlatives = /\w{3}est$|^most$/;

/** "The second highest" where the claim has "the highest", "the second state" where it has "the first", and the reverse. */
function compareOrder(asked: Reading, claim: CheckedReading): Finding[] {
  for (const [at, { folded, stem }] of asked.words.entries()) {
    const next = asked.words[at + 1];
    if (!next || !ordinals.has(folded) || claim.mentioned.has(stem)) continue;
    const isTop = (words: Reading['words'], index: number) =>
      superlatives.test(next.folded)
        ? words[index]?.folded === next.folded
        : words[index]?.folded === 'first' && words[index + 1]?.stem === next.stem;
    const found = findIn(claim, isTop);
    if (!found) continue;
    const { reading, index } = found;
    return [
      {
        kind: 'quantifier',
        asked: { reading: asked, from: at, to: at + 1 },
        checked: { reading, from: index, to: index },
      },
    ];
  }
  return compareLower(asked, claim);
}

/** "The highest" where every wording of the claim has "the second highest". */
function compareLower(asked: Reading, { main, all }: CheckedReading): Finding[] {
  const at = main.words.findIndex(
    ({ folded }, index) => isLowered(main, index) && superlatives.test(folded),
  );
  const top = main.words[at]?.folded;
  if (top === undefined) return [];
  const own = asked.words.findIndex(
    ({ folded }, index) => folded === top && !isLowered(asked, index),
  );
  const isOpen = (reading: Reading) =>
    reading.words.some(({ folded }, index) => folded === top && !isLowered(reading, index));
  if (own < 0 || all.some(isOpen)) return [];
  return [
    {
      kind: 'quantifier',
      asked: { reading: asked, from: own, to: own },
      checked: { reading: main, from: at - 1, to: at },
    },
  ];
}

function isLowered({ words }: Reading, at: number): boolean {
  return at > 0 && ordinals.has(words[at - 1]?.folded ?? '');
}

function findIn(
  { all }: CheckedReading,
  matches: (words: Reading['words'], index: number) => boolean,
): { readonly reading: Reading; readonly index: number } | undefined {
  for (const reading of all) {
    const index = reading.words.findIndex((_, at) => matches(reading.words, at));
    if (index >= 0) return { reading, index };
  }
  return undefined;
}

function isOneOf({ words }: Reading, at: number): boolean {
  const before = words.slice(Math.max(0, at - 3), at).map(({ folded }) => folded);
  return before.includes('among') || (before.includes('one') && before.includes('of'));
}

/** "Five times as much as all the others" for "… as he spent himself": the two standards share no word. */
function compareStandard(asked: Reading, claim: CheckedReading): Finding[] {
  const standard = standardOf(asked);
  if (!standard) return [];
  const checked = claim.all.flatMap((reading) => standardOf(reading) ?? []);
  const first = checked[0];
  const shared = (stem: string) => checked.some(({ stems }) => stems.includes(stem));
  if (!first || standard.stems.length === 0 || standard.stems.some(shared)) return [];
  return [{ kind: 'object', asked: standard.span, checked: first.span }];
}

/** What comes after "… times as much as" or "… times more than". */
function standardOf(reading: Reading) {
  const { words, isContent } = reading;
  const times = words.findIndex(({ folded }) => folded === 'times' || folded === 'twice');
  if (times < 0) return undefined;
  const sentence = words[times]?.sentence;
  const link = words.findLastIndex(
    ({ folded, sentence: own }, at) =>
      at > times + 1 && own === sentence && (folded === 'as' || folded === 'than'),
  );
  if (link < 0) return undefined;
  let to = link;
  const stems: string[] = [];
  while (words[to + 1]?.sentence === sentence && to < link + 5) {
    to++;
    if (isContent[to]) stems.push(words[to]?.stem ?? '');
  }
  return to === link ? undefined : { stems, span: { reading, from: link + 1, to } };
}
