import { describe, expect, test, vi } from 'vitest';
import { asMisleading, claim, ref, startWithEdits } from './support/corrected-claim.ts';
import { foreignChannel } from './support/slack/slack-server.ts';

/** Two chats are connected to in each test. */
vi.setConfig({ testTimeout: 90_000 });

describe('an answer that can’t be changed', () => {
  test('is followed by a notice where the bot may post', async () => {
    const both = await startWithEdits('memory:');
    const { discord } = both;
    const gone = await discord.mention(claim);
    discord.remove(gone);
    const before = discord.posted.length;
    await both.edit(...asMisleading);
    const [notice] = discord.posted.slice(before);
    expect(notice?.text).toContain('The answer given here on 29 Nov 2026 could not be changed.');
    expect(notice?.repliesTo).toBeUndefined();
  });

  test('is counted with the reason where it may not', async () => {
    const both = await startWithEdits('memory:');
    await both.slack.slash('/fact', ref, { channel: foreignChannel });
    await both.edit(...asMisleading);
    expect(await both.state.outbox.list('correction ', undefined, 9)).toMatchObject([
      { state: 'failed', why: 'not-allowed' },
    ]);
    const told = await both.admin('corrections');
    expect(told).toContain('Not done: the bot may not change or post anything there');
    expect(told).toContain(`${ref} · slack:${foreignChannel}`);
  });
});

describe('an answer that the platform would not have changed', () => {
  test('is changed once the claim says something else, and the platform lets the bot', async () => {
    const both = await startWithEdits('memory:');
    const { server } = both.slack;
    const answer = await both.slack.mention(claim);
    server.failNext('chat.update', { error: 'cant_update_message' });
    server.failNext('chat.postMessage', { error: 'not_in_channel' });
    await both.edit(...asMisleading);
    expect(both.slackNow(answer)).toContain('✓ True');
    await both.edit(['verdict: misleading', 'verdict: "false"']);
    expect(both.slackNow(answer)).toContain('was True, now False');
    expect(both.noticesOnSlack(answer)).toEqual([expect.stringContaining('was True, now False')]);
  });
});
