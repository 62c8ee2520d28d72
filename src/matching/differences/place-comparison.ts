import type { Finding, Span } from './finding.ts';
import { areNested, demonymsOf, depthOf, placeOfDemonym } from './gazetteer.ts';
import type { CheckedReading, Reading } from './reading.ts';

interface Placed {
  readonly place: string;
  readonly span: Span;
  /** Said by a name of its people or things. */
  readonly byDemonym: boolean;
}

/**
 * Another known place where the claim has its own. A city for its state, or the other way round, is only more or less
 * exact; "Tucson, Tennessee" for "Tucson, Arizona" is not.
 */
export function comparePlaces(asked: Reading, claim: CheckedReading): Finding[] {
  const mentions = placedIn(asked);
  if (mentions.length === 0) return [];
  const checked = claim.all.flatMap(placedIn);
  const has = (list: readonly Placed[], place: string) =>
    list.some((other) => other.place === place);
  const near = (list: readonly Placed[], place: string) =>
    list.some((other) => areNested(other.place, place));
  for (const { place, span, byDemonym } of mentions) {
    if (has(checked, place) || isMeantByDemonym(place, claim)) continue;
    const dropped = checked.find((other) => {
      // "Texas" doesn't stand in the place of a "Russian shirt".
      if (other.byDemonym && !byDemonym) return false;
      if (has(mentions, other.place) || areNested(place, other.place)) return false;
      if (depthOf(place) === depthOf(other.place)) return true;
      return !near(mentions, other.place) && !near(checked, place);
    });
    if (dropped) return [{ kind: 'place', asked: span, checked: dropped.span }];
  }
  return [];
}

/** "Mexican authorities" states Mexico. */
function isMeantByDemonym(place: string, { spellings }: CheckedReading): boolean {
  return demonymsOf(place).some(
    (demonym) => spellings.has(demonym) || spellings.has(`${demonym}s`),
  );
}

/** Places by name, then by what their people and things are called. */
function placedIn(reading: Reading): Placed[] {
  const named = reading.places.map(({ place, from, to }) => ({
    place,
    span: { reading, from, to },
    byDemonym: false,
  }));
  const meant = reading.words.flatMap(({ folded }, at) => {
    const place = placeOfDemonym(folded);
    return place === undefined
      ? []
      : [{ place, span: { reading, from: at, to: at }, byDemonym: true }];
  });
  return [...named, ...meant];
}
