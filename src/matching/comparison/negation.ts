import type { Difference } from '../matcher.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { spanText, type Word } from './words.ts';

/**
 * A statement and its denial share all their words. Each shared word is denied or not on either side; a denial whose
 * words the claim affirms everywhere, or affirmed words that the claim denies everywhere, are a difference.
 */
export function compareNegation(asked: Reading, claim: CheckedReading): Difference[] {
  const claimed = polaritiesOf(claim.all);
  return [...deniedByAsker(asked, claim, claimed), ...deniedByClaim(asked, claim, claimed)].slice(
    0,
    1,
  );
}

/** For each stem of the claim, whether some reading affirms it and whether some reading denies it. */
interface Stance {
  readonly affirmed: boolean;
  readonly denied: boolean;
}

function polaritiesOf(readings: readonly Reading[]): ReadonlyMap<string, Stance> {
  const stances = new Map<string, Stance>();
  for (const { words, polarity } of readings) {
    for (const [at, word] of words.entries()) {
      const stance = stances.get(word.stem) ?? { affirmed: false, denied: false };
      const denied = polarity.parity[at] === 1;
      const either = polarity.ending[at] === true;
      stances.set(word.stem, {
        affirmed: stance.affirmed || !denied || either,
        denied: stance.denied || denied || either,
      });
    }
  }
  return stances;
}

function deniedByAsker(
  asked: Reading,
  claim: CheckedReading,
  claimed: ReadonlyMap<string, Stance>,
): Difference[] {
  for (const { from, to, scope } of asked.polarity.denials) {
    const shared = scope.filter(
      (at) => asked.polarity.parity[at] === 1 && claimed.has(stemAt(asked, at)),
    );
    const against = shared.filter(
      (at) => !claimed.get(stemAt(asked, at))?.denied && !asked.polarity.ending[at],
    );
    if (against.length === 0 || against.length * 2 < shared.length) continue;
    const last = Math.max(to, Math.min(...against));
    return [
      {
        kind: 'negation',
        asked: spanText(asked, from, last),
        checked: spanOfStem(claim.main, stemAt(asked, Math.min(...against))),
      },
    ];
  }
  return [];
}

function deniedByClaim(
  asked: Reading,
  claim: CheckedReading,
  claimed: ReadonlyMap<string, Stance>,
): Difference[] {
  const { main } = claim;
  for (const { from, to, scope } of main.polarity.denials) {
    const denied = scope.filter((at) => main.polarity.parity[at] === 1);
    const focus = denied[0];
    if (focus === undefined || claimed.get(stemAt(main, focus))?.affirmed) continue;
    const said = denied.filter((at) => asked.stems.has(stemAt(main, at)));
    if (said[0] !== focus || said.length * 2 < denied.length) continue;
    const affirmed = asked.words.findIndex(
      (word, at) =>
        word.stem === stemAt(main, focus) &&
        asked.polarity.parity[at] === 0 &&
        !asked.polarity.ending[at],
    );
    if (affirmed < 0) continue;
    return [
      {
        kind: 'negation',
        asked: spanText(asked, affirmed, affirmed),
        checked: spanText(main, from, Math.max(to, focus)),
      },
    ];
  }
  return [];
}

function stemAt({ words }: { words: readonly Word[] }, at: number): string {
  return words[at]?.stem ?? '';
}

function spanOfStem(reading: Reading, stem: string): string {
  const at = reading.words.findIndex((word) => word.stem === stem);
  return spanText(reading, at, at);
}
