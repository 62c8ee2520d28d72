import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { atRealTime, startProgram } from '../../support/program.ts';
import { freePort, startOwnRedis } from '../../support/redis.ts';
import { oauthApp } from '../../support/slack/oauth-server.ts';
import { signingSecret } from '../../support/slack/signed-http.ts';
import {
  install,
  installationKeys,
  mention,
  startOver,
  startSlackCloud,
  stateSecret,
} from '../../support/slack/start-oauth.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const riverton = { team: { id: 'T1', name: 'Riverton & Sons' } };

describe('installations', async () => {
  const redis = await startOwnRedis();
  afterAll(() => redis.stop());
  const kinds = [
    ['SQLite', async () => `sqlite:${await temporaryFolder()}/state.db`],
    ['Redis', async () => redis.url],
  ] as const;

  test.each(kinds)('outlive a restart with %s', async (_name, freshUrl) => {
    const slack = await startSlackCloud();
    const url = await freshUrl();
    const before = await startOver(slack, url);
    await install(before.bot, slack, riverton);
    await before.stop();
    const { bot } = await startOver(slack, url);
    const { token } = await mention(bot, slack, riverton);
    expect([token]).toEqual(slack.tokensOf(riverton));
  });

  test('are those of the program that is configured for many workspaces', async () => {
    const slack = await startSlackCloud();
    const port = await freePort();
    const program = startProgram('src/main.ts', [], {
      SLACK_CLIENT_ID: oauthApp.clientId,
      SLACK_CLIENT_SECRET: oauthApp.clientSecret,
      SLACK_STATE_SECRET: stateSecret,
      SLACK_SIGNING_SECRET: signingSecret,
      INSTALLATION_KEYS: installationKeys,
      PORT: String(port),
      ...atRealTime,
      SLACK_API_URL: slack.apiUrl,
    });
    onTestFinished(() => void program.child.kill('SIGKILL'));
    await program.shows('Answering on Slack');
    const root = `http://127.0.0.1:${port}`;
    slack.redirectUrl = `${root}/slack/oauth_redirect`;
    expect((await install({ root }, slack, riverton)).status).toBe(200);
    expect([(await mention({ root }, slack, riverton)).token]).toEqual(slack.tokensOf(riverton));
    program.child.kill('SIGTERM');
    const { code, out, err } = await program.ended();
    expect(code).toBe(0);
    for (const secret of [...slack.tokensOf(riverton), stateSecret, oauthApp.clientSecret])
      expect(`${out}${err}`).not.toContain(secret);
  });

  test('are not readable in the file that holds them', async () => {
    const folder = await temporaryFolder();
    const slack = await startSlackCloud();
    slack.tokensLiveSeconds = 43_200;
    const { bot, stop } = await startOver(slack, `sqlite:${folder}/state.db`);
    await install(bot, slack, riverton);
    await stop();
    const names = await readdir(folder);
    const contents = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
    const [token = ''] = slack.tokensOf(riverton);
    expect(contents.join('')).toContain('team:T1');
    expect(contents.join('')).not.toContain(token);
    expect(contents.join('')).not.toContain('refreshToken');
  });
});
