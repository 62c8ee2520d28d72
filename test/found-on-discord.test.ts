import { describe, expect, test, vi } from 'vitest';
import { world } from './support/discord/events.ts';
import { discordWith, dyingBot } from './support/dying-bot.ts';

vi.setConfig({ testTimeout: 90_000 });

const ref = 'krasner/philly-2021-562-homicides';
const claim = 'Philadelphia recorded 562 homicides in 2021.';
const mention = `<@${world.bot.id}> ${claim}`;

/** By then Discord has forgotten every nonce. */
const hourMs = 60 * 60_000;

/** The last moment before a message is posted, and the first one after. */
type Died = 'posting' | 'posted';

/** Somebody mentions the bot, and the process dies over the answer. */
async function diedOverMention(died: Died) {
  const dying = await dyingBot(died);
  const discord = await discordWith(dying);
  const asked = discord.write(mention);
  discord.deliver(asked);
  await dying.dead;
  const item = async () => (await dying.state.outbox.list('answer', undefined, 9))[0];
  return { dying, discord, asked, item };
}

describe('a process that comes an hour after one that died', () => {
  test.each<Died>(['posting', 'posted'])(
    'over a mention (%s) sees to it that one answer stands, and knows where',
    async (died) => {
      const { dying, discord, asked, item } = await diedOverMention(died);
      await dying.takenOver(undefined, hourMs);
      expect(discord.posted).toMatchObject([
        { text: expect.stringContaining('✓ True'), repliesTo: asked.id },
      ]);
      expect(await item()).toMatchObject({ state: 'sent' });
      expect(await dying.state.receipts.about(ref, 9)).toMatchObject([
        { address: { message: discord.posted[0]?.id }, canBeEdited: true },
      ]);
    },
  );

  test.each<Died>(['posting', 'posted'])(
    'over a direct message (%s) sees to it that one answer stands',
    async (died) => {
      const dying = await dyingBot(died);
      const discord = await discordWith(dying);
      discord.deliver(discord.write(claim, {}, { where: 'direct' }));
      await dying.takenOver(undefined, hourMs);
      expect(discord.posted).toMatchObject([{ text: expect.stringContaining('✓ True') }]);
    },
  );

  test.each<Died>(['posting', 'posted'])(
    'over a Share (%s) sees to it that it is shared once',
    async (died) => {
      const dying = await dyingBot(died, { over: 2 });
      const discord = await discordWith(dying);
      // What nobody wrote in can't be told from what the bot may not read.
      discord.deliver(discord.write('Good morning.'));
      const answer = await discord.slash('fact', { claim, private: true });
      discord.deliver(discord.pressing(answer, 'Share to channel'));
      await dying.takenOver(undefined, hourMs);
      expect(discord.posted).toMatchObject([
        { text: expect.stringMatching(new RegExp(`^Shared by <@${world.reader}>[^]+✓ True`)) },
      ]);
      expect(await dying.state.receipts.about(ref, 9)).toMatchObject([
        { address: { message: discord.posted[0]?.id } },
      ]);
    },
  );

  test('finds the answer among what others wrote and the bot said to others', async () => {
    const { dying, discord, item } = await diedOverMention('posted');
    for (let other = 0; other < 120; other += 1) discord.deliver(discord.write('Good morning.'));
    await discord.slash('fact', { claim });
    await discord.mention(claim);
    await dying.takenOver(undefined, hourMs);
    expect(discord.posted).toHaveLength(2);
    expect(await item()).toMatchObject({ state: 'sent' });
  });

  test('answers where only others were answered meanwhile', async () => {
    const { dying, discord, asked, item } = await diedOverMention('posting');
    await discord.slash('fact', { claim });
    await discord.mention(claim);
    await dying.takenOver(undefined, hourMs);
    expect(discord.posted.filter(({ repliesTo }) => repliesTo === asked.id)).toHaveLength(1);
    expect(await item()).toMatchObject({ state: 'sent' });
  });

  test.each<[Died, number]>([
    ['posting', 0],
    ['posted', 1],
  ])(
    'does not know where it may not read what was written (%s), posts nothing there, and tells the asker',
    async (died, posted) => {
      const { dying, discord, item } = await diedOverMention(died);
      discord.hideHistory(world.channel);
      await dying.takenOver(undefined, hourMs);
      const isDoubt = ({ text }: { readonly text: string }) => text.includes('please ask again');
      expect(discord.posted.filter((message) => !isDoubt(message))).toHaveLength(posted);
      expect(discord.posted.filter(isDoubt)).toHaveLength(1);
      expect(await item()).toMatchObject({ state: 'unsure' });
    },
  );

  test.each<Died>(['posting', 'posted'])(
    'does not know of a channel that is closed to it (%s)',
    async (died) => {
      const { dying, discord, item } = await diedOverMention(died);
      discord.closeChannel(world.channel);
      await dying.takenOver(undefined, hourMs);
      expect(await item()).toMatchObject({ state: 'unsure' });
    },
  );

  test.each<[string, number]>([
    ['behind', -200_000],
    ['ahead of', 200_000],
  ])('finds the answer where Discord’s clock is minutes %s its own', async (_, byMs) => {
    const dying = await dyingBot('posted');
    const discord = await discordWith(dying);
    discord.setClock(() => new Date(dying.now().getTime() + byMs));
    discord.deliver(discord.write(mention));
    await dying.takenOver(undefined, hourMs);
    expect(discord.posted).toHaveLength(1);
    expect((await dying.state.outbox.list('answer', undefined, 9))[0]?.state).toBe('sent');
  });

  test('does not know where a thousand messages were written since', async () => {
    const { dying, discord, item } = await diedOverMention('posting');
    for (let other = 0; other < 1000; other += 1) discord.deliver(discord.write('Good morning.'));
    await dying.takenOver(undefined, hourMs);
    expect(discord.posted).toMatchObject([{ text: expect.stringContaining('please ask again') }]);
    expect(await item()).toMatchObject({ state: 'unsure' });
  });

  test('waits where Discord is out of order', async () => {
    const { dying, discord, item } = await diedOverMention('posted');
    discord.fail({ method: 'GET', path: /\/messages$/, status: 500, times: 20 });
    await dying.takenOver(undefined, hourMs);
    expect(discord.posted).toHaveLength(1);
    expect(await item()).toMatchObject({ state: 'waiting' });
  });
});

describe('a message without buttons', () => {
  const address = {
    platform: 'discord',
    community: `discord:${world.guild}`,
    channel: world.channel,
    thread: undefined,
    message: undefined,
  } as const;

  async function withSender() {
    const dying = await dyingBot('plan');
    const discord = await discordWith(dying);
    const sender = dying.senders.of('discord');
    if (!sender) throw new Error('not connected');
    return { discord, sender, now: dying.now };
  }

  const tells = (user: string, verdict: string, asked = 'Is it *so*?') =>
    ({
      visibility: 'public',
      locale: 'en',
      tone: 'neutral',
      title: verdict,
      blocks: [
        {
          kind: 'fields',
          fields: [
            { name: 'Asked', value: asked },
            {
              name: 'Asked by',
              value: '\u{fffc}',
              references: [{ kind: 'user', key: `discord:${user}` }],
            },
          ],
        },
      ],
    }) as const;
  const [ada, bob] = ['400000000000000011', '400000000000000012'] as const;
  const to = { to: 'answer', address } as const;

  test('is found by its words', async () => {
    const { sender, now } = await withSender();
    const reply = tells(ada, 'True');
    const { message } = await sender.post(to, reply, 'n1');
    const found = await sender.find(to, { nonce: 'n1', since: now(), reply });
    expect(found).toMatchObject({ message });
  });

  test('is not taken for one to somebody else', async () => {
    const { sender, now } = await withSender();
    await sender.post(to, tells(bob, 'True'), 'n2');
    const reply = tells(ada, 'True');
    expect(await sender.find(to, { nonce: 'n1', since: now(), reply })).toBe('not-there');
  });

  test('is found by the words that stay, and told from another one by them', async () => {
    const { sender, now } = await withSender();
    const { message } = await sender.post(to, tells(ada, 'True'), 'n1');
    const sought = { nonce: 'n1', since: now(), reply: tells(ada, 'False') };
    expect(await sender.find(to, { ...sought, holds: ['Is it *so*?'] })).toMatchObject({ message });
    const other = tells(ada, 'False', 'Is it otherwise?');
    const forOther = { ...sought, reply: other, holds: ['Is it otherwise?'] };
    expect(await sender.find(to, forOther)).toBe('not-there');
  });

  test('is neither found nor missed where its words may be others by now', async () => {
    const { sender, now } = await withSender();
    await sender.post(to, tells(ada, 'True'), 'n1');
    const reply = tells(ada, 'False');
    expect(await sender.find(to, { nonce: 'n1', since: now(), reply })).toBe('unknown');
  });
});
