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
  // "The no. 1 show".
  if (word.folded === 'no' && /^\d/.test(next.folded)) return true;
  if (isSuperlative(words, at)) return true;
  if (!auxiliaries.has(word.folded) || !word.opens) return false;
  // "Didn't Krasner fire …?" asks whether he did; "Can't be trusted" leaves its subject out.
  if (word.folded === 'dont') return endings[word.sentence] === '?';
  return true;
}

/** "No lake is deeper than …", "nobody bakes better bread than …": the most, not a denial. */
function isSuperlative(words: readonly Word[], at: number): boolean {
  if (!/^(?:no|nobody|none|nothing)$/.test(words[at]?.folded ?? '')) return false;
  if (words[at + 1]?.folded === 'longer') return false;
  for (let index = at + 1; words[index]?.sentence === words[at]?.sentence; index++) {
    if (words[index]?.folded !== 'than') continue;
    const between = words.slice(at + 2, index);
    return between.some(({ folded }) => /^(?:more|less|better|worse)$|\w{2}er$/.test(folded));
  }
  return false;
}
