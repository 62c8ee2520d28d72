import { type Alignment, align } from './alignment.ts';
import type { Finding } from './finding.ts';
import { isNamePart, type NameMention, namesOf, offices } from './name-mentions.ts';
import { comparePlaces } from './place-comparison.ts';
import { areNested, placeNamed } from './places.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isSpeaker } from './speaker.ts';
import { isMisspelling } from './spelling.ts';

/** Share of the claim's other content that a text must have before another name counts as a replacement. */
const sharedForFullNames = 0.4;
const sharedForSingleNames = 0.6;
const sharedForSlots = 0.6;

/** Somebody or somewhere else in the place of a name that the claim has and the asker's text lacks. */
export function compareNames(asked: Reading, claim: CheckedReading): Finding[] {
  const places = comparePlaces(asked, claim);
  return [...places, ...compareNamed(asked, claim, places.length > 0)];
}

function compareNamed(asked: Reading, claim: CheckedReading, placeDiffers: boolean): Finding[] {
  const { main } = claim;
  const askedNames = asked.cased ? namesOf(asked) : [];
  const foreign = askedNames.filter((name) => {
    // A capital that opens a sentence proves nothing; the words around it may (`replacedInSlot`).
    const isOpener = name.from === name.to && asked.words[name.from]?.opens === true;
    return !isOpener && name.place === undefined && isForeign(name, claim);
  });
  for (const name of claim.names) {
    const { place } = name;
    if (place && (placeDiffers || asked.places.some((other) => areNested(other.place, place))))
      continue;
    const span = replacementOf(name, asked, claim, askedNames, foreign);
    if (!span) continue;
    const kind = place ? 'place' : isSpeaker(main, name) ? 'speaker' : 'name';
    return [
      {
        kind,
        asked: { reading: asked, ...span },
        checked: { reading: main, from: name.from, to: name.to },
      },
    ];
  }
  return [];
}

interface Words {
  readonly from: number;
  readonly to: number;
}

function replacementOf(
  name: NameMention,
  asked: Reading,
  claim: CheckedReading,
  askedNames: readonly NameMention[],
  foreign: readonly NameMention[],
): Words | undefined {
  const surname = name.parts.at(-1) ?? '';
  const surnameAt = asked.words.findIndex(({ folded }) => isSameName(folded, surname));
  if (surnameAt >= 0) return otherFirstName(name, surnameAt, claim, askedNames);
  if (asked.author.some((word) => isNamePart(word, surname))) return undefined;
  if (isKeptInPart(name, asked, foreign) || isAbbreviated(asked, name)) return undefined;
  const rival = foreign[0];
  const needed = name.parts.length > 1 ? sharedForFullNames : sharedForSingleNames;
  if (rival && sharedShare(asked, claim.main, name) >= needed) {
    return { from: rival.from, to: rival.to };
  }
  return replacedInSlot(asked, claim, name, asked.cased);
}

/** Another part of the name stands there, and not as a part of somebody else's name. */
function isKeptInPart(name: NameMention, asked: Reading, foreign: readonly NameMention[]): boolean {
  const parts = name.parts.length > 2 ? name.parts.slice(-2) : name.parts;
  return asked.words.some(({ folded }, at) => {
    if (!parts.some((part) => isSameName(folded, part))) return false;
    return !foreign.some(({ from, to }) => from <= at && at <= to);
  });
}

function isSameName(word: string, part: string): boolean {
  return isNamePart(word, part) || isMisspelling(word, part);
}

/** A name that the claim mentions nowhere; its last word decides. */
function isForeign({ parts }: NameMention, claim: CheckedReading): boolean {
  const last = parts.at(-1) ?? '';
  return placeNamed(parts.join(' ')) === undefined && !isMentioned(last, claim);
}

function isMentioned(word: string, claim: CheckedReading): boolean {
  return claim.all.some((reading) => reading.words.some(({ folded }) => isSameName(word, folded)));
}

/** How much of the claim's content apart from the name is in the asker's text. */
function sharedShare(asked: Reading, main: Reading, name: NameMention): number {
  let shared = 0;
  let total = 0;
  for (const [at, word] of main.words.entries()) {
    if (!main.isContent[at] || (at >= name.from && at <= name.to)) continue;
    total++;
    if (asked.stems.has(word.stem)) shared++;
  }
  return total === 0 ? 0 : shared / total;
}

/**
 * Where capitals don't help: the words around the name correspond, and in its place stand words that the claim doesn't
 * know.
 */
function replacedInSlot(
  asked: Reading,
  claim: CheckedReading,
  name: NameMention,
  cased: boolean,
): Words | undefined {
  for (const reading of claim.all) {
    const slot = slotOf(reading, name);
    if (!slot) continue;
    const alignment = align(asked, reading);
    const others = alignment.checked.filter((at) => at < slot.from || at > slot.to).length;
    if (others === 0 || alignment.length < sharedForSlots * others) continue;
    const gap = gapAt(alignment, slot)?.filter((at) => !offices.has(asked.words[at]?.folded ?? ''));
    const first = gap?.[0];
    const last = gap?.at(-1);
    if (!gap || first === undefined || last === undefined || gap.length > 3) continue;
    // With a single other word in common, only a gap of the same size is a replacement.
    if (others < 2 && gap.length !== name.parts.length) continue;
    if (cased && !gap.some((at) => asked.words[at]?.capital)) continue;
    const unknown = gap.every((at) => {
      const folded = asked.words[at]?.folded ?? '';
      return (
        /^\p{L}/u.test(folded) && !/\w{3}(?:ing|ed|ly)$/.test(folded) && !isMentioned(folded, claim)
      );
    });
    if (unknown) return { from: first, to: last };
  }
  return undefined;
}

function slotOf(reading: Reading, name: NameMention): Words | undefined {
  const isPart = (at: number) => name.parts.includes(reading.words[at]?.folded ?? '');
  let from = reading.words.findIndex((_, at) => isPart(at));
  if (from < 0) return undefined;
  let to = from;
  while (isPart(to + 1)) to++;
  // "Pope Francis": the office goes with the name.
  while (offices.has(reading.words[from - 1]?.folded ?? '')) from--;
  return { from, to };
}

/** The asker's content words between the counterparts of the words next to the slot. */
function gapAt({ asked, checked, counterpart }: Alignment, slot: Words): number[] | undefined {
  const before = checked.findLastIndex((at) => at < slot.from);
  const after = checked.findIndex((at) => at > slot.to);
  const start = before < 0 ? -1 : counterpart[before];
  const end = after < 0 ? asked.length : counterpart[after];
  if (start === undefined || end === undefined) return undefined;
  if ((before >= 0 && start < 0) || (after >= 0 && end < 0)) return undefined;
  return asked.slice(start + 1, end);
}

/** "Seth Krasner" is not "Larry Krasner": the surname is kept with a first name that the claim doesn't know. */
function otherFirstName(
  name: NameMention,
  surnameAt: number,
  claim: CheckedReading,
  askedNames: readonly NameMention[],
): Words | undefined {
  const own = askedNames.find(({ from, to }) => from < surnameAt && to === surnameAt);
  const first = own?.parts.at(-2);
  if (!own || !first || name.parts.length < 2 || first.length < 3) return undefined;
  const known = name.parts[0] ?? '';
  if (known.length < 3 || first.slice(0, 3) === known.slice(0, 3) || isMentioned(first, claim))
    return undefined;
  return placeNamed(first) === undefined ? { from: own.from, to: own.to } : undefined;
}

/** "FBI" for "Federal Bureau of Investigation", and the other way round. */
function isAbbreviated(asked: Reading, name: NameMention): boolean {
  const initials = name.parts.map((part) => part[0]).join('');
  if (initials.length > 1 && asked.words.some(({ folded }) => folded === initials)) return true;
  const only = name.parts.length === 1 ? (name.parts[0] ?? '') : '';
  if (only.length < 2 || only.length > 5) return false;
  const letters = asked.words.map(({ folded }) => folded[0] ?? '').join('');
  return letters.includes(only);
}
