import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { OutboxRecord } from '../src/core/ports/outbox.ts';
import { lasting, openState, startStateKinds } from './storage/state/state-kinds.ts';
import {
  crowdOnDiscord,
  crowdOnSlack,
  crowdWaiting,
  type Due,
  ref,
} from './support/crash-crowds.ts';
import { startCrashWorld } from './support/crash-world.ts';
import { realNow } from './support/real-clock.ts';
import { blocksToShownText } from './support/slack/shown-text.ts';

/** How often the bot is killed over each store: `npm run test:crash` kills it far more often. */
const kills = Number(process.env.CRASHES ?? 2);

/** A start takes seconds, on a busy machine a minute; what was left is taken over half a minute after the last kill. */
const patienceMs = 300_000 + kills * 180_000;

/** What a process was killed over is held for half a minute; only what is lost or wrong is waited for so long. */
const mostSeconds = 240;

const kinds = lasting(await startStateKinds());

const isNotice = (text: string): boolean => text.startsWith('Correction');
const asksAgain = (text: string): boolean => text.includes('Please ask again');

test.each(kinds)(
  `killed ${kills} times while it answers, shares, corrects and tells askers, over $name, it loses and doubles nothing`,
  async ({ freshUrl }) => {
    const url = await freshUrl();
    const state = await openState(url, { clock: () => new Date(realNow()) });
    const crashing = await startCrashWorld(url);
    const { discord, server, start, kill, setVerdict } = crashing;
    const crowds = [crowdOnSlack(crashing), crowdOnDiscord(crashing)];
    const waitingForChecks = crowdWaiting(crashing, state);
    for (let killed = 0; killed < kills; killed++) {
      // What the start before it told is put right by this one, while it answers.
      await setVerdict(killed % 2 === 0 ? 'true' : 'misleading');
      await waitingForChecks.add();
      await start();
      for (const crowd of crowds) crowd.act();
      // From before the first answer until long after the last one.
      await pause(Math.random() ** 2 * 1500);
      await kill();
    }
    await setVerdict('misleading');
    await start();
    for (const crowd of crowds) await crowd.sendAgain();
    const items = () => state.outbox.list('', undefined, 100_000);
    const waiting = async () => (await items()).filter((item) => item.state === 'waiting').length;
    const outdated = async () =>
      (await state.receipts.about(ref, 10_000)).filter(({ address, shown }) => {
        const message = server.messages.find(({ ts }) => ts === address.message);
        const text = message
          ? blocksToShownText(message.blocks)
          : discord.posted.find(({ id }) => id === address.message)?.text;
        return shown?.isWhole && !text?.includes('Misleading');
      });
    const dues = [...crowds, waitingForChecks].flatMap((crowd) => crowd.dues);
    const itemOf = ({ key }: Due, among: readonly OutboxRecord[]) =>
      among.find((item) => item.key === key || item.key.startsWith(`${key} `));
    /** What Slack sends again was heard by now. */
    const isHeard = async () => {
      const known = await items();
      return dues.filter(isMentionOnSlack).every((due) => itemOf(due, known) !== undefined);
    };
    const isSettled = async () =>
      (await isHeard()) &&
      (await waiting()) === 0 &&
      (await outdated()).length === 0 &&
      (await state.requests.given()).length === 0;
    for (let settled = 0, seconds = 0; settled < 5 && seconds < mostSeconds; seconds += 1) {
      settled = (await isSettled()) ? settled + 1 : 0;
      await pause(1_000);
    }

    const kept = await items();
    const told = dues.map((due) => {
      const said = due.said().filter((text) => !isNotice(text));
      const item = itemOf(due, kept);
      // Slack sends again what it heard nothing of; nobody else does.
      const isOwed =
        (item !== undefined && !isUnheard(due, item)) ||
        due.what === 'notice' ||
        isMentionOnSlack(due);
      return { due, said, isUnsure: item?.state === 'unsure', isOwed };
    });
    const name = ({ due }: (typeof told)[number]) => `${due.what} on ${due.platform}, ${due.key}`;
    const faults = {
      doubled: told.filter(({ said }) => said.length > 1).map(name),
      lost: told
        .filter(({ said, isOwed, isUnsure }) => said.length === 0 && isOwed && !isUnsure)
        .map(name),
      // Without a receipt: only where nobody knows what became of it.
      untraced: told
        .filter(
          ({ due, said, isUnsure }) =>
            due.what !== 'command' &&
            due.what !== 'notice' &&
            !isUnsure &&
            said.some((text) => !asksAgain(text) && !text.includes('Misleading')),
        )
        .map(name),
      outdated: (await outdated()).map(({ id }) => id),
      // There the bot may look for what it said, however late.
      unsureOnDiscord: told
        .filter(({ due, isUnsure }) => due.platform === 'discord' && isUnsure)
        .map(name),
      // Nobody knows whether it stands, and nobody told the asker so.
      leftAlone: kept
        .filter(({ kind, state }) => ['answer', 'request'].includes(kind) && state === 'unsure')
        .filter(({ steps }) => !steps.doubt)
        .map(({ key }) => key),
      askedAgainOnSlack: told
        .filter(({ due, said }) => due.platform === 'slack' && said.some(asksAgain))
        .map(name),
      waiting: await waiting(),
    };
    for (const line of summarise(told)) console.log(`${kills} kills: ${line}`);
    expect(faults).toEqual({
      doubled: [],
      lost: [],
      untraced: [],
      outdated: [],
      unsureOnDiscord: [],
      leftAlone: [],
      askedAgainOnSlack: [],
      waiting: 0,
    });
  },
  patienceMs,
);

/** The bot died before Discord heard that it had got the command, and Discord told the asker so itself. */
function isUnheard({ what, platform }: Due, { state, why }: OutboxRecord): boolean {
  return what === 'command' && platform === 'discord' && state === 'failed' && why === 'gone';
}

function isMentionOnSlack({ what, platform }: Due): boolean {
  return what === 'mention' && platform === 'slack';
}

interface Told {
  readonly due: Due;
  readonly said: readonly string[];
  readonly isUnsure: boolean;
  readonly isOwed: boolean;
}

/** Of each kind: how many there were, and what became of them. */
function summarise(told: readonly Told[]): readonly string[] {
  const byKind = Map.groupBy(told, ({ due }) => `${due.what} on ${due.platform}`);
  return [...byKind].map(([kind, all]) => {
    const count = (is: (one: Told) => boolean): number => all.filter(is).length;
    const unsure = count(({ isUnsure }) => isUnsure);
    const standing = count(({ isUnsure, said }) => isUnsure && said.length > 0);
    return [
      `${kind}: ${all.length}`,
      `${count(({ said }) => said.length === 1)} said once`,
      `${count(({ said }) => said.some(asksAgain))} of them asked to ask again`,
      `${count(({ isOwed }) => !isOwed)} never taken on`,
      `${unsure} unsure, of which ${standing} stand`,
    ].join(', ');
  });
}
