import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { notMendedYet } from '../../data/not-mended-yet.ts';
import {
  type Figures,
  type Measured,
  measureQuestions,
  readNearMisses,
  readQuestions,
  readStatements,
} from './measure-questions.ts';

/**
 * The best so far; write better figures into `recorded.json` with the change that brought them. They fell once, by the
 * matcher of that day: 52 claims more, ten of them about the one man whom most of the questions are about.
 */
const recordedSchema = z.strictObject({
  rightAnswers: z.number(),
  rankedFirst: z.number(),
  wrongAnswers: z.number(),
  needlessDifferences: z.number(),
  answeredChat: z.number(),
  answeredUnrelated: z.number(),
  missedDifferences: z.number(),
}) satisfies z.ZodType<Figures>;

// Two questions more or less are noise of newly trained weights; a lost skill costs more.
const slack = 0.01;

describe('the committed questions', () => {
  let measured: Measured;
  let recorded: Figures;

  beforeAll(async () => {
    const file = await readFile(new URL('recorded.json', import.meta.url), 'utf8');
    recorded = recordedSchema.parse(JSON.parse(file));
    measured = measureQuestions(createMatcher(await readStatements()), await readQuestions());
  });

  test('are many and distinct', async () => {
    const { pairs, chat, unrelated, nearMisses } = await readQuestions();
    expect(pairs.length).toBeGreaterThanOrEqual(150);
    expect(chat.length + unrelated.length + nearMisses.length).toBeGreaterThanOrEqual(150);
    const texts = [...pairs.map(({ text }) => text), ...chat, ...unrelated, ...nearMisses];
    expect(new Set(texts).size).toBe(texts.length);
  });

  test.each(['rightAnswers', 'rankedFirst'] as const)('reach the recorded %s', (figure) => {
    expect(measured.figures[figure], report(measured)).toBeGreaterThan(recorded[figure] - slack);
  });

  test.each([
    'wrongAnswers',
    'needlessDifferences',
    'answeredChat',
    'answeredUnrelated',
    'missedDifferences',
  ] as const)('stay within the recorded %s', (figure) => {
    expect(measured.figures[figure], report(measured)).toBeLessThan(recorded[figure] + slack);
  });
});

test('no near miss of a pack is answered as the claim it is near to', async () => {
  const matcher = createMatcher(await readStatements());
  const nearMisses = await readNearMisses();
  const mistaken = nearMisses.filter(({ text, claim }) => {
    const { outcome, ranking, differences } = matcher.match(text);
    return outcome === 'match' && ranking[0]?.id === claim && differences.length === 0;
  });
  expect(nearMisses.length).toBeGreaterThan(200);
  // test/data/misconceptions.test.ts counts those of that pack.
  const elsewhere = mistaken.filter(({ claim }) => !claim.startsWith('misconceptions/'));
  const known: readonly string[] = notMendedYet.krasnerNearMisses.texts;
  expect(elsewhere.filter(({ text }) => !known.includes(text))).toEqual([]);
  expect(elsewhere.length).toBeLessThanOrEqual(notMendedYet.krasnerNearMisses.most);
});

function report({ figures, mistakes }: Measured): string {
  return [JSON.stringify(figures), ...mistakes].join('\n');
}
