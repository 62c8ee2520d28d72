import { expect, test, vi } from 'vitest';
import { startLastingChats } from './support/lasting-chats.ts';
import { deeds, faultsOf, packsOf, startSuccession, type Version } from './support/succession.ts';

vi.setConfig({ testTimeout: 600_000 });

/** More than there are steps. */
const mostSteps = 80;

/** What the claim says after it was true: when the process dies, and when the ones after it come. */
const orders: readonly (readonly [Version, ...Version[]])[] = [
  ['Misleading', 'True', 'Misleading'],
  ['Misleading', 'False'],
  ['Retracted', 'True, in other words'],
];

test.each(Object.entries(deeds))(
  'killed at any step of %s, it leaves what is true to be read, and says nothing twice',
  async (_, deed) => {
    const chats = await startLastingChats(packsOf('True'));
    const faults: string[] = [];
    for (const [first, ...later] of orders) {
      let step = 1;
      // Between the end of one thing that it asks for and the beginning of the next nothing happens: one of them will do.
      for (; step < mostSteps; step += 2) {
        const succession = await startSuccession(chats, deed);
        const { isDead } = await succession.run(first, step);
        if (!isDead) break;
        for (const [at, version] of later.entries()) {
          await succession.run(version);
          const order = ['True', `${first} (killed at ${step})`, ...later.slice(0, at + 1)];
          for (const fault of await faultsOf(succession, version, deed))
            faults.push(`${order.join(' → ')}: ${fault}`);
        }
      }
      expect(step).toBeGreaterThan(10);
    }
    expect(faults).toEqual([]);
  },
);
