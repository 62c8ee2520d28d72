import { describe, expect, test } from 'vitest';
import { writtenToDraft } from '../../../src/core/claims/draft.ts';
import { claimToRevision } from '../../../src/core/claims/revision.ts';
import type { CommunityKey } from '../../../src/core/keys.ts';
import {
  ada,
  asked,
  asker,
  bob,
  figs,
  type OpenDesk,
  openDesk,
  operator,
} from '../../support/open-desk.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

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

  async function verify({ library, outgoing }: Pick<OpenDesk, 'library' | 'outgoing'>) {
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
