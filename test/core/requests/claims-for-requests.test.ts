import { describe, expect, test } from 'vitest';
import {
  ada,
  asked,
  asker,
  bananas,
  bob,
  bridge,
  eve,
  figs,
  openDesk,
} from '../../support/open-desk.ts';
import { testNow } from '../../support/test-day.ts';

describe('claims that come in', () => {
  test('answer the requests that they surely are, and no others', async () => {
    const { desk, library, sent, outgoing } = await openDesk();
    await desk.ask('Do bananas grow in Greenland?', asker(ada));
    await desk.ask('Bananas do not grow in Greenland.', asker(bob));
    await desk.ask(figs, asker(eve));
    await desk.catchUp(library.current);
    await desk.catchUp(library.current);
    await outgoing.work();
    expect(sent.map(({ to }) => to)).toMatchObject([{ user: ada }]);
  });

  test.each([
    ['a draft', [{ ...bananas, verification: { ...bananas.verification, status: 'draft' } }]],
    ['a pack that the community switched off', [bananas]],
  ] as const)('do not answer where they are %s', async (_, claims) => {
    const { desk, library, state } = await openDesk([bridge, ...claims]);
    await state.communities.change('slack:T2', bob, { packs: [] });
    const community = claims[0].verification.status === 'draft' ? 'slack:T1' : 'slack:T2';
    await desk.ask(bananas.claim, asker(ada, undefined, community));
    await desk.catchUp(library.current);
    expect(await desk.waiting()).toHaveLength(1);
  });

  test('have those told whom a process that died was about to tell', async () => {
    const { desk, library, sent, outgoing, state, idOf } = await openDesk();
    await desk.ask(asked, asker(ada));
    const resolution = { kind: 'declined', reason: 'opinion', at: testNow.toISOString() } as const;
    await state.requests.give(await idOf(asked), asker(ada), resolution);
    await outgoing.work();
    expect(sent).toEqual([]);
    await desk.catchUp(library.current);
    await outgoing.work();
    await desk.catchUp(library.current);
    await outgoing.work();
    expect(sent).toHaveLength(1);
  });
});
