import type { Claim } from '../claims/claim.ts';
import type { Lookup, Match } from '../claims/lookup.ts';
import { othersTurn } from '../claims/others-turn.ts';
import { type Clause, splitClauses } from '../texts/clauses.ts';
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
 * Steps that one text may cost in all. A step is a lookup of a usual sentence, about a millisecond of everybody's time; a longer
 * one takes more.
 */
const mostSteps = { question: 16, message: 120 };

/** In UTF-16 units: the length of a step's sentence, and what the matcher reads of a text at most. */
const stepLength = 200;
const longestRead = 12_000;

/** Every statement of somebody's message on its own. */
export async function lookUpEach(text: string, lookUp: LookUpText): Promise<Parts> {
  return readInTurns(splitSentences(text), mostSteps.message, lookUp, () => false);
}

/**
 * What a question says part by part, where it makes more than the one statement that was found for it as a whole;
 * undefined where the whole is the better reading: a claim may have two sentences, or an "and", itself.
 */
export async function lookUpSeveral(
  text: string,
  whole: Lookup,
  lookUp: LookUpText,
): Promise<Parts | undefined> {
  const sentences = splitSentences(text);
  const [only] = sentences;
  if (only === undefined) return undefined;
  await othersTurn();
  if (sentences.length === 1) {
    const parts = await readClauses(splitClauses(only), whole, lookUp);
    return parts && { parts, left: 0 };
  }
  const isFound = coverOf(claimsNear(whole));
  const result = await readInTurns(sentences, mostSteps.question, lookUp, isFound);
  const said = result.parts.filter((part) => !isAside(part));
  return sayMore(said, whole) ? { ...result, parts: said } : undefined;
}

/**
 * Reads the sentences that most look like statements first, as many as the steps are enough for. Between two, and between
 * two clauses, others get their turn.
 */
async function readInTurns(
  sentences: readonly string[],
  steps: number,
  lookUp: LookUpText,
  isFound: (sentence: string) => boolean,
): Promise<Parts> {
  const read = new Map<number, readonly Part[]>();
  let stepsLeft = steps;
  for (const place of byCheckability(sentences, isFound)) {
    if (stepsLeft === 0) break;
    const sentence = sentences[place] ?? '';
    const clauses = splitClauses(sentence);
    const cost = stepsOf(sentence, clauses);
    if (cost > stepsLeft) continue;
    stepsLeft -= cost;
    const whole = lookUp(sentence);
    await othersTurn();
    const parts = await readClauses(clauses, whole, lookUp);
    read.set(place, parts ?? [{ text: sentence, lookup: whole }]);
  }
  const inOrder = [...read].sort(([one], [other]) => one - other);
  return { parts: inOrder.flatMap(([, parts]) => parts), left: sentences.length - read.size };
}

/** What it takes to look a sentence up, and its clauses. */
function stepsOf(sentence: string, clauses: readonly Clause[]): number {
  const texts = [sentence, ...(clauses.length < 2 ? [] : clauses.map(({ text }) => text))];
  return texts
    .map(({ length }) => 1 + Math.floor(Math.min(length, longestRead) / stepLength))
    .reduce((sum, each) => sum + each, 0);
}

/** The clauses of a sentence, where they say more than the sentence does as a whole. */
async function readClauses(
  clauses: readonly Clause[],
  whole: Lookup,
  lookUp: LookUpText,
): Promise<readonly Part[] | undefined> {
  if (clauses.length < 2) return undefined;
  const parts: Part[] = [];
  for (const { text } of clauses) {
    parts.push({ text, lookup: lookUp(text) });
    await othersTurn();
  }
  const said = parts.filter((part) => !isAside(part));
  const claims = claimsIn(parts);
  const [first] = parts;
  if (claims.size > 1) return said;
  // A later clause may lack the subject, or the condition, that stands in the first.
  if (!first || !isSame(first.lookup) || said.length < 2) return undefined;
  if (whole.outcome !== 'match' || whole.claim !== first.lookup.claim) return said;
  // What sets a sentence apart from its claim may stand in another clause of it: told as one, it is told as that. What is merely
  // left over is told better by the clause that it stands in.
  if (whole.differences.some(({ kind }) => kind !== 'uncovered')) return undefined;
  const isCovered = coverOf([whole.claim], whole.evidence.words);
  const isMore = parts.some((part, at) => clauses[at]?.isJoinedByWord && isBeside(part, isCovered));
  return isMore ? said : undefined;
}

/** Whether the sentences of a text say more than what was found for it as a whole. */
function sayMore(parts: readonly Part[], whole: Lookup): boolean {
  const claims = claimsIn(parts);
  if (claims.size === 0) return false;
  if (!isSame(whole) || claims.size > 1 || !claims.has(whole.claim)) return true;
  const isCovered = coverOf([whole.claim], whole.evidence.words);
  return parts.some((part) => isBeside(part, isCovered));
}

function claimsIn(parts: readonly Part[]): ReadonlySet<Claim> {
  return new Set(parts.flatMap(({ lookup }) => (isSame(lookup) ? [lookup.claim] : [])));
}

/** Whether a part says something that the claim which was found for the whole does not speak of. */
function isBeside(part: Part, isCovered: (text: string) => boolean): boolean {
  return part.lookup.outcome === 'none' && !isAside(part) && !isCovered(part.text);
}

function isSame(lookup: Lookup): lookup is Match {
  return lookup.outcome === 'match' && lookup.differences.length === 0;
}

/** What a text as a whole comes near, though among so many other words that it may not be sure of it. */
function claimsNear(whole: Lookup): readonly Claim[] {
  if (whole.outcome === 'match') return [whole.claim];
  return whole.outcome === 'ambiguous' ? whole.claims : whole.nearest;
}

/** Greetings, thanks, and what people say about themselves, ask nothing. */
function isAside({ text, lookup }: Part): boolean {
  return lookup.outcome === 'none' && (lookup.reason === 'nothing-to-check' || isRemark(text));
}

/** Of a part's words, the share that a claim must have so that it is taken for a part of what the claim says. */
const coveredShare = 1 / 3;

function coverOf(
  claims: readonly Claim[],
  words: readonly string[] = [],
): (text: string) => boolean {
  const said = claims.flatMap(({ claim, wordings }) => [claim, ...wordings]);
  const known = new Set([...said, ...words].flatMap(wordBeginnings));
  return (text) => {
    const asked = wordBeginnings(text);
    const shared = asked.filter((word) => known.has(word));
    return shared.length >= asked.length * coveredShare;
  };
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
