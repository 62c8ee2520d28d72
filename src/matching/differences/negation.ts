import { neededShare } from './closeness.ts';
import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';

/**
 * A statement and its denial share all their words. Each shared word is denied or not on either side; a denial of what
 * the claim affirms everywhere, or an affirmation of what it denies everywhere, is a difference.
 */
export function compareNegation(asked: Reading, claim: CheckedReading): Finding[] {
  const nobodyDenies =
    asked.polarity.denials.length === 0 && claim.main.polarity.denials.length === 0;
  if (nobodyDenies) return [];
  const stances = stancesOf(claim);
  const finding = deniedByAsker(asked, claim, stances) ?? deniedByClaim(asked, claim, stances);
  return finding ? [finding] : [];
}

/** Whether some reading affirms a stem and whether some reading denies it. */
interface Stance {
  affirmed: boolean;
  denied: boolean;
}

type Stances = ReadonlyMap<string, Stance>;

function stancesOf({ main, wordings, headings }: CheckedReading): Stances {
  const stances = new Map<string, Stance>();
  const add = (reading: Reading, counts: (denied: boolean) => boolean) => {
    const { words, polarity } = reading;
    for (const [at, { stem }] of words.entries()) {
      const denied = polarity.parity[at] === 1;
      const either = polarity.ending[at] === true;
      if (!counts(denied)) continue;
      const stance = stances.get(stem) ?? { affirmed: false, denied: false };
      stance.affirmed ||= !denied || either;
      stance.denied ||= denied || either;
      stances.set(stem, stance);
    }
  };
  add(main, () => true);
  for (const wording of wordings) add(wording, () => true);
  // A heading may give the verdict ("No, …", "Photo does not show …"): its denials are not the claim's.
  for (const heading of headings) add(heading, (denied) => !denied);
  return stances;
}

/** The nearest word on which the claim takes one side decides. */
function deniedByAsker(
  asked: Reading,
  { main, names, spellings }: CheckedReading,
  stances: Stances,
): Finding | undefined {
  for (const { from, to, scope } of asked.polarity.denials) {
    if (isPrefixed(asked.words[scope[0] ?? -1]?.folded, spellings)) continue;
    const decisive = decisiveIn(scope, asked, names, stances);
    if (decisive === undefined || asked.polarity.parity[decisive] !== 1) continue;
    // What is denied must be what the claim is about: "nobody said the president is dead" only names the same man.
    const known = scope.filter((at) => stances.has(stemAt(asked, at)));
    if (known.length < neededShare * scope.length) continue;
    // The claim denies most of it as well, only from another word on.
    const alike = known.filter(
      (at) => asked.polarity.parity[at] === 1 && denies(main, stemAt(asked, at)),
    );
    if (alike.length * 2 >= known.length) continue;
    const stem = stemAt(asked, decisive);
    if (stances.get(stem)?.denied) continue;
    const at = main.words.findIndex((word) => word.stem === stem);
    return {
      kind: 'negation',
      asked: { reading: asked, from: Math.min(from, decisive), to: Math.max(to, decisive) },
      checked: at < 0 ? undefined : { reading: main, from: at, to: at },
    };
  }
  return undefined;
}

/** "Not fair" is "unfair". */
function isPrefixed(denied: string | undefined, spellings: ReadonlySet<string>): boolean {
  return ['un', 'in', 'im', 'il', 'ir', 'dis'].some((prefix) =>
    spellings.has(`${prefix}${denied}`),
  );
}

function denies({ words, polarity }: Reading, stem: string): boolean {
  return words.some((word, at) => word.stem === stem && polarity.parity[at] === 1);
}

function decisiveIn(
  scope: readonly number[],
  asked: Reading,
  names: CheckedReading['names'],
  stances: Stances,
): number | undefined {
  let heardBoth = false;
  for (const at of scope) {
    const stance = stances.get(stemAt(asked, at));
    if (!stance || asked.polarity.ending[at]) continue;
    const isName = names.some(({ parts }) => parts.includes(asked.words[at]?.folded ?? ''));
    if (stance.affirmed !== stance.denied && !(heardBoth && isName)) return at;
    // "No cash bail under Krasner": the claim says both "ended cash bail" and "no bail", and of course "Krasner".
    heardBoth = true;
  }
  return undefined;
}

function deniedByClaim(
  asked: Reading,
  { main }: CheckedReading,
  stances: Stances,
): Finding | undefined {
  for (const { from, to, scope } of main.polarity.denials) {
    const denied = scope.filter((at) => main.polarity.parity[at] === 1);
    const focus = denied[0];
    if (focus === undefined || stances.get(stemAt(main, focus))?.affirmed) continue;
    const said = denied.filter((at) => asked.stems.has(stemAt(main, at)));
    if (said[0] !== focus || said.length * 2 < denied.length) continue;
    const isDenied = (word: { readonly stem: string }, at: number) =>
      asked.polarity.parity[at] === 1 && said.some((other) => stemAt(main, other) === word.stem);
    if (asked.words.some(isDenied)) continue;
    const affirmed = asked.words.findIndex(
      (word, at) => word.stem === stemAt(main, focus) && !asked.polarity.ending[at],
    );
    if (affirmed < 0) continue;
    return {
      kind: 'negation',
      asked: { reading: asked, from: affirmed, to: affirmed },
      checked: { reading: main, from: Math.min(from, focus), to: Math.max(to, focus) },
    };
  }
  return undefined;
}

function stemAt({ words }: Reading, at: number): string {
  return words[at]?.stem ?? '';
}
