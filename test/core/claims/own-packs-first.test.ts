import { expect, test } from 'vitest';
import type { Claim } from '../../../src/core/claims/claim.ts';
import { type ClaimSet, createClaimSet } from '../../../src/core/claims/claim-set.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import { prepareLoad } from '../../../src/loading/prepare-load.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { createRandom } from '../../../src/measuring/random.ts';
import { readTrainingPacks } from '../../../src/measuring/training-packs.ts';
import { readPacks } from '../../../src/storage/packs/pack-reader.ts';
import { aClaim } from '../../support/claims.ts';
import { rivertonPack } from '../../support/test-bot.ts';

const reading = await readPacks('data', '2026-11-30');
if (!reading.ok) throw new Error('The shipped packs hold mistakes.');
const shipped = reading.packs;

function packOf(name: string, claims: readonly Claim[], file?: string): Pack {
  return {
    ...rivertonPack(claims.map((claim) => ({ ...claim, ref: `${name}/${claim.id}` }))),
    name,
    ...(file !== undefined && { file }),
  };
}

function setOf(...packs: readonly Pack[]): ClaimSet {
  return createClaimSet({ packs, fingerprint: '' }, createMatcher);
}

/** Claims of halves of others, among them halves of the shipped ones: nearly what people ask about those, and something else. */
function anArchive(size: number): Pack {
  const said = [
    ...readTrainingPacks('learn').flatMap(({ statements }) => statements),
    ...shipped.flatMap(({ claims }) => Array.from(claims, ({ claim: text }) => ({ text }))),
  ];
  const random = createRandom(1);
  const words = () => said[Math.floor(random() * said.length)]?.text.split(' ') ?? [];
  const claims = Array.from({ length: size }, (_, at) => {
    const [one, other] = [words(), words()];
    const claim = [...one.slice(0, one.length / 2), ...other.slice(other.length / 2)].join(' ');
    return aClaim({ id: `halves-${at}`, claim, wordings: [], topics: [], sources: [] });
  });
  return packOf('archive', claims, 'claims.jsonl');
}

/** The shipped packs without one wording of each claim, and the texts that were left out. */
function withoutWording(place: number) {
  const packs = shipped.map((pack) => ({
    ...pack,
    claims: [...pack.claims].map((claim) => ({
      ...claim,
      wordings: claim.wordings.filter((_, at) => at !== place),
    })),
  }));
  const texts = shipped.flatMap(({ claims }) =>
    Array.from(claims, ({ ref, wordings }) => ({ ref, text: wordings[place] ?? '' })),
  );
  return { packs, texts };
}

/** What somebody is shown first. */
function shownFirst(set: ClaimSet, text: string): string | undefined {
  const lookup = set.lookup(text);
  switch (lookup.outcome) {
    case 'match':
      return `answers ${lookup.claim.ref}`;
    case 'ambiguous':
      return `names ${lookup.claims[0]?.ref}`;
    case 'none':
      return lookup.nearest[0] && `names ${lookup.nearest[0].ref}`;
  }
}

test('the packs are found by wordings they do not hold as well beside an archive as alone', () => {
  const archive = anArchive(2000);
  const ofArchive = prepareLoad({ ok: true, packs: [archive], fingerprint: '' }).prepared[0];
  const count = { alone: 0, beside: 0 };
  for (const place of [1, 2]) {
    const { packs, texts } = withoutWording(place);
    const alone = setOf(...packs);
    const beside = createClaimSet(
      { packs: [archive, ...packs], fingerprint: '', prepared: [undefined, ofArchive] },
      createMatcher,
    );
    for (const { ref, text } of texts) {
      const right = [`answers ${ref}`, `names ${ref}`];
      if (right.includes(shownFirst(alone, text) ?? '')) count.alone += 1;
      if (right.includes(shownFirst(beside, text) ?? '')) count.beside += 1;
    }
  }
  expect(count.alone).toBeGreaterThan(155);
  // Of halves of a claim some are nearly the whole.
  expect(count.beside).toBeGreaterThan(count.alone - 8);
});

const bridge = aClaim({ id: 'bridge', claim: 'The harbour bridge opened in 1932.', wordings: [] });
const tower = aClaim({ id: 'tower', claim: 'Juna Vey sold the water tower.', wordings: [] });
const own = packOf('town', [bridge, tower]);
const feed = packOf('feed', [{ ...bridge, id: 'feed-bridge' }], 'claims.jsonl');
const fillers = Array.from({ length: 1001 }, (_, at) =>
  aClaim({ id: `filler-${at}`, claim: `Gull number ${at} reads newspapers.`, wordings: [] }),
);
const archive = packOf('archive', [
  { ...bridge, id: 'archive-bridge' },
  aClaim({ id: 'ferry', claim: 'Juna Vey sold the harbour ferry in 1950.', wordings: [] }),
  ...fillers,
]);

test('of packs that say the same, those that people write go first, then small ones of others, then archives', () => {
  const text = 'did the harbour bridge open in 1932?';
  expect(shownFirst(setOf(archive, feed, own), text)).toBe('answers town/bridge');
  expect(shownFirst(setOf(archive, feed), text)).toBe('answers feed/feed-bridge');
  expect(shownFirst(setOf(archive), text)).toBe('answers archive/archive-bridge');
  expect(shownFirst(setOf(archive, feed, own).only(['archive']), text)).toBe(
    'answers archive/archive-bridge',
  );
});

test('an archive answers what it alone knows, though the own packs know the words', () => {
  const set = setOf(own, archive);
  expect(shownFirst(set, 'Juna Vey sold the harbour ferry in 1950')).toBe('answers archive/ferry');
  expect(shownFirst(set, 'Gull number 7 reads newspapers.')).toBe('answers archive/filler-7');
});

test('lists of claims begin with the own ones, and leave out none', () => {
  const set = setOf(archive, feed, own);
  const refs = (claims: readonly Claim[] = []) => claims.map(({ ref }) => ref);
  const about = ['town/bridge', 'feed/feed-bridge', 'archive/archive-bridge'];
  expect(refs(set.search({ words: 'harbour bridge 1932' }).slice(0, 3))).toEqual(about);
  expect(set.subject('juna vey')?.refs).toEqual(['town/tower', 'archive/ferry']);
  const link = bridge.sources[0]?.url ?? '';
  expect(refs(set.citing(link)).slice(0, 4)).toEqual([
    'town/bridge',
    'town/tower',
    ...about.slice(1),
  ]);
  expect(set.topics()).toEqual(['bridges']);
  expect(set.find('archive/ferry')?.id).toBe('ferry');
  expect(set.lookup('ferry')).toMatchObject({ byId: true });
});

test('an id that packs of several kinds have names none of them', () => {
  const set = setOf(own, packOf('feed', [bridge], 'claims.jsonl'));
  expect(set.lookup('bridge')).not.toMatchObject({ byId: true });
  expect(set.lookup('feed/bridge')).toMatchObject({ byId: true, claim: { ref: 'feed/bridge' } });
});
