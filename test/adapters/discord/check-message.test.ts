import { beforeEach, expect, test } from 'vitest';
import { world } from '../../support/discord/events.ts';
import { startBotOnDiscord } from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';

let discord: StandInDiscord;
beforeEach(async () => {
  ({ discord } = await startBotOnDiscord());
});

const claim = 'Philadelphia recorded 562 homicides in 2021.';
const ref = 'krasner/philly-2021-562-homicides';

test('a message of the menu is checked for the asker alone', async () => {
  const found = await discord.check(`${claim} Bananas grow in Greenland.`);
  expect(found.text).toContain(ref);
  expect(found.text).toContain('Bananas grow in Greenland.');
  expect(found.private).toBe(true);
});

test('a forwarded message is checked by what was forwarded', async () => {
  const forwarded = {
    message_reference: { type: 1, channel_id: world.otherChannel, message_id: world.guild },
    message_snapshots: [{ message: { content: claim, type: 0, mentions: [] } }],
  };
  expect((await discord.check('', {}, forwarded)).text).toContain(ref);
});

test('people, roles and channels are read by their names, and emoji not at all', async () => {
  const somebody = { id: '400000000000000055', username: 'bea', global_name: 'Bea' };
  const { text } = await discord.check(
    `<@400000000000000055> told <@&${world.guild}> in <#${world.channel}> that <a:wave:562562562562562562> ` +
      'bananas grow in Greenland, says </fact:500000000000000001>.',
    {},
    { mentions: [{ ...somebody, discriminator: '0', avatar: null }] },
  );
  expect(text).toContain('@Bea told @@everyone in #claims that');
  expect(text).toContain('bananas grow in Greenland, says /fact.');
  expect(text).not.toMatch(/562562|5000000|wave/);
});

test('a message without words has nothing to check', async () => {
  const { text } = await discord.check('', {}, { attachments: [] });
  expect(text).toContain('I see no sentence in this message that could be checked.');
});
