import { expect, test } from 'vitest';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack, says } from '../../support/test-bot.ts';

const roomy = { count: 25, labelLength: 100, valueLength: 100 };

const ferry = (id: string, claim: string, wordings: string[] = []) =>
  aClaim({ id, claim, wordings, topics: [] });

test('claims are offered by id first, then by a wording that holds what was typed, then by text', async () => {
  const { bot } = await createTestBot({
    packs: [
      rivertonPack([
        ferry('first-crossing', 'The night ferry, a ferry for the night, is the oldest ferry.'),
        ferry('winter-timetable', 'Boats stay in the harbour from December.', [
          'In winter no Night Ferry runs in Riverton',
        ]),
        ferry('ferry-by-night', 'The last boat leaves at eleven.', ['the ferry leaves late']),
      ]),
    ],
  });
  const offered = (typed: string) =>
    bot.suggest({ suggest: 'claim', typed }, roomy).map(({ value }) => value);

  expect(offered('night ferry').slice(0, 2)).toEqual([
    'riverton/winter-timetable',
    'riverton/first-crossing',
  ]);
  expect(offered('ferry')[0]).toBe('riverton/ferry-by-night');
  expect(offered('  FERRY ')).toEqual(offered('ferry'));
  expect(offered('riverton/win')[0]).toBe('riverton/winter-timetable');
});

test('what a platform can’t take is not offered: longer values, further ones', async () => {
  const { bot } = await createTestBot({
    packs: [
      rivertonPack([
        aClaim({ id: 'ferry', topics: ['boats', 'harbour'] }),
        aClaim({ id: 'long-ferry', topics: ['harbours', 'quays'] }),
      ]),
    ],
  });
  const offered = (suggest: 'claim' | 'topic', limits: object, typed = '') =>
    bot.suggest({ suggest, typed }, { ...roomy, ...limits }).map(({ value }) => value);
  const { length } = 'riverton/ferry';
  expect(offered('claim', { valueLength: length })).toEqual(['riverton/ferry']);
  expect(offered('claim', { valueLength: length - 1 })).toEqual([]);
  expect(offered('claim', { count: 1 })).toEqual(['riverton/ferry']);
  expect(offered('topic', { valueLength: 7 })).toEqual(['boats', 'harbour', 'quays']);
  expect(offered('topic', { count: 2 })).toEqual(['boats', 'harbour']);
  expect(offered('topic', {}, ' HARB ')).toEqual(['harbour', 'harbours']);
});

test('before anything is typed, what was asked most is offered first, and the rest once', async () => {
  const ids = ['bells', 'clock', 'roof'];
  const claims = ids.map((id) => ferry(id, `The ${id} are old.`));
  const { bot } = await createTestBot({ packs: [rivertonPack(claims)] });
  const offered = () =>
    bot.suggest({ suggest: 'claim', typed: ' ' }, roomy).map(({ value }) => value);
  expect(offered()).toEqual(['riverton/bells', 'riverton/clock', 'riverton/roof']);
  await answerTo(bot, { ...says('roof', 'slack:U1'), platform: 'slack' });
  expect(offered()).toEqual(['riverton/roof', 'riverton/bells', 'riverton/clock']);
});
