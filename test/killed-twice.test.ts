import { expect, test, vi } from 'vitest';
import { startStateKinds } from './storage/state/state-kinds.ts';
import { drawPairs, killedTwice } from './support/draw-pairs.ts';
import { startLastingChats } from './support/lasting-chats.ts';
import { deeds, faultsOf, packsOf, startSuccession, type Version } from './support/succession.ts';

const draws = killedTwice(12);

vi.setConfig({ testTimeout: 300_000 + draws * 20_000 });

const kinds = await startStateKinds();

type Order = readonly [Version, Version, Version];

/** What the claim says when the first process dies, when the second does, and when the third comes. */
const orders: readonly [Order, ...Order[]] = [
  ['True', 'True', 'True'],
  ['Misleading', 'Misleading', 'Misleading'],
  ['Misleading', 'True', 'Misleading'],
  ['Misleading', 'False', 'False'],
  ['Misleading', 'False', 'True'],
  ['Retracted', 'True, in other words', 'True, in other words'],
];

test.each(Object.entries(deeds))(
  'two processes that die one after the other over %s leave what is true to be read, once',
  async (_, deed) => {
    const chats = await startLastingChats(packsOf('True'));
    const faults: string[] = [];
    let killed = 0;
    for (const [at, [step, next]] of drawPairs({ seed: 11, among: 50 })
      .take(draws)
      .toArray()
      .entries()) {
      const [first, second, third] = orders[at % orders.length] ?? orders[0];
      const kind = kinds[Math.floor(at / orders.length) % kinds.length];
      const succession = await startSuccession(chats, deed, { url: await kind?.freshUrl() });
      const deaths = [await succession.run(first, step), await succession.run(second, next)];
      if (deaths.every(({ isDead }) => isDead)) killed += 1;
      // What the last one leaves undone would be done by the one after it.
      await succession.run(third);
      await succession.run(third);
      const order = `${first} (killed at ${step}) → ${second} (killed at ${next}) → ${third}`;
      for (const fault of await faultsOf(succession, third, deed))
        faults.push(`over ${kind?.name}, True → ${order}: ${fault}`);
    }
    if (process.env.KILLED_TWICE) console.log(`${killed} of ${draws} killed twice`);
    expect(faults).toEqual([]);
    expect(killed).toBeGreaterThan(draws / 10);
  },
);
