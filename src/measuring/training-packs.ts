import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Statement } from '../matching/matcher.ts';

/** How a text that makes a claim is put. */
const styles = [
  'question',
  'short',
  'synonym',
  'typo',
  'non-native',
  'shout',
  'long',
  'voice',
  'tag',
  'two-claims',
  'forward',
  'comment',
] as const;

/** What is otherwise in a text that comes close to a claim. */
const differenceKinds = [
  'number',
  'year',
  'direction',
  'negation',
  'name',
  'thing',
  'cause',
  'party',
  'recipient',
  'place',
  'part',
  'bound',
  'time',
  'order',
  'second-half',
  'condition',
  'speaker',
  'unit',
  'quantity',
] as const;

const text = z.string().trim().min(1);

const sameText = z
  .strictObject({ also: z.array(text).optional() })
  .extend(Object.fromEntries(styles.map((style) => [style, text.optional()])));

const differentText = z.partialRecord(z.enum(differenceKinds), text);

/** `test/training/README.md` explains the file. */
const packFile = z.strictObject({
  id: text,
  name: text,
  language: z.string().regex(/^[a-z]{2}(-[A-Za-z]+)?$/),
  author: text,
  claims: z.array(
    z.strictObject({
      id: text,
      claim: text,
      topics: z.array(text).optional(),
      wordings: z.array(text),
      same: z.array(sameText),
      different: z.array(differentText).optional(),
    }),
  ),
  unanswerable: z.array(text),
  broad: z.array(text),
  chatter: z.array(text),
});

const kinds = ['same', 'different', 'unanswerable', 'broad', 'chatter'] as const;
export type Kind = (typeof kinds)[number];

/** What somebody might type, and what a person said of it. */
export interface LabelledText {
  readonly text: string;
  readonly kind: Kind;
  /** Claims that answer it (`same`) or that it comes close to (`different`). */
  readonly claims: ReadonlySet<string>;
  /** The style of a `same`, the kind of difference of a `different`. */
  readonly sort: string | undefined;
}

export interface TrainingPack {
  readonly id: string;
  readonly language: string;
  readonly author: string;
  readonly statements: readonly Statement[];
  readonly texts: readonly LabelledText[];
}

/**
 * `learn` fits all weights, `learn-contrast` and `learn-words` those of the network and of the trees that see what it says, `choose`
 * decides between ways, `calibrate` tells at what probability to be sure, those that are sealed are opened for the record only.
 */
export const splits = [
  'learn',
  'learn-contrast',
  'learn-words',
  'choose',
  'calibrate',
  'sealed-5',
  'sealed-6',
  'sealed-7',
  'sealed-8',
  'sealed-9',
  'sealed-10',
] as const;
export type Split = (typeof splits)[number];

const folder = new URL('../../test/training/packs/', import.meta.url).pathname;

/** @throws {Error} naming the file that doesn't fit. */
export function readTrainingPacks(split: Split, packs = folder): TrainingPack[] {
  const inSplit = join(packs, split);
  return readdirSync(inSplit)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => textToTrainingPack(readFileSync(join(inSplit, name), 'utf8'), name));
}

/**
 * One pack out of its file's text. Exported for tests: they read packs that are wrong.
 * @throws {Error} naming the file that doesn't fit.
 */
export function textToTrainingPack(yaml: string, file: string): TrainingPack {
  const checked = packFile.safeParse(parse(yaml));
  if (!checked.success) throw new Error(`${file}: ${z.prettifyError(checked.error)}`);
  const { id, language, author, claims, unanswerable, broad, chatter } = checked.data;
  const about =
    (kind: Kind) =>
    (text: string): LabelledText => ({ text, kind, claims: new Set(), sort: undefined });
  return {
    id,
    language,
    author,
    statements: claims.map(({ id, claim, topics, wordings }) => ({
      id,
      text: claim,
      wordings,
      ...(topics && { topics }),
    })),
    texts: [
      ...claims.flatMap((claim): LabelledText[] => [
        ...claim.same.map(({ also = [], ...texts }): LabelledText => {
          const [sort, text] = onlyOne(texts);
          return { text, kind: 'same', claims: new Set([claim.id, ...also]), sort };
        }),
        ...(claim.different ?? []).map((texts): LabelledText => {
          const [sort, text] = onlyOne(texts);
          return { text, kind: 'different', claims: new Set([claim.id]), sort };
        }),
      ]),
      ...unanswerable.map(about('unanswerable')),
      ...broad.map(about('broad')),
      ...chatter.map(about('chatter')),
    ],
  };
}

function onlyOne(texts: Readonly<Record<string, unknown>>): readonly [string, string] {
  const [entry, ...more] = Object.entries(texts).filter(([, value]) => value !== undefined);
  if (!entry || more.length > 0) throw new Error(`One text an entry: ${JSON.stringify(texts)}`);
  return [entry[0], String(entry[1])];
}
