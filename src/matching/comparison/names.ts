import type { Difference } from '../matcher.ts';
import { type Alignment, align } from './alignment.ts';
import { isCased, type NameMention, namesOf, offices } from './name-mentions.ts';
import { areNested, placeNamed, placesOf } from './places.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isSpeaker } from './speaker.ts';
import { isMisspelling } from './spelling.ts';
import { spanText } from './words.ts';

/** Share of the claim's other content words that must be in the asker's text before another name counts as a replacement. */
const sharedForNames = 0.5;
const sharedForSlots = 0.6;

/** Somebody or somewhere else in the place of a name that the claim has and the asker's text lacks. */
export function compareNames(asked: Reading, claim: CheckedReading): Difference[] {
  const places = comparePlaces(asked, claim);
  return [...places, ...comparePersons(asked, claim, places.length > 0)];
}

function comparePlaces(asked: Reading, claim: CheckedReading): Difference[] {
  const checked = claim.all.flatMap((reading) =>
    placesOf(reading.words, isCased(reading)).map((mention) => ({ ...mention, reading })),
  );
  if (checked.length === 0) return [];
  const mentions = placesOf(asked.words, isCased(asked));
  const kept = (place: string) => mentions.some((mention) => areNested(mention.place, place));
  for (const mention of mentions) {
    if (checked.some((other) => areNested(other.place, mention.place))) continue;
    const dropped = checked.find((other) => !kept(other.place));
    if (!dropped) continue;
    return [
      {
        kind: 'place',
        asked: spanText(asked, mention.from, mention.to),
        checked: spanText(dropped.reading, dropped.from, dropped.to),
      },
    ];
  }
  return [];
}

function comparePersons(
  asked: Reading,
  claim: CheckedReading,
  placeDiffers: boolean,
): Difference[] {
  if (!isCased(claim.main)) return [];
  const names = namesOf(claim.main);
  const foreign = foreignNames(asked, claim);
  const askedPlaces = placesOf(asked.words, isCased(asked));
  for (const name of names) {
    const place = placeNamed(name.parts.join(' '));
    const isPlace = place !== undefined;
    if (isPlace && (placeDiffers || askedPlaces.some((other) => areNested(other.place, place)))) {
      continue;
    }
    const keptAt = asked.words.findIndex((word) =>
      name.parts.some((part) => isMisspelling(word.lower, part)),
    );
    if (keptAt >= 0) {
      const other = otherFirstName(asked, claim, name, keptAt);
      if (other !== undefined) {
        return [
          {
            kind: kindOf(claim.main, name, isPlace),
            asked: spanText(asked, other, keptAt),
            checked: spanText(claim.main, name.from, name.to),
          },
        ];
      }
      continue;
    }
    if (isAbbreviated(asked, name)) continue;
    const span = replacedByName(asked, claim, name, foreign) ?? replacedInSlot(asked, claim, name);
    if (span === undefined) continue;
    return [
      {
        kind: kindOf(claim.main, name, isPlace),
        asked: span,
        checked: spanText(claim.main, name.from, name.to),
      },
    ];
  }
  return [];
}

function kindOf(main: Reading, name: NameMention, isPlace: boolean): 'name' | 'place' | 'speaker' {
  if (isPlace) return 'place';
  return isSpeaker(main, name) ? 'speaker' : 'name';
}

/** Names of the asker's that no reading of the claim mentions. */
function foreignNames(asked: Reading, claim: CheckedReading): NameMention[] {
  if (!isCased(asked)) return [];
  return namesOf(asked).filter(
    ({ parts }) =>
      placeNamed(parts.join(' ')) === undefined && !parts.some((part) => isMentioned(part, claim)),
  );
}

function isMentioned(word: string, claim: CheckedReading): boolean {
  return claim.all.some((reading) =>
    reading.words.some((other) => isMisspelling(word, other.lower)),
  );
}

function replacedByName(
  asked: Reading,
  claim: CheckedReading,
  name: NameMention,
  foreign: readonly NameMention[],
): string | undefined {
  const rival = foreign[0];
  if (!rival || sharedShare(asked, claim.main, name) < sharedForNames) return undefined;
  return spanText(asked, rival.from, rival.to);
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
): string | undefined {
  for (const reading of claim.all) {
    const slot = slotOf(reading, name);
    if (!slot) continue;
    const alignment = align(asked, reading);
    const others = alignment.checked.filter((at) => at < slot.from || at > slot.to).length;
    if (others < 2 || alignment.length < sharedForSlots * others) continue;
    const gap = gapAt(alignment, slot);
    if (!gap || gap.length === 0 || gap.length > 3) continue;
    const unknown = gap.every((at) => {
      const lower = asked.words[at]?.lower ?? '';
      return /^\p{L}/u.test(lower) && !offices.has(lower) && !isMentioned(lower, claim);
    });
    const first = gap[0] ?? 0;
    const last = gap.at(-1) ?? first;
    if (unknown) return spanText(asked, first, last);
  }
  return undefined;
}

function slotOf(reading: Reading, name: NameMention): { from: number; to: number } | undefined {
  const isPart = (at: number) => name.parts.includes(reading.words[at]?.lower ?? '');
  const from = reading.words.findIndex((_, at) => isPart(at));
  if (from < 0) return undefined;
  let to = from;
  while (isPart(to + 1)) to++;
  return { from, to };
}

/** The asker's content words between the counterparts of the words next to the slot. */
function gapAt(alignment: Alignment, slot: { from: number; to: number }): number[] | undefined {
  const { asked, checked, counterpart } = alignment;
  const before = checked.findLastIndex((at) => at < slot.from);
  const after = checked.findIndex((at) => at > slot.to);
  const start = before < 0 ? -1 : counterpart[before];
  const end = after < 0 ? asked.length : counterpart[after];
  if (start === undefined || end === undefined) return undefined;
  if ((before >= 0 && start < 0) || (after >= 0 && end < 0)) return undefined;
  return asked.slice(start + 1, end);
}

/** "Seth Krasner" is not "Larry Krasner": the index of the other first name. */
function otherFirstName(
  asked: Reading,
  claim: CheckedReading,
  name: NameMention,
  keptAt: number,
): number | undefined {
  const surname = name.parts.at(-1);
  const kept = asked.words[keptAt];
  const before = asked.words[keptAt - 1];
  if (!surname || name.parts.length < 2 || !kept || !before || kept.lower !== surname)
    return undefined;
  if (!before.capital || before.text.length < 3 || before.opens !== asked.words[keptAt - 1]?.opens)
    return undefined;
  if (before.sentence !== kept.sentence || before.clause !== kept.clause || /'s$/.test(before.text))
    return undefined;
  if (!isCased(asked) || !namesOf(asked).some(({ from, to }) => from <= keptAt - 1 && keptAt <= to))
    return undefined;
  if (
    offices.has(before.lower) ||
    placeNamed(before.lower) !== undefined ||
    isMentioned(before.lower, claim)
  )
    return undefined;
  const first = name.parts[0] ?? '';
  return before.lower.slice(0, 3) === first.slice(0, 3) ? undefined : keptAt - 1;
}

/** "FBI" for "Federal Bureau of Investigation", and the other way round. */
function isAbbreviated(asked: Reading, name: NameMention): boolean {
  const initials = name.parts.map((part) => part[0]).join('');
  if (initials.length > 1 && asked.words.some((word) => word.lower === initials)) return true;
  const only = name.parts.length === 1 ? (name.parts[0] ?? '') : '';
  if (only.length < 2 || only.length > 5) return false;
  const letters = asked.words.map((word) => word.lower[0] ?? '').join('');
  return letters.includes(only);
}
