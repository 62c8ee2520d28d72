import { expect, test } from 'vitest';
import type { Claim } from '../../src/core/claims/claim.ts';
import type { UserKey } from '../../src/core/keys.ts';
import { replyToText } from '../../src/core/reply/reply-text.ts';
import { createState } from '../../src/storage/state/state.ts';
import { createClock } from '../storage/state/clock.ts';
import { answerTo } from '../support/answer-to.ts';
import { aClaim, aSource } from '../support/claims.ts';
import { createTestBot, rivertonPack, silentLog } from '../support/test-bot.ts';
import { testClock } from '../support/test-day.ts';

const ref = 'riverton/harbour-bridge-opened-1932';
const operator = 'discord:7';
const first = aClaim({ gist: 'The minutes say so.' });

async function desk(claim: Claim = first, clock = testClock) {
  const state = await createState('memory:', silentLog, { clock });
  let packs = [rivertonPack([claim])];
  const start = async () => {
    const reading = { packs: () => packs, state, clock };
    const { bot } = await createTestBot({ ...reading, operators: [operator] });
    const run = async (command: string, options: object, user: UserKey, subcommand?: string) => {
      const named = { ...(subcommand !== undefined && { subcommand }), options: { ...options } };
      const input = { kind: 'command', command, ...named } as const;
      return replyToText(await answerTo(bot, { platform: 'discord', user, input }));
    };
    return {
      admin: (subcommand: string, options = {}) => run('fact-admin', options, operator, subcommand),
      history: (user: UserKey = 'discord:99') => run('fact-history', { claim: ref }, user),
    };
  };
  return {
    start,
    write(changes: Partial<Claim>) {
      packs = [rivertonPack([{ ...claim, ...changes }])];
    },
  };
}

test('of a claim tells what its file says of changes, the latest first', async () => {
  const history = [
    { on: '2026-11-20', by: 'first reader', change: 'Added.' },
    { on: '2026-11-22', by: 'second reader', change: 'The minutes were read again.' },
  ];
  const text = await (await (await desk({ ...first, history })).start()).history();
  expect(text).toMatch(
    /The minutes were read again\.\s+22 Nov 2026 · second reader\s.*Added\.\s+20 Nov 2026 · first reader/s,
  );
});

test.each<[Partial<Claim>, string]>([
  [{ verdict: 'mixed' }, 'Verdict before: True'],
  [{ gist: 'It did.' }, 'Gist before: The minutes say so.'],
  [
    { claim: 'The bridge opened in 1933.' },
    'Claim before: Riverton’s harbour bridge opened in 1932.',
  ],
  [{ summary: 'Else.' }, 'Summary before: The opening is recorded in the council minutes'],
  [{ context: null }, 'What else to know before: The bridge was closed again'],
  [{ sources: [aSource()] }, 'Bridges of the coast (Coast Press)'],
])('of a reload tells the text before: %j', async (changes, before) => {
  const { start, write } = await desk();
  const { admin, history } = await start();
  write(changes);
  await admin('reload');
  const text = await history();
  expect(text).toContain('Its file changed.');
  expect(text).toContain('29 Nov 2026 · discord:7');
  expect(text).toContain(before);
  expect(text.match(/ before: /g)).toHaveLength(1);
  await admin('undo');
  expect(await history()).toContain('The claims went back to an earlier set.');
});

test('of a decision tells who, why and what it was before, also after a restart', async () => {
  const { start } = await desk();
  const { admin } = await start();
  await admin('verify', { claim: ref, decision: 'disputed', why: 'A bad copy.' });
  const { history } = await start();
  const text = await history();
  expect(text).toMatch(
    /Needs work: A bad copy\.\s+29 Nov 2026 · discord:7\s+Verification before: Verified/,
  );
});

test('tells reloads and decisions of one day the latest first', async () => {
  const { now, pass } = createClock();
  const { start, write } = await desk(first, now);
  const { admin, history } = await start();
  const deeds = [
    () => admin('verify', { claim: ref, decision: 'disputed', why: 'A bad copy.' }),
    () => {
      write({ summary: 'Else.' });
      return admin('reload');
    },
    () => admin('undo'),
    () => admin('verify', { claim: ref, decision: 'confirmed' }),
  ];
  for (const deed of deeds) {
    pass(60_000);
    await deed();
  }
  expect(await history()).toMatch(
    /still right.*went back to an earlier set.*Its file changed.*Needs work/s,
  );
});

test('of wordings and remarks tells nothing: readers never saw them', async () => {
  const { start, write } = await desk();
  const { admin, history } = await start();
  write({ wordings: ['the bridge of 1932'], nearMisses: [] });
  await admin('reload');
  expect(await history()).not.toContain('Its file changed.');
});

test('of a withdrawn check tells readers nothing of what was found, and operators all', async () => {
  const { start, write } = await desk();
  const { admin, history } = await start();
  write({ gist: 'It did.' });
  await admin('reload');
  await admin('verify', { claim: ref, decision: 'retracted', why: 'A forgery.' });
  expect(await history()).not.toMatch(/The minutes say so|before:/);
  expect(await history()).toContain('A forgery.');
  expect(await history(operator)).toContain('Gist before: The minutes say so.');
});
