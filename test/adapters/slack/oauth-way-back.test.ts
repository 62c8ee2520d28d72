import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { realNow } from '../../support/real-clock.ts';
import {
  createBrowser,
  questionFor,
  startOver,
  startSlackCloud,
  stateSecret,
} from '../../support/slack/start-oauth.ts';

const riverton = { team: { id: 'T1', name: 'Riverton & Sons' } };

describe('a way back from Slack', () => {
  const reused = 'in the browser in which the installation began and within ten minutes';

  test('without the cookie of the browser that began is refused', async () => {
    const slack = await startSlackCloud();
    const { bot } = await startOver(slack);
    const back = slack.allow(await questionFor(bot, createBrowser()), riverton);
    const page = await createBrowser().open(back);
    expect([page.status, await page.text()]).toEqual([400, expect.stringContaining(reused)]);
    expect(slack.calls).toEqual([]);
  });

  test('that is taken twice is refused the second time, also with the cookie', async () => {
    const slack = await startSlackCloud();
    const { bot } = await startOver(slack);
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
    const { bot } = await startOver(slack);
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
    const { bot } = await startOver(slack);
    const browser = createBrowser();
    const back = new URL(slack.allow(await questionFor(bot, browser), riverton));
    const state = signState(stateSecret, new Date(realNow()));
    back.searchParams.set('state', state);
    for (const name of browser.cookies.keys()) browser.cookies.set(name, state);
    expect((await browser.open(back.href)).status).toBe(200);
  });

  test('without a code, or after “Cancel”, says so and keeps nothing', async () => {
    const slack = await startSlackCloud();
    const { bot } = await startOver(slack);
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
