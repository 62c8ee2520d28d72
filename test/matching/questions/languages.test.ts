import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import {
  type LanguageFigures,
  type MeasuredLanguage,
  measureLanguage,
  readLanguages,
} from './measure-languages.ts';

/** The best so far; write better figures into `languages-recorded.json` with the change that brought them. */
const recordedSchema = z.record(
  z.string(),
  z.strictObject({
    rankedFirst: z.number(),
    meanPrecision: z.number(),
    rightAnswers: z.number(),
    wrongAnswers: z.number(),
    needlessDifferences: z.number(),
    missedChanges: z.number(),
    answeredWithout: z.number(),
    mistakenChat: z.number(),
  }) satisfies z.ZodType<LanguageFigures>,
);

// One text of some twenty: newly trained weights move a doubtful one across the threshold.
const slack = 0.06;

const sets = await readLanguages();

describe.each(sets)('the committed questions in $language', (set) => {
  let measured: MeasuredLanguage;
  let recorded: LanguageFigures;

  beforeAll(async () => {
    const file = await readFile(new URL('languages-recorded.json', import.meta.url), 'utf8');
    const figures = recordedSchema.parse(JSON.parse(file))[set.language];
    if (!figures) throw new Error(`languages-recorded.json has nothing on ${set.language}.`);
    recorded = figures;
    measured = measureLanguage(createMatcher(set.statements), set, set.statements);
  });

  test('are twenty or more over twenty-five claims', () => {
    expect(set.statements).toHaveLength(25);
    expect(set.asked.length + set.changed.length).toBeGreaterThanOrEqual(20);
    expect(set.without.length).toBeGreaterThanOrEqual(6);
  });

  test('find their claim no worse than plain BM25', () => {
    const { figures, plain } = measured;
    expect(figures.rankedFirst, report(measured)).toBeGreaterThanOrEqual(plain.rankedFirst);
    expect(figures.meanPrecision, report(measured)).toBeGreaterThanOrEqual(plain.meanPrecision);
  });

  test.each(['rankedFirst', 'meanPrecision', 'rightAnswers'] as const)(
    'reach the recorded %s',
    (figure) => {
      expect(measured.figures[figure], report(measured)).toBeGreaterThan(recorded[figure] - slack);
    },
  );

  test.each([
    'wrongAnswers',
    'needlessDifferences',
    'missedChanges',
    'answeredWithout',
    'mistakenChat',
  ] as const)('stay within the recorded %s', (figure) => {
    expect(measured.figures[figure], report(measured)).toBeLessThan(recorded[figure] + slack);
  });
});

test('claims in eleven languages that share one store are found no worse than by plain BM25', async () => {
  const statements = sets.flatMap((set) => set.statements);
  const matcher = createMatcher(statements);
  for (const set of sets) {
    const { figures, plain } = measureLanguage(matcher, set, statements);
    expect(figures.rankedFirst, set.language).toBeGreaterThanOrEqual(plain.rankedFirst);
  }
});

function report({ figures, plain, mistakes }: MeasuredLanguage): string {
  return [JSON.stringify(figures), `plain: ${JSON.stringify(plain)}`, ...mistakes].join('\n');
}
