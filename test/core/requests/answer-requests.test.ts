import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../../../src/core/bot/invocation.ts';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { writtenToDraft } from '../../../src/core/claims/draft.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import type { CommunityKey, UserKey } from '../../../src/core/keys.ts';
import type { RequestAsker, RequestPlace } from '../../../src/core/ports/requests.ts';
import { type Destination, NotSentError, type Sender } from '../../../src/core/ports/sender.ts';
import { replyToText } from '../../../src/core/reply/reply-text.ts';
import { createClock } from '../../storage/state/clock.ts';
import { answerTo } from '../../support/answer-to.ts';
import { aClaim } from '../../support/claims.ts';
import { createTestBot, rivertonPack } from '../../support/test-bot.ts';
import { testDay, testNow } from '../../support/test-day.ts';

const operator: UserKey = 'discord:7';
const harbour: RequestPlace = {
  platform: 'slack',
  community: 'slack:T1',
  channel: 'C1',
  thread: '1.2',
};

function asker(user: UserKey, place?: RequestPlace, community: CommunityKey = 'slack:T1') {
  const at = testNow.toISOString();
  return { user, at, locale: 'en', community, place } satisfies RequestAsker;
}

const bridge = aClaim();
const bananas = aClaim({
  id: 'bananas',
  claim: 'Bananas grow in Greenland.',
  wordings: [],
  verdict: 'false',
});

interface Sent {
  readonly to: Destination;
  readonly text: string;
}

/** A desk with an operator on Discord, and what its outbox says on the platforms. */
async function openDesk(claims: readonly Claim[] = [bridge, bananas]) {
  const { now: clock, pass } = createClock();
  const { bot, library, state, desk, outgoing, senders } = await createTestBot({
    packs: [{ ...rivertonPack(claims), verdicts: { false: 'It is not so.' } }],
    operators: [operator],
    clock,
  });
  // Nobody asked yet: what comes in with the first set is no matter of these tests.
  await outgoing.work();
  const sent: Sent[] = [];
  const refusals: NotSentError[] = [];
  const sender: Sender = {
    remembersNonceForMs: 0,
    find: async () => 'unknown',
    async post(to, reply) {
      const refusal = refusals.shift();
      if (refusal) throw refusal;
      sent.push({ to, text: replyToText(reply) });
      return {
        platform: 'slack',
        community: undefined,
        channel: 'C1',
        thread: undefined,
        message: '9.9',
      };
    },
    answer: () => Promise.reject(new Error('not asked for')),
    async edit() {},
  };
  senders.connect('slack', sender);
  senders.connect('discord', sender);
  return {
    state,
    desk,
    library,
    sent,
    pass,
    refuse: (error: NotSentError) => refusals.push(error),
    outgoing,
    async does(subcommand: string, options: OptionValues = {}): Promise<string> {
      const input = { kind: 'command', command: 'fact-admin', subcommand, options } as const;
      const said = await answerTo(bot, { platform: 'discord', user: operator, input });
      await outgoing.work();
      return replyToText(said);
    },
    async idOf(claim: string): Promise<string> {
      return (await state.requests.list()).find((each) => each.claim === claim)?.id ?? '';
    },
  };
}

type Opened = Awaited<ReturnType<typeof openDesk>>;

const asked = 'Bananas flourish on Greenland’s coast.';
const figs = 'Figs ripen in Iceland.';
const [ada, bob, eve] = ['slack:T1/U1', 'slack:T1/U2', 'discord:3'] as const;

describe('the list of requests', () => {
  test('has what most people wait for first, and of equals the oldest', async () => {
    const { desk, does } = await openDesk();
    const day = (at: string) => ({ at: `${at}T09:00:00.000Z` });
    await desk.ask('Plums grow on the Moon.', { ...asker(ada), ...day('2026-11-03') });
    await desk.ask(figs, { ...asker(ada), ...day('2026-11-02') });
    await desk.ask(asked, { ...asker(ada), ...day('2026-11-04') });
    await desk.ask(asked, { ...asker(bob), ...day('2026-11-05') });
    const list = await does('requests');
    expect(list.replaceAll(/[0-9a-f]{10}/g, '<id>')).toMatchInlineSnapshot(`
      "3 requests and reports wait

      - “Bananas flourish on Greenland’s coast.”
         2 people wait · since 4 Nov 2026 · <id>
      - “Figs ripen in Iceland.”
         1 person waits · since 2 Nov 2026 · <id>
      - “Plums grow on the Moon.”
         1 person waits · since 3 Nov 2026 · <id>

      Answer a request with fact-admin answer, draft a claim for it with fact-admin draft, or decline it with fact-admin decline: each takes its id."
    `);
  });

  test('is paged', async () => {
    const { desk, does } = await openDesk();
    const towns = ['Rome', 'Oslo', 'Lima', 'Kyiv', 'Bern', 'Cork', 'Gera', 'Hull', 'Linz', 'Metz'];
    for (const town of [...towns, 'Nice']) await desk.ask(`Snow fell in ${town}.`, asker(ada));
    expect(await does('requests')).toContain('/fact-admin requests page:2');
    expect(await does('requests', { page: 3 })).toMatch(
      /^11 requests and reports wait\n\n- “Snow fell in \w+\.”[^“]*$/,
    );
    expect(await does('requests', { page: 4 })).toContain('There is no page 4');
  });
});

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

describe('a draft for a request', () => {
  const written = {
    claim: 'Greenland’s palms bear fruit.',
    verdict: 'false',
    gist: 'The garden’s records name none.',
    summary: 'The garden’s records name no fruit.',
    source: 'https://garden.example/1\nRecords\nNuuk Garden',
  } as const;
  const draft = writtenToDraft(written, rivertonPack([]), operator, testDay);
  const palms = `riverton/${draft.id}` as const;

  async function drafted(community?: CommunityKey) {
    const opened = await openDesk();
    const { desk, library, idOf } = opened;
    await desk.ask(asked, asker(ada, undefined, community));
    const request = await idOf(asked);
    await library.decide({ kind: 'drafted', ref: palms, by: operator, draft, request });
    return opened;
  }

  async function verify({ library, outgoing }: Pick<Opened, 'library' | 'outgoing'>) {
    const claim = library.current.find(palms);
    if (!claim) throw new Error('the draft is gone');
    const { revision } = claimToRevision(claim);
    await library.decide({ kind: 'confirmed', ref: palms, by: bob, revision });
    await outgoing.work();
    await outgoing.work();
  }

  test('answers it once it is verified, and is named in the list until then', async () => {
    const desk = await drafted();
    expect(await desk.does('requests')).toContain(`drafted: ${palms}`);
    await desk.outgoing.work();
    expect(desk.sent).toEqual([]);
    await verify(desk);
    expect(desk.sent.map(({ text }) => text)).toEqual([expect.stringContaining(written.claim)]);
    expect(await desk.does('requests')).toBe('No request or report waits');
  });

  test('that is withdrawn leaves the request as it was', async () => {
    const { library, does, sent, outgoing } = await drafted();
    await library.decide({ kind: 'retracted', ref: palms, by: operator, why: 'Not ready.' });
    await outgoing.work();
    expect(await does('requests')).toContain('1 person waits');
    expect(await does('requests')).not.toContain('drafted');
    expect(sent).toEqual([]);
  });

  test('that is withdrawn is nothing to do with another of its name', async () => {
    const { library, does, sent, outgoing, desk, idOf } = await drafted();
    await library.decide({ kind: 'retracted', ref: palms, by: operator, why: 'Not ready.' });
    await desk.ask(figs, asker(bob));
    const request = await idOf(figs);
    const other = { ...draft, claim: 'Greenland’s palms bear figs.' };
    await library.decide({ kind: 'drafted', ref: palms, by: operator, draft: other, request });
    await verify({ library, outgoing });
    expect(sent.map(({ to }) => to)).toMatchObject([{ user: bob }]);
    expect(await does('requests')).toContain(asked);
  });

  test('answers it though another one was drafted since', async () => {
    const desk = await drafted();
    const ref = 'riverton/second' as const;
    const second = { ...draft, id: 'second', claim: 'No palm of Greenland’s ever bore fruit.' };
    const request = await desk.idOf(asked);
    await desk.library.decide({ kind: 'drafted', ref, by: operator, draft: second, request });
    expect(await desk.does('requests')).toMatch(/drafted: .*\n.*drafted: riverton\/second/);
    await verify(desk);
    expect(desk.sent).toHaveLength(1);
  });

  test('is told to no community that does not answer from its pack', async () => {
    const desk = await drafted('slack:T2');
    await desk.state.communities.change('slack:T2', ada, { packs: [] });
    await verify(desk);
    expect(desk.sent).toEqual([]);
    expect(await desk.does('requests')).toContain('1 person waits');
  });
});

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
