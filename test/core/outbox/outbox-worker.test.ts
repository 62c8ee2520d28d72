import { describe, expect, test } from 'vitest';
import type { Errand, ErrandTools } from '../../../src/core/outbox/errand.ts';
import { createOutboxWorker } from '../../../src/core/outbox/outbox-worker.ts';
import type { OutboxItem } from '../../../src/core/ports/outbox.ts';
import { NotSentError, type Sender } from '../../../src/core/ports/sender.ts';
import type { State } from '../../../src/storage/state/state.ts';
import { createClock } from '../../storage/state/clock.ts';
import { openState, startStateKinds } from '../../storage/state/state-kinds.ts';
import { silentLog } from '../../support/test-bot.ts';

const kinds = await startStateKinds();

const item: OutboxItem = { key: 'k1', platform: 'slack', kind: 'greeting', data: { word: 'hi' } };

/** A platform that only counts: what is done with it is up to the errand. */
const sender = (remembersNonceForMs = 0): Sender => ({
  post: () => Promise.reject(new Error('not asked for')),
  answer: () => Promise.reject(new Error('not asked for')),
  edit: () => Promise.reject(new Error('not asked for')),
  find: async () => 'unknown',
  remembersNonceForMs,
});

type Run = (tools: ErrandTools) => Promise<unknown>;

function workerOver(state: State, now: () => Date, run: Run, platform = sender()) {
  const greeting: Errand = {
    kind: 'greeting',
    async run(_, tools) {
      await run(tools);
      return { state: 'sent' };
    },
  };
  return createOutboxWorker({
    outbox: state.outbox,
    senders: { of: (name) => (name === 'slack' ? platform : undefined) },
    errands: [greeting],
    clock: now,
    log: silentLog,
  });
}

const stateOf = async (state: State): Promise<unknown> =>
  (await state.outbox.list('', undefined, 9))[0];

describe.each(kinds)('the outbox in $name', ({ freshUrl }) => {
  test('sends an item once, however often it is added and however many look', async () => {
    const { now } = createClock();
    const state = await openState(await freshUrl(), { clock: now });
    let sent = 0;
    const greet: Run = ({ step }) => step('post', 'nonce', async () => void sent++);
    const workers = [1, 2, 3].map(() => workerOver(state, now, greet));
    const added = await Promise.all([1, 2, 3].map(() => state.outbox.add(item)));
    expect(added.filter(Boolean)).toHaveLength(1);
    await Promise.all(workers.map((worker) => worker.work()));
    expect(await state.outbox.add(item)).toBe(false);
    await Promise.all(workers.map((worker) => worker.work()));
    expect(sent).toBe(1);
    expect(await stateOf(state)).toMatchObject({ state: 'sent' });
  });

  test('does not wait for a clock that was set back while the platform asked to be left alone', async () => {
    const { now, pass } = createClock();
    const state = await openState(await freshUrl(), { clock: now });
    let tries = 0;
    const worker = workerOver(state, now, async ({ step }) => {
      tries += 1;
      if (tries === 1) throw new NotSentError('later', { retryAfterMs: 60_000 });
      await step('post', 'nonce', async () => {});
    });
    await state.outbox.add(item);
    await worker.work();
    pass(-300 * 24 * 60 * 60_000);
    await worker.work();
    expect(tries).toBe(2);
    expect(await stateOf(state)).toMatchObject({ state: 'sent' });
  });

  test('goes on behind the steps that were done, and waits as long as the platform asks', async () => {
    const { now, pass } = createClock();
    const state = await openState(await freshUrl(), { clock: now });
    const done: string[] = [];
    let isBusy = true;
    const worker = workerOver(state, now, async ({ step }) => {
      await step('edit', 'repeatable', async () => void done.push('edit'));
      await step('post', 'nonce', async () => {
        if (isBusy) throw new NotSentError('later', { retryAfterMs: 60_000 });
        done.push('post');
      });
    });
    await state.outbox.add(item);
    await worker.work();
    isBusy = false;
    pass(59_000);
    await worker.work();
    expect(done).toEqual(['edit']);
    expect(await stateOf(state)).toMatchObject({ state: 'waiting', why: 'later', attempts: 1 });
    pass(1_000);
    await worker.work();
    expect(done).toEqual(['edit', 'post']);
  });

  test('leaves the items behind one that the platform refuses for good', async () => {
    const { now } = createClock();
    const state = await openState(await freshUrl(), { clock: now });
    let tried = 0;
    const worker = workerOver(state, now, async () => {
      tried += 1;
      throw new NotSentError(tried === 1 ? 'gone' : 'not-allowed');
    });
    await state.outbox.add(item);
    await state.outbox.add({ ...item, key: 'k2' });
    await worker.work();
    await worker.work();
    expect(tried).toBe(2);
    expect(await state.outbox.list('', undefined, 9)).toMatchObject([
      { key: 'k1', state: 'failed', why: 'gone' },
      { key: 'k2', state: 'failed', why: 'not-allowed' },
    ]);
  });

  test('keeps what is for a chat that is not connected', async () => {
    const { now } = createClock();
    const state = await openState(await freshUrl(), { clock: now });
    await state.outbox.add({ ...item, platform: 'discord' });
    await workerOver(state, now, async () => {}).work();
    expect(await stateOf(state)).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});

describe('a platform that is lost over a post', () => {
  async function lostOnce(remembersNonceForMs: number) {
    const { now, pass } = createClock();
    const state = await openState('memory:', { clock: now });
    const nonces: string[] = [];
    const worker = workerOver(
      state,
      now,
      ({ step, nonce }) =>
        step('post', 'nonce', async () => {
          nonces.push(nonce('post'));
          if (nonces.length === 1) throw new NotSentError('unsure');
        }),
      sender(remembersNonceForMs),
    );
    await state.outbox.add(item);
    await worker.work();
    return { state, worker, nonces, pass };
  }

  test('gets it again under the same nonce where it knows nonces', async () => {
    const { state, worker, nonces, pass } = await lostOnce(180_000);
    pass(10_000);
    await worker.work();
    expect(nonces).toHaveLength(2);
    expect(new Set(nonces).size).toBe(1);
    expect(await stateOf(state)).toMatchObject({ state: 'sent' });
  });

  test.each([
    ['it has forgotten the nonce', 180_000, 200_000],
    ['it knows none', 0, 200_000],
    ['nobody can tell, since the clock was set back', 180_000, -3_600_000],
    ['it knows none, though the clock was set back', 0, -3_600_000],
  ])('does not get it again where %s, and that is told', async (_, remembersMs, passedMs) => {
    const { state, worker, nonces, pass } = await lostOnce(remembersMs);
    pass(passedMs);
    await worker.work();
    expect(nonces).toHaveLength(1);
    expect(await stateOf(state)).toMatchObject({ state: 'unsure' });
  });
});

test('what a process died over before the clock was set back is neither posted again nor looked for', async () => {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now });
  let [posts, looks] = [0, 0];
  const worker = workerOver(
    state,
    now,
    ({ step }) =>
      step(
        'post',
        'nonce',
        async () => {
          posts += 1;
          throw new NotSentError('unsure');
        },
        undefined,
        async () => {
          looks += 1;
          return 'not-there';
        },
      ),
    sender(180_000),
  );
  await state.outbox.add(item);
  await worker.work();
  pass(-24 * 60 * 60_000);
  await worker.work();
  expect({ posts, looks }).toEqual({ posts: 1, looks: 0 });
  expect(await stateOf(state)).toMatchObject({ state: 'unsure' });
});

test('an item whose process died is taken over once its lease is over', async () => {
  const { now, pass } = createClock();
  const state = await openState('memory:', { clock: now });
  await state.outbox.add(item);
  await state.outbox.take('k1', 60_000);
  let sent = 0;
  const worker = workerOver(state, now, async () => void sent++);
  await worker.work();
  expect(sent).toBe(0);
  pass(60_000);
  await worker.work();
  expect(sent).toBe(1);
});
