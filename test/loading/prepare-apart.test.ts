import { expect, test } from 'vitest';
import { createClaimSet } from '../../src/core/claims/claim-set.ts';
import type { Pack } from '../../src/core/claims/pack.ts';
import { prepareApart } from '../../src/loading/prepare-apart.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { makeClaims, makeTexts } from '../../src/measuring/synthetic-claims.ts';
import { aClaim } from '../support/claims.ts';
import { packsAsData } from '../support/packs-as-data.ts';
import { rivertonPack } from '../support/test-bot.ts';

const statements = makeClaims(300, 1);
const inventedPack = (name: string, from: number, to: number): Pack => ({
  ...rivertonPack(
    statements
      .slice(from, to)
      .map(({ id, text }) =>
        aClaim({ id, ref: `${name}/${id}`, claim: text, wordings: [], nearMisses: [] }),
      ),
  ),
  name,
});

test('what is prepared in another thread answers as what is made here', async () => {
  const packs = [inventedPack('one', 0, 140), inventedPack('two', 140, 300)];
  const made = await prepareApart(packs);
  expect(made.prepared).toEqual([{ tables: expect.anything(), store: expect.anything() }]);
  expect(packsAsData(made.packs)).toEqual(packsAsData(packs));
  const there = createClaimSet({ ...made, fingerprint: 'a' }, createMatcher);
  const here = createClaimSet({ packs, fingerprint: 'a' }, createMatcher);
  for (const text of makeTexts(statements, 100, 2)) {
    expect(there.lookup(text)).toEqual(here.lookup(text));
  }
  for (const { ref } of here.claims) expect(there.digestOf(ref)).toBe(here.digestOf(ref));
});

test('a few claims are left to whoever opens them: a thread would take longer to start', async () => {
  const packs = [inventedPack('one', 0, 200)];
  expect(await prepareApart(packs)).toEqual({ packs, prepared: [] });
});

test('a claim that can’t go to another thread is told, and nobody waits for it', async () => {
  const pack = inventedPack('one', 0, 201);
  const strange = Object.assign([...pack.claims], { 200: { ...aClaim(), strange: () => {} } });
  await expect(prepareApart([{ ...pack, claims: strange }])).rejects.toThrow('could not be cloned');
});

const silentThread = new URL('../storage/packs/silent-thread.ts', import.meta.url);
const brokenThread = new URL('data:text/javascript,throw new Error("Out of everything.")');
const endingThread = new URL('data:text/javascript,');

test.each([
  ['hangs', silentThread, 'longer than 0.2 s'],
  ['breaks', brokenThread, 'Out of everything.'],
  ['ends without a word', endingThread, 'ended without a result'],
])('a thread that %s is given up, and says why', async (_, module, why) => {
  const packs = [inventedPack('one', 0, 201)];
  await expect(prepareApart(packs, { withinMs: 200, module })).rejects.toThrow(why);
});
