import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createReportDesk } from '../../src/core/requests/report-desk.ts';
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
  const nearMiss = { kind: 'near-miss', ref: 'riverton/bridge' } as const;
  const desk = createReportDesk({ reports, clock: () => testNow });
  const [report] = await desk.waiting();
  await desk.resolve(report?.id ?? '', nearMiss);
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
  const wrongMatch = { kind: 'wrong-match', on, ref: 'riverton/bridge' };
  const lines = out.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ...wrongMatch, text: 'the bridge of 1931', shown, decision: nearMiss },
    { ...wrongMatch, text: null, shown: null, decision: null },
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
