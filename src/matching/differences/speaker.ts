import type { WordRange } from './name-slots.ts';
import type { Reading } from './reading.ts';

const speechVerbs = new Set(
  `say tell claim stat announc declar tweet write speak ask admit argu deny call promis vow warn suggest propos ad quot insist
  describ post comment not explain reply respond pledg threaten accus admonish remark mention report boast compar`.split(
    /\s+/,
  ),
);

export function isSpeechVerb(stem: string): boolean {
  return speechVerbs.has(stem);
}

/** True when the text has the named person say or write something: "X said …", "according to X", "— X" after a quotation. */
export function isSpeaker({ words, text }: Reading, name: WordRange): boolean {
  if (speechAfter({ words }, name.to) !== undefined) return true;
  const before = words[name.from - 1];
  if (before?.folded === 'to' && words[name.from - 2]?.folded === 'according') return true;
  const first = words[name.from];
  return (
    first !== undefined &&
    /["”']\s*[-—–]+\s*$/.test(text.slice(Math.max(0, first.start - 5), first.start))
  );
}

/** Whether a name may be who says a text: its speaker, in its first sentence, or named beside a quotation. */
export function maySpeak(reading: Reading, name: WordRange): boolean {
  const isFirst = reading.words[name.from]?.sentence === 0;
  return isFirst || isSpeaker(reading, name) || /["“]/.test(reading.text);
}

/** Where a verb of saying stands shortly after a name that ends at a word. */
function speechAfter({ words }: Pick<Reading, 'words'>, name: number): number | undefined {
  for (let at = name + 1; at <= name + 3; at++) {
    const word = words[at];
    if (!word || word.sentence !== words[name]?.sentence) return undefined;
    if (speechVerbs.has(word.stem)) return at;
  }
  return undefined;
}
