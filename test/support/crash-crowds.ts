import { setTimeout as pause } from 'node:timers/promises';
import type { State } from '../../src/storage/state/state.ts';
import type { CrashWorld } from './crash-world.ts';
import { type InteractionEvent, type MessageEvent, world } from './discord/events.ts';
import { realNow } from './real-clock.ts';
import { blocksToShownText } from './slack/shown-text.ts';
import { messageToAnswer } from './slack/slack-people.ts';
import type { PostedMessage } from './slack/slack-server.ts';

/** The claim that everybody asks about. */
export const ref = 'krasner/philly-2021-562-homicides';
const question = 'Philadelphia recorded 562 homicides in 2021.';
const share = 'Share to channel';

/** Something that the bot owes somebody. */
export interface Due {
  readonly what: 'mention' | 'command' | 'share' | 'notice';
  readonly platform: 'discord' | 'slack';
  /** Of its item in the outbox, or the first words of that; where there is none, the bot never took it on. */
  readonly key: string;
  /** Everything that was said for it, as it stands now. */
  said(): readonly string[];
}

/** People who ask, share and wait, each of them once. */
export interface Crowd {
  /** Some of each; what was answered privately before is shared now. */
  act(): void;
  /** Slack sends again what it heard nothing of. */
  sendAgain(): Promise<void>;
  readonly dues: readonly Due[];
}

/** More than 300 from one community the bot leaves unanswered; others ask meanwhile, too. */
const mostAMinute = 150;

const isPublic = ({ seenBy }: PostedMessage): boolean => seenBy === 'everybody';
const shown = ({ blocks }: PostedMessage): string => blocksToShownText(blocks);
const isNotice = (text: string): boolean => text.startsWith('Correction');

export function crowdOnSlack({ server, slack }: CrashWorld): Crowd {
  const dues: Due[] = [];
  const mentions: string[] = [];
  const unshared = new Set<string>();
  /** What people saw before they shared it, which takes it away. */
  const seen = new Map<string, string>();
  let people = 0;

  /** Not what is told in a direct message: that an answer may be missing. */
  const privateOf = (user: string) =>
    server.messages.filter(({ seenBy, channel }) => seenBy === user && channel !== user);

  function mention(ts: string): void {
    const event = { type: 'app_mention', user: `U${ts.replace('.', '')}`, channel: 'C1', ts };
    void slack.event({ ...event, text: `<@UFACTBOT> ${question}` });
  }

  function mentionNew(): void {
    const ts = `1.${++people}`;
    mentions.push(ts);
    mention(ts);
    dues.push({
      what: 'mention',
      platform: 'slack',
      key: `answer slack:C1:${ts}`,
      said: () => server.messages.filter(({ threadTs }) => threadTs === ts).map(shown),
    });
  }

  function command(): void {
    const user = `UCMD${++people}X`;
    const triggerId = server.views.newTrigger();
    void slack.act.slash('/fact', `private ${question}`, { user, channel: 'C2', triggerId });
    unshared.add(user);
    dues.push({
      what: 'command',
      platform: 'slack',
      key: `answer slack:${triggerId}`,
      said: () => {
        const now = privateOf(user).map(shown);
        return now.length > 0 ? now : [seen.get(user) ?? []].flat();
      },
    });
  }

  function shareAnswers(): void {
    for (const user of unshared) {
      const [message] = privateOf(user);
      if (!message) continue;
      unshared.delete(user);
      seen.set(user, shown(message));
      const [, answer] = JSON.stringify(message.blocks).match(/"share\.([^.]+)\./) ?? [];
      void slack.act.press(messageToAnswer(message), share, { user });
      dues.push({
        what: 'share',
        platform: 'slack',
        key: `answer slack:share:${answer}`,
        said: () =>
          server.messages
            .filter((each) => isPublic(each) && JSON.stringify(each.blocks).includes(user))
            .map(shown),
      });
    }
  }

  return {
    dues,
    act() {
      shareAnswers();
      for (let each = 0; each < 3; each++) mentionNew();
      command();
    },
    async sendAgain() {
      for (const [at, each] of mentions.entries()) {
        if (at > 0 && at % mostAMinute === 0) await pause(61_000);
        mention(each);
      }
    },
  };
}

export function crowdOnDiscord({ discord }: CrashWorld): Crowd {
  const dues: Due[] = [];
  const unshared = new Map<string, InteractionEvent>();
  let people = 0;

  const newUser = (): string => String(500_000_000_000_000_000n + BigInt(++people));

  function mention(): void {
    const user = newUser();
    const message: MessageEvent = discord.write(`<@${world.bot.id}> ${question}`, {}, { user });
    discord.deliver(message);
    dues.push({
      what: 'mention',
      platform: 'discord',
      key: `answer discord:${message.id}`,
      said: () =>
        discord.posted.filter(({ repliesTo }) => repliesTo === message.id).map(({ text }) => text),
    });
  }

  function command(): void {
    const user = newUser();
    const asked = discord.type('fact', { claim: question, private: true }, { user });
    discord.deliver(asked);
    unshared.set(user, asked);
    dues.push({
      what: 'command',
      platform: 'discord',
      key: `answer discord:${asked.id}`,
      said: () => [discord.answered(asked)?.text ?? []].flat(),
    });
  }

  function shareAnswers(): void {
    for (const [user, asked] of unshared) {
      const answer = discord.answered(asked);
      if (!answer) continue;
      unshared.delete(user);
      if (!answer.buttons.includes(share)) continue;
      discord.deliver(discord.pressing(answer, share, { user }));
      dues.push({
        what: 'share',
        platform: 'discord',
        key: `answer discord:share:${answer.id}`,
        said: () =>
          discord.posted
            .filter(({ text, repliesTo }) => !repliesTo && text.includes(`<@${user}>`))
            .map(({ text }) => text),
      });
    }
  }

  return {
    dues,
    act() {
      shareAnswers();
      for (let each = 0; each < 3; each++) mention();
      command();
    },
    sendAgain: () => Promise.resolve(),
  };
}

/** People who wait for a check that has just been found on record; kept while the bot is dead. */
export function crowdWaiting({ discord, server }: CrashWorld, state: State) {
  const dues: Due[] = [];

  async function wait(
    platform: 'discord' | 'slack',
    channel: string,
    said: (claim: string) => readonly string[],
  ): Promise<void> {
    const id = `crash-${platform}-${dues.length}`;
    const claim = `Somebody claimed thing ${dues.length} on ${platform}.`;
    const at = new Date(realNow()).toISOString();
    const place = { platform, community: undefined, channel, thread: undefined };
    const user = `${platform}:${600_000_000_000_000_000n + BigInt(dues.length)}` as const;
    const asker = { user, at, locale: 'en', community: undefined, place };
    await state.requests.add({ id, claim, at }, asker);
    await state.requests.give(id, asker, { kind: 'answered', at, ref });
    dues.push({ what: 'notice', platform, key: `request ${id}`, said: () => said(claim) });
  }

  return {
    dues,
    async add(): Promise<void> {
      await wait('slack', 'C3', (claim) =>
        server.messages
          // Not what is told in a direct message: that a notice may be missing.
          .filter(({ channel }) => channel === 'C3')
          .map(shown)
          .filter((text) => text.includes(claim) && !isNotice(text)),
      );
      await wait('discord', world.channel, (claim) =>
        discord.posted.map(({ text }) => text).filter((text) => text.includes(claim)),
      );
    },
  };
}
