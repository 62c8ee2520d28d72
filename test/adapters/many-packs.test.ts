import { describe, expect, onTestFinished, test } from 'vitest';
import type { CommunityKey } from '../../src/core/keys.ts';
import { aClaim } from '../support/claims.ts';
import { world } from '../support/discord/events.ts';
import { startBotOnDiscord } from '../support/discord/running-bot.ts';
import { startSlack } from '../support/slack/start-slack.ts';
import { createTestBot, rivertonPack } from '../support/test-bot.ts';

const packs = Array.from({ length: 300 }, (_, number) => ({
  ...rivertonPack([
    aClaim({
      ref: `town-${number}/bell`,
      id: 'bell',
      claim: `The bell of town ${number} rang.`,
      wordings: [],
    }),
  ]),
  name: `town-${number}`,
  title: `Facts of Town ${number}`,
}));

describe('among three hundred packs', () => {
  const manager = { user: '400000000000000003', manager: true };
  const guild: CommunityKey = `discord:${world.guild}`;

  test('a manager on Slack searches for those to answer from in the form', async () => {
    const { bot, state } = await createTestBot({ packs });
    const slack = await startSlack({ bot, transport: 'socket' });
    onTestFinished(() => slack.stop());
    slack.server.setPerson('UBOSS', { is_admin: true });
    const open = () =>
      slack.viewAfter(() => slack.act.slash('/fact-settings', 'claims', { user: 'UBOSS' }));
    const form = await open();
    const offered = await slack.act.type(form, 'Packs', 'town 27');
    expect(offered.map(({ value }) => value)).toEqual([
      'town-27',
      ...Array.from({ length: 10 }, (_, last) => `town-27${last}`),
    ]);
    expect((await slack.act.type(form, 'Packs', '')).length).toBe(100);
    const { text } = await slack.submit(
      form,
      { Packs: ['town-27', 'town-271'] },
      { user: 'UBOSS' },
    );
    expect(text).toContain('Packs: town-27, town-271');
    expect(state.communities.settings('slack:T1').packs).toEqual(['town-27', 'town-271']);
    const again = await open();
    expect(JSON.stringify(again.view)).toContain('Facts of Town 271');
    await slack.submit(again, {}, { user: 'UBOSS' });
    expect(state.communities.settings('slack:T1').packs).toEqual(['town-27', 'town-271']);
    await slack.submit(await open(), { Packs: [] }, { user: 'UBOSS' });
    expect(state.communities.settings('slack:T1').packs).toBeNull();
  });

  test('a manager on Discord searches for one while typing a command; the form leaves them as they are', async () => {
    const { discord, state } = await startBotOnDiscord({}, { packs });
    const packsNow = () => state.communities.settings(guild).packs;
    await state.communities.change(guild, 'discord:1', { packs: ['town-3', 'town-299'] });
    const offered = await discord.autocomplete('fact-settings pack', 'pack', 'town 29', manager);
    expect(offered.map(({ value }) => value)).toContain('town-299');
    expect((await discord.autocomplete('fact-settings pack', 'pack', '', manager)).length).toBe(25);
    const added = await discord.slash('fact-settings pack', { pack: 'town-271' }, manager);
    expect(added.text).toContain('Packs: town-3, town-271, town-299');
    await discord.slash('fact-settings pack', { pack: 'Facts of Town 3', off: true }, manager);
    expect(packsNow()).toEqual(['town-271', 'town-299']);
    const form = await discord.formOf('fact-settings claims', manager);
    expect(form.labels).not.toContain('Packs');
    const saved = await discord.submit(form, {});
    expect(saved.text).toContain('fact-settings pack finds one');
    expect(packsNow()).toEqual(['town-271', 'town-299']);
  });

  test('switching one off leaves the others, and the last one can’t go', async () => {
    const { discord, state } = await startBotOnDiscord({}, { packs });
    const packsNow = () => state.communities.settings(guild).packs;
    await discord.slash('fact-settings pack', { pack: 'town-0', off: true }, manager);
    expect(packsNow()?.length).toBe(299);
    const status = await discord.slash('fact-settings status', {}, manager);
    expect(status.text).toMatch(/Packs: town-1, .*and 289 more/);
    await discord.slash('fact-settings pack', { pack: 'town-0' }, manager);
    expect(packsNow()).toBeNull();
    await state.communities.change(guild, 'discord:1', { packs: ['town-3'] });
    const last = await discord.slash('fact-settings pack', { pack: 'town-3', off: true }, manager);
    expect(last.text).toContain('At least one pack must stay on');
    const none = await discord.slash('fact-settings pack', { pack: 'atlantis' }, manager);
    expect(none.text).toContain('There is no pack “atlantis”');
    expect(packsNow()).toEqual(['town-3']);
  });
});
