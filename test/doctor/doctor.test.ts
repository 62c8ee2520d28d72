import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import {
  type CommandScope,
  commandsToDiscord,
} from '../../src/adapters/discord/commands-to-discord.ts';
import { leastPermissions } from '../../src/adapters/discord/install-link.ts';
import { commandsToManifest } from '../../src/adapters/slack/commands-to-manifest.ts';
import { parseEncryptionKeys } from '../../src/core/encryption-keys.ts';
import { createState } from '../../src/storage/state.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { type CommandBody, commandListRules } from '../support/discord/command-rules.ts';
import { world } from '../support/discord/events.ts';
import { type StandInDiscord, startStandInDiscord } from '../support/discord/stand-in-discord.ts';
import { type Ended, runProgram } from '../support/program.ts';
import { type SlackAnswers, startSlackAnswers } from '../support/slack/slack-answers.ts';
import { silentLog } from '../support/test-bot.ts';

const doctor = (environment: Record<string, string> = {}): Promise<Ended> =>
  runProgram('src/cli/doctor.ts', [], { environment });

describe('the doctor', () => {
  test('says how to start when nothing is configured', async () => {
    const { code, out, err } = await doctor();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('✔ Good: The settings hold no mistakes.');
    expect(out).toMatch(/✔ Good: \d+ claims in 1 pack, without mistakes\./);
    expect(out).toContain('· Note: STATE_URL is memory');
    expect(out).toContain('so the bot chats in the terminal: npm start.');
    expect(out).toMatch(/Nothing to fix\.\n$/);
  });

  test('lists mistaken settings, one a line', async () => {
    const { code, out } = await doctor({ ADMINS: 'bob', PORT: 'x' });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '✘ Fix:  ADMINS "bob" names nobody: write discord:<user id> or slack:<member id>, separated by commas.',
        '✘ Fix:  PORT is not a port: use a whole number from 1 to 65535.',
        'To fix: 2.\n',
      ].join('\n'),
    );
  });

  test('names the mistakes in the packs, the first of many', async () => {
    const data = await temporaryFolder();
    await cp('data', data, { recursive: true });
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      await writeFile(join(data, `krasner/claims/${name}.yaml`), '[');
    const { code, out } = await doctor({ DATA_DIR: data });
    expect(code).toBe(1);
    expect(out).toMatch(/✘ Fix: {2}.*krasner\/claims\/a\.yaml:\d+:\d+ yaml: /);
    expect(out).toMatch(/more mistakes? in the packs: npm run validate lists all\./);
  });

  test('says when the state cannot be reached, without its password', async () => {
    const { code, out } = await doctor({ STATE_URL: 'redis://:hunter2@127.0.0.1:1' });
    expect(code).toBe(1);
    expect(out).toContain("✘ Fix:  The state in redis://127.0.0.1:1 can't be reached");
    expect(out).not.toContain('hunter2');
  });
});

describe('the doctor on Discord', () => {
  let discord: StandInDiscord;
  afterEach(() => discord.stop());

  async function examine(environment: Record<string, string> = {}): Promise<Ended> {
    const ended = await doctor({
      DISCORD_TOKEN: world.token,
      DISCORD_API_URL: discord.apiUrl,
      ...environment,
    });
    expect(`${ended.out}${ended.err}`).not.toContain(world.token);
    expect(ended.err).toBe('');
    return ended;
  }

  function answer(path: RegExp, body: unknown): void {
    discord.fail({ method: 'GET', path, status: 200, body });
  }

  function isIn(...permissions: readonly bigint[]): void {
    const servers = permissions.map((granted, index) => ({
      id: index === 0 ? world.guild : `20000000000000010${index}`,
      name: `Newsroom ${index + 1}`,
      permissions: String(granted),
    }));
    answer(/^\/users\/@me\/guilds$/, servers);
  }

  /** Our commands as Discord takes and keeps them. */
  function ours(scope: CommandScope): readonly CommandBody[] {
    return commandListRules.parse(commandsToDiscord(commands, scope));
  }

  test('finds nothing to fix after a start in a server that grants what is needed', async () => {
    discord = await startStandInDiscord();
    discord.setCommands('global', ours('global'));
    isIn(leastPermissions);
    const { code, out } = await examine({ ADMINS: `discord:${world.reader}` });
    expect(out).toContain('✔ Good: DISCORD_TOKEN is the token of factbot.');
    expect(out).toContain('✔ Good: The application asks for no privileged intent, and needs none.');
    expect(out).toContain('✔ Good: Discord lets the bot connect.');
    expect(out).toContain('✔ Good: The bot is in 1 server and may do there what it needs.');
    expect(out).toMatch(/✔ Good: Discord knows our \d+ commands everywhere\./);
    expect(out).toContain(
      `open https://discord.com/oauth2/authorize?client_id=${world.application}`,
    );
    expect(code).toBe(0);
  });

  test('says what to do about a token that is not valid, and stops there', async () => {
    discord = await startStandInDiscord();
    const { code, out } = await examine({ DISCORD_TOKEN: 'hunter2.is.not.a.token.of.ours' });
    expect(code).toBe(1);
    expect(out).toContain(
      '✘ Fix:  Discord refused the login: the token is not valid. Copy it again',
    );
    expect(out).toContain('To fix: 1.');
    expect(out).not.toContain('hunter2');
  });

  test('says when Discord cannot be reached', async () => {
    discord = await startStandInDiscord();
    const { code, out } = await examine({ DISCORD_API_URL: 'http://127.0.0.1:1/api' });
    expect(code).toBe(1);
    expect(out).toContain('✘ Fix:  Discord cannot be reached: ');
  });

  test('names commands that are missing, changed and not ours', async () => {
    discord = await startStandInDiscord();
    const [first, second, ...rest] = ours('guild');
    if (!first || !second) throw new Error('There are two commands at least');
    const changed = { ...second, default_member_permissions: '8' };
    discord.setCommands('guild', [...rest, changed, { ...first, name: 'older' }]);
    isIn(leastPermissions);
    const { code, out } = await examine({ DISCORD_GUILD_ID: world.guild });
    expect(code).toBe(1);
    expect(out).toContain(
      `✘ Fix:  The commands that Discord knows in DISCORD_GUILD_ID differ from ours (not registered: ${first.name}; other than ours: ${second.name}; not ours: older): start the bot, which registers them.`,
    );
  });

  test('misses “Check this message” when only the slash commands are registered', async () => {
    discord = await startStandInDiscord();
    const slash = ours('global').filter(({ type }) => type !== 3);
    discord.setCommands('global', slash);
    isIn(leastPermissions);
    expect((await examine()).out).toContain('(not registered: Check this message)');
  });

  test('names each server in which a permission is missing, and which', async () => {
    discord = await startStandInDiscord();
    discord.setCommands('global', ours('global'));
    isIn(leastPermissions, leastPermissions & ~((1n << 14n) | (1n << 38n)), 8n);
    const { code, out } = await examine();
    expect(code).toBe(1);
    expect(out).toContain(
      '✘ Fix:  In “Newsroom 2” the bot can’t answer mentions without Embed Links, Send Messages In Threads: grant it to the bot’s role under Server Settings, Roles.',
    );
    expect(out).toContain('· Note: In “Newsroom 3” the bot is an administrator');
    expect(out).not.toContain('Newsroom 1');
  });

  test('says that the bot is not in the server of DISCORD_GUILD_ID, with the link to add it', async () => {
    discord = await startStandInDiscord();
    isIn();
    const { code, out } = await examine({ DISCORD_GUILD_ID: world.foreignGuild });
    expect(code).toBe(1);
    expect(out).toContain(
      'The bot is not in the server DISCORD_GUILD_ID: add it at https://discord',
    );
  });

  test('names settings of the application that keep commands or servers away', async () => {
    discord = await startStandInDiscord();
    answer(/^\/applications\/@me$/, {
      id: world.application,
      flags: 1 << 19,
      interactions_endpoint_url: 'https://elsewhere.example',
      bot_require_code_grant: true,
    });
    answer(/^\/gateway\/bot$/, {
      shards: 1,
      session_start_limit: { remaining: 0, reset_after: 5_400_000 },
    });
    const { code, out } = await examine();
    expect(code).toBe(1);
    expect(out).toContain('clear it under General Information');
    expect(out).toContain('switch it off under Bot');
    expect(out).toContain('Message Content can be switched off');
    expect(out).toContain('wait 2 h.');
  });
});

describe('the doctor on Slack', () => {
  const { bot: scopes } = commandsToManifest(commands).oauth_config.scopes;
  const botToken = ['xo', 'xb', '-stand-in'].join('');
  const appToken = ['xa', 'pp', '-stand-in'].join('');
  const identity = { ok: true, user: 'factbot', team: 'Riverton', bot_id: 'B1', user_id: 'U1' };

  async function standIn(
    answers: Readonly<Record<string, object>>,
    granted?: readonly string[],
  ): Promise<SlackAnswers> {
    const slack = await startSlackAnswers(answers, granted);
    onTestFinished(() => slack.stop());
    return slack;
  }

  async function examine(
    { apiUrl }: SlackAnswers,
    environment: Record<string, string>,
  ): Promise<Ended> {
    const ended = await doctor({ SLACK_API_URL: apiUrl, ...environment });
    const shown = `${ended.out}${ended.err}`;
    for (const secret of [botToken, appToken, ...Object.values(manySecrets)])
      expect(shown).not.toContain(secret);
    expect(ended.err).toBe('');
    return ended;
  }

  const manySecrets = {
    SLACK_CLIENT_SECRET: 'client-secret-0123456789',
    SLACK_STATE_SECRET: 'state-secret-0123456789-0123456789',
    SLACK_SIGNING_SECRET: 'signing-secret-0123456789',
    INSTALLATION_KEYS: `${'A'.repeat(43)}=`,
  };
  const many = { ...manySecrets, SLACK_CLIENT_ID: '111.222', PORT: '3000' };

  test('finds nothing to fix where both tokens work in Socket Mode', async () => {
    const slack = await standIn(
      { 'auth.test': identity, 'apps.connections.open': { ok: true, url: 'wss://x' } },
      scopes,
    );
    const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
    const { code, out } = await examine(slack, tokens);
    expect(out).toContain('✔ Good: SLACK_BOT_TOKEN is the token of factbot in Riverton.');
    expect(out).toContain('✔ Good: Slack granted every scope that the bot needs.');
    expect(out).toContain('✔ Good: SLACK_APP_TOKEN opens a connection in Socket Mode.');
    expect(out).toContain('paste manifest.yaml again');
    expect(out).toContain('· Note: ADMINS is empty');
    expect(code).toBe(0);
    expect(slack.calls).toEqual([`auth.test ${botToken}`, `apps.connections.open ${appToken}`]);
  });

  test('names the scopes that are missing, and those that are too many', async () => {
    const [missing = '', ...rest] = scopes;
    const http = { SLACK_BOT_TOKEN: botToken, SLACK_SIGNING_SECRET: many.SLACK_SIGNING_SECRET };
    const lacking = await examine(await standIn({ 'auth.test': identity }, rest), {
      ...http,
      PORT: '3000',
    });
    expect(lacking.code).toBe(1);
    expect(lacking.out).toContain(`✘ Fix:  SLACK_BOT_TOKEN lacks ${missing}: add it under`);
    expect(lacking.out).toContain('Slack must reach port 3000 of this machine');

    const generous = await standIn({ 'auth.test': identity }, [...scopes, 'channels:history']);
    const { code, out } = await examine(generous, { ...http, PORT: '3000' });
    expect([code, out]).toEqual([0, expect.stringContaining('channels:history can be removed')]);
  });

  test('says what to do about each token that Slack refuses', async () => {
    const refusal = { ok: false, error: 'invalid_auth' };
    const slack = await standIn({ 'auth.test': refusal, 'apps.connections.open': refusal });
    const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
    const { code, out } = await examine(slack, tokens);
    expect(code).toBe(1);
    expect(out).toContain(
      '✘ Fix:  Slack refuses SLACK_BOT_TOKEN (invalid_auth). Copy the bot token',
    );
    expect(out).toContain(
      '✘ Fix:  Slack refuses SLACK_APP_TOKEN (invalid_auth). Make an app-level',
    );
  });

  test('says when Slack cannot be reached', async () => {
    const slack = await standIn({});
    await slack.stop();
    const tokens = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken };
    const { code, out } = await examine(slack, tokens);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('Check the network and SLACK_API_URL'),
    ]);
  });

  test.each([
    ['invalid_code', 0, '✔ Good: Slack knows SLACK_CLIENT_ID and SLACK_CLIENT_SECRET.'],
    ['invalid_client_id', 1, '✘ Fix:  Slack doesn’t know SLACK_CLIENT_ID: copy it again'],
    ['bad_client_secret', 1, '✘ Fix:  Slack doesn’t know SLACK_CLIENT_SECRET: copy it again'],
  ])('reads whether it knows the client for many workspaces from %s', async (error, code, line) => {
    const slack = await standIn({ 'oauth.v2.access': { ok: false, error } });
    const ended = await examine(slack, many);
    expect(ended.out).toContain(line);
    expect(ended.code).toBe(code);
    expect(ended.out).toContain('https://<your host>/slack/oauth_redirect');
    expect(ended.out).toContain('after a restart, each workspace must install the bot again');
  });

  test('names installations whose key is gone', async () => {
    const url = `sqlite:${await temporaryFolder()}/state.db`;
    const state = await createState(url, silentLog);
    const installations = state.installations(parseEncryptionKeys(many.INSTALLATION_KEYS));
    await installations.save('team:T1', '{}');
    await state.close();
    const slack = await standIn({ 'oauth.v2.access': { ok: false, error: 'invalid_code' } });

    const kept = await examine(slack, { ...many, STATE_URL: url });
    expect([kept.code, kept.out]).toEqual([
      0,
      expect.stringContaining('installed in 1 workspace, and every token can be read'),
    ]);
    const newKey = `${'B'.repeat(42)}A=`;
    const lost = await examine(slack, { ...many, STATE_URL: url, INSTALLATION_KEYS: newKey });
    expect([lost.code, lost.out]).toEqual([
      1,
      expect.stringContaining(
        "The installation team:T1 can't be read: it was encrypted under a key",
      ),
    ]);
  });
});
