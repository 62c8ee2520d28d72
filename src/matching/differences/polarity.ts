import { closesDenial, isDenyingJudgement, judgementAfter, opensDenial } from './judgements.ts';
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
  // "He didn't do it, that's a lie" denies once.
  const denyAll = (from: number, to: number, scope: readonly number[]) => {
    denials.push({ from, to, scope });
    for (const at of scope) parity[at] = 1;
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (endingVerbs.has(word.folded))
      for (const index of scopeAfter(words, isContent, at)) ending[index] = true;
    if (isSetAside(words, at)) {
      deny(at, at + 1, scopeAfter(words, isContent, at + 1));
      at++;
      continue;
    }
    if (isDenial(word)) {
      if (isPseudoNegation(list, at)) continue;
      const frame = judgementAfter(list, at);
      if (frame !== undefined) {
        // "It is not true that …" denies once; "it is not false that …" not at all.
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
      deny(at, at, limits ? [at + 1] : scopeAfter(words, isContent, at));
      continue;
    }
    if (denyingVerbs.has(word.folded)) {
      const scope = scopeAfter(words, isContent, at);
      if (denyingVerbReaches(words, at)) deny(at, at, scope);
      else for (const index of scope) ending[index] = true;
      continue;
    }
    if (!isDenyingJudgement(word.folded)) continue;
    if (opensDenial(words, at))
      deny(Math.max(0, at - 2), at, scopeAfter(words, isContent, at, true));
    else if (closesDenial(list, at)) denyAll(at, at, scopeBefore(words, isContent, at));
  }
  return { parity, ending, denials };
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
