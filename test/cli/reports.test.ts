import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createState } from '../../src/storage/state/state.ts';
import { runProgram } from '../support/program.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { silentLog } from '../support/test-bot.ts';
import { testNow } from '../support/test-day.ts';

const at = testNow.toISOString();
const on = at.slice(0, 10);

test('reports and requests come out as lines of JSON, without who made them or where', async () => {
  const url = `sqlite:${join(await temporaryFolder(), 'state.db')}`;
  const state = await createState(url, silentLog, { clock: () => testNow });
  const { reports, requests } = state;
  const shown = { confidence: 0.9, wording: 'the bridge', differences: ['date'] };
  await reports.add({ at, ref: 'riverton/bridge', text: 'the bridge of 1931', shown });
  const later = new Date(testNow.getTime() + 1000).toISOString();
  await reports.add({ at: later, ref: 'riverton/bridge', text: undefined });
  const place = {
    platform: 'slack',
    community: 'slack:T77',
    channel: 'C77',
    thread: '7.7',
  } as const;
  const asker = { at, locale: 'en', community: 'slack:T77', place } as const;
  const bananas = { id: 'a1', claim: 'Bananas grow in Greenland.', at };
  await requests.add(bananas, { ...asker, user: 'slack:T77/U77' });
  await requests.add(
    { id: 'b2', claim: 'Figs are blue.', at: later },
    { ...asker, user: 'discord:77' },
  );
  await requests.resolve('b2', { kind: 'declined', reason: 'opinion', at }, 1);
  await state.close();

  const { out, code } = await runProgram('src/cli/reports.ts', [], {
    environment: { STATE_URL: url },
  });
  const lines = out.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { kind: 'wrong-match', on, ref: 'riverton/bridge', text: 'the bridge of 1931', shown },
    { kind: 'wrong-match', on, ref: 'riverton/bridge', text: null, shown: null },
    { kind: 'request', on, claim: bananas.claim, waiting: 1, told: 0, decision: null },
    {
      kind: 'request',
      on,
      claim: 'Figs are blue.',
      waiting: 1,
      told: 1,
      decision: { kind: 'declined', reason: 'opinion' },
    },
  ]);
  expect(out).not.toContain('77');
  expect(code).toBe(0);
});
