import { expect, test } from 'vitest';
import { DecisionWaitsError } from '../../../src/core/claims/decision-waits-error.ts';
import { writtenToDraft } from '../../../src/core/claims/draft.ts';
import type { NewDecision } from '../../../src/core/claims/library.ts';
import { MistakesError } from '../../../src/core/claims/mistakes-error.ts';
import { openLibrary } from '../../../src/core/claims/open-library.ts';
import { openPacks } from '../../../src/core/claims/open-packs.ts';
import type { Pack } from '../../../src/core/claims/pack.ts';
import type { PreparePacks } from '../../../src/core/claims/prepare-packs.ts';
import { textsFor } from '../../../src/core/texts/texts.ts';
import { prepareLoad } from '../../../src/loading/prepare-load.ts';
import { createMatcher } from '../../../src/matching/create-matcher.ts';
import { makeClaims } from '../../../src/measuring/synthetic-claims.ts';
import { aClaim } from '../../support/claims.ts';
import { createDecisionLog, createLibraryParts } from '../../support/library-parts.ts';
import { rivertonPack } from '../../support/test-bot.ts';
import { testClock, testDay } from '../../support/test-day.ts';

const claims = makeClaims(20, 1).map(({ id, text }) =>
  aClaim({ id, ref: `riverton/${id}`, claim: text, wordings: [], nearMisses: [] }),
);
const [first = aClaim()] = claims;

/** What a thread of its own does, without the thread. */
const prepare: PreparePacks = async (packs) => {
  const load = prepareLoad({ ok: true, packs, fingerprint: '' });
  return { packs: openPacks(load), prepared: load.prepared };
};

const none: readonly NewDecision[] = [];

/** A library whose files lose their last claim with each reload, and how many claims it was made to index itself at most. */
async function openBeside(parts: { readonly prepare: PreparePacks } = { prepare }, earlier = none) {
  const decisions = createDecisionLog();
  for (const decision of earlier) {
    await decisions.add({ ...decision, at: testClock().toISOString() });
  }
  const indexed: number[] = [];
  let reads = 0;
  const library = await openLibrary({
    ...(await createLibraryParts()),
    async read() {
      const verdicts = { false: 'It is not so.' };
      const packs = [{ ...rivertonPack(claims.slice(0, claims.length - reads)), verdicts }];
      reads += 1;
      const load = prepareLoad({ ok: true, packs, fingerprint: `files ${reads}` });
      const { fingerprint, prepared } = load;
      return { ok: true, packs: openPacks(load), fingerprint, prepared };
    },
    ...parts,
    createMatcher(statements) {
      if (!('store' in statements)) indexed.push(statements.length);
      return createMatcher(statements);
    },
    decisions,
  });
  return { library, indexed };
}

const wording: NewDecision = {
  kind: 'wording',
  ref: first.ref,
  by: 'console:local',
  text: 'purple trams never sleep in november',
};
const gulls = writtenToDraft(
  {
    claim: 'Gulls can read a map.',
    verdict: 'false',
    gist: 'Nobody has seen one read.',
    summary: 'Nobody has seen a gull read a map.',
    source: 'https://gulls.example/1\nOn gulls\nThe Gull Society',
  },
  rivertonPack([]),
  'console:local',
  testDay,
);
const draft: NewDecision = {
  kind: 'drafted',
  ref: `riverton/${gulls.id}`,
  by: 'console:local',
  draft: gulls,
};

test('the thread that answers makes no index, whatever is decided and whichever set is gone back to', async () => {
  const { library, indexed } = await openBeside();
  await library.decide(wording);
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
  await library.decide(draft);
  expect(library.current.find(draft.ref)).toBeDefined();
  for (const _ of [1, 2, 3]) await library.reload('console:a');
  expect(library.current.claims).toHaveLength(18);
  // Only the store has it by now.
  await library.rollback('console:a', 3);
  expect(library.current.claims).toHaveLength(21);
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
  expect(await library.follow('files 2', 'undone')).toBe('taken');
  expect(library.current.claims).toHaveLength(20);
  expect(indexed).toEqual([]);
});

/** Prepares as ever; the next shelf after `hold` is held up until it is let go. */
function createHold() {
  let next: { readonly begin: () => void; readonly end: Promise<void> } | undefined;
  return {
    async prepare(packs: readonly Pack[]) {
      const held = next;
      next = undefined;
      held?.begin();
      await held?.end;
      return prepare(packs);
    },
    hold() {
      const begun = Promise.withResolvers<void>();
      const end = Promise.withResolvers<void>();
      next = { begin: begun.resolve, end: end.promise };
      return { begun: begun.promise, letGo: end.resolve };
    },
  };
}

test('until what was decided is prepared the old set answers; a set that comes into use meanwhile has it, too', async () => {
  const { hold, ...parts } = createHold();
  const { library } = await openBeside(parts);
  const held = hold();
  const decided = library.decide(wording);
  await held.begun;
  expect(library.current.lookup(wording.text).outcome).toBe('none');
  await library.reload('console:a');
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
  held.letGo();
  await decided;
  expect(library.current.claims).toHaveLength(19);
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
});

test('what is decided while a reload is prepared holds after it', async () => {
  const { hold, ...parts } = createHold();
  const { library } = await openBeside(parts);
  await library.decide(wording);
  const held = hold();
  const reloaded = library.reload('console:a');
  await held.begun;
  await library.decide(draft);
  const again = hold();
  held.letGo();
  await again.begun;
  // What was read before the decision does not come into use without it.
  expect(library.current.find(draft.ref)).toBeDefined();
  again.letGo();
  await reloaded;
  expect(library.current.claims).toHaveLength(20);
  expect(library.current.lookup(gulls.claim)).toMatchObject({ claim: { id: gulls.id } });
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
});

/** Prepares as ever but for the next time after `fail`, when the thread breaks. */
function createBreaking() {
  let isBroken = false;
  return {
    async prepare(packs: readonly Pack[]) {
      if (isBroken) throw new Error('no memory is left');
      return prepare(packs);
    },
    breaks(now: boolean) {
      isBroken = now;
    },
  };
}

test('a decision that can’t be prepared is kept and told as one that waits; the next one takes it along', async () => {
  const { breaks, ...parts } = createBreaking();
  const { library } = await openBeside(parts);
  breaks(true);
  const decided = library.decide(wording);
  await expect(decided).rejects.toBeInstanceOf(DecisionWaitsError);
  await expect(decided.catch((error) => error.say(textsFor('en')))).resolves.toMatch(
    /^It is kept, but not in use yet.*no memory is left.*give the bot more memory/s,
  );
  expect(library.current.lookup(wording.text).outcome).toBe('none');
  breaks(false);
  await library.decide(draft);
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
  expect(library.current.find(draft.ref)).toBeDefined();
});

test('a reload that can’t be prepared has failed and says why; the next one puts to use what was decided', async () => {
  const { breaks, ...parts } = createBreaking();
  const { library } = await openBeside(parts);
  breaks(true);
  await expect(library.decide(wording)).rejects.toThrow();
  const message = expect.stringContaining('no memory is left');
  const mistakes = [expect.objectContaining({ file: 'riverton', message })];
  expect(await library.reload('console:a')).toEqual({ outcome: 'failed', mistakes });
  expect(library.files).toEqual({ state: 'broken', mistakes });
  expect(library.current.claims).toHaveLength(20);
  expect(await library.follow('files 3', 'loaded')).toBe('broken');
  breaks(false);
  expect(await library.reload('console:a')).toMatchObject({ outcome: 'loaded' });
  expect(library.files).toEqual({ state: 'used' });
  expect(library.current.lookup(wording.text)).toMatchObject({ claim: { id: first.id } });
});

test('what can’t be prepared at the start is told as a mistake in the packs', async () => {
  const { breaks, ...parts } = createBreaking();
  breaks(true);
  await expect(openBeside(parts, [wording])).rejects.toBeInstanceOf(MistakesError);
});
