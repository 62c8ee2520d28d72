/** What was made of a list at an earlier time. */
export interface Earlier<Made> {
  readonly made: Made;
  /** Where an entry of the list stood then; undefined for one that is not as it was. */
  placeOf(place: number): number | undefined;
}

/** Whether a list has the length that it had, and every entry is as it was, where it was. */
export function isAsItWas(
  length: number,
  lengthBefore: number,
  placeOf: (place: number) => number | undefined,
): boolean {
  if (length !== lengthBefore) return false;
  for (let place = 0; place < length; place += 1) if (placeOf(place) !== place) return false;
  return true;
}

/** What is done with the entries of a list, in their order. */
interface EachRun {
  /** Takes entries, as many as `count`, that followed each other from `before` on and do so again. */
  takeOver(before: number, count: number, place: number): void;
  make(place: number): void;
}

/**
 * Goes over a list of which most may be as it was, in pieces: what is to be taken over is copied some thousand entries at once.
 * @param onEntry called after each
 */
export function eachRun(
  length: number,
  placeOf: (place: number) => number | undefined,
  { takeOver, make }: EachRun,
  onEntry: () => void = () => {},
): void {
  for (let place = 0; place < length; ) {
    const start = place;
    const before = placeOf(start);
    place += 1;
    if (before === undefined) make(start);
    else {
      while (place < length && placeOf(place) === before + place - start) place += 1;
      takeOver(before, place - start, start);
    }
    for (let entry = start; entry < place; entry += 1) onEntry();
  }
}
