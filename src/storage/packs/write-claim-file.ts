import {
  Document,
  isCollection,
  isMap,
  isScalar,
  type Pair,
  parseDocument,
  stringify,
  YAMLMap,
} from 'yaml';
import type { Claim, ClaimFile } from '../../core/claims/claim.ts';

/** As wide as the lines of our packs. */
const format = { lineWidth: 100 } as const;

/** A claim that no file holds yet, as a file. */
export function claimToYaml({ ref: _, language: __, ...file }: Claim): string {
  const text = stringify(ordered(file), format);
  return `# yaml-language-server: $schema=../../claim.schema.json\n${text}`;
}

/** In the order of the files that people write: what was checked, what was found, what it rests on, who checked it. */
function ordered(file: ClaimFile): object {
  const { id, claim, kind, runningCount, claimant, occasion, verdict, gist, summary, ...rest } =
    file;
  return { id, claim, kind, runningCount, claimant, occasion, verdict, gist, summary, ...rest };
}

/**
 * The text of a claim file with what was decided in it: verification, history and the day of the evidence. All other lines stay
 * as they are, and so do comments.
 */
export function writeDecided(text: string, before: Claim, after: Claim): string {
  const document = parseDocument(text);
  const { contents } = document;
  if (!isMap(contents)) throw new Error(`The file of ${after.ref} holds no fields.`);
  for (const field of [
    'status',
    'on',
    'how',
    'recheckDueOn',
    'expiresOn',
    'reason',
    'proposed',
  ] as const) {
    const value = after.verification[field];
    if (value === before.verification[field]) continue;
    // A day that follows from the kind of the claim goes on following from it.
    if (field === 'recheckDueOn' && !document.hasIn(['verification', field])) continue;
    if (value === undefined) document.deleteIn(['verification', field]);
    else document.setIn(['verification', field], value);
  }
  for (const person of after.verification.by) {
    if (!before.verification.by.includes(person)) document.addIn(['verification', 'by'], person);
  }
  document.set('asOf', after.asOf);
  const known = new Set(before.history.map(({ at }) => at));
  for (const entry of after.history) {
    if (!known.has(entry.at)) document.addIn(['history'], document.createNode(entry));
  }
  const pairs = contents.items.filter((pair) =>
    /^(?:verification|asOf|history)$/.test(keyOf(pair)),
  );
  // From the end, so that the places before stay where they are.
  return pairs.toReversed().reduce(replacePair, text);
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : '';
}

function replacePair(text: string, pair: Pair): string {
  const { key, value } = pair;
  if (!isScalar(key) || !(isScalar(value) || isCollection(value))) return text;
  if (!key.range || !value.range) return text;
  const [start, end] = [key.range[0], value.range[1]];
  // What stands before the name of the field, and after its value, stays where it is.
  key.commentBefore = null;
  key.spaceBefore = false;
  value.comment = null;
  const field = new YAMLMap();
  field.items = [pair];
  const part = new Document(field);
  const [space = ''] = text.slice(start, end).match(/\s*$/) ?? [];
  return text.slice(0, start) + part.toString(format).trimEnd() + space + text.slice(end);
}
