import { expect, test, vi } from 'vitest';
import { aClaim } from '../support/claims.ts';
import { startBotOnDiscord } from '../support/discord/running-bot.ts';
import { startSlack } from '../support/slack/start-slack.ts';
import { openTerminal } from '../support/terminal.ts';
import { createTestBot, rivertonPack } from '../support/test-bot.ts';

const { claim } = aClaim();
const packs = [rivertonPack([aClaim()])];

test('on Discord somebody sees what is kept of them, and has it deleted', async () => {
  const { discord, logged } = await startBotOnDiscord({}, { packs });
  const answer = await discord.slash('fact', { claim });
  const kept = await discord.slash('fact-help', { about: 'privacy' });
  expect(kept.private).toBe(true);
  expect(kept.text).toContain('1 answer with buttons');
  expect(kept.text).toContain('/fact-help about: forget me');
  const deleted = await discord.slash('fact-help', { about: 'forget me' });
  expect(deleted.private).toBe(true);
  expect(deleted.text).toContain('1 answer with buttons');
  expect((await discord.press(answer, 'Sources with quotes')).text).toContain('too old');
  const nothing = await discord.slash('fact-help', { about: 'privacy' });
  expect(nothing.text).toContain('Nothing is kept under your account.');
  expect(logged.filter((line) => line.startsWith('error'))).toEqual([]);
});

test('on Slack somebody sees what is kept of them, and has it deleted', async () => {
  const { bot } = await createTestBot({ packs });
  const slack = await startSlack({ bot, transport: 'socket' });
  const answer = await slack.slash('/fact', claim);
  const kept = await slack.slash('/fact-help', 'privacy');
  expect(kept.seenBy).toBe('UASKER');
  expect(kept.text).toContain('1 answer with buttons');
  expect(kept.text).toContain('/fact-help forget me');
  const deleted = await slack.slash('/fact-help', 'Forget me');
  expect(deleted.seenBy).toBe('UASKER');
  expect(deleted.text).toContain('1 answer with buttons');
  expect((await slack.press(answer, 'Sources with quotes')).text).toContain('too old');
  const nothing = await slack.slash('/fact-help', 'privacy');
  expect(nothing.text).toContain('Nothing is kept under your account.');
  await slack.stop();
});

test('in the terminal, where answers keep nothing, somebody sees that a reload names them and stays', async () => {
  const terminal = await openTerminal(await createTestBot({ packs, operators: ['console:local'] }));
  await terminal.send(`${claim}\r`);
  await terminal.send('/fact-help privacy\r');
  expect(terminal.screen()).toContain('Nothing is kept under your account.');
  await terminal.send('/fact-admin reload\r');
  await vi.waitFor(() => expect(terminal.screen()).toContain('Claims reloaded'));
  await terminal.send('/fact-help forget me\r');
  await vi.waitFor(() => expect(terminal.screen()).toContain('There was nothing to delete'));
  expect(terminal.screen()).toContain('1 change of the claims in use');
});
