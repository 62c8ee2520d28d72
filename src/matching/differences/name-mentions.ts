import { irregularForms } from '../text/irregular-forms.ts';
import { askingWords, functionWords } from './function-words.ts';
import type { Word } from './words.ts';

/** A run of capitalised words that names somebody or something, first and last word included. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** Lower-case words of the name without linking words; the last one is the surname of a person. */
  readonly parts: readonly string[];
}

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Titles, offices and occupations stand beside a name or instead of it; they are not the name. */
export const offices =
  set(`mr mrs ms miss dr sir lady lord first former ex then late acting president vice mayor governor gov senator
  sen rep representative congressman congresswoman congress judge justice da ada district attorney general secretary minister
  minster prime chancellor king queen prince princess pope bishop reverend rev pastor professor prof captain sheriff chief
  officer detective police sgt lt col colonel major sergeant lieutenant corporal coach ceo cfo chairman chairwoman chair speaker
  majority minority leader whip candidate nominee hopeful contender special counsel ambassador commissioner councilman
  councilwoman alderman actor actress singer rapper comedian comic musician songwriter drummer guitarist wrestler boxer golfer
  quarterback footballer athlete swimmer gymnast astronaut physicist economist scientist philosopher historian chef model
  journalist reporter anchor host author writer novelist poet director producer filmmaker billionaire millionaire tycoon investor
  founder co-founder entrepreneur businessman businesswoman activist lawyer lawyers attorneys prosecutor prosecutors spokesman
  spokeswoman administration government department office official officials city state country county company firm team party
  federal us american british canadian french german russian chinese japanese indian australian mexican brazilian italian
  republican republicans democrat democrats democratic gop islamic muslim christian jewish catholic father mother
  brother sister son daughter wife husband doctor nurse teacher student man woman boy girl baby teen staff
  lake mount mt mountain river sea bay cape fort port island valley street avenue bridge tower university college hospital church`);
const linking = set('of the de la le el al bin ibn van von der den di da do dos du and & jr sr');
const calendar =
  set(`january february march april may june july august september october november december jan feb mar apr jun jul
  aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun christmas easter
  halloween thanksgiving am pm et est gmt utc i lets let`);
// Words that open a sentence without being names.
export const commonOpeners =
  set(`photograph photographs image images picture pictures article study research scientists experts doctors
  people students parents women men children kids police officials lawmakers news report reports social media users posts
  messages message letter list law bill new old two three four five six seven eight nine ten eleven twelve several many
  thousands millions today yesterday tomorrow now then once urgent alert warning important attention dear please share forward
  stop help rumor according sources source footage clip screenshot advertisement police protesters voters workers`);
const verbsAfterName =
  /^(?:said|says|say|is|was|has|had|will|would|did|does|can|could|gave|put|told|hasnt|hadnt|didnt|doesnt|isnt|wasnt|wont|wouldnt|cant|couldnt)$|(?:[^s]s|ed)$/;

// What headlines write small.
const smallInHeadlines = set(
  'a an the and or but nor for of in on at by to from with as vs via than over into',
);

/** True where capitals tell names from other words: not in lower case, headlines or shouting. */
export function isCased(words: readonly Word[]): boolean {
  return words.some(({ capital, tagged }) => capital && !tagged) && words.some(isSmall);
}

/** Written small where a headline would write it big. */
function isSmall({ capital, folded, text, tagged, opens }: Word): boolean {
  if (capital) return false;
  if (functionWords.has(folded)) return !smallInHeadlines.has(folded);
  return !tagged && !opens && /^\p{L}/u.test(text);
}

/** The names that capitals show; call it for cased texts only. */
export function namesOf(words: readonly Word[]): NameMention[] {
  const found: NameMention[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!startsName(words, at)) continue;
    const to = endOfName(words, at);
    const parts = words
      .slice(at, to + 1)
      .map((word) => word.folded)
      .filter((word) => !linking.has(word) && !calendar.has(word));
    if (parts.length > 0) found.push({ from: at, to, parts });
    at = to;
  }
  return found;
}

function startsName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !isNameWord(word) || offices.has(word.folded)) return false;
  if (!word.opens) return true;
  if (commonOpeners.has(word.folded) || /\w{3}(?:ing|ed|ly)$/.test(word.folded)) return false;
  const next = words[at + 1];
  if (next && isTogether(word, next) && isNameWord(next)) return true;
  // "Rossel and Brell signed …": the second word is no opener.
  if (next?.folded === 'and' && isNameWord(words[at + 2])) return true;
  // One word alone opens the sentence: a name if a verb follows, unless it looks like a plural.
  if (word.possessive) return true;
  const after = next?.folded ?? '';
  return (
    !/[^aius]s$/.test(word.folded) && (verbsAfterName.test(after) || irregularForms.has(after))
  );
}

function endOfName(words: readonly Word[], from: number): number {
  let to = from;
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at];
    const previous = words[at - 1];
    if (!word || !previous || !isTogether(previous, word)) break;
    // "Krasner's Philadelphia": the possessive ends a name.
    if (to === at - 1 && previous.possessive) break;
    if (offices.has(word.folded)) break;
    if (isNameWord(word)) to = at;
    else if (!linking.has(word.folded) || word.folded === 'and' || word.folded === 'of') break;
  }
  return to;
}

function isTogether(a: Word, b: Word): boolean {
  return a.sentence === b.sentence && a.clause === b.clause && a.quoted === b.quoted;
}

function isNameWord(word: Word | undefined): boolean {
  if (!word?.capital || word.tagged || calendar.has(word.folded) || word.text.length < 2)
    return false;
  return !functionWords.has(word.folded) && !askingWords.has(word.folded);
}
