import { describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { commandsToManifest } from '../../src/adapters/slack/commands-to-manifest.ts';
import { parseEncryptionKeys } from '../../src/core/ports/encryption-keys.ts';
import { createState } from '../../src/storage/state/state.ts';
import type { Ended } from '../support/program.ts';
import { type SlackAnswers, startSlackAnswers } from '../support/slack/slack-answers.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { silentLog } from '../support/test-bot.ts';
import { testClock } from '../support/test-day.ts';
import { doctor } from './run-doctor.ts';

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
    expect(out).toContain('· Note: RUN_BY is empty');
    expect(code).toBe(0);
    expect(slack.calls.toSorted()).toEqual([
      `apps.connections.open ${appToken}`,
      `auth.test ${botToken}`,
    ]);
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
    const state = await createState(url, silentLog, { clock: testClock });
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
