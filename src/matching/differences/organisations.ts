import type { Finding } from './finding.ts';
import type { CheckedReading, Reading } from './reading.ts';
import { isSameName } from './same-name.ts';

const bodies = new Set(
  `legislature senate congress parliament council court courts police army navy union church company corporation university
  board committee commission government ministry party agency bank hospital newspaper jury voters lawmakers`.split(
    /\s+/,
  ),
);
/** A subject stands near the beginning. */
const subjectWithin = 4;

/** "The Pennsylvania legislature required …" where the claim says that a person did. */
export function compareOrganisations(asked: Reading, claim: CheckedReading): Finding[] {
  const person = claim.names.find(({ place }) => place === undefined);
  if (!person) return [];
  const at = asked.words.slice(0, subjectWithin).findIndex(({ folded }) => bodies.has(folded));
  const body = asked.words[at];
  if (!body || claim.mentioned.has(body.stem)) return [];
  const isNamed = asked.words.some(({ folded }) =>
    person.parts.some((part) => isSameName(folded, part)),
  );
  if (isNamed || asked.author.length > 0) return [];
  return [
    {
      kind: 'name',
      asked: { reading: asked, from: at, to: at },
      checked: { reading: claim.main, from: person.from, to: person.to },
    },
  ];
}
