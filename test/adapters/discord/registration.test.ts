import { expect, test } from 'vitest';
import { isSlashCommand } from '../../support/discord/command-rules.ts';
import { world } from '../../support/discord/events.ts';
import { prepareBotOnDiscord, startBotOnDiscord } from '../../support/discord/running-bot.ts';
import type { StandInDiscord } from '../../support/discord/stand-in-discord.ts';

const puts = ({ requests }: StandInDiscord) => requests.filter(({ method }) => method === 'PUT');
const guildRoute = `/applications/${world.application}/guilds/${world.guild}/commands`;

test('registers every command with one bulk overwrite in the configured server', async () => {
  const { discord } = await startBotOnDiscord();
  expect(puts(discord).map(({ path }) => path)).toEqual([guildRoute]);
  expect(discord.commands('global')).toEqual([]);
  expect(
    discord
      .commands('guild')
      .map((one) => [one.name, 'options' in one ? one.options?.map(({ name }) => name) : one.type]),
  ).toEqual([
    ['fact', ['claim', 'private', 'detail']],
    ['fact-search', ['words', 'verdict', 'topic', 'page']],
    ['fact-history', ['claim']],
    ['fact-help', ['about']],
    ['fact-settings', ['answers', 'claims', 'pack', 'status']],
    [
      'fact-admin',
      [
        'reload',
        'undo',
        'rollback',
        'status',
        'community',
        'block',
        'unblock',
        'verify',
        'corrections',
        'draft',
        'requests',
        'answer',
        'decline',
        'report',
      ],
    ],
    ['Check this message', 3],
  ]);
});

test('registers everywhere, also for direct messages, when no server is configured', async () => {
  const { discord } = await startBotOnDiscord({ guildId: undefined });
  expect(puts(discord).map(({ path }) => path)).toEqual([
    `/applications/${world.application}/commands`,
  ]);
  expect(discord.commands('guild')).toEqual([]);
  expect(
    discord
      .commands('global')
      .map(({ name, contexts, integration_types }) => [name, contexts, integration_types]),
  ).toEqual([
    ['fact', [0, 1, 2], [0, 1]],
    ['fact-search', [0, 1, 2], [0, 1]],
    ['fact-history', [0, 1, 2], [0, 1]],
    ['fact-help', [0, 1, 2], [0, 1]],
    ['fact-settings', [0], [0]],
    ['fact-admin', [0, 1, 2], [0, 1]],
    ['Check this message', [0, 1, 2], [0, 1]],
  ]);
});

test.each([
  ['in a server', world.guild],
  ['everywhere', undefined],
])('writes nothing when the commands %s are as they should be', async (_, guildId) => {
  const first = await startBotOnDiscord({ guildId });
  await first.adapter.stop(1000);
  const second = await prepareBotOnDiscord({ guildId }, {}, first.discord);
  await second.adapter.start();
  expect(puts(first.discord)).toHaveLength(1);
});

test.each([
  ['a description', { description: 'Something else.' }],
  ['who sees it', { default_member_permissions: '0' }],
  ['a translation', { description_localizations: { de: 'Etwas anderes.' } }],
  ['an option', { options: [{ type: 3 as const, name: 'claim', description: 'Old.' }] }],
])('overwrites them once when %s has changed', async (_, change) => {
  const first = await startBotOnDiscord();
  await first.adapter.stop(1000);
  const wanted = [...first.discord.commands('guild')];
  const [fact, ...others] = wanted;
  if (!fact || !isSlashCommand(fact)) throw new Error('/fact is not registered');
  first.discord.setCommands('guild', [{ ...fact, ...change }, ...others]);
  const second = await prepareBotOnDiscord({}, {}, first.discord);
  await second.adapter.start();
  expect(puts(first.discord)).toHaveLength(2);
  expect(first.discord.commands('guild')).toEqual(wanted);
});

test('tells everybody in their own language what commands do', async () => {
  const { discord } = await startBotOnDiscord();
  const [fact] = discord.commands('guild').filter(isSlashCommand);
  const check = discord.commands('guild').find(({ type }) => type === 3);
  const languages = ['de', 'es-419', 'es-ES', 'fr', 'pt-BR', 'zh-CN'];
  expect(Object.keys(fact?.description_localizations ?? {}).sort()).toEqual(languages);
  expect(Object.keys(check?.name_localizations ?? {}).sort()).toEqual(languages);
  expect(fact?.name_localizations).toBeUndefined();
});

test('overwrites them when the menu command is gone', async () => {
  const first = await startBotOnDiscord();
  await first.adapter.stop(1000);
  const wanted = [...first.discord.commands('guild')];
  first.discord.setCommands('guild', wanted.filter(isSlashCommand));
  await (await prepareBotOnDiscord({}, {}, first.discord)).adapter.start();
  expect(first.discord.commands('guild')).toEqual(wanted);
});

test('hides what most people can’t use: settings from all but managers, operators’ commands from all', async () => {
  const { discord } = await startBotOnDiscord();
  const permissions = discord
    .commands('guild')
    .map(({ name, default_member_permissions }) => [name, default_member_permissions]);
  expect(Object.fromEntries(permissions)).toMatchObject({
    fact: null,
    'fact-settings': '32',
    'fact-admin': '0',
    'Check this message': null,
  });
});

test('removes a command that an older version left behind', async () => {
  const { discord, adapter } = await prepareBotOnDiscord();
  discord.setCommands('guild', [{ name: 'rumour', description: 'Gone.' }]);
  await adapter.start();
  expect(discord.commands('guild').map(({ name }) => name)).not.toContain('rumour');
});

test('asks for no privileged intent', async () => {
  const { discord } = await startBotOnDiscord();
  const [guilds, guildMessages, directMessages] = [1 << 0, 1 << 9, 1 << 12];
  expect(discord.gateway.identifies.map(({ intents }) => intents)).toEqual([
    guilds | guildMessages | directMessages,
  ]);
});
