import type { Finding, Span } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMentioned } from './same-name.ts';

/** Most content words of a text that is read as one statement rather than as a story around it. */
const statementSize = 8;
// "For" and "of" lead too many other names of the same thing: "for minor offenses".
const leads = new Set('at against accused'.split(' '));

/** A short statement ends in a phrase of which the claim has no word: "supervisors at the police department". */
export function compareAdditions(asked: Reading, claim: CheckedReading): Finding[] {
  const content = asked.words.flatMap((_, at) => (asked.isContent[at] ? [at] : []));
  if (content.length > statementSize) return [];
  const lead = asked.words.findLastIndex(({ folded }) => leads.has(folded));
  const last = content.at(-1);
  const phrase = content.filter((at) => at > lead);
  if (lead < 2 || last === undefined || last <= lead) return [];
  const isPlace = (at: number) => asked.places.some(({ from, to }) => from <= at && at <= to);
  const isNew = (at: number) => !asked.isNumber[at] && !isPlace(at) && !isStated(asked, at, claim);
  if (!phrase.every(isNew)) return [];
  const addition: Span = { reading: asked, from: lead, to: last };
  return [{ kind: 'object', asked: addition, checked: undefined }];
}

function isStated(asked: Reading, at: number, claim: CheckedReading): boolean {
  const word = asked.words[at];
  return !word || claim.mentioned.has(word.stem) || isMentioned(word.folded, claim);
}
