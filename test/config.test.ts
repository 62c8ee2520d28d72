import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { environmentSchema } from '../src/environment.ts';

describe('settings', () => {
  test('need nothing: the bot then chats in the terminal', () => {
    const config = loadConfig({});
    expect(config).toMatchObject({ dataDir: 'data', stateUrl: 'sqlite:var/state.db' });
    expect(config.discord).toBeUndefined();
    expect(config.slack).toBeUndefined();
  });

  test('treat an empty value as unset', () => {
    expect(loadConfig({ DATA_DIR: '', STATE_URL: ' ', ADMINS: '', PORT: '' })).toEqual(
      loadConfig({}),
    );
  });

  test('report every mistake at once, by key, without repeating a secret', () => {
    const mistaken = {
      STATE_URL: 'mysql://root:hunter2@db',
      ADMINS: 'discord:1, bob',
      SLACK_BOT_TOKEN: 'hunter2-is-not-a-token',
      PORT: '99999',
    };
    expect(() => loadConfig(mistaken)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: The settings hold mistakes:
        STATE_URL is not an address of the form sqlite:var/state.db, memory: or redis://host:6379.
        ADMINS "bob" names nobody: write discord:<user id> or slack:<member id>, separated by commas.
        SLACK_BOT_TOKEN does not start with "xoxb-": copy it again from OAuth & Permissions in your Slack app.
        PORT is not a port: use a whole number from 1 to 65535.
        SLACK_BOT_TOKEN is set but not how Slack reaches the bot: set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET and PORT for HTTP.]
    `);
    expect(() => loadConfig(mistaken)).not.toThrow(/hunter2/);
  });

  test('tell what is wrong with values and what they lack together at once, each once', () => {
    const mistaken = {
      ...{ SLACK_CLIENT_ID: 'x', PORT: '-1.5', DISCORD_GUILD_ID: 'x', SLACK_BOT_TOKEN: 'x' },
      ADMINS: 'bob, slack:U1, slack:T1/U2',
    };
    expect(() => loadConfig(mistaken)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: The settings hold mistakes:
        ADMINS "bob" names nobody: write discord:<user id> or slack:<member id>, separated by commas.
        DISCORD_GUILD_ID is not a server id: switch Developer Mode on and use “Copy Server ID”.
        SLACK_BOT_TOKEN does not start with "xoxb-": copy it again from OAuth & Permissions in your Slack app.
        SLACK_CLIENT_ID is not a client id: copy it again from Basic Information in your Slack app.
        PORT is not a port: use a whole number from 1 to 65535.
        To let many workspaces install the bot, also set SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, SLACK_SIGNING_SECRET, INSTALLATION_KEYS: .env.example says where each comes from.
        SLACK_BOT_TOKEN serves one workspace and SLACK_CLIENT_ID many: remove SLACK_BOT_TOKEN, or the settings of the other.
        ADMINS names slack:U1 in no workspace: where many install the bot, write slack:<team id>/<member id>.
        DISCORD_TOKEN is missing, though DISCORD_GUILD_ID is set: copy it from the Bot page.]
    `);
  });

  test.each([
    ['DISCORD_TOKE', 'did you mean DISCORD_TOKEN?'],
    ['discord_token', 'did you mean DISCORD_TOKEN?'],
    ['DISCORD_BOT_TOKEN', 'did you mean DISCORD_TOKEN?'],
    ['SLACK_BOT_TOKN', 'did you mean SLACK_BOT_TOKEN?'],
    ['ADMIN', 'did you mean ADMINS?'],
    ['DATADIR', 'did you mean DATA_DIR?'],
    ['SLACK_VERIFICATION_SECRET_OF_OLD', 'and nothing reads it: .env.example lists all.'],
  ])('notice that %s is none', (key, advice) => {
    const { notices } = loadConfig({ [key]: 'hunter2' });
    expect(notices).toEqual([expect.stringContaining(advice)]);
    expect(notices[0]).toMatch(new RegExp(`^${key} is no setting`));
  });

  test('say so of a misspelt key in the mistake that it leads to, too', () => {
    expect(() => loadConfig({ SLACK_BOT_TOKEN_: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
      /SLACK_BOT_TOKEN is missing[\s\S]*SLACK_BOT_TOKEN_ is no setting: did you mean SLACK_BOT_TOKEN\?/,
    );
  });

  test('notice nothing of what belongs to others, or of a second key beside the right one', () => {
    const others = [
      'PATH',
      'HOME',
      'HOST',
      'TERM',
      'PWD',
      'SHELL',
      'USER',
      'LANG',
      'LOGNAME',
      'TZ',
    ];
    const more = [
      'NODE_OPTIONS',
      'NODE_PATH',
      'DATABASE_URL',
      'REDIS_URL',
      'CI',
      'HOSTNAME',
      'SHLVL',
    ];
    const environment = Object.fromEntries([...others, ...more].map((key) => [key, 'x']));
    expect(loadConfig({ ...environment, PORT: '80', PORTS: '81' }).notices).toEqual([]);
  });

  test('tell what to do about a Slack token that expires', () => {
    for (const token of ['xoxe.xoxb-1-abc', 'xoxe-1-abc']) {
      expect(() => loadConfig({ SLACK_BOT_TOKEN: token, SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
        /SLACK_BOT_TOKEN is a token that expires within a day.*make a new app from manifest\.yaml and use its tokens\.$/,
      );
    }
  });

  test('say what is missing when Slack has a token but no way in', () => {
    expect(() => loadConfig({ SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      /SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET and PORT/,
    );
  });

  test('prefer Socket Mode when both Slack transports are there, and say so', () => {
    const config = loadConfig({
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_SIGNING_SECRET: '0123456789abcdef',
      PORT: '3000',
    });
    expect(config.slack?.transport.kind).toBe('socket');
    expect(config.notices).toEqual([
      'Slack is configured for Socket Mode and for HTTP: Socket Mode is used.',
    ]);
  });

  const manyWorkspaces = {
    SLACK_CLIENT_ID: '111.222',
    SLACK_CLIENT_SECRET: 'client-secret-0123456789',
    SLACK_STATE_SECRET: 'state-secret-0123456789-0123456789',
    SLACK_SIGNING_SECRET: 'signing-secret-0123456789',
    INSTALLATION_KEYS: `${'A'.repeat(43)}=, ${'B'.repeat(42)}A=`,
    PORT: '3000',
  };

  test('let many workspaces install the bot, and keep every secret of theirs out of logs', () => {
    const { slack, secrets } = loadConfig(manyWorkspaces);
    expect(slack?.transport).toMatchObject({
      kind: 'oauth',
      clientId: '111.222',
      port: 3000,
      installationKeys: [new Uint8Array(32), expect.any(Uint8Array)],
    });
    expect(secrets).toEqual([
      'signing-secret-0123456789',
      'client-secret-0123456789',
      'state-secret-0123456789-0123456789',
      `${'A'.repeat(43)}=`,
      `${'B'.repeat(42)}A=`,
    ]);
  });

  test.each(Object.keys(manyWorkspaces))('say that %s is missing for many workspaces', (key) => {
    expect(() => loadConfig({ ...manyWorkspaces, [key]: '' })).toThrow(
      `To let many workspaces install the bot, also set ${key}: .env.example says where each comes from.`,
    );
  });

  test('say which of the settings for many workspaces are wrong, without repeating them', () => {
    const mistaken = {
      ...manyWorkspaces,
      SLACK_CLIENT_ID: 'hunter2',
      SLACK_CLIENT_SECRET: 'hunter2',
      SLACK_STATE_SECRET: 'hunter2',
      INSTALLATION_KEYS: `${'A'.repeat(43)}=,hunter2`,
    };
    expect(() => loadConfig(mistaken)).toThrowErrorMatchingInlineSnapshot(`
      [ConfigError: The settings hold mistakes:
        SLACK_CLIENT_ID is not a client id: copy it again from Basic Information in your Slack app.
        SLACK_CLIENT_SECRET is too short: copy it again from Basic Information in your Slack app.
        SLACK_STATE_SECRET is shorter than 32 characters: make one with "openssl rand -hex 32".
        INSTALLATION_KEYS is wrong: Key 2 is not 32 bytes in base64: make one with "openssl rand -base64 32", and separate several by commas.]
    `);
    expect(() => loadConfig(mistaken)).not.toThrow(/hunter2/);
  });

  test('do not serve one workspace and many at once', () => {
    expect(() => loadConfig({ ...manyWorkspaces, SLACK_BOT_TOKEN: 'xoxb-1' })).toThrow(
      'SLACK_BOT_TOKEN serves one workspace and SLACK_CLIENT_ID many',
    );
    expect(loadConfig({ ...manyWorkspaces, SLACK_APP_TOKEN: 'xapp-1' }).notices).toEqual([
      'Slack reaches a bot of many workspaces over HTTP: SLACK_APP_TOKEN is not used.',
    ]);
  });

  test('name operators by platform', () => {
    expect(loadConfig({ ADMINS: 'discord:123, slack:U1' }).operators).toEqual(
      new Set(['discord:123', 'slack:U1']),
    );
  });

  test('ask for the workspace of a Slack operator where many install the bot', () => {
    const oauth = {
      SLACK_CLIENT_ID: '1.2',
      SLACK_CLIENT_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_STATE_SECRET: '0123456789abcdef0123456789abcdef',
      SLACK_SIGNING_SECRET: '0123456789abcdef',
      INSTALLATION_KEYS: Buffer.alloc(32, 1).toString('base64'),
      PORT: '3000',
    };
    expect(() => loadConfig({ ...oauth, ADMINS: 'slack:U1' })).toThrow(
      'slack:<team id>/<member id>',
    );
    expect(loadConfig({ ...oauth, ADMINS: 'slack:T1/U1' }).operators).toEqual(
      new Set(['slack:T1/U1']),
    );
  });

  test('PACKS_TOKEN goes with a git repository, is kept out of the log, and never told', () => {
    const token = 'x-token-auth:ghp_secretly';
    const { packsToken, secrets } = loadConfig({
      PACKS: 'https://host.example/packs.git#main',
      PACKS_TOKEN: token,
    });
    expect(packsToken).toBe(token);
    expect(secrets).toEqual(expect.arrayContaining([token, 'ghp_secretly']));
    for (const PACKS of ['https://host.example/packs.zip', '']) {
      const load = () => loadConfig({ PACKS, PACKS_TOKEN: token });
      expect(load).toThrow('PACKS_TOKEN is for a private git repository');
      expect(load).not.toThrow('ghp_');
    }
    expect(() => loadConfig({ PACKS_TOKEN: 'two words' })).toThrow('PACKS_TOKEN is no token');
  });

  test('are all documented in .env.example, and nothing else is', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, key]) => key,
    );
    expect(documented.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});
