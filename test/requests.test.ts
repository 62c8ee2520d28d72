import { expect, onTestFinished, test } from 'vitest';
import type { Claim } from '../src/core/claims/claim.ts';
import type { Pack } from '../src/core/claims/pack.ts';
import { aClaim } from './support/claims.ts';
import { world } from './support/discord/events.ts';
import { startBotOnDiscord } from './support/discord/running-bot.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';
import { startSlack } from './support/slack/start-slack.ts';
import { createTestBot, rivertonPack } from './support/test-bot.ts';

const asked = 'Bananas grow in Greenland.';
const operator = '400000000000000077';
const reader = { user: world.reader, where: 'thread' } as const;

const bridge = aClaim();
const fruit = aClaim({ id: 'fruit', claim: 'Tropical fruit ripens on Greenland.', wordings: [] });
const bananas = aClaim({ id: 'bananas', claim: asked, wordings: [] });

function packOf(...claims: readonly Claim[]): Pack {
  return { ...rivertonPack(claims), verdicts: { false: 'It is not so.' } };
}

/** One bot on both chats, over claims that a reload reads anew. */
async function startOnBoth() {
  let packs = [packOf(bridge, fruit)];
  const made = await createTestBot({
    packs: () => packs,
    operators: [`discord:${operator}`, 'slack:UBEA'],
  });
  const { bot, senders, outgoing, state } = made;
  onTestFinished(() => outgoing.stop());
  const { discord } = await startBotOnDiscord({ bot, senders });
  const slack = await startSlack({ bot, transport: 'socket', senders });
  onTestFinished(() => slack.stop());
  const admin = (line: string, options = {}) =>
    discord.slash(`fact-admin ${line}`, options, { user: operator });
  return {
    discord,
    slack,
    admin,
    outgoing,
    state,
    reads: (...claims: readonly Claim[]) => {
      packs = [packOf(...claims)];
    },
    /** What Slack's people see after what is there now. */
    async slackAfter(work: () => Promise<unknown>): Promise<readonly string[]> {
      const before = new Set(slack.server.messages);
      await work();
      return slack.server.messages
        .filter((message) => !before.has(message))
        .map(({ channel, threadTs, blocks }) =>
          [channel, threadTs, blocksToShownText(blocks)].join(' | '),
        );
    },
    async askOnSlack(): Promise<string | undefined> {
      const none = await slack.mention(asked, { channel: 'CTALK' });
      const form = await slack.viewAfter(() => slack.act.press(none, 'Ask for a check'));
      const kept = await slack.submit(form, { 'Keep this until I have been told': true });
      expect(kept.text).toContain('you are told here, once');
      return none.threadTs;
    },
    async askOnDiscord(): Promise<void> {
      const none = await discord.mention('Do bananas grow in Greenland?', reader);
      const form = await discord.formUnder(none, 'Ask for a check', reader);
      const kept = await discord.submit(form, { 'Keep this until I have been told': true });
      expect(kept.text).toContain('2 people wait for this');
    },
  };
}

test('what is asked on Slack and on Discord is answered from Discord, and each asker told once', async () => {
  const both = await startOnBoth();
  const { discord, admin, outgoing, state, slackAfter } = both;
  const thread = await both.askOnSlack();
  await both.askOnDiscord();
  const [request] = await state.requests.list();
  expect((await admin('requests')).text).toContain(`2 people wait · since`);
  const requestsBefore = discord.requests.length;
  const onSlack = await slackAfter(async () => {
    const said = await admin('answer', { request: request?.id ?? '', claim: 'riverton/fruit' });
    expect(said.text).toContain('2 people are told.');
    for (const _ of [1, 2, 3]) await outgoing.work();
  });
  expect(onSlack).toEqual([expect.stringContaining(`CTALK | ${thread} | ✓ True`)]);
  expect(onSlack[0]).toContain('You asked for a check. This is on record now:');
  expect(onSlack[0]).toContain(fruit.claim);
  const posts = discord.requests
    .slice(requestsBefore)
    .filter(({ method, path }) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path));
  expect(posts.map(({ path }) => path)).toEqual([`/channels/${world.thread}/messages`]);
  expect(discord.posted.at(-1)?.text).toContain('You asked for a check.');
  expect((await admin('requests')).text).toContain('No request or report waits');
});

test('what is drafted from a request is told to who asked once a second person has verified it', async () => {
  const both = await startOnBoth();
  const { discord, slack, admin, outgoing, state, slackAfter } = both;
  const thread = await both.askOnSlack();
  const [{ id = '' } = {}] = await state.requests.list();
  const by = { user: operator };
  const form = await discord.formOf('fact-admin draft', by, { request: id });
  expect(form.filled).toMatchObject({ 'The claim, in one neutral sentence': asked });
  const preview = await discord.submit(
    { ...form, from: by },
    {
      // An operator puts it better than who asked.
      'The claim, in one neutral sentence':
        'In Greenland, fruit of the banana plant ripens outdoors.',
      Verdict: 'False',
      'Why, in one or two sentences': 'The garden’s records name none.',
      'Summary: what was found': 'The garden’s records name no banana that ripened.',
      'A source that you read': 'https://garden.example/1\nRecords\nNuuk Garden',
    },
  );
  const kept = await discord.press(preview, 'Keep this draft', by);
  expect(kept.text).toContain('Whoever asked for this check is told then.');
  const ref = 'riverton/in-greenland-fruit-of-the-banana-plant';
  expect((await admin('requests')).text).toContain(`drafted: ${ref}`);
  expect(await slackAfter(() => outgoing.work())).toEqual([]);
  const shown = await slack.slash('/fact-admin', `verify ${ref}`, { user: 'UBEA' });
  await slack.press(shown, 'Still right', { user: 'UBEA' });
  const told = await slackAfter(async () => {
    for (const _ of [1, 2, 3]) await outgoing.work();
  });
  expect(told).toEqual([expect.stringContaining(`CTALK | ${thread} | ✗ False`)]);
  expect(told[0]).toContain(asked);
  expect(told[0]).toContain('fruit of the banana plant ripens outdoors');
  expect((await admin('requests')).text).toContain('No request or report waits');
});

test('a wrong match that is reported on Discord is settled on Slack, and no longer answered on either', async () => {
  const both = await startOnBoth();
  const { discord, slack } = both;
  const text = 'did the harbour bridge of riverton open in 1932?';
  const answer = await discord.slash('fact', { claim: text });
  expect(answer.text).toContain('✓ True');
  const form = await discord.formUnder(answer, 'Wrong match');
  await discord.submit(form, { 'What did you ask?': text, 'Keep my text for this': true });
  const by = { user: 'UBEA' };
  const list = await slack.slash('/fact-admin', 'requests', by);
  expect(list.text).toContain(`“${text}”`);
  expect(list.text).toContain(`shown: “${bridge.claim}” · ${bridge.ref}`);
  const [id] = list.text.match(/[0-9a-f]{10}/) ?? [];
  const settled = await slack.slash('/fact-admin', `report ${id} decision:near-miss`, by);
  expect(settled.text).toContain('Kept as a near miss');
  const onBoth = [
    (await slack.slash('/fact', `private ${text}`)).text,
    (await discord.slash('fact', { claim: text })).text,
  ];
  for (const said of onBoth) expect(said).toContain('I could not match this for sure');
  expect((await both.admin('requests')).text).toContain('No request or report waits');
});

test('a claim that a reload brings answers who asked for it, once', async () => {
  const both = await startOnBoth();
  const { admin, outgoing, slackAfter } = both;
  await both.askOnSlack();
  await outgoing.work();
  both.reads(bridge, fruit, bananas);
  const onSlack = await slackAfter(async () => {
    expect((await admin('reload')).text).toContain('Claims reloaded');
    for (const _ of [1, 2, 3]) await outgoing.work();
  });
  expect(onSlack).toEqual([expect.stringContaining(bananas.claim)]);
});
