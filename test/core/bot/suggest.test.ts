import { expect, test } from 'vitest';
import { tellTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';

const user = 'discord:1';
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
  const offered = async (typed: string) =>
    (await bot.suggest({ suggest: 'claim', typed, user }, roomy)).map(({ value }) => value);

  expect((await offered('night ferry')).slice(0, 2)).toEqual([
    'riverton/winter-timetable',
    'riverton/first-crossing',
  ]);
  expect((await offered('ferry'))[0]).toBe('riverton/ferry-by-night');
  expect(await offered('  FERRY ')).toEqual(await offered('ferry'));
  expect((await offered('riverton/win'))[0]).toBe('riverton/winter-timetable');
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
  const offered = async (suggest: 'claim' | 'topic', limits: object, typed = '') =>
    (await bot.suggest({ suggest, typed, user }, { ...roomy, ...limits })).map(
      ({ value }) => value,
    );
  const { length } = 'riverton/ferry';
  expect(await offered('claim', { valueLength: length })).toEqual(['riverton/ferry']);
  expect(await offered('claim', { valueLength: length - 1 })).toEqual([]);
  expect(await offered('claim', { count: 1 })).toEqual(['riverton/ferry']);
  expect(await offered('topic', { valueLength: 7 })).toEqual(['boats', 'harbour', 'quays']);
  expect(await offered('topic', { count: 2 })).toEqual(['boats', 'harbour']);
  expect(await offered('topic', {}, ' HARB ')).toEqual(['harbour', 'harbours']);
});

test('before anything is typed, what was told most is offered first, and the rest once', async () => {
  const ids = ['bells', 'clock', 'roof'];
  const claims = ids.map((id) => ferry(id, `The ${id} are old.`));
  const { bot } = await createTestBot({ packs: [rivertonPack(claims)] });
  const here = { user: 'slack:U1', community: 'slack:T1' } as const;
  const offered = async () =>
    (await bot.suggest({ suggest: 'claim', typed: ' ', ...here }, roomy)).map(({ value }) => value);
  expect(await offered()).toEqual(['riverton/bells', 'riverton/clock', 'riverton/roof']);
  const input = { kind: 'text', by: 'mention', text: 'roof' } as const;
  for (let time = 0; time < 3; time += 1)
    await tellTo(bot, { platform: 'slack', ...here, channel: 'C1', input });
  expect(await offered()).toEqual(['riverton/roof', 'riverton/bells', 'riverton/clock']);
});
