import { askingWords, functionWords } from './function-words.ts';
import type { Reading } from './reading.ts';
import type { Word } from './words.ts';

/** A run of capitalised words that names somebody or something, first and last word included. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** The words that carry the name, without titles and linking words. */
  readonly parts: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles and offices stand beside a name or instead of it; they are not the name. */
export const offices =
  set(`mr mrs ms miss dr sir lady lord president vice mayor governor gov senator sen rep representative
  congressman congresswoman congress judge justice da ada district attorney general secretary minister prime chancellor king
  queen prince princess pope bishop reverend rev pastor professor prof captain sheriff chief officer detective police sgt lt col
  coach ceo chairman chairwoman candidate leader former ex actor actress singer rapper comedian journalist reporter author
  billionaire director spokesman spokeswoman administration government department office officials official prosecutor
  prosecutors lawyer lawyers attorneys city state country county company firm team party federal us u.s american staff`);
const linking = set('of the de la le el al bin ibn van von der den di da do dos du and &');
const calendar =
  set(`january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun christmas easter
  halloween thanksgiving am pm et est gmt utc i`);
// Words that open a sentence without being names.
const commonOpeners =
  set(`photograph photographs image images picture pictures article study research scientists experts doctors
  people students parents women men children kids police officials lawmakers news report reports social media users posts
  messages message letter list law bill new old two three four five six seven eight nine ten several many thousands millions
  today yesterday tomorrow now then once urgent alert warning important attention dear please share forward stop help
  fact-check rumor according sources source in on at`);

/** True where capitals tell names from other words: not in lower case, headlines or shouting. */
export function isCased({ words }: { readonly words: readonly Word[] }): boolean {
  let capital = 0;
  let lower = 0;
  for (const word of words) {
    if (word.tagged || word.opens || word.text.length < 3 || !/^\p{L}/u.test(word.text)) continue;
    if (functionWords.has(word.lower)) continue;
    if (word.capital) capital++;
    else lower++;
  }
  return lower > 0 && capital <= 2 * lower;
}

/** The names that capitals show; call it for cased texts only. */
export function namesOf({ words }: Reading): NameMention[] {
  const found: NameMention[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!startsName(words, at)) continue;
    const to = endOfName(words, at);
    const parts = words
      .slice(at, to + 1)
      .map((word) => word.lower)
      .filter((word) => !offices.has(word) && !linking.has(word) && !calendar.has(word));
    if (parts.length > 0) found.push({ from: at, to, parts });
    at = to;
  }
  return found;
}

function startsName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !isNameWord(word)) return false;
  if (!word.opens) return true;
  if (commonOpeners.has(word.lower) || /(?:ing|ed|ly)$/.test(word.lower)) return false;
  const next = words[at + 1];
  if (next && next.sentence === word.sentence && next.clause === word.clause && isNameWord(next))
    return true;
  // One word alone opens the sentence: a name if a verb follows, unless it looks like a plural.
  if (word.lower.endsWith('s') && !/'s$/.test(word.text)) return false;
  return (
    /'s$/.test(word.text) ||
    /^(?:said|says|say|is|was|has|had|will|would|did|does|can|could|gave|put|told)$|(?:[^s]s|ed)$/.test(
      next?.lower ?? '',
    )
  );
}

function endOfName(words: readonly Word[], from: number): number {
  let to = from;
  for (let at = from + 1; at < words.length && at < from + 8; at++) {
    const word = words[at];
    const previous = words[at - 1];
    if (
      !word ||
      !previous ||
      word.sentence !== previous.sentence ||
      word.clause !== previous.clause
    )
      break;
    // "Krasner's Philadelphia": the possessive ends a name.
    if (to === at - 1 && /'s$/.test(previous.text)) break;
    if (isNameWord(word)) to = at;
    else if (!linking.has(word.lower) || word.lower === 'and' || at - to > 2) break;
  }
  return to;
}

function isNameWord(word: Word): boolean {
  if (!word.capital || word.tagged || calendar.has(word.lower)) return false;
  if (word.text.length < 2) return false;
  return !functionWords.has(word.lower) && !askingWords.has(word.lower);
}
