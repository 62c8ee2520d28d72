import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../../../src/core/bot/invocation.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const { bot } = await createTestBot({
  packs: [rivertonPack([aClaim({ verdict: 'mostly-true' })])],
});

async function answered(command: string, options: OptionValues): Promise<string> {
  const input = { kind: 'command', command, options } as const;
  return replyToText(await answerTo(bot, { platform: 'console', user: 'console:test', input }));
}

const bridge = 'riverton/harbour-bridge-opened-1932';

describe('what is allowed as an option', () => {
  test.each<OptionValues>([
    { verdict: 'Mostly-TRUE' },
    { verdict: '', words: 'bridge' },
    { page: 1 },
    { page: '1' },
    { words: 'bridge'.padEnd(200, ' ') },
    { nonsense: 'left out' },
  ])('%j', async (options) => {
    expect(await answered('fact-search', options)).toContain(bridge);
  });
});

describe('what is not, and what is said', () => {
  test.each<[OptionValues, string]>([
    [{ verdict: 'sure' }, 'verdict: “sure” is not one of true, mostly-true,'],
    [{ verdict: 'x'.repeat(40) }, `verdict: “${'x'.repeat(40)}” is not`],
    [{ verdict: 'x'.repeat(41) }, `verdict: “${'x'.repeat(40)}…” is not`],
    [{ page: 0 }, 'page: “0” is not a whole number from 1 to 100000.'],
    [{ page: 1.5 }, 'page: “1.5” is not a whole number'],
    [{ page: 100_001 }, 'page: “100001” is not a whole number'],
    [{ words: 'x'.repeat(201) }, 'The words has 201 characters; 200 are the most'],
  ])('%j', async (options, said) => {
    expect(await answered('fact-search', options)).toContain(said);
  });

  test('too high a page is named, and the highest page that may be asked for is a page', async () => {
    expect(await answered('fact-search', { page: 10_000 })).not.toContain('whole number');
  });
});
