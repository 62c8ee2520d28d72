import { isDenial, isIdleDenial } from './idle-denials.ts';
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
const denyingJudgements = set('false untrue incorrect wrong bogus lie lies hoax myth fabricated');
const contrast = set(
  'but because so although though while however since instead whereas except unless until',
);
const endingVerbs =
  set(`end ends ended ending stop stops stopped stopping ban bans banned banning abolish abolished abolishes
  eliminate eliminated eliminates eliminating prohibit prohibits prohibited cancel cancelled canceled remove removed removes
  drop dropped drops dropping halt halted cease ceased scrap scrapped quit cut lack lacks lacked forbid forbids illegal against
  oppose opposes opposed prevent prevents prevented block blocks blocked reject rejects rejected excuses free`);
const reach = 8;
const frameReach = 40;

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
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (endingVerbs.has(word.folded))
      for (const index of scopeAfter(words, isContent, at, 5)) ending[index] = true;
    if (isDenial(word)) {
      if (isIdleDenial(list, at)) continue;
      // "Charges would no longer be pursued" is "no more charges".
      if (isPassive(words, at)) {
        for (const index of scopeBefore(words, isContent, at).slice(0, 2)) ending[index] = true;
      }
      const frame = judgementAfter(list, at);
      if (frame !== undefined) {
        // "It is not true that …" denies once; "it is not false that …" not at all.
        const twice = denyingJudgements.has(words[frame]?.folded ?? '');
        if (!twice) deny(at, frame, scopeAfter(words, isContent, frame, frameReach));
        at = frame;
        continue;
      }
      if (/^(?:happen|happened|exist|existed|occur|occurred)$/.test(words[at + 1]?.folded ?? '')) {
        deny(at, at + 1, scopeBefore(words, isContent, at));
        continue;
      }
      // "Not only", "not just", "not so" deny that word and nothing else.
      const limits = /^(?:only|just|merely|simply|so)$/.test(words[at + 1]?.folded ?? '');
      deny(at, at, limits ? [at + 1] : scopeAfter(words, isContent, at, reach));
      continue;
    }
    if (denyingVerbs.has(word.folded)) {
      const scope = scopeAfter(words, isContent, at, reach);
      if (denyingVerbReaches(words, at)) deny(at, at, scope);
      else for (const index of scope) ending[index] = true;
      continue;
    }
    if (!denyingJudgements.has(word.folded)) continue;
    if (opensDenial(words, at)) {
      deny(Math.max(0, at - 2), at, scopeAfter(words, isContent, at, frameReach));
    } else if (closesDenial(list, at)) deny(at, at, scopeBefore(words, isContent, at));
  }
  return { parity, ending, denials };
}

/** Content words after `at` in the same sentence, up to a contrast or the end of a clause that has some. */
function scopeAfter(
  words: readonly Word[],
  isContent: readonly boolean[],
  at: number,
  most: number,
): number[] {
  const start = words[at];
  const scope: number[] = [];
  for (let index = at + 1; index < words.length && scope.length < most; index++) {
    const word = words[index];
    if (!word || word.sentence !== start?.sentence) break;
    if (most < frameReach && contrast.has(word.folded)) break;
    const previous = words[index - 1];
    if (most < frameReach && index > at + 1 && isDenial(word)) break;
    if (scope.length > 1 && previous && word.clause !== previous.clause && most < frameReach) break;
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
    .some(({ folded }) => folded === 'be' || folded === 'been' || folded === 'being');
}

/** "not true that", "isn't a lie that", "not the case that": the index of the judging word. */
function judgementAfter({ words }: WordList, at: number): number | undefined {
  for (let index = at + 1; index <= at + 4; index++) {
    const word = words[index];
    if (!word || word.sentence !== words[at]?.sentence) return undefined;
    const judges =
      denyingJudgements.has(word.folded) ||
      /^(?:true|case|fact|truth|correct|evidence|proof)$/.test(word.folded);
    if (judges) {
      const next = words[index + 1]?.folded;
      const linked =
        next === 'that' ||
        (next === 'to' && word.folded !== 'correct') ||
        next === 'in' ||
        next === 'for' ||
        next === 'of';
      return linked ? index : undefined;
    }
    if (!/^(?:a|an|the|any|really|actually|at|all|it|is)$/.test(word.folded)) return undefined;
  }
  return undefined;
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

/** "It's false that …", "the myth that …", "false: …" */
function opensDenial(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || next.sentence !== word.sentence) return false;
  if (words[at - 1]?.folded === 'or') return false;
  if (next.folded === 'that') return true;
  return /^(?:claim|claims|rumor|rumour)$/.test(next.folded) && words[at + 2]?.folded === 'that';
}

/** "… is false", "… is a lie": the judgement ends the sentence and no question is asked. */
function closesDenial({ words, endings }: WordList, at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || next?.sentence === word.sentence) return false;
  if (endings[word.sentence] === '?') return false;
  const before =
    words[at - 1]?.folded === 'a' || words[at - 1]?.folded === 'totally'
      ? words[at - 2]
      : words[at - 1];
  return (
    before?.sentence === word.sentence && /^(?:is|was|are|were|its|thats)$/.test(before.folded)
  );
}
