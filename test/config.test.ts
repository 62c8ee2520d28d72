import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { environmentSchema, loadConfig } from '../src/config.ts';

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
        PORT is not a port: use a whole number from 1 to 65535.]
    `);
    expect(() => loadConfig(mistaken)).not.toThrow(/hunter2/);
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

  test('name operators by platform', () => {
    expect(loadConfig({ ADMINS: 'discord:123, slack:U1' }).operators).toEqual(
      new Set(['discord:123', 'slack:U1']),
    );
  });

  test('are all documented in .env.example, and nothing else is', () => {
    const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      ([, key]) => key,
    );
    expect(documented.sort()).toEqual(Object.keys(environmentSchema.shape).sort());
  });
});
