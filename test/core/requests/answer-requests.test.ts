import { describe, expect, test } from 'vitest';
import { NotSentError } from '../../../src/core/ports/sender.ts';
import { ada, asked, asker, bob, eve, harbour, openDesk } from '../../support/open-desk.ts';

describe('an answer', () => {
  test('is told to each who waits, once, where they wanted it and by name only there', async () => {
    const { desk, does, sent, idOf, outgoing, state } = await openDesk();
    await desk.ask(asked, asker(ada, harbour));
    await desk.ask(asked, asker(eve, undefined, 'discord:100'));
    const said = await does('answer', { request: await idOf(asked), claim: 'riverton/bananas' });
    expect(said).toContain('2 people are told.');
    await outgoing.work();
    expect(sent.map(({ to }) => to)).toEqual(
      expect.arrayContaining([
        { to: 'answer', address: { ...harbour, message: undefined } },
        { to: 'person', user: eve, community: 'discord:100' },
      ]),
    );
    expect(sent).toHaveLength(2);
    const openly = sent.find(({ to }) => to.to === 'answer')?.text ?? '';
    expect(openly).toMatch(/^✗ False/);
    expect(openly).toContain(`What was asked: “${asked}”`);
    expect(openly).toContain(ada);
    expect(sent.find(({ to }) => to.to === 'person')?.text).not.toContain(eve);
    expect(await state.requests.list()).toMatchObject([{ askers: [], told: 2 }]);
    expect(await state.requests.given()).toEqual([]);
    expect(await does('requests')).toBe('No request or report waits');
  });

  test.each([
    ['a request that is none', { request: 'ffffffffff', claim: 'riverton/bananas' }, 'No request'],
    ['a claim that is none', { request: 'ffffffffff', claim: 'bananas' }, 'No request'],
    ['words for a claim', { request: 'ffffffffff', claim: 'do bananas grow' }, 'not the id'],
  ])('names %s', async (_, options, says) => {
    const { does } = await openDesk();
    expect(await does('answer', options)).toContain(says);
  });

  test('is not told to a community that does not answer from its pack: they go on waiting', async () => {
    const { desk, does, sent, idOf, state } = await openDesk();
    await state.communities.change('slack:T2', ada, { packs: [] });
    await desk.ask(asked, asker(ada, harbour));
    await desk.ask(asked, asker('slack:T2/U5', undefined, 'slack:T2'));
    const said = await does('answer', { request: await idOf(asked), claim: 'riverton/bananas' });
    expect(said).toContain('1 person is told. 1 goes on waiting');
    expect(sent).toHaveLength(1);
    expect(await state.requests.list()).toMatchObject([{ askers: [{ user: 'slack:T2/U5' }] }]);
  });

  test('is not told where its pack was switched off while the platform was out of reach: they go on waiting', async () => {
    const { desk, does, sent, idOf, refuse, state, outgoing, pass } = await openDesk();
    await desk.ask(asked, asker(ada, harbour));
    refuse(new NotSentError('later'));
    await does('answer', { request: await idOf(asked), claim: 'riverton/bananas' });
    await state.communities.change('slack:T1', bob, { packs: [] });
    pass(60_000);
    await outgoing.work();
    expect(sent).toEqual([]);
    expect(await state.requests.list()).toMatchObject([{ askers: [{ user: ada }] }]);
    expect(await state.requests.given()).toEqual([]);
  });

  test.each(['gone', 'not-allowed'] as const)(
    'goes to the asker directly where the channel is %s',
    async (why) => {
      const { desk, does, sent, idOf, refuse } = await openDesk();
      await desk.ask(asked, asker(ada, harbour));
      refuse(new NotSentError(why));
      await does('answer', { request: await idOf(asked), claim: 'riverton/bananas' });
      expect(sent.map(({ to }) => to)).toEqual([
        { to: 'person', user: ada, community: 'slack:T1' },
      ]);
    },
  );

  test('goes to the asker directly where the community has made the channel private since', async () => {
    const { desk, does, sent, idOf, state } = await openDesk();
    await desk.ask(asked, asker(ada, harbour));
    await state.communities.change('slack:T1', bob, { channels: ['C2'] });
    await does('answer', { request: await idOf(asked), claim: 'riverton/bananas' });
    expect(sent).toMatchObject([{ to: { to: 'person' } }]);
  });

  test('that can reach nobody leaves nothing of who asked', async () => {
    const { desk, does, idOf, refuse, state } = await openDesk();
    await desk.ask(asked, asker(ada));
    refuse(new NotSentError('not-allowed'));
    await does('answer', { request: await idOf(asked), claim: 'riverton/bananas' });
    expect(await state.requests.given()).toEqual([]);
    const kept = await state.outbox.list('', undefined, 10);
    expect(kept).toMatchObject([{ state: 'failed', why: 'not-allowed' }]);
    expect(JSON.stringify(kept)).not.toMatch(/U1|Bananas/);
  });
});

describe('a request that is declined', () => {
  test('is told with the reason, and to the next who asks for it at once', async () => {
    const { desk, does, sent, idOf } = await openDesk();
    await desk.ask(asked, asker(ada, harbour));
    const said = await does('decline', { request: await idOf(asked), reason: 'too-old' });
    expect(said).toContain('1 person is told.');
    expect(sent.map(({ text }) => text)).toEqual([
      expect.stringContaining('It lies too far back to be checked now.'),
    ]);
    expect(await desk.ask(asked, asker(bob))).toEqual({ outcome: 'declined', reason: 'too-old' });
  });
});
