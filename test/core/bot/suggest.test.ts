import { expect, test } from 'vitest';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const ferry = (id: string, claim: string, wordings: string[] = []) =>
  aClaim({ id, claim, wordings, topics: [] });

test('claims are offered by id first, then by a wording that holds what was typed, then by text', async () => {
  const { bot } = await createTestBot({
    packs: [
      rivertonPack([
        ferry('first-crossing', 'The night ferry, a ferry for the night, is the oldest ferry.'),
        ferry('winter-timetable', 'Boats stay in the harbour from December.', [
          'in winter no night ferry runs in Riverton',
        ]),
        ferry('ferry-by-night', 'The last boat leaves at eleven.', ['the ferry leaves late']),
      ]),
    ],
  });
  const offered = (typed: string) =>
    bot
      .suggest({ suggest: 'claim', typed }, { count: 25, labelLength: 100, valueLength: 100 })
      .map(({ value }) => value);

  expect(offered('night ferry').slice(0, 2)).toEqual([
    'riverton/winter-timetable',
    'riverton/first-crossing',
  ]);
  expect(offered('ferry')[0]).toBe('riverton/ferry-by-night');
});
