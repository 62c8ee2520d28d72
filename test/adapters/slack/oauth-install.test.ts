import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { commandsToManifest } from '../../../src/adapters/slack/commands-to-manifest.ts';
import { createState, type State } from '../../../src/storage/state/state.ts';
import { atRealTime, startProgram } from '../../support/program.ts';
import { realNow } from '../../support/real-clock.ts';
import { freePort, startOwnRedis } from '../../support/redis.ts';
import { type OauthSlack, oauthApp, startOauthSlack } from '../../support/slack/oauth-server.ts';
import { signingSecret } from '../../support/slack/signed-http.ts';
import {
  ask,
  createBrowser,
  install,
  installationKeys,
  mention,
  type OauthBot,
  questionFor,
  startOauthBot,
  stateSecret,
} from '../../support/slack/start-oauth.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { silentLog } from '../../support/test-bot.ts';
import { testClock } from '../../support/test-day.ts';

const riverton = { team: { id: 'T1', name: 'Riverton & Sons' } };
const dunhaven = { team: { id: 'T2', name: 'Dunhaven' } };
const organisation = { enterprise: { id: 'E1', name: 'The Whole Org' } };

async function startSlackCloud(): Promise<OauthSlack> {
  const slack = await startOauthSlack();
  onTestFinished(() => slack.stop());
  return slack;
}

async function start(
  slack: OauthSlack,
  url = 'memory:',
): Promise<{ bot: OauthBot; state: State; stop: () => Promise<void> }> {
  const state = await createState(url, silentLog, { clock: testClock });
  const bot = await startOauthBot(slack, state);
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= bot.stop().then(() => state.close());
    return stopped;
  };
  onTestFinished(stop);
  return { bot, state, stop };
}

test.each(['a b', 'x:y:z', '[', 'x:99999', ''])(
  'a browser that says it wants “%s” is refused, without a word in the log',
  async (host) => {
    const { bot } = await start(await startSlackCloud());
    const before = bot.logged;
    for (const path of ['/slack/install', '/slack/oauth_redirect?state=1&code=2']) {
      const socket = connect(Number(new URL(bot.root).port), '127.0.0.1');
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`);
      expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 400 /);
    }
    expect(bot.logged).toBe(before);
  },
);

describe('somebody who installs the bot in their workspace', () => {
  test('is sent to Slack’s question with the scopes of the manifest', async () => {
    const { bot } = await start(await startSlackCloud());
    const response = await createBrowser().open(`${bot.root}/slack/install`);
    expect(response.status).toBe(302);
    const question = new URL(response.headers.get('location') ?? '');
    expect(question.pathname).toBe('/oauth/v2/authorize');
    expect(question.searchParams.get('scope')?.split(',')).toEqual(
      commandsToManifest(commands).oauth_config.scopes.bot,
    );
    expect(question.searchParams.get('state')).toBeTruthy();
  });

  test('sees that it is installed, and mentions are answered there', async () => {
    const slack = await startSlackCloud();
    const { bot, state } = await start(slack);
    const page = await install(bot, slack, riverton);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('The bot is in Riverton &amp; Sons now.');
    expect(html).toContain('https://slack.com/app_redirect?app=A1&amp;team=T1');

    const answer = await mention(bot, slack, riverton);
    expect(answer.text).toContain('562');
    expect([answer.token]).toEqual(slack.tokensOf(riverton));
    expect(await bot.installations.list()).toEqual(['team:T1']);
    expect(await state.communities.list()).toEqual(['slack:T1']);
  });

  test('reads the pages in their own language', async () => {
    const { bot } = await start(await startSlackCloud());
    const page = await createBrowser().open(`${bot.root}/slack/oauth_redirect`, {
      'accept-language': 'fr-CH, fr;q=0.9, en;q=0.8',
    });
    expect(await page.text()).toContain('<html lang="fr">');
  });

  test('sees when Slack does not complete it, and nothing is kept', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const browser = createBrowser();
    const back = new URL(slack.allow(await questionFor(bot, browser), riverton));
    back.searchParams.set('code', 'invented');
    const page = await browser.open(back.href);
    expect(page.status).toBe(500);
    expect(await page.text()).toContain('href="/slack/install"');
    expect(bot.logged).toContain('Slack: an installation failed {"code":"invalid_code"}');
    expect(await bot.installations.list()).toEqual([]);
  });
});

describe('each workspace', () => {
  test('is answered with its own token', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    await install(bot, slack, riverton);
    await install(bot, slack, dunhaven);
    const answers = await Promise.all([
      mention(bot, slack, riverton),
      mention(bot, slack, dunhaven),
    ]);
    expect(answers.map(({ token }) => token)).toEqual([
      ...slack.tokensOf(riverton),
      ...slack.tokensOf(dunhaven),
    ]);
  });

  test('is answered with the latest token when it installs the bot again', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    await install(bot, slack, riverton);
    await install(bot, slack, riverton);
    expect((await mention(bot, slack, riverton)).token).toBe(slack.tokensOf(riverton)[1]);
  });

  test('of an organisation that installed the bot for all is answered', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const page = await install(bot, slack, organisation);
    expect(await page.text()).toContain('The bot is in The Whole Org now.');
    expect(await bot.installations.list()).toEqual(['enterprise:E1']);
    for (const id of ['T7', 'T8']) {
      const workspace = { team: { id, name: id }, ...organisation };
      const { token } = await mention(bot, slack, workspace, organisation);
      expect([token]).toEqual(slack.tokensOf(organisation));
    }
  });

  test('that never installed the bot is not answered, and others still are', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    await install(bot, slack, riverton);
    await ask(bot, dunhaven);
    await mention(bot, slack, riverton);
    await bot.stop();
    expect(slack.posted.length).toBe(1);
    expect(bot.logged).toContain('The bot is not installed in team:T2');
  });
});

describe('a way back from Slack', () => {
  const reused = 'in the browser in which the installation began and within ten minutes';

  test('without the cookie of the browser that began is refused', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const back = slack.allow(await questionFor(bot, createBrowser()), riverton);
    const page = await createBrowser().open(back);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining(reused)]);
    expect(slack.calls).toEqual([]);
  });

  test('that is taken twice is refused the second time, also with the cookie', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const browser = createBrowser();
    const back = slack.allow(await questionFor(bot, browser), riverton);
    const cookies = new Map(browser.cookies);
    expect((await browser.open(back)).status).toBe(200);
    const before = slack.calls.length;
    const thief = createBrowser();
    for (const [name, value] of cookies) thief.cookies.set(name, value);
    const page = await thief.open(back);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining(reused)]);
    expect(slack.calls.length).toBe(before);
  });

  test.each([
    ['signed eleven minutes ago', stateSecret, 11],
    ['signed with another secret', 'somebody else’s secret', 0],
  ])('with a state %s is refused', async (_name, secret, minutesAgo) => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const browser = createBrowser();
    const back = new URL(slack.allow(await questionFor(bot, browser), riverton));
    const state = signState(secret, new Date(realNow() - minutesAgo * 60_000));
    back.searchParams.set('state', state);
    for (const name of browser.cookies.keys()) browser.cookies.set(name, state);
    expect((await browser.open(back.href)).status).toBe(400);
    expect(slack.calls).toEqual([]);
  });

  test('with a state of the same making that is fresh is taken', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const browser = createBrowser();
    const back = new URL(slack.allow(await questionFor(bot, browser), riverton));
    const state = signState(stateSecret, new Date(realNow()));
    back.searchParams.set('state', state);
    for (const name of browser.cookies.keys()) browser.cookies.set(name, state);
    expect((await browser.open(back.href)).status).toBe(200);
  });

  test('without a code, or after “Cancel”, says so and keeps nothing', async () => {
    const slack = await startSlackCloud();
    const { bot } = await start(slack);
    const browser = createBrowser();
    const cancelled = await browser.open(slack.cancel(await questionFor(bot, browser)));
    expect([cancelled.status, await cancelled.text()]).toEqual([
      400,
      expect.stringContaining('nothing was installed'),
    ]);
    expect((await browser.open(`${bot.root}/slack/oauth_redirect?code=`)).status).toBe(400);
    expect((await fetch(`${bot.root}/slack/install`, { method: 'POST' })).status).toBe(405);
    expect(await bot.installations.list()).toEqual([]);
  });
});

/** As the installer makes it: a JSON Web Token that says when. */
function signState(secret: string, at: Date): string {
  const part = (content: object): string =>
    Buffer.from(JSON.stringify(content)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ installOptions: { scopes: [] }, now: at.toJSON() })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

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
    const before = await start(slack, url);
    await install(before.bot, slack, riverton);
    await before.stop();
    const { bot } = await start(slack, url);
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
    const { bot, stop } = await start(slack, `sqlite:${folder}/state.db`);
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
