import type { Word, WordList } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const auxiliaries =
  set(`isn't aren't wasn't weren't don't doesn't didn't won't wouldn't can't couldn't shouldn't hasn't haven't
  hadn't ain't mustn't needn't isnt arent wasnt werent dont doesnt didnt wont wouldnt cant couldnt shouldnt hasnt havent hadnt
  aint cannot`);
const plainDenials = set(
  'not never no none nobody nothing nowhere neither nor without hardly barely scarcely nope zero 0',
);
const leads = set('under in on at by for from with after before during through since');
const pronouns = set('he she it they we you i there this that these those');
const openers = set('so but and wait lol hey um well ok okay btw because omg yo wasnt then');
// "Can't believe", "not only", "no doubt": they deny nothing.
const idle: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['not', set('sure surprising surprisingly')],
  ['no', set('doubt wonder matter idea joke kidding offense longer_ problem')],
  ['without', set('doubt question')],
  ['cant', set('believe wait help stop')],
  ['wont', set('stop')],
  ['doesnt', set('stop')],
  ['cannot', set('believe wait help')],
  ['dont', set('forget miss know care')],
  ['couldnt', set('agree help')],
  ['never', set('forget mind')],
]);

export function isDenial({ folded }: Word): boolean {
  return plainDenials.has(folded) || auxiliaries.has(folded);
}

/** True where a denying word denies nothing of what follows: in questions, tags, and ways of speaking. */
export function isPseudoNegation(list: WordList, at: number): boolean {
  const { words, endings } = list;
  const word = words[at];
  const next = words[at + 1];
  if (!word) return true;
  const endsSentence = !next || next.sentence !== word.sentence;
  // "…, no?", "… or not", "No, he did."
  if (endsSentence) return true;
  // "Pay nothing under the plan": what follows is where or when.
  if (/^no(?:thing|body)$/.test(word.folded) && leads.has(next.folded)) return true;
  if (word.folded === 'no' && next.clause !== word.clause) return true;
  // "The no. 1 show".
  if (word.folded === 'no' && /^\d/.test(next.folded)) return true;
  if (isSuperlative(words, at) || isAboutTelling(words, at) || isAskedWhetherTrue(words, at))
    return true;
  // "Not to mention"; "not to arrest" denies.
  if (word.folded === 'not' && next.folded === 'to')
    return /^(?:mention|worry|say)$/.test(words[at + 2]?.folded ?? '');
  if (idle.get(word.folded)?.has(next.folded)) return true;
  const before = words[at - 1];
  if (
    word.folded === 'not' &&
    before &&
    /^(?:if|why|or)$/.test(before.folded) &&
    before.sentence === word.sentence
  )
    return true;
  if (!auxiliaries.has(word.folded)) return false;
  // A tag: "…, didn't he?"
  const afterNext = words[at + 2];
  if (
    pronouns.has(next.folded) &&
    (!afterNext || afterNext.sentence !== word.sentence) &&
    !word.opens
  )
    return true;
  // "Didn't Krasner fire …?" asks whether he did; "Can't be trusted" leaves its subject out.
  const first = word.opens || (before?.sentence === word.sentence && openers.has(before.folded));
  if (!first) return false;
  if (
    /^(?:be|believe|wait|have|go|get|make|let|even|eat|drink|buy|use|take|open|do)$/.test(
      next.folded,
    )
  )
    return false;
  if (word.folded === 'dont') return endings[word.sentence] === '?';
  return true;
}

/** "No lake is deeper than …", "nobody bakes better bread than …": the most, not a denial. */
function isSuperlative(words: readonly Word[], at: number): boolean {
  if (!/^(?:no|nobody|none|nothing)$/.test(words[at]?.folded ?? '')) return false;
  if (words[at + 1]?.folded === 'longer') return false;
  const end = Math.min(words.length, at + 8);
  for (let index = at + 1; index < end && words[index]?.sentence === words[at]?.sentence; index++) {
    if (words[index]?.folded !== 'than') continue;
    const between = words.slice(at + 2, index);
    return between.some(({ folded }) => /^(?:more|less|better|worse)$|\w{2}er$/.test(folded));
  }
  return false;
}

const telling = set(
  'know knew tell told talk talking hear heard realize realise understand remember notice want',
);
const links = set('that if whether how why about this');

/** "Nobody told me that …", "they don't want you to know that …", "I can't tell if …": what follows is not denied. */
function isAboutTelling(words: readonly Word[], at: number): boolean {
  let tells = false;
  for (let index = at + 1; index <= at + 6; index++) {
    const word = words[index];
    if (!word || word.sentence !== words[at]?.sentence) return false;
    if (tells && links.has(word.folded)) return true;
    // "Never told the court that" denies; "never told us that" complains.
    if (/^t(?:ell|old)$/.test(word.folded) && !isHeard(words[index + 1])) return false;
    tells ||= telling.has(word.folded);
  }
  return false;
}

function isHeard(word: Word | undefined): boolean {
  const folded = word?.folded ?? '';
  return links.has(folded) || /^(?:you|us|me|people|anyone|anybody|everyone)$/.test(folded);
}

/** "Is it not true that …?" */
function isAskedWhetherTrue(words: readonly Word[], at: number): boolean {
  const [verb, subject] = words.slice(Math.max(0, at - 2), at);
  return verb?.opens === true && /^(?:is|was)$/.test(verb.folded) && subject?.folded === 'it';
}
