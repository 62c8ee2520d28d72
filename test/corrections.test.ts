import { describe, expect, test, vi } from 'vitest';
import { lasting, startStateKinds } from './storage/state/state-kinds.ts';
import {
  asMisleading,
  asRetracted,
  type ChatsWithEdits,
  claim,
  ref,
  startWithEdits,
} from './support/corrected-claim.ts';
import type { Seen } from './support/discord/ledger.ts';

const kinds = lasting(await startStateKinds());

/** Where answers to everybody stand: after a command, a mention, and a private answer that was shared. */
async function askEverywhere({ discord, slack }: ChatsWithEdits) {
  const onSlack = [
    await slack.slash('/fact', ref),
    await slack.mention(claim, { channel: 'CMENTIONED' }),
    await slack.press(await slack.slash('/fact', `private ${ref}`), 'Share to channel'),
  ];
  const onDiscord = [
    await discord.slash('fact', { claim }),
    await discord.mention(claim),
    await discord.press(await discord.slash('fact', { claim, private: true }), 'Share to channel'),
  ];
  return { onSlack, onDiscord };
}

/** Two chats are connected to in each test. */
vi.setConfig({ testTimeout: 90_000 });

describe.each(kinds)('over $name', ({ freshUrl }) => {
  test('a corrected verdict reaches every answer, and going back restores them', async () => {
    const both = await startWithEdits(await freshUrl());
    const { onSlack, onDiscord } = await askEverywhere(both);
    const nowOnDiscord = (seen: Seen) => both.discord.messageNow(seen)?.text ?? 'gone';
    await both.edit(...asMisleading);
    const said = 'Corrected 29 Nov 2026: was True, now Misleading.';
    const whole = `${said} Why: The department’s own count is higher.`.replace('’', "'");
    for (const text of [...onSlack.map(both.slackNow), ...onDiscord.map(nowOnDiscord)]) {
      expect(text).toContain(whole);
      expect(text).toContain('△ Misleading');
      expect(text).not.toContain('✓ True');
    }
    for (const notices of [
      ...onSlack.map(both.noticesOnSlack),
      ...onDiscord.map(both.noticesOnDiscord),
    ]) {
      expect(notices).toEqual([expect.stringContaining(whole)]);
      expect(notices[0]).toContain('The answer above now says so.');
    }
    await both.admin('undo');
    await both.outgoing.work();
    for (const text of [...onSlack.map(both.slackNow), ...onDiscord.map(nowOnDiscord)]) {
      expect(text).toContain('Restored 29 Nov 2026: was Misleading, now True again.');
      expect(text).toContain('✓ True');
    }
    expect(onSlack.flatMap(both.noticesOnSlack)).toHaveLength(6);
    expect(onDiscord.flatMap(both.noticesOnDiscord)).toHaveLength(6);
    expect(await both.state.corrections.recent(10)).toMatchObject([
      { ref, change: 'restored', answers: { corrected: 6, left: 0 } },
      { ref, change: 'verdict', why: "The department's own count is higher." },
    ]);
  });
});

describe('what readers see', () => {
  test('of a check that an operator withdrew in chat is struck, and stands again once it is found right', async () => {
    const both = await startWithEdits('memory:');
    const answer = await both.discord.slash('fact', { claim });
    const now = () => both.discord.messageNow(answer)?.text;
    await vi.waitFor(async () => expect(await both.state.receipts.about(ref, 1)).toHaveLength(1));
    await both.admin(`verify ${ref} decision:retracted why:"Another city was counted."`);
    await both.outgoing.work();
    expect(now()).toMatch(/was True, now Retracted\..*Another city was counted\./s);
    expect(both.noticesOnDiscord(answer)).toHaveLength(1);
    await both.admin(`verify ${ref} decision:confirmed`);
    await both.outgoing.work();
    expect(now()).toContain('was Retracted, now True');
  });

  test('of a withdrawn check is struck, with why, and stands again once it is taken back', async () => {
    const both = await startWithEdits('memory:');
    const { discord, slack } = both;
    const [onSlack, onDiscord] = [
      await slack.slash('/fact', ref),
      await discord.slash('fact', { claim }),
    ];
    await both.edit(...asRetracted);
    const nowOnDiscord = () => discord.messageNow(onDiscord);
    const struck = slack.server.messages.find(({ ts }) => ts === onSlack.message.ts)?.blocks;
    expect(JSON.stringify(struck)).toMatch(
      /"text":"True\\nThe Inquirer[^"]+","style":\{"strike":true\}/,
    );
    expect(nowOnDiscord()?.message.embeds?.[0]?.description).toMatch(
      /~~True~~\n~~The Inquirer.+~~/,
    );
    for (const text of [both.slackNow(onSlack), nowOnDiscord()?.text]) {
      expect(text).toContain('Corrected 29 Nov 2026: was True, now Retracted.');
      expect(text).toContain('must not be relied on. The count was of another city.');
    }
    for (const notices of [both.noticesOnSlack(onSlack), both.noticesOnDiscord(onDiscord)]) {
      expect(notices).toEqual([expect.stringContaining('Why: The count was of another city.')]);
    }
    await both.edit([asRetracted[0][1], asRetracted[0][0]]);
    for (const text of [both.slackNow(onSlack), nowOnDiscord()?.text]) {
      expect(text).toContain('Restored 29 Nov 2026: was Retracted, now True again.');
      expect(text).toContain('✓ True');
    }
    expect((await both.state.corrections.recent(9)).map(({ change }) => change)).toEqual([
      'restored',
      'verdict',
    ]);
  });

  test('is put right also where the community has switched the pack off since', async () => {
    const both = await startWithEdits('memory:');
    const answer = await both.slack.mention(claim);
    await both.state.communities.change('slack:T1', 'slack:T1/UMANAGER', {
      packs: ['misconceptions'],
    });
    await both.edit(...asMisleading);
    expect(both.slackNow(answer)).toContain('was True, now Misleading.');
    expect(both.noticesOnSlack(answer)).toHaveLength(1);
  });

  test('of other words or sources changes quietly, with a dated line', async () => {
    const both = await startWithEdits('memory:');
    const { discord, slack } = both;
    const [onSlack, onDiscord] = [
      await slack.slash('/fact', ref),
      await discord.slash('fact', { claim }),
    ];
    await both.edit(['some reports have 559', 'two reports have 559']);
    for (const text of [both.slackNow(onSlack), discord.messageNow(onDiscord)?.text]) {
      expect(text).toContain('Updated 29 Nov 2026');
      expect(text).toContain('two reports have 559');
    }
    await both.edit(['published: 2022-03-11', 'published: 2022-03-12']);
    expect(both.slackNow(onSlack)).toContain('12 Mar 2022');
    expect([both.noticesOnSlack(onSlack), both.noticesOnDiscord(onDiscord)]).toEqual([[], []]);
  });

  test('stays as it is for wordings, near misses and slips', async () => {
    const both = await startWithEdits('memory:');
    const before = await both.slack.slash('/fact', ref);
    const calls = both.slack.server.calls.length;
    await both.edit(['wordings:', 'wordings:\n  - philly had 562 killings in 2021']);
    await both.edit(['some reports have', 'some reprots have']);
    await both.edit(['says nothing about causes.', 'says nothing about causes!']);
    expect(both.slackNow(before)).not.toMatch(/Updated|Corrected/);
    expect(both.slack.server.calls).toHaveLength(calls);
    expect(await both.state.corrections.recent(9)).toEqual([]);
  });

  test('in private is theirs alone', async () => {
    const both = await startWithEdits('memory:');
    const { discord, slack } = both;
    await slack.slash('/fact', `private ${ref}`);
    await slack.directMessage(ref);
    await discord.slash('fact', { claim, private: true });
    const said = slack.server.messages.length + discord.posted.length;
    await both.edit(...asMisleading);
    expect(slack.server.messages.length + discord.posted.length).toBe(said);
    expect(slack.server.calls).not.toContain('chat.update');
  });
});
