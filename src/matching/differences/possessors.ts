import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { stemOf } from './stem.ts';

/** Persons who are named by whose they are. */
const people: ReadonlySet<string> = new Set(
  `accuser lawyer attorney wife husband son daughter father mother brother sister nephew niece uncle aunt cousin aide adviser advisor
  spokesman staffer doctor nurse friend driver bodyguard opponent rival predecessor successor critic supporter nominee appointee
  ex-wife girlfriend boyfriend fiancee secretary deputy campaign manager donor company firm charity party`
    .split(/\s+/)
    .map(stemOf),
);

/** "Tolla was arrested" where the claim has "Tolla's lawyer was arrested", and the reverse. */
export function comparePossessors(asked: Reading, claim: CheckedReading): Finding[] {
  const owned = ownedIn(claim.main);
  if (owned && !isSpokenOf(owned.person, asked)) {
    const at = asked.words.findIndex(({ folded }) => folded === owned.owner);
    const acts =
      at >= 0 &&
      asked.words[at]?.possessive === false &&
      followsBoth(asked, at, claim.main, owned.to);
    const span = { reading: asked, from: at, to: at };
    if (acts && !claim.all.some((reading) => ownsNobody(reading, owned.owner)))
      return [
        {
          kind: 'name',
          asked: span,
          checked: { reading: claim.main, from: owned.from, to: owned.to },
        },
      ];
  }
  const added = ownedIn(asked);
  if (!added || claim.mentioned.has(added.person)) return [];
  const at = claim.main.words.findIndex(({ folded }) => folded === added.owner);
  if (at < 0 || !followsBoth(claim.main, at, asked, added.to)) return [];
  return [
    {
      kind: 'name',
      asked: { reading: asked, from: added.from, to: added.to },
      checked: { reading: claim.main, from: at, to: at },
    },
  ];
}

/** "Tolla's lawyer": the first person of a text that is named by an owner. */
function ownedIn({ words }: Reading) {
  const from = words.findIndex(
    ({ possessive }, at) => possessive && people.has(words[at + 1]?.stem ?? ''),
  );
  const owner = words[from]?.folded.replace(/s$/, '');
  const person = words[from + 1]?.stem;
  return owner === undefined || person === undefined
    ? undefined
    : { owner, person, from, to: from + 1 };
}

function isSpokenOf(person: string, { words }: Reading): boolean {
  // "The woman who accused him" is his accuser.
  const root = person.slice(0, 5);
  return words.some(({ stem }) => stem.startsWith(root));
}

/** A reading that has the owner act: then both are stated. */
function ownsNobody({ words }: Reading, owner: string): boolean {
  return words.some(({ folded, possessive }) => folded === owner && !possessive);
}

/** The same content word comes next on both sides. */
function followsBoth(one: Reading, at: number, other: Reading, otherAt: number): boolean {
  const next = nextContent(one, at);
  return next !== undefined && next === nextContent(other, otherAt);
}

function nextContent({ words, isContent }: Reading, at: number): string | undefined {
  const next = words.findIndex((_, index) => index > at && isContent[index]);
  return words[next]?.stem;
}
