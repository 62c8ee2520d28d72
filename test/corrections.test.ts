import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { parseCommandLine } from '../src/core/bot/command-line.ts';
import type { CorrectionSettings } from '../src/core/corrections/create-corrections.ts';
import type { Outgoing } from '../src/core/outbox/outgoing.ts';
import { replyToText } from '../src/core/reply/reply-text.ts';
import type { State } from '../src/storage/state/state.ts';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import { answerTo } from './support/answer-to.ts';
import type { Seen } from './support/discord/ledger.ts';
import type { StandInDiscord } from './support/discord/stand-in-discord.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import type { Answer } from './support/slack/slack-people.ts';
import { foreignChannel } from './support/slack/slack-server.ts';
import type { RunningSlack } from './support/slack/start-slack.ts';
import { startBothChats } from './support/start-both-chats.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { createTestBot } from './support/test-bot.ts';

const kinds = lasting(await startStateKinds());

const operator = 'console:local';
const id = 'philly-2021-562-homicides';
const ref = `krasner/${id}`;
const claim = 'Philadelphia recorded 562 homicides in 2021.';

interface Both {
  /** Replaces in the claim's file, reloads, and lets what follows go out. */
  edit(...replacements: readonly (readonly [string, string])[]): Promise<void>;
  admin(line: string): Promise<string>;
  readonly outgoing: Outgoing;
  readonly discord: StandInDiscord;
  readonly slack: RunningSlack;
  readonly state: State;
  /** What stands in Slack's channel now: of the answer, and of all that came after it. */
  slackNow(answer: Answer): string;
  noticesOnSlack(answer: Answer): readonly string[];
  noticesOnDiscord(answer: Seen): readonly string[];
}

/** One bot over packs of its own, on both platforms. */
async function startOnBoth(
  url: string,
  corrections: CorrectionSettings = { mode: 'edit+notice', perChannel: 20, days: 30 },
): Promise<Both> {
  const dataDir = await temporaryFolder();
  await cp('data/krasner', join(dataDir, 'krasner'), { recursive: true });
  const state = await openState(url);
  const made = await createTestBot({ dataDir, state, operators: [operator], corrections });
  const { bot, outgoing } = made;
  const { discord, slack } = await startBothChats(made, state);
  onTestFinished(() => outgoing.stop());
  await outgoing.work();
  const file = join(dataDir, 'krasner', 'claims', `${id}.yaml`);

  async function admin(line: string): Promise<string> {
    const command = bot.commands.find(({ name }) => name === 'fact-admin');
    if (!command) throw new Error('no fact-admin');
    const input = parseCommandLine(command, line);
    return replyToText(await answerTo(bot, { platform: 'console', user: operator, input }));
  }

  return {
    admin,
    async edit(...replacements) {
      let text = await readFile(file, 'utf8');
      for (const [from, to] of replacements) {
        if (!text.includes(from)) throw new Error(`the file does not say ${from}`);
        text = text.replace(from, () => to);
      }
      await writeFile(file, text);
      expect(await admin('reload')).toContain('Claims reloaded');
      await outgoing.work();
    },
    outgoing,
    discord,
    slack,
    state,
    slackNow({ message: { ts } }) {
      const now = slack.server.messages.find((message) => message.ts === ts);
      return now ? blocksToShownText(now.blocks) : 'gone';
    },
    noticesOnSlack: ({ message: { ts }, threadTs }) =>
      slack.server.messages
        .filter((message) => message.ts !== ts && message.threadTs === (threadTs ?? ts))
        .map(({ blocks }) => blocksToShownText(blocks)),
    noticesOnDiscord: ({ id: answer }) =>
      discord.posted.filter(({ repliesTo }) => repliesTo === answer).map(({ text }) => text),
  };
}

/** Its history ends the file. */
const lastEntry = 'copies or retired pages by names.';
const asMisleading = [
  ['verdict: "true"', 'verdict: misleading'],
  [
    lastEntry,
    `${lastEntry}
  - on: 2026-11-29
    by: the desk
    change: The department's own count is higher.
    correction: true`,
  ],
] as const;
const asRetracted = [
  ['status: verified', 'status: retracted\n  reason: The count was of another city.'],
] as const;

/** Where answers to everybody stand: after a command, a mention, and a private answer that was shared. */
async function askEverywhere({ discord, slack }: Both) {
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
    const both = await startOnBoth(await freshUrl());
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
    const both = await startOnBoth('memory:');
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
    const both = await startOnBoth('memory:');
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

  test('of other words or sources changes quietly, with a dated line', async () => {
    const both = await startOnBoth('memory:');
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
    const both = await startOnBoth('memory:');
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
    const both = await startOnBoth('memory:');
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

describe('an answer that can’t be changed', () => {
  test('is followed by a notice where the bot may post', async () => {
    const both = await startOnBoth('memory:');
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
    const both = await startOnBoth('memory:');
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
    const both = await startOnBoth('memory:');
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

describe('the operator’s settings', () => {
  test('bound how many answers of a channel are changed, and how old ones', async () => {
    const both = await startOnBoth('memory:', { mode: 'edit+notice', perChannel: 1, days: 30 });
    const older = await both.slack.mention(claim);
    const newer = await both.slack.mention(claim);
    await both.edit(...asMisleading);
    expect(both.slackNow(older)).not.toContain('Corrected');
    expect(both.slackNow(newer)).toContain('Corrected');
    expect(await both.state.corrections.recent(9)).toMatchObject([
      { answers: { corrected: 1, left: 1 } },
    ]);
  });

  test('leave notices out with “edit”', async () => {
    const edits = await startOnBoth('memory:', { mode: 'edit', perChannel: 9, days: 30 });
    const edited = await edits.slack.mention(claim);
    await edits.edit(...asMisleading);
    expect(edits.slackNow(edited)).toContain('Corrected');
    expect(edits.noticesOnSlack(edited)).toEqual([]);
  });

  test('leave everything as it is with “off”', async () => {
    const off = await startOnBoth('memory:', { mode: 'off', perChannel: 9, days: 30 });
    const left = await off.slack.mention(claim);
    await off.edit(...asMisleading);
    expect(off.slackNow(left)).not.toContain('Corrected');
  });
});
