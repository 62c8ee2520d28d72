import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/** How far a statement goes: "the first" for "one of the first", and what something is compared with. */
export function compareExtent(asked: Reading, claim: CheckedReading): Finding[] {
  return [
    ...compareRank(asked, claim),
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

/** "The second highest" where the claim has "the highest". */
function compareOrder(asked: Reading, claim: CheckedReading): Finding[] {
  for (const [at, { folded, stem }] of asked.words.entries()) {
    const next = asked.words[at + 1];
    if (!next || !/^(?:second|third|fourth|fifth|2nd|3rd|4th|5th)$/.test(folded)) continue;
    if (!/\w{3}est$|^most$/.test(next.folded) || claim.mentioned.has(stem)) continue;
    const reading = claim.all.find(({ words }) =>
      words.some((word) => word.folded === next.folded),
    );
    const index = reading?.words.findIndex((word) => word.folded === next.folded);
    if (!reading || index === undefined) continue;
    return [
      {
        kind: 'quantifier',
        asked: { reading: asked, from: at, to: at + 1 },
        checked: { reading, from: index, to: index },
      },
    ];
  }
  return [];
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
