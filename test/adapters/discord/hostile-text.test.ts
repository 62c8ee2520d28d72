import { expect, test } from 'vitest';
import { copyPacks, edit } from '../../storage/packs/edited-packs.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';

const attacks = [
  '@everyone @here <@&1> <@123456789012345678> <#123456789012345678>',
  '**bold** __under__ ~~gone~~ ||spoiler|| `code` # heading',
  '[a prize](https://evil.example) <https://evil.example> https://evil.example',
  '</fact:123456789012345678> <t:1700000000:R> <a:dance:123456789012345678> :skull:',
  'paid \u202E000,1$\u202C in \u200B\u2066secret\u2069',
];

test('what a file says is shown as typed, wherever it stands in the answer', async () => {
  const dir = await copyPacks();
  const file = `${dir}/saltmarsh/claims/ferry-every-ten-minutes.yaml`;
  // Marks that turn letters around are refused in files, and so are titles that name another site than their link.
  const text = attacks.slice(0, 4).join(' ');
  const yaml = JSON.stringify(text);
  await edit(file, 'context: null', `context: ${yaml}`);
  await edit(file, 'claimant: null', `claimant: ${JSON.stringify(text.slice(0, 190))}`);
  await edit(
    file,
    'title: Timetable 2024',
    `title: ${JSON.stringify(attacks.slice(0, 2).join(' '))}`,
  );
  await edit(file, 'publisher: Bay Ferries', `publisher: ${JSON.stringify(attacks[1])}`);
  const { discord } = await startBotOnDiscord({}, { dataDir: dir });

  const answer = await discord.slash('fact', {
    claim: 'saltmarsh/ferry-every-ten-minutes',
    detail: 'full',
  });
  expect(answer.text).toContain(attacks.slice(0, 4).join(' '));
  expect(new Set(answer.markup)).toEqual(new Set(['quote', 'subtext', 'bold', 'list', 'link']));
  expect(answer.text.match(/<https:\/\/ferries\.bay\.example\/timetable>/g)).toHaveLength(1);
});

test.each(attacks)('what the asker typed is shown as typed: %s', async (attack) => {
  const { discord } = await startBotOnDiscord();
  const answer = await discord.slash('fact-search', { topic: attack.slice(0, 64) });
  expect(answer.markup.filter((kind) => kind !== 'bold' && kind !== 'list')).toEqual([]);
});

test.each([
  ['a claim of 6,000 characters', 'krasner '.repeat(750)],
  ['one word of 6,000 characters', 'x'.repeat(6000)],
  ['6,000 characters of markup', '*_~|`>#[]()<@&1>'.repeat(375)],
  ['an emoji bomb', '👩‍👩‍👧‍👦'.repeat(240)],
  ['combining marks', `k${'\u0301'.repeat(5999)}`],
  ['half an emoji', '\uD83D'.repeat(100)],
])('answers %s', async (_, claim) => {
  const { discord, logged } = await startBotOnDiscord();
  expect((await discord.slash('fact', { claim })).text).not.toBe('');
  expect((await discord.directMessage(claim.slice(0, 4000))).text).not.toBe('');
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('every answer, sent or edited, tells Discord to ping nobody', async () => {
  const { discord } = await startBotOnDiscord();
  await discord.slash('fact', { claim: '@everyone' });
  await discord.slash('fact-help');
  await discord.mention('@everyone <@&1>');
  await discord.directMessage('@here');
  const bodies = discord.requests
    .filter(({ path }) => /\/messages/.test(path))
    .map(({ body }) => body);
  expect(bodies).toHaveLength(4);
  for (const body of bodies)
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
});
