import { expect, test, vi } from 'vitest';
import { claimProblems } from '../../../src/core/claims/claim-problems.ts';
import { createClaimSet, type WholeClaimSet } from '../../../src/core/claims/claim-set.ts';
import { claimsHolding } from '../../../src/core/claims/claims-holding.ts';
import { clashingTexts } from '../../../src/core/claims/clashing-texts.ts';
import type { EditorialDecision } from '../../../src/core/claims/decisions.ts';
import { layDecisions } from '../../../src/core/claims/lay-decisions.ts';
import { openPacks } from '../../../src/core/claims/open-packs.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { prepareLoad } from '../../../src/loading/prepare-load.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { makeClaims } from '../../../src/measuring/synthetic-claims.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

/** So many that most stand in parts of which nothing is asked for. */
const archive: Pack = {
  ...rivertonPack(
    makeClaims(1200, 1).map(({ id, text }, place) =>
      aClaim({
        id,
        ref: `archive/${id}`,
        claim: text,
        nearMisses: [],
        topics: [`topic-${place % 3}`],
      }),
    ),
  ),
  name: 'archive',
  file: 'claims.jsonl',
};
const own = rivertonPack([
  aClaim({ id: 'bridge' }),
  aClaim({ id: 'tower', claim: 'Juna Vey sold the water tower.', wordings: [], topics: ['tower'] }),
]);

const load = prepareLoad({ ok: true, packs: [archive, own], fingerprint: 'a' });
const { prepared } = load;
const packs = openPacks(load);
const packed = createClaimSet({ packs, fingerprint: 'a', prepared }, createMatcher);
const plain = createClaimSet({ packs: [archive, own], fingerprint: 'a' }, createMatcher);

/** How many claims are made out of JSON. */
function countMade(run: () => unknown): number {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    run();
    return parse.mock.calls.length;
  } finally {
    parse.mockRestore();
  }
}

const [first, last] = [archive.claims.at(0), archive.claims.at(-1)];
const { ref: _, language: __, ...file } = aClaim({ id: 'draft', wordings: [last?.claim ?? ''] });
const draft = { ...file, nearMisses: [first?.claim ?? ''] };
const at = '2026-11-29T12:00:00.000Z';
const decided = { at, by: 'console:local', kind: 'wording' } as const;
const decisions: readonly EditorialDecision[] = [
  { ...decided, ref: 'riverton/tower', text: last?.claim ?? '' },
  { ...decided, ref: 'riverton/bridge', text: 'the bridge is from 1932' },
  { ...decided, ref: 'riverton/tower', kind: 'near-miss', text: 'juna vey bought the tower' },
];
const questions: readonly (readonly [string, (set: WholeClaimSet) => unknown])[] = [
  ['a statement', (set) => set.lookup('juna vey sold the water tower')],
  ['a statement in the archive', (set) => set.lookup(last?.claim ?? '')],
  ['a statement about a topic', (set) => set.lookup(first?.claim ?? '', { topic: 'topic-0' })],
  ['a statement for some packs', (set) => set.only(['riverton']).lookup(first?.claim ?? '')],
  ['a name', (set) => set.lookup(last?.ref ?? '')],
  ['an id', (set) => set.lookup('tower')],
  ['a subject', (set) => set.subject('juna vey')],
  ['a subject of many claims', (set) => set.subject('topic')],
  ['a page', (set) => set.search({ words: '', topic: 'topic-1' }).slice(200, 5)],
  ['a page of some packs', (set) => set.only(['archive']).search({ words: '' }).slice(1000, 5)],
  ['words being typed', (set) => set.search({ words: 'the' }).slice(0, 5)],
  ['an id being typed', (set) => set.named(last?.id.slice(0, 6) ?? '', 5)],
  ['what is new', (set) => set.latest('added', 5)],
  ['what is due', (set) => set.inState('due', '2028-01-01').slice(0, 10)],
  ['a text of some claims', (set) => claimsHolding(set.packs, [last?.claim ?? '', 'none'])],
  ['a near miss', (set) => claimsHolding(set.packs, own.claims.at(0)?.nearMisses ?? [])],
  ['what is wrong with a draft', (set) => claimProblems(draft, own, set.packs, testDay)],
  ['what was decided', (set) => [...(layDecisions(set.packs, decisions)[1]?.claims ?? [])]],
  ['what clashes with the claims', (set) => clashingTexts(set.packs, decisions)],
  ['counts', (set) => [set.count(testDay), set.countPublished()]],
  ['topics', (set) => [set.topics(), set.only(['riverton']).topics()]],
  ['a digest', (set) => set.digestOf(last?.ref ?? 'archive/none')],
];

test.each(questions)('%s is answered from packed claims as from others', (_, ask) => {
  expect(ask(packed)).toEqual(ask(withoutPacks(plain)));
});

/** Counts name their packs, whose claims are lists of two kinds. */
function withoutPacks(set: WholeClaimSet): WholeClaimSet {
  return {
    ...set,
    count(day) {
      const counts = set.count(day);
      return {
        ...counts,
        packs: counts.packs.map(({ pack, ...rest }) => ({
          ...rest,
          pack: packs.find(({ name }) => name === pack.name) ?? pack,
        })),
      };
    },
  };
}

test.each(questions)('%s makes few claims, however many there are', (_, ask) => {
  expect(countMade(() => ask(packed))).toBeLessThanOrEqual(12);
});

test('opening packs makes no claim, and walking over them makes each once', () => {
  expect(countMade(() => createClaimSet({ ...load, packs: openPacks(load) }, createMatcher))).toBe(
    0,
  );
  const [fresh] = openPacks(load);
  expect(countMade(() => expect([...(fresh?.claims ?? [])]).toEqual([...archive.claims]))).toBe(
    archive.claims.length,
  );
});
