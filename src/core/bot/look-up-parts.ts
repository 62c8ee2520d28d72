import type { Claim } from '../claims/claim.ts';
import type { Lookup, Match } from '../claims/lookup.ts';
import { splitClauses } from '../texts/clauses.ts';
import { splitSentences } from '../texts/sentences.ts';
import { byCheckability, isRemark } from './checkability.ts';

/** A part of a text, and what was found for it. */
export interface Part {
  readonly text: string;
  readonly lookup: Lookup;
}

export interface Parts {
  /** As they stand in the text. */
  readonly parts: readonly Part[];
  /** How many sentences were not looked up, because the work was bounded. */
  readonly left: number;
}

type LookUpText = (text: string) => Lookup;

/**
 * Steps that one text may cost. A step is a lookup of a usual sentence, a millisecond or two of everybody's time; a long
 * one takes several.
 */
const mostSteps = { atOnce: 16, inTurns: 120 };
const stepLength = 500;

/** Every statement of somebody's message on its own. Between two sentences, others get their turn. */
export async function lookUpEach(text: string, lookUp: LookUpText): Promise<Parts> {
  const reading = startReading(splitSentences(text), mostSteps.inTurns, lookUp, () => false);
  while (reading.readNext()) await new Promise((resolve) => setImmediate(resolve));
  return reading.result();
}

/**
 * What a question says part by part, where it makes more than the one statement that was found for it as a whole;
 * undefined where the whole is the better reading: a claim may have two sentences, or an "and", itself.
 */
export function lookUpSeveral(text: string, whole: Lookup, lookUp: LookUpText): Parts | undefined {
  const sentences = splitSentences(text);
  const [only] = sentences;
  if (only === undefined) return undefined;
  if (sentences.length === 1) {
    const parts = clausesOf(only, whole, lookUp);
    return parts && { parts, left: 0 };
  }
  const reading = startReading(
    sentences,
    mostSteps.atOnce,
    lookUp,
    (sentence) => isSame(whole) && covers(whole, sentence),
  );
  while (reading.readNext());
  const result = reading.result();
  const said = result.parts.filter((part) => !isAside(part));
  return sayMore(said, whole) ? { ...result, parts: said } : undefined;
}

/** Reads the sentences that most look like statements first. */
function startReading(
  sentences: readonly string[],
  steps: number,
  lookUp: LookUpText,
  isFound: (sentence: string) => boolean,
) {
  const queue = byCheckability(sentences, isFound);
  const read = new Map<number, readonly Part[]>();
  let spent = 0;
  const counted: LookUpText = (text) => {
    spent += 1 + Math.floor(text.length / stepLength);
    return lookUp(text);
  };
  return {
    /** False once there is nothing left to read, or no work left to spend. */
    readNext(): boolean {
      const place = spent < steps ? queue[read.size] : undefined;
      const sentence = place === undefined ? undefined : sentences[place];
      if (place === undefined || sentence === undefined) return false;
      const whole = counted(sentence);
      read.set(place, clausesOf(sentence, whole, counted) ?? [{ text: sentence, lookup: whole }]);
      return true;
    },
    result(): Parts {
      const inOrder = [...read].sort(([one], [other]) => one - other);
      return { parts: inOrder.flatMap(([, parts]) => parts), left: sentences.length - read.size };
    },
  };
}

/** The clauses of a sentence, where they say more than the sentence does as a whole. */
function clausesOf(
  sentence: string,
  whole: Lookup,
  lookUp: LookUpText,
): readonly Part[] | undefined {
  const clauses = splitClauses(sentence);
  if (clauses.length < 2) return undefined;
  const parts = clauses.map(({ text }) => ({ text, lookup: lookUp(text) }));
  const said = parts.filter((part) => !isAside(part));
  const claims = claimsIn(parts);
  const [first] = parts;
  if (claims.size > 1) return said;
  // A later clause may lack the subject, or the condition, that stands in the first.
  if (!first || !isSame(first.lookup) || said.length < 2) return undefined;
  if (whole.outcome !== 'match' || whole.claim !== first.lookup.claim) return said;
  // What sets a sentence apart from its claim may stand in another clause of it: told as one, it is told as that.
  if (!isSame(whole)) return undefined;
  const isMore = parts.some((part, at) => clauses[at]?.isJoinedByWord && isBeside(part, whole));
  return isMore ? said : undefined;
}

/** Whether the sentences of a text say more than what was found for it as a whole. */
function sayMore(parts: readonly Part[], whole: Lookup): boolean {
  const claims = claimsIn(parts);
  if (claims.size === 0) return false;
  if (!isSame(whole) || claims.size > 1 || !claims.has(whole.claim)) return true;
  return parts.some((part) => isBeside(part, whole));
}

function claimsIn(parts: readonly Part[]): ReadonlySet<Claim> {
  return new Set(parts.flatMap(({ lookup }) => (isSame(lookup) ? [lookup.claim] : [])));
}

/** Whether a part says something that the claim which was found for the whole does not speak of. */
function isBeside(part: Part, whole: Match): boolean {
  return part.lookup.outcome === 'none' && !isAside(part) && !covers(whole, part.text);
}

function isSame(lookup: Lookup): lookup is Match {
  return lookup.outcome === 'match' && lookup.differences.length === 0;
}

/** Greetings, thanks, and what people say about themselves, ask nothing. */
function isAside({ text, lookup }: Part): boolean {
  return lookup.outcome === 'none' && (lookup.reason === 'nothing-to-check' || isRemark(text));
}

/** Of a part's words, the share that a claim must have so that it is taken for a part of what the claim says. */
const coveredShare = 1 / 3;

function covers({ claim, evidence }: Match, text: string): boolean {
  const known = new Set(
    [claim.claim, ...claim.wordings, ...evidence.words].flatMap(wordBeginnings),
  );
  const asked = wordBeginnings(text);
  const shared = asked.filter((word) => known.has(word));
  return shared.length >= asked.length * coveredShare;
}

/** Words of some length by how they begin, numbers, and pairs of characters where no spaces part words. */
function wordBeginnings(text: string): readonly string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.flatMap((word) => {
    if (/\p{scx=Han}/u.test(word))
      return word.match(/.(?=(.))/gu)?.map((one, at) => one + (word[at + 1] ?? '')) ?? [];
    return word.length >= 4 || /\p{N}/u.test(word) ? [word.slice(0, 5)] : [];
  });
}
