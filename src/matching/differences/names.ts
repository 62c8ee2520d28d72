import type { Finding } from './finding.ts';
import { functionWords } from './function-words.ts';
import { type NameMention, namesOf } from './name-mentions.ts';
import { replacedInSlot, type WordRange } from './name-slots.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isMentioned, isSameName } from './same-name.ts';

/** Somebody or somewhere else in the place of a name that the claim has and the asker's text lacks. */
export function compareNames(asked: Reading, claim: CheckedReading): Finding[] {
  const { main } = claim;
  const askedNames = asked.cased ? namesOf(asked.words) : [];
  const foreign = askedNames.filter((name) => {
    // A capital that opens a sentence proves nothing; the words around it may (`replacedInSlot`).
    const isOpener = name.from === name.to && asked.words[name.from]?.opens === true;
    const shouts =
      name.from === name.to && /^\p{Lu}{2,}$/u.test(asked.words[name.from]?.text ?? '');
    return !isOpener && !shouts && isForeign(name, claim);
  });
  for (const name of claim.names) {
    const span = replacementOf(name, asked, claim, askedNames, foreign);
    if (!span) continue;
    return [
      {
        kind: 'name',
        asked: { reading: asked, ...span },
        checked: { reading: main, from: name.from, to: name.to },
      },
    ];
  }
  return [];
}

function replacementOf(
  name: NameMention,
  asked: Reading,
  claim: CheckedReading,
  askedNames: readonly NameMention[],
  foreign: readonly NameMention[],
): WordRange | undefined {
  const surname = name.parts.at(-1) ?? '';
  const surnameAt = asked.words.findIndex(({ folded }) => isSameName(folded, surname));
  if (surnameAt >= 0) return otherFirstName(name, surnameAt, asked, claim, askedNames);
  if (asked.author.some((word) => isSameName(word, surname))) return undefined;
  if (isKeptInPart(name, asked, foreign) || isAbbreviated(asked, name)) return undefined;
  const [rival] = foreign;
  return rival ? { from: rival.from, to: rival.to } : replacedInSlot(asked, claim, name);
}

/** Another part of the name stands there, and not as a part of somebody else's name. */
function isKeptInPart(name: NameMention, asked: Reading, foreign: readonly NameMention[]): boolean {
  const parts = name.parts.length > 2 ? name.parts.slice(-2) : name.parts;
  return asked.words.some(({ folded }, at) => {
    if (!parts.some((part) => isSameName(folded, part))) return false;
    return !foreign.some(({ from, to }) => from <= at && at <= to);
  });
}

/** A name that the claim mentions nowhere; its last word decides. */
function isForeign({ parts }: NameMention, claim: CheckedReading): boolean {
  return !isMentioned(parts.at(-1) ?? '', claim);
}

/** "Seth Krasner" is not "Larry Krasner": the surname is kept with a first name that the claim doesn't know. */
function otherFirstName(
  name: NameMention,
  surnameAt: number,
  asked: Reading,
  claim: CheckedReading,
  askedNames: readonly NameMention[],
): WordRange | undefined {
  const own = askedNames.find(
    ({ from, to, parts }) =>
      from < surnameAt && surnameAt <= to && parts.at(-1) === asked.words[surnameAt]?.folded,
  );
  const first = own?.parts.at(-2);
  if (!own || !first || name.parts.length < 2 || first.length < 3) return undefined;
  const known = name.parts[0] ?? '';
  if (known.length < 3 || first.slice(0, 2) === known.slice(0, 2) || isMentioned(first, claim))
    return undefined;
  return { from: own.from, to: own.to };
}

/** "FBI" for "Federal Bureau of Investigation", and the other way round; "NZ Super" for "New Zealand Superannuation". */
function isAbbreviated(asked: Reading, name: NameMention): boolean {
  const last = name.parts.at(-1) ?? '';
  if (asked.words.some(({ folded }) => folded.length > 3 && last.startsWith(folded))) return true;
  const initials = name.parts.map((part) => part[0]).join('');
  if (initials.length > 1 && asked.words.some(({ folded }) => folded === initials)) return true;
  const only = name.parts.length === 1 ? (name.parts[0] ?? '') : '';
  if (only.length < 2 || only.length > 5) return false;
  const spelledOut = asked.words.filter(({ folded }) => !functionWords.has(folded));
  const letters = spelledOut.map(({ folded }) => folded[0] ?? '').join('');
  return letters.includes(only);
}
