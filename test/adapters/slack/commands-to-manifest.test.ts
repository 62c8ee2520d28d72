import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { commands } from '../../../commands/index.ts';
import { commandsToManifest } from '../../../src/adapters/slack/commands-to-manifest.ts';
import { manifestYaml } from '../../../src/cli/manifest-yaml.ts';

/** The part of Slack's manifest schema 2.0.0 that the bot uses, with its limits. */
const manifestSchema = z.strictObject({
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().min(1).max(140),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({
      display_name: z.string().min(1).max(80),
      always_online: z.boolean(),
    }),
    agent_view: z.strictObject({ agent_description: z.string().min(1).max(300) }),
    shortcuts: z
      .array(
        z.strictObject({
          type: z.literal('message'),
          name: z.string().min(1).max(24),
          callback_id: z.string().min(1).max(255),
          description: z.string().min(1).max(150),
        }),
      )
      .min(1)
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .regex(/^\/[a-z0-9-]+$/)
            .max(32),
          description: z.string().min(1).max(2000),
          usage_hint: z.string().min(1).max(1000).optional(),
          should_escape: z.literal(true),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string().min(1).max(50)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).min(1).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

describe('the Slack manifest', () => {
  test('in the repository is the one that npm run manifest writes', async () => {
    expect(await readFile('manifest.yaml', 'utf8')).toBe(manifestYaml());
  });

  test('is valid YAML within Slack’s limits', () => {
    expect(manifestSchema.safeParse(parse(manifestYaml())).error).toBeUndefined();
  });

  test('offers every command with a hint of what to type after it', () => {
    const { slash_commands } = commandsToManifest(commands).features;
    expect(slash_commands.map(({ command, usage_hint }) => [command, usage_hint])).toEqual([
      ['/fact', '[private] [claim] [detail:…]'],
      ['/fact-search', '[words] [verdict:…] [topic:…] [page:…]'],
      ['/fact-history', 'claim'],
      ['/fact-help', '[privacy | forget me]'],
      ['/fact-settings', 'answers | claims | pack | status'],
      [
        '/fact-admin',
        'reload | undo | rollback | status | community | block | unblock | verify | corrections | draft | requests | answer | decline | report',
      ],
    ]);
  });

  test('asks for no more than the bot uses: no channel’s history', () => {
    const { bot } = commandsToManifest(commands).oauth_config.scopes;
    expect(bot).toEqual([
      'commands',
      'chat:write',
      'app_mentions:read',
      'im:history',
      'users:read',
      'assistant:write',
    ]);
  });
});

test('the manifest for many workspaces names every address, and asks to hear of organisations', () => {
  const { features, oauth_config, settings } = commandsToManifest(commands, {
    url: 'https://bot.example',
    many: true,
  });
  const requests = 'https://bot.example/slack/events';
  expect(features.slash_commands.every(({ url }) => url === requests)).toBe(true);
  expect(oauth_config.redirect_urls).toEqual(['https://bot.example/slack/oauth_redirect']);
  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    org_deploy_enabled: true,
    token_rotation_enabled: true,
    interactivity: { request_url: requests, message_menu_options_url: requests },
    event_subscriptions: { request_url: requests },
  });
  expect(settings.event_subscriptions.bot_events).toContain('team_access_revoked');
});
