import {
  closesAsUntrue,
  closesDenial,
  isDenyingJudgement,
  judgementAfter,
  opensDenial,
} from './judgements.ts';
import { isDenial, isPseudoNegation } from './pseudo-negation.ts';
import type { Word, WordList } from './words.ts';

/** A word that denies, and the words it reaches. */
export interface Denial {
  readonly from: number;
  readonly to: number;
  /** Indexes of the content words it turns into their opposite, the nearest first. */
  readonly scope: readonly number[];
}

export interface Polarity {
  /** Per word: 1 if denied an odd number of times, else 0. */
  readonly parity: readonly number[];
  /** Per word: true after "end", "ban", "stop"…, where "no bail" and "ended bail" say the same. */
  readonly ending: readonly boolean[];
  readonly denials: readonly Denial[];
}

const set = (words: string) => new Set(words.trim().split(/\s+/));

// Verbs that deny what follows them: "denied that", "failed to", "refrained from".
const denyingVerbs =
  set(`deny denied denies denying refute refuted refutes debunk debunked debunks disprove disproved disproves
  fail failed fails failing refuse refused refuses refusing refrain refrains refrained refraining decline declined declines declining
  avoid avoided avoids`);
const contrast = set(
  'but because so although though while however since instead whereas except unless until',
);
const endingVerbs =
  set(`end ends ended ending stop stops stopped stopping ban bans banned banning abolish abolished abolishes
  eliminate eliminated eliminates eliminating prohibit prohibits prohibited cancel cancelled canceled remove removed removes
  drop dropped drops dropping halt halted cease ceased scrap scrapped quit cut lack lacks lacked forbid forbids illegal against
  oppose opposes opposed prevent prevents prevented block blocks blocked reject rejects rejected excuses free`);

/** Which words a text denies, with questions ("didn't he…?", "…, isn't it?") taken as questions. */
export function polarityOf(list: WordList, isContent: readonly boolean[]): Polarity {
  const { words } = list;
  const parity = words.map(() => 0);
  const ending = words.map(() => false);
  const denials: Denial[] = [];
  const deny = (from: number, to: number, scope: readonly number[]) => {
    denials.push({ from, to, scope });
    for (const at of scope) parity[at] = 1 - (parity[at] ?? 0);
  };
  // A judgement on the whole sentence: "he didn't do it, that's a lie" denies once, "it's not true that it's a lie" not at all.
  let framed = false;
  const denyAll = (from: number, to: number, scope: readonly number[]) => {
    denials.push({ from, to, scope });
    for (const at of scope) parity[at] = framed ? 1 - (parity[at] ?? 0) : 1;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (endingVerbs.has(word.folded) && !describes(words, at))
      for (const index of scopeAfter(words, isContent, at)) ending[index] = true;
    if (isSetAside(words, at)) {
      deny(at, at + 1, scopeAfter(words, isContent, at + 1));
      at++;
      continue;
    }
    // "There's no denying" affirms.
    if (word.folded === 'no' && words[at + 1]?.folded === 'denying') {
      at++;
      continue;
    }
    if (isDenial(word)) {
      if (closesAsUntrue(list, at)) {
        denyAll(at, at + 1, scopeBefore(words, isContent, at));
        continue;
      }
      if (isPseudoNegation(list, at)) continue;
      // "Charges would no longer be pursued" is "no more charges".
      if (isPassive(words, at)) {
        for (const index of scopeBefore(words, isContent, at).slice(0, 2)) ending[index] = true;
      }
      const frame = judgementAfter(list, at);
      if (frame !== undefined) {
        // "It is not true that …" denies once; "it is not false that …" not at all.
        framed = true;
        const twice = isDenyingJudgement(words[frame]?.folded ?? '');
        const scope = scopeAfter(words, isContent, frame, true);
        // "No evidence that" and "no evidence backs" deny the evidence as well.
        if (!twice) deny(at, frame, isContent[frame] ? [...scope, frame] : scope);
        at = frame;
        continue;
      }
      if (/^(?:happen|happened|exist|existed|occur|occurred)$/.test(words[at + 1]?.folded ?? '')) {
        deny(at, at + 1, scopeBefore(words, isContent, at));
        continue;
      }
      // "Not only", "not just", "not so" deny that word and nothing else.
      const limits = /^(?:only|just|merely|simply|so)$/.test(words[at + 1]?.folded ?? '');
      const isLonger = word.folded === 'no' && words[at + 1]?.folded === 'longer';
      if (isLonger) {
        deny(at, at + 1, scopeAfter(words, isContent, at + 1));
        continue;
      }
      // "No cash bail for felonies": there are felonies.
      const scope = scopeAfter(words, isContent, at);
      const end = word.folded === 'no' ? prepositionAfter(words, at) : words.length;
      const own = scope.filter((index) => index < end);
      deny(at, at, limits ? [at + 1] : own.length > 0 ? own : scope);
      continue;
    }
    if (denyingVerbs.has(word.folded)) {
      const scope = scopeAfter(words, isContent, at);
      if (denyingVerbReaches(words, at)) deny(at, at, scope);
      else for (const index of scope) ending[index] = true;
      continue;
    }
    const isFakeNews = word.folded === 'fake' && words[at + 1]?.folded === 'news';
    if (!isFakeNews && !isDenyingJudgement(word.folded)) continue;
    const last = isFakeNews ? at + 1 : at;
    if (opensDenial(words, last)) {
      framed = true;
      deny(Math.max(0, at - 2), last, scopeAfter(words, isContent, last, true));
    } else if (closesDenial(list, at, last)) denyAll(at, last, scopeBefore(words, isContent, at));
    at = last;
  }
  return { parity, ending, denials };
}

const prepositions = set('for in on with under at by to since from among');

/** The place of the next preposition, or of the end. */
function prepositionAfter(words: readonly Word[], at: number): number {
  const next = words.findIndex(({ folded }, index) => index > at && prepositions.has(folded));
  return next < 0 ? words.length : next;
}

/** "Illegal immigrants" says what sort, "it is illegal to" what is not allowed; "against the law" is denied as a whole. */
function describes(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (words[at]?.folded === 'against')
    return next?.folded === 'the' && words[at + 2]?.folded === 'law';
  if (words[at]?.folded !== 'illegal') return false;
  return next !== undefined && !/^(?:to|for|in|under|as|that)$/.test(next.folded);
}

/**
 * Content words after `at` in the same sentence: all of them where a judgement frames it ("it is not true that"), else up to a
 * contrast, another denial, or the end of a clause that has some.
 */
function scopeAfter(
  words: readonly Word[],
  isContent: readonly boolean[],
  at: number,
  isFramed = false,
): number[] {
  const start = words[at];
  const scope: number[] = [];
  for (let index = at + 1; index < words.length; index++) {
    const word = words[index];
    if (!word || word.sentence !== start?.sentence) break;
    if (!isFramed && contrast.has(word.folded)) break;
    const previous = words[index - 1];
    if (!isFramed && index > at + 1 && isDenial(word)) break;
    if (scope.length > 1 && previous && word.clause !== previous.clause && !isFramed) break;
    if (isContent[index] || isSpeech(word)) scope.push(index);
  }
  return scope;
}

function scopeBefore(words: readonly Word[], isContent: readonly boolean[], at: number): number[] {
  const scope: number[] = [];
  for (let index = at - 1; index >= 0 && words[index]?.sentence === words[at]?.sentence; index--) {
    if (isContent[index]) scope.push(index);
  }
  return scope;
}

function isSpeech(word: Word): boolean {
  return word.stem === 'say' || word.stem === 'claim';
}

function isPassive(words: readonly Word[], at: number): boolean {
  return words
    .slice(at + 1, at + 4)
    .some(
      ({ folded }, index) => /^be(?:en|ing)?$/.test(folded) && words[at + index]?.folded !== 'to',
    );
}

function denyingVerbReaches(words: readonly Word[], at: number): boolean {
  const verb = words[at]?.folded ?? '';
  const next = words[at + 1]?.folded ?? '';
  if (verb.startsWith('fail') || verb.startsWith('refus') || verb.startsWith('declin'))
    return next === 'to';
  if (verb.startsWith('refrain')) return next === 'from';
  if (verb.startsWith('avoid')) return next.endsWith('ing');
  return true;
}

/** "Rather than", "instead of": what follows is denied. */
function isSetAside(words: readonly Word[], at: number): boolean {
  const pair = `${words[at]?.folded} ${words[at + 1]?.folded}`;
  return pair === 'rather than' || pair === 'instead of';
}
