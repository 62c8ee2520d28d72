import { describe, expect, onTestFinished, test } from 'vitest';
import type { Destination } from '../../../src/core/ports/sender.ts';
import type { Reply } from '../../../src/core/reply/reply.ts';
import { leftGraceMs } from '../../../src/storage/state/kept-communities.ts';
import { createState, type State } from '../../../src/storage/state/state.ts';
import { startOwnRedis } from '../../support/redis.ts';
import { type OauthSlack, startOauthSlack } from '../../support/slack/oauth-server.ts';
import {
  ask,
  install,
  mention,
  type OauthBot,
  startOauthBot,
  tell,
} from '../../support/slack/start-oauth.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { silentLog } from '../../support/test-bot.ts';
import { testClock, testNow } from '../../support/test-day.ts';

const riverton = { team: { id: 'T1', name: 'Riverton' } };
const dunhaven = { team: { id: 'T2', name: 'Dunhaven' } };
const organisation = { enterprise: { id: 'E1', name: 'The Whole Org' } };

const notice: Reply = {
  visibility: 'public',
  locale: 'en',
  tone: 'neutral',
  title: 'A notice',
  blocks: [],
};

const noticeIn = (team: string): Destination => ({
  to: 'answer',
  address: {
    platform: 'slack',
    community: `slack:${team}`,
    channel: 'C1',
    thread: undefined,
    message: undefined,
  },
});

const halfADay = 43_200;

async function start(url = 'memory:'): Promise<{ slack: OauthSlack; bot: OauthBot; state: State }> {
  const slack = await startOauthSlack();
  onTestFinished(() => slack.stop());
  const state = await createState(url, silentLog, { clock: testClock });
  onTestFinished(() => state.close());
  const bot = await startOauthBot(slack, state);
  onTestFinished(() => bot.stop());
  return { slack, bot, state };
}

/** How often a refresh token was exchanged; the installation itself is the first call. */
function exchanges(slack: OauthSlack): number {
  return slack.calls.filter((method) => method === 'oauth.v2.access').length - 1;
}

describe('tokens that rotate', () => {
  test('are left alone while they have hours to live', async () => {
    const { slack, bot } = await start();
    slack.tokensLiveSeconds = halfADay;
    await install(bot, slack, riverton);
    await mention(bot, slack, riverton);
    expect(exchanges(slack)).toBe(0);
  });

  test('are exchanged before the answer once they have expired, and once for many questions', async () => {
    const { slack, bot } = await start();
    slack.tokensLiveSeconds = 0;
    await install(bot, slack, riverton);
    slack.end(riverton, 'token_expired');
    slack.tokensLiveSeconds = halfADay;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mention(bot, slack, riverton)),
    );
    const [fresh] = slack.tokensOf(riverton);
    expect(new Set(answers.map(({ token }) => token))).toEqual(new Set([fresh]));
    expect(exchanges(slack)).toBe(1);
  });

  test('are exchanged ahead of time without keeping a question waiting', async () => {
    const { slack, bot } = await start();
    slack.tokensLiveSeconds = 3600;
    await install(bot, slack, riverton);
    const [old] = slack.tokensOf(riverton);
    slack.tokensLiveSeconds = halfADay;
    expect((await mention(bot, slack, riverton)).token).toBe(old);
    await expect.poll(() => slack.tokensOf(riverton).length).toBe(2);
    await expect
      .poll(async () => (await mention(bot, slack, riverton)).token)
      .toBe(slack.tokensOf(riverton)[1]);
    expect(exchanges(slack)).toBe(1);
  });

  test('are known after a restart as they were exchanged last', async () => {
    const url = `sqlite:${await temporaryFolder()}/state.db`;
    const { slack, bot } = await start(url);
    slack.tokensLiveSeconds = 0;
    await install(bot, slack, riverton);
    slack.end(riverton, 'token_expired');
    slack.tokensLiveSeconds = halfADay;
    await mention(bot, slack, riverton);
    await bot.stop();
    const state = await createState(url, silentLog, { clock: testClock });
    onTestFinished(() => state.close());
    const again = await startOauthBot(slack, state);
    onTestFinished(() => again.stop());
    expect([(await mention(again, slack, riverton)).token]).toEqual(slack.tokensOf(riverton));
  });

  test('that Slack no longer exchanges are not asked about with every question', async () => {
    const { slack, bot } = await start();
    slack.tokensLiveSeconds = 3600;
    await install(bot, slack, riverton);
    slack.forgetRefreshTokens();
    for (let question = 0; question < 5; question += 1) await mention(bot, slack, riverton);
    expect(exchanges(slack)).toBe(1);
  });

  test('that were exchanged while the store was away are kept once it is back', async () => {
    const redis = await startOwnRedis();
    const { slack, bot } = await start(redis.url);
    slack.tokensLiveSeconds = 0;
    await install(bot, slack, riverton);
    slack.end(riverton, 'token_expired');
    slack.tokensLiveSeconds = halfADay;
    await redis.stop();
    const { token } = await mention(bot, slack, riverton);
    expect([token]).toEqual(slack.tokensOf(riverton));

    const back = await startOwnRedis(redis.port);
    onTestFinished(() => back.stop());
    await expect
      .poll(
        async () => {
          await mention(bot, slack, riverton);
          return bot.installations.load('team:T1').catch(() => undefined);
        },
        { timeout: 15_000, interval: 500 },
      )
      .toContain(token);
  }, 30_000);
});

describe('a workspace that takes the bot out', () => {
  const uninstalled = { type: 'app_uninstalled' };

  test.each([
    ['uninstalls it', uninstalled],
    ['revokes its token', { type: 'tokens_revoked', tokens: { oauth: [], bot: ['UT1BOT'] } }],
  ])('when it %s, leaves nothing behind that works', async (_name, event) => {
    const { slack, bot } = await start();
    await install(bot, slack, riverton);
    await install(bot, slack, dunhaven);
    slack.end(riverton, 'token_revoked');
    await tell(bot, riverton, event);
    await expect.poll(() => bot.installations.list()).toEqual(['team:T2']);
    await mention(bot, slack, dunhaven);
    expect(bot.fatal).toEqual([]);
  });

  test('has its settings removed when the time of grace is over', async () => {
    let now = testNow;
    const slack = await startOauthSlack();
    onTestFinished(() => slack.stop());
    const state = await createState('memory:', silentLog, { clock: () => now });
    onTestFinished(() => state.close());
    const bot = await startOauthBot(slack, state);
    onTestFinished(() => bot.stop());
    await install(bot, slack, riverton);
    await install(bot, slack, dunhaven);
    slack.end(riverton, 'token_revoked');
    await tell(bot, riverton, uninstalled);
    await expect.poll(() => bot.installations.list()).toEqual(['team:T2']);
    expect(await state.communities.removeLeft()).toEqual([]);
    now = new Date(now.getTime() + leftGraceMs + 60_000);
    await expect.poll(() => state.communities.removeLeft()).toEqual(['slack:T1']);
  });

  test('and installs it again is not taken out by news that come late', async () => {
    const { slack, bot } = await start();
    await install(bot, slack, riverton);
    slack.end(riverton, 'token_revoked');
    await install(bot, slack, riverton);
    await tell(bot, riverton, uninstalled);
    await expect.poll(() => slack.calls.at(-1)).toBe('auth.test');
    await mention(bot, slack, riverton);
    expect(await bot.installations.list()).toEqual(['team:T1']);
  });

  test('is still answered when only a person’s tokens were revoked', async () => {
    const { slack, bot } = await start();
    await install(bot, slack, riverton);
    await tell(bot, riverton, { type: 'tokens_revoked', tokens: { oauth: ['UPERSON'] } });
    await mention(bot, slack, riverton);
    expect(await bot.installations.list()).toEqual(['team:T1']);
  });

  test('without a word does not end the bot for the others', async () => {
    const { slack, bot } = await start();
    await install(bot, slack, riverton);
    await install(bot, slack, dunhaven);
    slack.end(riverton, 'token_revoked');
    await ask(bot, riverton);
    await expect.poll(() => bot.logged).toContain('{"code":"token_revoked"}');
    await mention(bot, slack, dunhaven);
    expect(bot.fatal).toEqual([]);
  });
});

describe('an organisation that installed the bot for all', () => {
  const sold = { team: { id: 'T7', name: 'Sold' }, ...organisation };

  test('takes workspaces in and out', async () => {
    const { slack, bot, state } = await start();
    await install(bot, slack, organisation);
    const authorizations = [
      { team_id: null, enterprise_id: 'E1', user_id: 'UE1BOT', is_enterprise_install: true },
    ];
    await tell(
      bot,
      sold,
      { type: 'team_access_granted', team_ids: ['T7', 'T8'] },
      { authorizations },
    );
    await expect.poll(() => state.communities.list()).toEqual(['slack:T7', 'slack:T8']);
  });

  test('is spoken to unasked by its own token, in each of its workspaces, after a restart too', async () => {
    const { slack, bot, state } = await start();
    const other = { enterprise: { id: 'E2', name: 'Another Org' } };
    await install(bot, slack, other);
    await install(bot, slack, organisation);
    await install(bot, slack, riverton);
    slack.workspacesOf = ({ enterprise }) => (enterprise?.id === 'E1' ? ['T6', 'T7'] : ['T9']);
    for (const speaking of [bot, await startOauthBot(slack, state)]) {
      onTestFinished(() => speaking.stop());
      const sender = speaking.senders.of('slack');
      for (const [team, where] of [
        ['T7', organisation],
        ['T9', other],
        ['T1', riverton],
      ] as const) {
        const ts = await sender?.post(noticeIn(team), notice, 'once');
        expect(ts).toBeDefined();
        expect([slack.posted.at(-1)?.token]).toEqual(slack.tokensOf(where));
      }
      await expect(sender?.post(noticeIn('T5'), notice, 'once')).rejects.toMatchObject({
        why: 'gone',
      });
    }
  });

  test('is spoken to later where it can’t be told now which one it is', async () => {
    const { slack, bot } = await start();
    await install(bot, slack, organisation);
    slack.end(organisation, 'token_expired');
    await expect(
      bot.senders.of('slack')?.post(noticeIn('T7'), notice, 'once'),
    ).rejects.toMatchObject({ why: 'later' });
  });

  test('leaves nothing behind when it uninstalls', async () => {
    const { slack, bot } = await start();
    await install(bot, slack, organisation);
    slack.end(organisation, 'token_revoked');
    await tell(bot, sold, { type: 'app_uninstalled' });
    await expect.poll(() => bot.installations.list()).toEqual([]);
  });
});
