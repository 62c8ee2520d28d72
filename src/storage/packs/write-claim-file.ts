import {
  Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
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
  return claimFileToYaml(file);
}

/** The same for one that is not in use yet. */
export function claimFileToYaml(file: ClaimFile): string {
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
 * The text of a claim file with what was decided in it: verification, the day of the evidence, wordings, near misses and history,
 * as far as they changed. All other lines stay as they are, and so do comments.
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
  for (const field of textFields) addTexts(document, field, before[field], after[field]);
  const known = new Set(before.history.map(({ at }) => at));
  for (const entry of after.history) {
    if (!known.has(entry.at)) document.addIn(['history'], document.createNode(entry));
  }
  const changed = changeable.filter((field) => before[field] !== after[field]);
  const pairs = contents.items.filter((pair) => changed.some((field) => field === keyOf(pair)));
  // From the end, so that the places before stay where they are.
  return pairs.toReversed().reduce(replacePair, text);
}

const textFields = ['wordings', 'nearMisses'] as const;
const changeable = ['verification', 'asOf', ...textFields, 'history'] as const;

function addTexts(
  document: Document,
  field: (typeof textFields)[number],
  before: readonly string[],
  after: readonly string[],
): void {
  const list = document.get(field);
  // An empty list is written as `[]`; what comes into it gets a line of its own.
  if (isSeq(list) && list.items.length === 0) list.flow = false;
  for (const text of after.slice(before.length)) document.addIn([field], text);
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
  const written = part.toString(format).trimEnd() + space;
  // What was said behind `[]` stands under what is a list now, not behind its last text.
  const rest = isSeq(value) ? text.slice(end).replace(/^[ \t]+#/, '\n#') : text.slice(end);
  return text.slice(0, start) + written + rest;
}
