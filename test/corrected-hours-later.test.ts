import { expect, test, vi } from 'vitest';
import { startLastingChats } from './support/lasting-chats.ts';
import { deeds, faultsOf, packsOf, startSuccession, type Version } from './support/succession.ts';

vi.setConfig({ testTimeout: 600_000 });

/** More than there are steps. */
const mostSteps = 80;

/** By then Discord has forgotten every nonce. */
const hourMs = 60 * 60_000;

/** What the claim says when the process dies, and when the ones after it come. */
const orders: readonly (readonly [Version, ...Version[]])[] = [
  ['Misleading', 'Misleading'],
  ['Misleading', 'False', 'Misleading'],
];

const onDiscord = Object.entries(deeds).filter(([name]) => name.endsWith('on Discord'));

test.each(onDiscord)(
  'killed at any step of %s, an hour before the next one comes, it leaves what is true to be read, and says nothing twice',
  async (_, deed) => {
    const chats = await startLastingChats(packsOf('True'));
    const faults: string[] = [];
    for (const [first, ...later] of orders) {
      let step = 1;
      for (; step < mostSteps; step += 2) {
        const succession = await startSuccession(chats, deed, { pauseMs: hourMs });
        const { isDead } = await succession.run(first, step);
        if (!isDead) break;
        for (const version of later) await succession.run(version);
        const final = later.at(-1) ?? first;
        for (const fault of await faultsOf(succession, final, deed))
          faults.push(`True → ${first} (killed at ${step}) → ${later.join(' → ')}: ${fault}`);
      }
      expect(step).toBeGreaterThan(10);
    }
    expect(faults).toEqual([]);
  },
);
