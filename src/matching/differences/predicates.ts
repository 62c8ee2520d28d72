import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

const be = /^(?:is|are|was|were|be)$/;

/**
 * "Krasner is progressive" where the claim only speaks of him as "one of the first progressive prosecutors": a word that
 * everywhere in the claim is an attribute of something else is the asker's own statement.
 */
export function comparePredicates(asked: Reading, claim: CheckedReading): Finding[] {
  const at = predicateOf(asked);
  const stem = at === undefined ? undefined : asked.words[at]?.stem;
  const verb = claim.main.words.findIndex(({ folded }) => be.test(folded));
  if (at === undefined || stem === undefined || verb < 0) return [];
  let isAttribute = false;
  for (const reading of claim.all) {
    for (const [index, word] of reading.words.entries()) {
      if (word.stem !== stem) continue;
      const isSubject = reading === claim.main && index < verb;
      if (isSubject || !modifies(reading, index)) return [];
      isAttribute = true;
    }
  }
  if (!isAttribute) return [];
  const to = endOfPhrase(claim.main, verb);
  return [
    {
      kind: 'condition',
      asked: { reading: asked, from: at, to: at },
      checked: { reading: claim.main, from: Math.min(verb + 1, to), to },
    },
  ];
}

/** The only word of a short statement after its "is". */
function predicateOf({ words, isContent }: Reading): number | undefined {
  const verb = words.findIndex(({ folded }) => be.test(folded));
  if (verb < 0) return undefined;
  const content = words.flatMap(({ sentence }, at) =>
    isContent[at] && sentence === words[verb]?.sentence ? [at] : [],
  );
  const last = content.at(-1);
  if (last === undefined || last < verb) return undefined;
  // "Is he progressive" has the subject behind the verb.
  const after = content.filter((at) => at > verb).length;
  return after === 1 || (verb === 0 && after === 2) ? last : undefined;
}

/** Another word of the same phrase follows. */
function modifies({ words, isContent }: Reading, at: number): boolean {
  const next = words[at + 1];
  return isContent[at + 1] === true && next?.clause === words[at]?.clause;
}

function endOfPhrase({ words }: Reading, verb: number): number {
  let to = verb;
  while (to < verb + 8 && words[to + 1]?.clause === words[verb]?.clause && words[to + 1]) to++;
  return to;
}
