import { describe, expect, test, vi } from 'vitest';
import { lasting, startStateKinds } from './storage/state/state-kinds.ts';
import { dumpStore } from './storage/state/store/dump-store.ts';
import { world } from './support/discord/events.ts';
import { discordWith, dyingBot, slackWith } from './support/dying-bot.ts';
import { tokens } from './support/slack/slack-server.ts';

vi.setConfig({ testTimeout: 90_000 });

const kinds = lasting(await startStateKinds());

const ref = 'krasner/philly-2021-562-homicides';
const claim = 'Philadelphia recorded 562 homicides in 2021.';
const different = 'Philadelphia recorded 8,675,309 homicides in 2021.';

describe('on Discord, a process that died over', () => {
  test.each([
    ['for all', false],
    ['for the asker', true],
  ])('a command %s is followed by one that answers it there', async (_, isPrivate) => {
    const dying = await dyingBot('answer');
    const discord = await discordWith(dying);
    const asked = discord.type('fact', { claim, private: isPrivate });
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.answered(asked)).toMatchObject({
      text: expect.stringContaining('✓ True'),
      private: isPrivate,
    });
    const kept = await dying.state.receipts.about(ref, 9);
    expect(kept).toMatchObject(isPrivate ? [] : [{ canBeEdited: true }]);
    expect(kept).toHaveLength(isPrivate ? 0 : 1);
  });

  test.each([
    ['posting', 1],
    ['delivered', 1],
  ] as const)('a command (%s) leaves one answer', async (step, answers) => {
    const dying = await dyingBot(step);
    const discord = await discordWith(dying);
    const asked = discord.type('fact', { claim });
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.answered(asked)?.text).toContain('✓ True');
    expect(discord.posted).toEqual([]);
    expect(await dying.state.receipts.about(ref, 9)).toHaveLength(answers);
  });

  test('a button is followed by one that answers it', async () => {
    const dying = await dyingBot('answer', { over: 2 });
    const discord = await discordWith(dying);
    const answer = await discord.slash('fact', { claim });
    const press = discord.pressing(answer, 'Sources with quotes');
    discord.deliver(press);
    await dying.takenOver();
    expect(discord.answered(press)).toMatchObject({
      text: expect.stringContaining('Sources'),
      private: true,
    });
    expect(discord.messageNow(answer)?.text).toContain('✓ True');
  });

  test('what only its words could tell is followed by one that asks to be asked again, in their language', async () => {
    const dying = await dyingBot('answer');
    const discord = await discordWith(dying);
    const asked = { ...discord.type('fact-search', { words: 'homicides' }), locale: 'de' };
    discord.deliver(asked);
    await dying.takenOver();
    expect(discord.answered(asked)).toMatchObject({
      text: expect.stringContaining('noch einmal fragen'),
      private: true,
    });
  });

  test('a command that Discord has forgotten is let be', async () => {
    const dying = await dyingBot('answer');
    const discord = await discordWith(dying);
    const asked = discord.type('fact', { claim });
    discord.deliver(asked);
    await dying.takenOver(async () => discord.expire(asked));
    expect(discord.answered(asked)).toBeUndefined();
    expect(await dying.state.outbox.list('answer', undefined, 9)).toMatchObject([
      { state: 'failed', why: 'gone', data: null },
    ]);
  });

  test('a command is let be once its token is over', async () => {
    const dying = await dyingBot('answer');
    const discord = await discordWith(dying);
    discord.deliver(discord.type('fact', { claim }));
    const before = discord.requests.length;
    await dying.takenOver(undefined, 16 * 60_000);
    expect(discord.requests.slice(before).filter(({ path }) => path.includes('webhooks'))).toEqual(
      [],
    );
    expect(await dying.state.outbox.list('answer', undefined, 9)).toEqual([]);
  });
});

describe('on Slack, a process that died over', () => {
  test.each([
    ['for all', '', 'everybody'],
    ['for the asker', 'private ', 'UASKER'],
  ])('a command %s is followed by one that answers it, once', async (_, how, seenBy) => {
    const dying = await dyingBot('answer');
    const slack = await slackWith(dying);
    await slack.act.slash('/fact', `${how}${claim}`);
    await dying.takenOver();
    expect(slack.server.messages).toMatchObject([
      { text: expect.stringContaining('✓ True'), channel: 'CTALK', seenBy },
    ]);
  });

  test('the posting of an answer leaves it alone, since it may stand there, and tells the asker', async () => {
    const dying = await dyingBot('posting');
    const slack = await slackWith(dying);
    await slack.act.slash('/fact', claim);
    await dying.takenOver();
    expect(slack.server.messages).toMatchObject([
      { channel: 'UASKER', text: expect.stringContaining('please ask again') },
    ]);
    expect(await dying.state.outbox.list('answer', undefined, 9)).toMatchObject([
      { state: 'unsure', data: null },
    ]);
  });

  test('a button is followed by one that answers it', async () => {
    const dying = await dyingBot('answer', { over: 2 });
    const slack = await slackWith(dying);
    const answer = await slack.slash('/fact', claim);
    await slack.act.press(answer, 'Sources with quotes');
    await dying.takenOver();
    expect(slack.server.messages).toHaveLength(2);
    expect(slack.server.messages[1]).toMatchObject({ seenBy: 'UASKER' });
  });

  test('a form is followed by one that answers it', async () => {
    const dying = await dyingBot('answer', { over: 2 });
    const slack = await slackWith(dying);
    const form = await slack.viewAfter(() => slack.act.slash('/fact'));
    await slack.act.submit(form, { 'The claim as you heard it': claim });
    await dying.takenOver();
    expect(slack.server.messages).toMatchObject([{ text: expect.stringContaining('✓ True') }]);
  });

  test('a form on the home page is followed by one that answers in its modal', async () => {
    const dying = await dyingBot('answer', { over: 3 });
    const slack = await slackWith(dying);
    const home = await slack.viewAfter(() => slack.act.openHome());
    const shown = await slack.viewAfter(() => slack.act.search(home, claim));
    const form = await slack.viewAfter(() => slack.act.pressInView(shown, 'Wrong match'));
    await slack.act.submit(form, {});
    await dying.takenOver();
    const modal = slack.server.views.open.find(({ id }) => id === form.id);
    expect(JSON.stringify(modal)).toContain('Please ask again');
  });

  test('a checked message is followed by one that asks to be asked again', async () => {
    const dying = await dyingBot('answer');
    const slack = await slackWith(dying);
    await slack.act.check(`Someone says: ${claim}`);
    await dying.takenOver();
    expect(slack.server.messages).toMatchObject([
      { text: expect.stringContaining('Please ask again'), seenBy: 'UASKER' },
    ]);
  });
});

describe.each(kinds)('over $name', ({ freshUrl }) => {
  test('an answer under way leaves no word, no token and no address in the store', async () => {
    const url = await freshUrl();
    const dying = await dyingBot('answer', { url, over: 2 });
    const discord = await discordWith(dying);
    const slack = await slackWith(dying);
    await slack.slash('/fact', `private ${different}`);
    discord.deliver(discord.type('fact', { claim: different }));
    await dying.dead;
    await expect
      .poll(async () => (await dying.state.outbox.list('answer', undefined, 9)).length)
      .toBe(2);
    const stored = await dumpStore(url);
    expect(stored).toContain(`answer discord:`);
    const secrets = [tokens.bot, tokens.app, world.token, 'interaction-token', '/commands/'];
    expect([...secrets, '8,675,309'].filter((one) => stored.includes(one))).toEqual([]);
  });
});
