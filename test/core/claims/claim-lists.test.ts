import { describe, expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { createClaimSet } from '../../../src/core/claims/claim-set.ts';
import { verificationOn } from '../../../src/core/claims/verification.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { aClaim } from '../../support/claims.ts';
import { countCalls } from '../../support/count-calls.ts';
import { countLooks } from '../../support/count-looks.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testDay } from '../../support/test-day.ts';

const { verification } = aClaim();
const verdicts = ['true', 'false', 'mixed'] as const;
const statuses = ['verified', 'disputed', 'retracted', 'draft'] as const;

/** Ferries that differ in all that lists go by, in packs of 40. */
const ferries = Array.from({ length: 120 }, (_, index) =>
  aClaim({
    id: `ferry-${index}`,
    ref: `pack-${Math.floor(index / 40)}/ferry-${index}`,
    claim: `Ferry ${index} has ${index % 7 === 0 ? 'a yellow ' : ''}funnel.`,
    wordings: [],
    verdict: verdicts[index % 3] ?? 'true',
    topics: index % 5 === 0 ? ['funnels', 'ships'] : ['ships'],
    verification: {
      ...verification,
      status: statuses[index % 11] ?? 'verified',
      on: `2025-01-${String(1 + (index % 28)).padStart(2, '0')}`,
      recheckDueOn: index % 2 === 0 ? '2026-11-01' : null,
      ...(index % 6 === 0 && { expiresOn: '2026-11-20' }),
    },
    history: [
      { on: `2024-03-${String(1 + (index % 28)).padStart(2, '0')}`, by: 'a', change: 'Added.' },
      ...(index % 9 === 0
        ? [{ on: '2025-02-02', by: 'a', change: 'Put right.', correction: true }]
        : []),
    ],
  }),
);
const packs = [0, 1, 2].map((number) => ({
  ...rivertonPack(ferries.slice(number * 40, number * 40 + 40)),
  name: `pack-${number}`,
}));
const whole = createClaimSet({ packs, fingerprint: '' }, createMatcher);
const some = whole.only(['pack-0', 'pack-2']);

const isIn = (set: typeof some, { ref }: Claim): boolean =>
  set.packs.some(({ name }) => ref.startsWith(`${name}/`));
const idsOf = (claims: readonly Claim[]): readonly string[] => claims.map(({ id }) => id);

describe.each([
  ['all packs', whole],
  ['some packs', some],
])('of %s', (_, set) => {
  const mine = ferries.filter((claim) => isIn(set, claim));

  test.each([
    [{}, () => true],
    [{ verdict: 'false' as const }, isTold],
    [{ topic: 'funnels' }, ({ topics }: Claim) => topics.includes('funnels')],
    [
      { topic: 'funnels', verdict: 'false' as const },
      (claim: Claim) => isTold(claim) && claim.topics.includes('funnels'),
    ],
    [{ topic: 'cheese' }, () => false],
  ])('the claims for %j come in their order, from any place on', (filter, passes) => {
    const expected = idsOf(mine.filter(passes));
    const found = set.search({ words: '', ...filter });
    expect(found.total).toBe(expected.length);
    for (const from of [0, 3, 38, 77, 500]) {
      expect(idsOf(found.slice(from, 5))).toEqual(expected.slice(from, from + 5));
    }
  });

  test('the claims for words come best first, whichever page is looked at first', () => {
    const query = { words: 'yellow funnel', verdict: 'false' } as const;
    const all = idsOf(set.search(query).slice(0, 1000));
    expect(all.length).toBe(mine.filter(isTold).length);
    expect(all.slice(0, 2).every((id) => Number(id.slice(6)) % 7 === 0)).toBe(true);
    const found = set.search(query);
    for (const from of [10, 0, 20, 5, 15]) {
      expect(idsOf(found.slice(from, 5))).toEqual(all.slice(from, from + 5));
    }
  });

  test('what is counted is what there is', () => {
    const { verdicts: byVerdict, states, packs: counted } = set.count(testDay);
    const grouped = Map.groupBy(mine, (claim) => verificationOn(claim, testDay));
    expect(Object.fromEntries(states)).toEqual(lengths(grouped));
    expect(Object.fromEntries(byVerdict)).toEqual(
      lengths(Map.groupBy(mine, ({ verdict }) => verdict)),
    );
    expect(counted.map(({ pack, claims }) => [pack.name, claims])).toEqual(
      set.packs.map(({ name }) => [name, 40]),
    );
    expect(counted.every(({ checkedOn }) => checkedOn === '2025-01-28')).toBe(true);
  });

  test('the newest are those of the latest day, drafts never', () => {
    const published = mine.filter((claim) => claim.verification.status !== 'draft');
    const expected = published.toSorted((one, other) =>
      (other.history[0]?.on ?? '').localeCompare(one.history[0]?.on ?? ''),
    );
    const newest = set.latest('added', 7);
    expect(idsOf(newest.map(({ claim }) => claim))).toEqual(idsOf(expected.slice(0, 7)));
    expect(newest[0]?.on).toBe('2024-03-28');
    const corrected = published.filter(({ history }) => history.length > 1);
    expect(set.latest('corrected', 99).map(({ claim }) => claim)).toEqual(corrected);
  });

  test('a claim is named by the beginning of its id, with its pack or without', () => {
    expect(idsOf(set.named('ferry-11', 99)).toSorted()).toEqual(
      idsOf(mine.filter(({ id }) => id.startsWith('ferry-11'))).toSorted(),
    );
    expect(idsOf(set.named('pack-2/ferry-9', 3))).toEqual(
      ['ferry-9', 'ferry-90', 'ferry-91'].slice(1).concat('ferry-92'),
    );
    expect(set.named('pack-1/ferry-4', 9).length).toBe(set === whole ? 9 : 0);
    expect(set.named('boat', 9)).toEqual([]);
  });
});

function isTold({ verdict, verification: { status } }: Claim): boolean {
  return verdict === 'false' && status !== 'draft' && status !== 'retracted';
}

function lengths(groups: ReadonlyMap<string, readonly unknown[]>): Record<string, number> {
  return Object.fromEntries([...groups].map(([key, group]) => [key, group.length]));
}

describe('with a great many claims', () => {
  const many = Array.from({ length: 6000 }, (_, index) =>
    aClaim({
      id: `ferry-${index}`,
      claim: `Ferry ${index} runs.`,
      wordings: [],
      verdict: index % 2 === 0 ? 'true' : 'false',
    }),
  );
  const { items, looks } = countLooks(many);
  const set = createClaimSet({ packs: [rivertonPack(items)], fingerprint: '' }, createMatcher);

  test.each([{ words: '' }, { words: 'ferry' }, { words: '', verdict: 'true' as const }])(
    'the last page for %j costs what the first one costs, and touches no other claim',
    (query) => {
      const pages = [0, 1150, 2990];
      looks();
      const calls = countCalls('/src/', pages, (from) => {
        expect(set.search(query).slice(from, 5).length).toBe(5);
      });
      const [first = 0, ...others] = calls;
      for (const other of others) expect(other).toBeLessThan(3 * first + 100);
      expect(looks()).toBeLessThanOrEqual(pages.length * 5);
    },
  );

  test('counting and listing the newest touches none but those shown', () => {
    looks();
    set.count(testDay);
    set.latest('added', 5);
    set.named('ferry-1', 5);
    expect(looks()).toBeLessThanOrEqual(10);
  });
});
