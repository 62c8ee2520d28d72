import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/core/claims/claim.ts';
import type { Pack } from '../../src/core/claims/pack.ts';
import { renewClaims } from '../../src/core/claims/renewed-claims.ts';
import { type Load, prepareLoad } from '../../src/loading/prepare-load.ts';
import { readTrainingPacks } from '../../src/measuring/training-packs.ts';
import { aClaim } from '../support/claims.ts';
import { countCalls } from '../support/count-calls.ts';
import { rivertonPack } from '../support/test-bot.ts';

/** Of many authors and languages. */
const claims = readTrainingPacks('learn')
  .flatMap(({ id, statements }) =>
    statements.map(({ text, wordings = [] }, at) =>
      aClaim({ id: `${id}-${at}`, claim: text, wordings: [...wordings] }),
    ),
  )
  .filter((_, at) => at % 5 === 0);

function load(packs: readonly Pack[], before?: readonly Pack[]): Load {
  if (!before) return prepareLoad({ ok: true, packs, fingerprint: '' });
  return prepareLoad({ ok: true, packs: renewed(packs, before), fingerprint: '' }, load(before));
}

/** All of it. */
function contentsOf(made: Load) {
  return { ...made, readings: made.readings() };
}

/** The packs with claims of which those that each had before count as that. */
function renewed(packs: readonly Pack[], before: readonly Pack[]): readonly Pack[] {
  return packs.map((pack) => {
    const claims = [...(before.find(({ name }) => name === pack.name)?.claims ?? [])];
    const entries = Array.from(pack.claims, (claim) => {
      const place = claims.indexOf(claim);
      return place < 0 ? claim : place;
    });
    return { ...pack, claims: renewClaims(claims, entries) };
  });
}

function packOf(name: string, members: readonly Claim[], file?: string): Pack {
  return { ...rivertonPack(members), name, ...(file !== undefined && { file }) };
}

const other = aClaim({
  id: 'other',
  claim: 'El puente del puerto se abrió en 1.932, says Qwertz.',
  wordings: ['the bridge is old', 'puentes viejos'],
});

test('what is made of claims that were changed, moved, added and removed is what is made of them anew', () => {
  const step = Math.ceil(claims.length / 60);
  const pool = [other, ...claims.filter((_, at) => at % step === 0)];
  // A word that others have as a name, and a topic of its own.
  const edited = { summary: 'It says the riverton of old.', topics: ['old-river', 'qwertz'] };
  const edits: readonly ((claim: Claim) => Claim)[] = [
    (claim) => claim,
    (claim) => ({ ...claim, ...edited, claim: `Qwertz says: ${claim.claim}` }),
    // What it says of itself stays, and what it is found by, or neither of the two.
    (claim) => ({ ...claim, verdict: 'mixed', asOf: '2026-02-02' }),
    (claim) => ({ ...claim, summary: edited.summary }),
    (claim) => ({ ...claim, wordings: [...claim.wordings, `Qwertz of ${claim.id}`] }),
  ];
  const anyClaim = fc.record({
    claim: fc.constantFrom(...pool),
    edit: fc.constantFrom(...edits),
  });
  const anyClaims = fc
    .uniqueArray(anyClaim, { minLength: 1, selector: ({ claim }) => claim.id })
    .map((chosen) => chosen.map(({ claim, edit }) => edit(claim)));
  const anyPacks = fc
    .tuple(anyClaims, anyClaims, fc.boolean())
    .map(([one, two, isImported]) => [
      packOf('one', one),
      packOf('two', two, isImported ? 'claims.csv' : undefined),
    ]);
  fc.assert(
    fc.property(anyPacks, anyPacks, (before, after) => {
      expect(contentsOf(load(after, before))).toEqual(contentsOf(load(after)));
    }),
    { numRuns: 20 },
  );
});

test('a shelf on which nothing has changed keeps all that was made of it, and no other does', () => {
  const archive = packOf('two', claims.slice(0, 100), 'claims.csv');
  const packs = [packOf('one', claims.slice(100, 200)), archive];
  const before = load(packs);
  const after = (...now: readonly Pack[]) =>
    prepareLoad({ ok: true, packs: renewed(now, packs), fingerprint: '' }, before).prepared;
  const [own, kept] = before.prepared;
  const changed = after(packOf('one', [other, ...claims.slice(101, 200)]), archive);
  expect(changed[0]?.store).not.toBe(own?.store);
  expect(changed[1]?.store).toBe(kept?.store);
  const retitled = { ...archive, title: 'Juna Vey' };
  expect(after(packOf('one', claims.slice(100, 200)), retitled)[1]?.tables).not.toBe(kept?.tables);
});

test('a claim that says the same as before of what it is found by leaves all that claims are found in as it was', () => {
  const packs = [packOf('one', claims.slice(0, 100))];
  const before = load(packs);
  const after = (change: Partial<Claim>) => {
    const changed = claims
      .slice(0, 100)
      .map((claim, at) => (at === 7 ? { ...claim, ...change } : claim));
    const now = [packOf('one', changed)];
    const made = prepareLoad({ ok: true, packs: renewed(now, packs), fingerprint: '' }, before);
    expect(contentsOf(made)).toEqual(contentsOf(load(now)));
    return made.prepared[0];
  };
  const [own] = before.prepared;
  const judged = after({ verdict: 'mixed', context: 'Seen once more.' });
  expect(judged?.store).toBe(own?.store);
  expect(judged?.tables.subjects).toBe(own?.tables.subjects);
  const summed = after({ summary: 'The Riverton of old.' });
  expect(summed?.store).toBe(own?.store);
  expect(summed?.tables.subjects).not.toBe(own?.tables.subjects);
  expect(after({ claim: 'It rains.' })?.store).not.toBe(own?.store);
});

test.each([
  ['taken apart into words', '/src/matching/text/message.ts'],
  ['brought to the stems of its words', '/src/matching/text/terms.ts'],
  ['looked through for names', '/src/core/claims/subject-words.ts'],
])('of many claims one that was changed is %s, and no other', (_, file) => {
  const changed = (count: number) => {
    const packs = [packOf('one', claims.slice(0, count))];
    return {
      before: load(packs),
      after: renewed([packOf('one', [other, ...claims.slice(1, count)])], packs),
    };
  };
  const cases = [100, 400].map(changed);
  const [few = 0, many = 0] = countCalls(file, cases, ({ before, after }) => {
    prepareLoad({ ok: true, packs: after, fingerprint: '' }, before);
  });
  const [anew = 0] = countCalls(file, cases.slice(1), ({ after }) => {
    load(after);
  });
  expect(few).toBeGreaterThan(0);
  // Among many claims fewer words of one are new.
  expect(many).toBeLessThanOrEqual(few);
  expect(many).toBeLessThan(anew / 50);
});
