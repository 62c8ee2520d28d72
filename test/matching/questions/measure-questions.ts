import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Pack } from '../../../src/core/claims/pack.ts';
import type { Match, Matcher, Statement } from '../../../src/matching/matcher.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';

const pairsSchema = z.array(
  z.strictObject({ claims: z.array(z.string()).min(1), asked: z.array(z.string()).min(1) }),
);
const refusalsSchema = z.strictObject({
  chat: z.array(z.string()),
  unrelated: z.array(z.string()),
  nearMisses: z.array(z.string()),
});

export interface Questions {
  readonly pairs: readonly { readonly text: string; readonly claims: readonly string[] }[];
  readonly chat: readonly string[];
  readonly unrelated: readonly string[];
  readonly nearMisses: readonly string[];
}

export async function readQuestions(): Promise<Questions> {
  const read = async (name: string): Promise<unknown> =>
    parse(await readFile(new URL(name, import.meta.url), 'utf8'));
  const pairs = pairsSchema.parse(await read('pairs.yaml'));
  return {
    pairs: pairs.flatMap(({ claims, asked }) => asked.map((text) => ({ text, claims }))),
    ...refusalsSchema.parse(await read('refusals.yaml')),
  };
}

/** The shipped pack and the invented one. */
async function readBothPacks(): Promise<Pack[]> {
  const packs: Pack[] = [];
  for (const folder of ['../../../data', '../../fixtures/packs/neutral']) {
    // Far ahead, so that no date of a pack lies in the future.
    const reading = await readPacks(new URL(folder, import.meta.url).pathname, '2099-12-31');
    if (!reading.ok) throw new Error(`The packs in ${folder} have mistakes: run npm run validate.`);
    packs.push(...reading.packs);
  }
  return packs;
}

/** The claims of both packs as one set. */
export async function readStatements(): Promise<Statement[]> {
  const packs = await readBothPacks();
  return packs.flatMap(({ claims }) =>
    Array.from(claims, ({ ref, claim, wordings, topics, claimant }) => ({
      id: ref,
      text: claim,
      wordings,
      topics,
      ...(claimant !== null && { claimant }),
    })),
  );
}

export async function readNearMisses(): Promise<
  { readonly text: string; readonly claim: string }[]
> {
  const packs = await readBothPacks();
  return packs.flatMap(({ claims }) =>
    [...claims].flatMap(({ ref, nearMisses }) => nearMisses.map((text) => ({ text, claim: ref }))),
  );
}

/** Shares between 0 and 1. Of questions that have a record, then of texts that have none. */
export interface Figures {
  /** Answered with the record and nothing said against it. */
  readonly rightAnswers: number;
  /** The record is the first of the ranking, whatever was answered. */
  readonly rankedFirst: number;
  /** Answered with another record as if it were the one. */
  readonly wrongAnswers: number;
  /** Answered with the record, but a difference is stated where there is none. */
  readonly needlessDifferences: number;
  /** Small talk that was answered with a record. */
  readonly answeredChat: number;
  /** Unrelated claims that were answered with a record. */
  readonly answeredUnrelated: number;
  /** Statements about somebody or something else that were answered without saying so. */
  readonly missedDifferences: number;
}

export interface Measured {
  readonly figures: Figures;
  /** What went wrong, one line each, for whoever has to mend it. */
  readonly mistakes: readonly string[];
}

export function measureQuestions(matcher: Matcher, questions: Questions): Measured {
  const mistakes: string[] = [];
  const count = (
    kind: keyof Figures,
    texts: readonly string[],
    isHit: (text: string) => boolean,
  ) => {
    const hits = texts.filter(isHit);
    if (kind !== 'rightAnswers' && kind !== 'rankedFirst') {
      mistakes.push(...hits.map((text) => `${kind}: ${text}`));
    }
    return hits.length / texts.length;
  };
  const expected = new Map(questions.pairs.map(({ text, claims }) => [text, claims]));
  const asked = [...expected.keys()];
  const matches = new Map<string, Match>();
  const matchOf = (text: string): Match => {
    const match = matches.get(text) ?? matcher.match(text);
    matches.set(text, match);
    return match;
  };
  const isFirst = (text: string) =>
    expected.get(text)?.includes(matchOf(text).ranking[0]?.id ?? '') === true;
  const isAnswered = (text: string) => matchOf(text).outcome === 'match';
  const isPlain = (text: string) => isAnswered(text) && matchOf(text).differences.length === 0;
  const figures = {
    rightAnswers: count('rightAnswers', asked, (text) => isPlain(text) && isFirst(text)),
    rankedFirst: count('rankedFirst', asked, isFirst),
    wrongAnswers: count('wrongAnswers', asked, (text) => isPlain(text) && !isFirst(text)),
    needlessDifferences: count(
      'needlessDifferences',
      asked,
      (text) => isAnswered(text) && isFirst(text) && !isPlain(text),
    ),
    answeredChat: count('answeredChat', questions.chat, isAnswered),
    answeredUnrelated: count('answeredUnrelated', questions.unrelated, isAnswered),
    missedDifferences: count('missedDifferences', questions.nearMisses, isPlain),
  };
  return { figures, mistakes };
}
