import { isStated } from './asking.ts';
import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMisspelling } from './spelling.ts';

/** Most words of a statement that can be said to leave something out; a longer one says it in its own way. */
const statementLength = 16;

/**
 * The claim holds only on a condition, for a reason or to an end, of which a short statement has nothing: "refuses to charge
 * sex workers" for "… with fewer than three convictions". A question leaves it open, which is no difference.
 */
export function compareOmissions(asked: Reading, claim: CheckedReading): Finding[] {
  if (asked.words.length > statementLength || !isStated(asked, 0)) return [];
  const limit = limitOf(claim.main);
  if (!limit || setsLimit(asked, limit)) return [];
  // A wording that states the claim without its limit makes the limit a detail.
  if (claim.wordings.some((wording) => isStated(wording, 0) && !setsLimit(wording, limit)))
    return [];
  return [
    {
      kind: 'condition',
      asked: { reading: asked, from: 0, to: 0 },
      missing: true,
      checked: { reading: claim.main, from: limit.from, to: limit.to },
    },
  ];
}

interface Limit {
  readonly from: number;
  readonly to: number;
  readonly stems: readonly string[];
}

const limits = new Set('if unless except because provided'.split(' '));
// "Sent to quell", "used to pay": after these verbs "to" says what for. After "told" or "promised" it says what.
const meansVerbs = new Set(
  `send deploy dispatch us spend pay hir build creat form found introduc launch bring buy design mean intend invent establish pass
  rais giv give`.split(/\s+/),
);
const determiners = /^(?:the|a|an|his|her|their|its|any|all|some|more|other)$/;

function limitOf(main: Reading): Limit | undefined {
  const from = main.words.findIndex((_, at) => at > 2 && opensLimit(main, at));
  const first = main.words[from];
  if (!first) return undefined;
  const before = new Set(main.words.slice(0, from).map(({ stem }) => stem));
  const stems: string[] = [];
  let to = from;
  for (let at = from; at < main.words.length; at++) {
    const word = main.words[at];
    if (!word || word.sentence !== first.sentence) break;
    if (stems.length > 0 && word.clause !== main.words[at - 1]?.clause) break;
    to = at;
    if (main.isContent[at] && !main.isNumber[at] && !before.has(word.stem)) stems.push(word.stem);
  }
  // "(If passed)" sets no limit of its own.
  return to - from < 2 || stems.length === 0 ? undefined : { from, to, stems };
}

function opensLimit(reading: Reading, at: number): boolean {
  const { words, quantities } = reading;
  const folded = words[at]?.folded ?? '';
  const next = words[at + 1]?.folded ?? '';
  if (limits.has(folded)) return true;
  if (folded === 'so' || folded === 'only') return next === 'that' || next === 'if';
  if (folded === 'with')
    return quantities.some(({ boundFrom, from }) => boundFrom === at + 1 && boundFrom < from);
  if (folded === 'for') return next === 'some' || next === 'certain';
  return folded === 'to' && isPurpose(reading, at);
}

/** "… sent by the administration to quell violence": an end, where "told staff to stop" has a content. */
function isPurpose({ words, isContent, isNumber }: Reading, at: number): boolean {
  const verb = words[at + 1];
  const object = words[at + 2];
  if (!verb || !object || !isContent[at + 1] || isNumber[at + 1] || verb.capital) return false;
  if (object.clause !== verb.clause || !(isContent[at + 2] || determiners.test(object.folded)))
    return false;
  return words
    .slice(Math.max(0, at - 7), at)
    .some(({ stem, clause }) => clause === verb.clause && meansVerbs.has(stem));
}

const ownLimits =
  /^(?:some|certain|several|few|if|unless|except|only|because|cause|cuz|due|for|when|while|since|so|minor|without)$/;

/** Whether a text speaks of the limit, or sets one of its own. */
function setsLimit(reading: Reading, { stems }: Limit): boolean {
  return (
    reading.quantities.length > 0 ||
    reading.words.some(
      ({ folded, stem }, at) =>
        stems.includes(stem) ||
        ownLimits.test(folded) ||
        (folded === 'to' && isPurpose(reading, at)),
    ) ||
    stems.some(
      (stem) => stem.length > 4 && reading.words.some(({ folded }) => isLike(folded, stem)),
    )
  );
}

/** Misspelt, or another form of the same word. */
function isLike(folded: string, stem: string): boolean {
  return folded.startsWith(stem.slice(0, 5)) || isMisspelling(folded, stem);
}
