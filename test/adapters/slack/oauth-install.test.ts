import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { commands } from '../../../commands/index.ts';
import { commandsToManifest } from '../../../src/adapters/slack/commands-to-manifest.ts';
import {
  ask,
  createBrowser,
  install,
  mention,
  questionFor,
  startOver,
  startSlackCloud,
} from '../../support/slack/start-oauth.ts';

const riverton = { team: { id: 'T1', name: 'Riverton & Sons' } };
const dunhaven = { team: { id: 'T2', name: 'Dunhaven' } };
const organisation = { enterprise: { id: 'E1', name: 'The Whole Org' } };

test.each(['a b', 'x:y:z', '[', 'x:99999', ''])(
  'a browser that says it wants “%s” is refused, without a word in the log',
  async (host) => {
    const { bot } = await startOver(await startSlackCloud());
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
    const { bot } = await startOver(await startSlackCloud());
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
    const { bot, state } = await startOver(slack);
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
    const { bot } = await startOver(await startSlackCloud());
    const page = await createBrowser().open(`${bot.root}/slack/oauth_redirect`, {
      'accept-language': 'fr-CH, fr;q=0.9, en;q=0.8',
    });
    expect(await page.text()).toContain('<html lang="fr">');
  });

  test('sees when Slack does not complete it, and nothing is kept', async () => {
    const slack = await startSlackCloud();
    const { bot } = await startOver(slack);
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
    const { bot } = await startOver(slack);
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
    const { bot } = await startOver(slack);
    await install(bot, slack, riverton);
    await install(bot, slack, riverton);
    expect((await mention(bot, slack, riverton)).token).toBe(slack.tokensOf(riverton)[1]);
  });

  test('of an organisation that installed the bot for all is answered', async () => {
    const slack = await startSlackCloud();
    const { bot } = await startOver(slack);
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
    const { bot } = await startOver(slack);
    await install(bot, slack, riverton);
    await ask(bot, dunhaven);
    await mention(bot, slack, riverton);
    await bot.stop();
    expect(slack.posted.length).toBe(1);
    expect(bot.logged).toContain('The bot is not installed in team:T2');
  });
});
