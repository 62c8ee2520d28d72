import { expect, test } from 'vitest';
import { startBotOnDiscord } from '../support/discord/running-bot.ts';
import { startSlack } from '../support/slack/start-slack.ts';
import { createTestBot } from '../support/test-bot.ts';

const claim = 'krasner/philly-2021-562-homicides';
const why = 'The year was misread.';

test('on Discord an operator withdraws a claim, and the next who asks is told why', async () => {
  const operator = { user: '400000000000000009' };
  const operators = [`discord:${operator.user}`] as const;
  const { discord, logged } = await startBotOnDiscord({}, { operators });
  const shown = await discord.slash('fact-admin verify', { claim }, operator);
  expect(shown.private).toBe(true);
  expect(shown.buttons).toEqual(['Still right', 'Needs work', 'Retract']);
  const form = await discord.formUnder(shown, 'Retract', operator);
  const done = await discord.submit({ ...form, from: operator }, { 'Why? Readers see this.': why });
  expect(done.text).toContain('Withdrawn');
  expect((await discord.slash('fact', { claim })).text).toContain(why);
  const again = await discord.slash('fact-admin verify', { claim }, operator);
  const right = await discord.press(again, 'Still right', operator);
  expect(right.id).toBe(again.id);
  expect((await discord.slash('fact', { claim })).text).toContain('✓ True');
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('on Slack an operator withdraws a claim, and the next who asks is told why', async () => {
  const { bot } = await createTestBot({ operators: ['slack:UBOSS'] });
  const slack = await startSlack({ bot, transport: 'socket' });
  const boss = { user: 'UBOSS' };
  const shown = await slack.slash('/fact-admin', `verify ${claim}`, boss);
  expect(shown).toMatchObject({
    seenBy: 'UBOSS',
    actions: ['Still right', 'Needs work', 'Retract'],
  });
  const form = await slack.viewAfter(() => slack.act.press(shown, 'Retract', boss));
  const done = await slack.submit(form, { 'Why? Readers see this.': why }, boss);
  expect(done.text).toContain('Withdrawn');
  expect((await slack.slash('/fact', claim)).text).toContain(why);
  const again = await slack.slash('/fact-admin', `verify ${claim}`, boss);
  expect((await slack.press(again, 'Still right', boss)).text).toContain('Verified');
  expect((await slack.slash('/fact', claim)).text).toContain('✓ True');
  await slack.stop();
});
